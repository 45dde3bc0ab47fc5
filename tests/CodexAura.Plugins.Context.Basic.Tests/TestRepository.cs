using System.Text.RegularExpressions;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Tests;

/// <summary>A repository in memory: files of text, with a graph whose definitions are found by their indentation.</summary>
internal sealed partial class TestRepository : ISourceReader
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<(string From, string To, string Type)> _edges = [];

    public TestRepository File(string path, string text)
    {
        _files[path] = text.ReplaceLineEndings("\n");
        return this;
    }

    /// <summary>Adds an edge between nodes, named by their ids.</summary>
    public TestRepository Edge(string from, string to, string type)
    {
        _edges.Add((from, to, type));
        return this;
    }

    public string? Read(string path) => _files.GetValueOrDefault(path);

    public CodeGraph Graph()
    {
        var builder = new GraphBuilder();
        var handles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (path, text) in _files.OrderBy(f => f.Key, StringComparer.Ordinal)) AddFile(builder, handles, path, text.TrimEnd('\n').Split('\n'));
        foreach (var (from, to, type) in _edges) builder.AddEdge(handles[from], handles[to], type, 1, Confidence.Exact);
        return builder.Build(new RepositoryInfo("/repository", "repository", "0123456789abcdef0123456789abcdef01234567"));
    }

    private static void AddFile(GraphBuilder builder, Dictionary<string, int> handles, string path, string[] lines)
    {
        int file = handles[path + "::file"] = builder.AddFile(path, lines.Length);
        var open = new Stack<(int Handle, string Name, int Indent)>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (Definition().Match(lines[i]) is not { Success: true } match) continue;
            int indent = match.Groups[1].Length;
            while (open.Count > 0 && open.Peek().Indent >= indent) open.Pop();
            string name = open.Count > 0 ? open.Peek().Name + "." + match.Groups[3].Value : match.Groups[3].Value;
            var type = match.Groups[2].Value == "class" ? NodeType.Class : NodeType.Function;
            int end = i + 1;
            while (end < lines.Length && (lines[end].Length == 0 || lines[end].Length - lines[end].TrimStart().Length > indent)) end++;
            while (lines[end - 1].Length == 0) end--;
            string id = NodeId.Format(type, path, name);
            if (handles.ContainsKey(id)) continue;
            handles[id] = builder.AddDefinition(type, open.Count > 0 ? open.Peek().Handle : file, name, i + 1, end,
                1, null, type == NodeType.Function ? match.Groups[4].Value : null);
            open.Push((handles[id], name, indent));
        }
    }

    public ContextResult Ask(ContextRequest request) =>
        new BasicContextProvider().GetContextAsync(request, Graph(), this, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    [GeneratedRegex(@"^( *)(class|def) (\w+)(\([^)]*\))?")]
    private static partial Regex Definition();
}
