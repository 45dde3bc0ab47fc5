using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Impact;

/// <summary>Gives the text of a repository's files as they are now.</summary>
/// <param name="path">Path relative to the root.</param>
/// <returns>The text, or null when it is gone or can't be read.</returns>
public delegate string? ReadText(string path);

/// <summary>
/// Finds where the names of changed definitions stand in the text. This is how callers come to light that the graph can't know:
/// receivers whose type is unknown, names in strings for <c>getattr</c>, entry points in configuration.
/// </summary>
public static class MentionFinder
{
    /// <summary>How many definitions of a graph have a name: counted once for each graph.</summary>
    private static readonly ConditionalWeakTable<CodeGraph, Dictionary<string, int>> DefinitionCounts = [];
    private static readonly string[] Configuration = ["pyproject.toml", "setup.cfg", "setup.py", "tox.ini", "package.json"];

    /// <summary>Looks through the files of a graph that have one of the names, and the configuration at its root.</summary>
    public static IReadOnlyList<NameMention> Find(CodeGraph graph, ChangedDefinitions changed, NameIndex index, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(index);
        // Looked at before they are read: what changes in between is found the next time.
        long generation = index.LookAt(graph.Files.ToArray().Select(file => graph.Node(file).QualifiedName).Concat(Configuration));
        if (index.Recent.Find(graph, changed, generation) is { } known) return known;
        var found = Find(graph, changed, index.MayHave, index.Read, cancellationToken);
        index.Recent.Add(graph, changed, generation, found);
        return found;
    }

    /// <summary>Looks through all files of a graph, and the configuration at its root.</summary>
    public static IReadOnlyList<NameMention> Find(CodeGraph graph, ChangedDefinitions changed, ReadText read, CancellationToken cancellationToken = default) =>
        Find(graph, changed, static (_, _) => true, read, cancellationToken);

    private static List<NameMention> Find(CodeGraph graph, ChangedDefinitions changed, Func<string, HashSet<uint>, bool> mayHave, ReadText read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(read);
        var names = NamesOf(graph, changed);
        var found = new List<NameMention>();
        if (names.Count == 0) return found;
        var hashes = names.Keys.Select(NameIndex.Hash).ToHashSet();
        var wantedNames = names.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (int file in graph.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string filePath = graph.Node(file).QualifiedName;
            if (!mayHave(filePath, hashes) || read(filePath) is not { } text) continue;
            foreach (var place in NameScanner.Scan(text, wantedNames))
                foreach (var wanted in names[place.Name])
                    if (Fits(graph, file, place, wanted)) found.Add(new NameMention(wanted.Node, ChangedLines.HolderOf(graph, file, place.Line), place.Line, wanted.Candidates));
        }
        foreach (string path in Configuration)
        {
            if (graph.FindFile(path) >= 0 || !mayHave(path, hashes) || read(path) is not { } text) continue;
            // 'shop.cli:main' names a function to be called.
            foreach (var (name, wanted) in names)
                if (text.Contains(':' + name + '"', StringComparison.Ordinal) || text.Contains(':' + name + '\n', StringComparison.Ordinal))
                    found.AddRange(wanted.Where(w => graph.Node(w.Node).Type == NodeType.Function).Select(w => new NameMention(w.Node, -1, 1, w.Candidates)));
        }
        return found;
    }

    private static Dictionary<string, int> CountDefinitions(CodeGraph graph)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            if (node.Type != NodeType.File) CollectionsMarshal.GetValueRefOrAddDefault(counts, node.Name, out _)++;
        }
        return counts;
    }

    private static Dictionary<string, List<Wanted>> NamesOf(CodeGraph graph, ChangedDefinitions changed)
    {
        var names = new Dictionary<string, List<Wanted>>(StringComparer.Ordinal);
        foreach (int node in changed.Nodes)
        {
            var definition = graph.Node(node);
            if (definition.Type != NodeType.File && !definition.Name.StartsWith("__", StringComparison.Ordinal))
                Add(definition.Name, new Wanted(node, graph.Node(definition.Parent).Type == NodeType.Class, 0));
        }
        var candidates = names.Count == 0 ? [] : DefinitionCounts.GetValue(graph, CountDefinitions);
        foreach (var (name, wanted) in names.ToArray())
        {
            if (candidates[name] > NameMention.MostCandidates) names.Remove(name);
            else names[name] = [.. wanted.Select(w => w with { Candidates = candidates[name] })];
        }
        foreach (var (file, name) in changed.Constants)
            if (name.Length > 2) Add(name, new Wanted(file, false, 1));
        return names;

        void Add(string name, Wanted wanted)
        {
            if (!names.TryGetValue(name, out var list)) names.Add(name, list = []);
            list.Add(wanted);
        }
    }

    private static bool Fits(CodeGraph graph, int file, NamePlace place, Wanted wanted)
    {
        var symbol = graph.Node(wanted.Node);
        if (symbol.FileIndex == file && symbol.Type != NodeType.File && place.Line == symbol.LineStart) return false;
        if (symbol.Type == NodeType.File) return place.Kind != NameKind.Quoted && (symbol.Index != file || ChangedLines.HolderOf(graph, file, place.Line) != file);
        return place.Kind switch
        {
            NameKind.Attribute or NameKind.Quoted => true,
            _ => !wanted.IsMethod && place.IsUsed,
        };
    }

    private sealed record Wanted(int Node, bool IsMethod, int Candidates);
}
