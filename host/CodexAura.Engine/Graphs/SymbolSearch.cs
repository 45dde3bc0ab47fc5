using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Graphs;

/// <summary>Finds files, classes and functions by what a person remembers of their names.</summary>
public static class SymbolSearch
{
    /// <summary>How many similar names are given where nothing fits.</summary>
    public const int Suggestions = 5;

    private const double LeastSimilarity = 0.45;

    /// <summary>Searches a graph.</summary>
    public static SymbolMatches Find(CodeGraph graph, SymbolQuery query)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(query);
        var text = new SymbolText(query.Text);
        var found = new List<SymbolMatch>();
        if (text.Whole.Length > 0)
            foreach (int node in Candidates(graph, query))
                if (text.Fit(graph.Node(node)) is { } fit) found.Add(new SymbolMatch(node, fit));
        if (found.Count == 0)
            return new SymbolMatches([.. Nearest(graph, query).Select(node => new SymbolMatch(node, SymbolFit.Similar))], 0);
        var best = found.OrderBy(m => m.Fit).ThenBy(m => LooksLikeTest(graph.Node(m.Node).Path))
            .ThenBy(m => m.Fit >= SymbolFit.Words ? graph.Node(m.Node).Name.Length : 0)
            .ThenByDescending(m => graph.Incoming(m.Node).Count).ThenBy(m => m.Node).Take(Math.Max(1, query.Limit));
        return new SymbolMatches([.. best], found.Count);
    }

    /// <summary>The nodes whose names are most like a text, each name once, best first.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="text">A name, qualified or simple, or a path.</param>
    public static IReadOnlyList<int> Nearest(CodeGraph graph, string text)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(text);
        return Nearest(graph, new SymbolQuery(text));
    }

    private static IReadOnlyList<int> Nearest(CodeGraph graph, SymbolQuery query)
    {
        var text = new SymbolText(query.Text);
        if (text.Whole.Length == 0) return [];
        var similarity = new NameSimilarity(text.Name);
        // Names repeat: each is compared once, and stands for the most used of its nodes.
        var byName = new Dictionary<string, (double Score, int Node)>(StringComparer.Ordinal);
        foreach (int node in Candidates(graph, query))
        {
            string name = text.Comparable(graph.Node(node));
            if (!byName.TryGetValue(name, out var known)) byName.Add(name, (similarity.To(name), node));
            else if (graph.Incoming(node).Count > graph.Incoming(known.Node).Count) byName[name] = (known.Score, node);
        }
        return [.. byName.Values.Where(v => v.Score >= LeastSimilarity).OrderByDescending(v => v.Score)
            .ThenBy(v => LooksLikeTest(graph.Node(v.Node).Path)).ThenBy(v => v.Node).Take(Suggestions).Select(v => v.Node)];
    }

    private static IEnumerable<int> Candidates(CodeGraph graph, SymbolQuery query)
    {
        string? path = query.Path?.Replace('\\', '/').Trim('/');
        if (path?.StartsWith("./", StringComparison.Ordinal) == true) path = path[2..];
        if (path is "" or ".") path = null;
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            if (query.Type is { } type && node.Type != type) continue;
            if (path is null || node.Path.StartsWith(path, StringComparison.Ordinal) && (node.Path.Length == path.Length || node.Path[path.Length] == '/')) yield return i;
        }
    }

    private static bool LooksLikeTest(string path) =>
        path.StartsWith("test", StringComparison.Ordinal) || path.Contains("/test", StringComparison.Ordinal) || path.Contains("_test.", StringComparison.Ordinal);
}
