using System.Text;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Queries;

/// <summary>A small repository that is made up: a graph, and the sources that fit to it. The same seed gives the same one.</summary>
internal sealed class QueryRepository : ISourceReader
{
    private static readonly string[] Words = ["load", "parse", "user", "order", "cache", "render", "index", "query", "build", "token"];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private QueryRepository(CodeGraph graph) => Graph = graph;

    public CodeGraph Graph { get; }

    /// <summary>Paths that the graph has and the working tree has not any more.</summary>
    public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

    public string? Read(string path) => Gone.Contains(path) ? null : _texts.GetValueOrDefault(path);

    public static QueryRepository Make(int files, int seed)
    {
        var random = new Random(seed);
        var builder = new GraphBuilder();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var definitions = new List<(int File, int Handle, NodeType Type)>();
        for (int f = 0; f < files; f++)
        {
            string folder = f % 4 == 3 ? "tests" : "src/" + Words[f % Words.Length], path = $"{folder}/{(f % 4 == 3 ? "test_" : "")}{Words[random.Next(Words.Length)]}_{f}.py";
            var text = new StringBuilder();
            int count = random.Next(1, 6), lines = 1 + count * 5;
            int file = builder.AddFile(path, lines, "Module " + f);
            text.Append("\"\"\"Module ").Append(f).Append("\"\"\"\n");
            int owner = file;
            for (int d = 0; d < count; d++)
            {
                int line = 2 + d * 5;
                bool isClass = d == 0 && random.Next(2) == 0;
                string name = (f % 4 == 3 ? "test_" : "") + Words[random.Next(Words.Length)] + "_" + d;
                string qualified = isClass || owner == file ? name : "Owner" + f + "." + name;
                if (isClass) qualified = "Owner" + f;
                int node = builder.AddDefinition(isClass ? NodeType.Class : NodeType.Function, isClass ? file : owner, qualified, line, isClass ? lines : line + 4,
                    isClass ? 0 : random.Next(1, 9), "Does " + name, isClass ? null : "(self, value)");
                if (isClass) owner = node;
                definitions.Add((file, node, isClass ? NodeType.Class : NodeType.Function));
                text.Append(isClass ? $"class {qualified}:\n" : $"def {name}(self, value):\n").Append("    \"\"\"Does ").Append(name).Append("\"\"\"\n    value = value + 1\n    return value\n\n");
            }
            texts[path] = text.ToString();
        }
        for (int i = 0; i < definitions.Count * 2; i++)
        {
            var (source, target) = (definitions[random.Next(definitions.Count)], definitions[random.Next(definitions.Count)]);
            if (source.Type == NodeType.Class && target.Type == NodeType.Class) builder.AddEdge(source.Handle, target.Handle, EdgeTypes.Extends, 2, Confidence.Exact);
            else if (source.Type == NodeType.Function) builder.AddEdge(source.Handle, target.Handle, EdgeTypes.Calls, 3, (Confidence)random.Next(3));
            if (source.File != target.File) builder.AddEdge(source.File, target.File, EdgeTypes.Imports, 1, Confidence.Exact);
        }
        var made = new QueryRepository(builder.Build(new RepositoryInfo("/conformance", "conformance", null)));
        foreach (var (path, text) in texts) made._texts[path] = text;
        return made;
    }

    public IEnumerable<string> Paths => _texts.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<int> Definitions => Enumerable.Range(0, Graph.NodeCount).Where(i => Graph.Node(i).Type != NodeType.File);
}
