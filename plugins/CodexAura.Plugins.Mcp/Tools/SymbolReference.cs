using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Finds the one node that an agent names, or tells it what it may have meant.</summary>
internal static class SymbolReference
{
    private const int Shown = 10;

    /// <summary>Finds a node.</summary>
    /// <param name="graphs">Searches.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="reference">An id, a path, or a name with as much before it as is needed.</param>
    /// <param name="note">What the answer should say besides; null for nothing.</param>
    /// <exception cref="ToolException">None fits, or several.</exception>
    public static int Find(IGraphService graphs, CodeGraph graph, string reference, out string? note)
    {
        note = null;
        if (graph.Find(reference) is >= 0 and var id) return id;
        if (graph.FindFile(Relative(graph, reference)) is >= 0 and var file) return file;
        var found = graphs.FindSymbols(graph, new SymbolQuery(Relative(graph, reference)) { Limit = 1000 });
        var best = found.Total == 0 || found.Matches[0].Fit > SymbolFit.IgnoringCase ? [] : found.Matches.Where(m => m.Fit == found.Matches[0].Fit).ToArray();
        if (best.Length == 0) throw Unknown(graph, reference, found);
        if (best.Length == 1) return best[0].Node;

        // One that is no test, among tests of the same name, is meant.
        var product = best.Where(m => !TestPaths.IsTest(graph.Node(m.Node).Path)).ToArray();
        // A class and what makes it are written alike in some places; the other definitions of one name in one file are its overloads.
        var first = product.Length > 0 ? product : best;
        if (product.Length == 1 || SameDefinition(graph, first))
        {
            string others = string.Join(", ", best.Where(m => m.Node != first[0].Node).Take(3).Select(m => Written(graph.Node(m.Node))));
            note = $"Note: {reference} is also the name of {others}{(best.Length > 4 ? ", …" : "")}.";
            return first[0].Node;
        }
        throw new ToolException($"'{reference}' is the name of {best.Length} symbols. Ask again with one of:\n"
            + string.Join('\n', best.Take(Shown).Select(m => "  " + Written(graph.Node(m.Node)))) + (best.Length > Shown ? $"\n  … {best.Length - Shown} more" : ""));
    }

    /// <summary>The shortest way to name a node that no other has.</summary>
    public static string Written(GraphNode node) => node.Type == NodeType.File ? node.Path : $"{node.Path}:{node.QualifiedName}";

    /// <summary>A path as the graph has it: some agents give absolute ones.</summary>
    public static string Relative(CodeGraph graph, string reference)
    {
        string text = reference.Trim().Replace('\\', '/');
        string root = graph.Repository.Path.Replace('\\', '/').TrimEnd('/') + "/";
        if (text.StartsWith(root, StringComparison.Ordinal)) text = text[root.Length..];
        return text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text;
    }

    public static ToolException Unknown(CodeGraph graph, string reference, SymbolMatches found)
    {
        string near = string.Concat(found.Matches.Take(5).Select(m => "\n  " + Written(graph.Node(m.Node))));
        return new ToolException($"There is no symbol '{reference}' in {graph.Repository.Name}."
            + (near.Length > 0 ? $" Nearest:{near}" : " Try find_symbol with a part of the name, or get_context with the task in words."));
    }

    private static bool SameDefinition(CodeGraph graph, SymbolMatch[] matches)
    {
        var node = graph.Node(matches[0].Node);
        string name = node.QualifiedName.Split('#')[0];
        return matches.All(m => graph.Node(m.Node) is var other && other.FileIndex == node.FileIndex && other.QualifiedName.Split('#')[0] == name);
    }
}
