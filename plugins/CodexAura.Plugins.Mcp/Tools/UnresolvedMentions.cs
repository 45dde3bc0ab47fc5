using System.Text.RegularExpressions;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>A line that may be a call of a symbol, and from which no edge leads anywhere of that name.</summary>
internal sealed record Mention(string Path, int Line, string Code);

/// <summary>
/// Finds what the analysis could not resolve: lines that call something of a symbol's name though no edge starts there. They are
/// named so that nobody takes the known callers for all there are.
/// </summary>
internal static class UnresolvedMentions
{
    /// <summary>How many are looked for.</summary>
    public const int Most = 200;

    public static IEnumerable<Mention> Of(CodeGraph graph, int node, SourceLines sources, CancellationToken cancellationToken)
    {
        var view = graph.Node(node);
        // Dunder methods are called by operators, not by name.
        if (view.Type == NodeType.File || view.Name.StartsWith("__", StringComparison.Ordinal)) yield break;
        bool isMethod = view.Parent >= 0 && graph.Node(view.Parent).Type == NodeType.Class;
        // A method is called on something; what is called by its bare name, the analysis would have found.
        var call = new Regex($@"{(isMethod ? @"\." : @"(?<![\w.])(?<!def )(?<!class )")}{Regex.Escape(view.Name)}\s*\(");
        int calls = graph.EdgeTypeIndex(EdgeTypes.Calls);
        int count = 0;
        foreach (int file in graph.Files.ToArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string path = graph.Node(file).Path;
            string[] lines = sources.Of(path);
            HashSet<int>? known = null;
            for (int i = 0; i < lines.Length; i++)
            {
                if (!lines[i].Contains(view.Name, StringComparison.Ordinal) || !call.IsMatch(lines[i]) || IsComment(lines[i])) continue;
                if ((known ??= LinesThatResolve(graph, file, view.Name, calls)).Contains(i + 1)) continue;
                yield return new Mention(path, i + 1, NodeLines.Code(lines[i]));
                if (++count > Most) yield break;
            }
        }
    }

    /// <summary>Lines of a file from which an edge leads to something of this name.</summary>
    private static HashSet<int> LinesThatResolve(CodeGraph graph, int file, string name, int calls)
    {
        var lines = new HashSet<int>();
        for (var (node, end) = graph.NodesOfFile(file); node < end; node++)
            foreach (int number in graph.Outgoing(node))
            {
                var edge = graph.Edge(number);
                if (edge.TypeIndex != calls || graph.Node(edge.Target).Name != name) continue;
                foreach (int line in edge.Lines) lines.Add(line);
            }
        return lines;
    }

    /// <summary>A comment, or the beginning of a text such as documentation.</summary>
    private static bool IsComment(string line) => line.AsSpan().TrimStart() is ['#' or '"' or '\'', ..];
}
