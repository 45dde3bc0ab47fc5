using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>
/// A graph written as text. <c>a.py: f C C.m(x)</c> is a file with a function, a class (upper case) and a method;
/// <c>b.py:g calls a.py:f</c> is an edge, with <c>guess</c> behind it a heuristic one. A name without a colon is a file.
/// </summary>
internal sealed class Code
{
    private readonly GraphBuilder _builder = new();
    private readonly Dictionary<string, int> _handles = [];

    private Code(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0].EndsWith(':')) AddFile(words[0][..^1], words[1..]);
        }
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0].EndsWith(':')) continue;
            string type = words[1] switch { "calls" => EdgeTypes.Calls, "extends" => EdgeTypes.Extends, "imports" => EdgeTypes.Imports, var other => throw new ArgumentException(other) };
            _builder.AddEdge(_handles[words[0]], _handles[words[2]], type, 1, words.Length > 3 ? Confidence.Heuristic : Confidence.Exact);
        }
    }

    public static CodeGraph Graph(string text) => new Code(text)._builder.Build(new RepositoryInfo("/r", "r", null));

    public static ImpactResult Change(string text, params string[] changed) => Change(Graph(text), changed);

    /// <summary>Analyses a change of symbols, <c>a.py:f</c>, or of files' module-level code, <c>a.py</c>.</summary>
    public static ImpactResult Change(CodeGraph graph, params string[] changed) =>
        new BasicImpactAnalyzer().Analyze(Request(graph, changed), graph, TestContext.Current.CancellationToken);

    public static ImpactRequest Request(CodeGraph graph, params string[] changed) =>
        new() { ChangedSymbols = [.. changed.Select(c => graph.Node(Find(graph, c)).Id)], Mentions = [] };

    public static int Find(CodeGraph graph, string name) =>
        Enumerable.Range(0, graph.NodeCount).Single(i => Name(graph, i) == name);

    public static string Name(CodeGraph graph, int node)
    {
        var n = graph.Node(node);
        return n.Type == NodeType.File ? n.Path : $"{n.Path}:{n.QualifiedName}";
    }

    private void AddFile(string path, string[] definitions)
    {
        int file = _handles[path] = _builder.AddFile(path, 100);
        int line = 1;
        foreach (string definition in definitions)
        {
            int bracket = definition.IndexOf('(', StringComparison.Ordinal);
            string name = bracket < 0 ? definition : definition[..bracket];
            int dot = name.LastIndexOf('.');
            int parent = dot < 0 ? file : _handles[$"{path}:{name[..dot]}"];
            var type = char.IsUpper(name[dot + 1]) ? NodeType.Class : NodeType.Function;
            _handles[$"{path}:{name}"] = _builder.AddDefinition(type, parent, name, line, line, type == NodeType.Function ? 1 : 0, signature: bracket < 0 ? null : definition[bracket..]);
            line++;
        }
    }
}

internal static class Results
{
    /// <summary>Names of the affected nodes, in graph order.</summary>
    public static string[] Names(this ImpactResult result, CodeGraph graph) => [.. result.Affected.Select(a => a.Node).Order().Select(n => Code.Name(graph, n))];

    public static string[] TestNames(this ImpactResult result, CodeGraph graph) => [.. result.Tests.Select(t => Code.Name(graph, t.Node))];

    public static double ScoreOf(this ImpactResult result, CodeGraph graph, string name) =>
        result.Affected.FirstOrDefault(a => Code.Name(graph, a.Node) == name)?.Score ?? 0;
}
