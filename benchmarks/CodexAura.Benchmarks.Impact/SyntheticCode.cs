using CodexAura.Sdk.Graph;

namespace CodexAura.Benchmarks.Impact;

/// <summary>
/// Makes graphs that look like those of real code: files of 3 classes with 3 methods each and 2 functions, most references close
/// by, a few definitions used from everywhere, classes that extend others of the neighbourhood or a common base. The same seed
/// gives the same graph.
/// </summary>
internal static class SyntheticCode
{
    private const int InFile = 15, Classes = 3, Methods = 3;

    public static CodeGraph Make(int nodes, int edges, int seed, string root)
    {
        var random = new Random(seed);
        var builder = new GraphBuilder();
        List<int> files = [], classes = [], functions = [];
        while (builder.NodeCount < nodes)
        {
            int number = files.Count, line = 1;
            int file = builder.AddFile(number % 5 == 4 ? $"tests/area_{number % 40}/test_{number}.py" : $"src/area_{number % 40}/module_{number}.py", 400);
            files.Add(file);
            for (int c = 0; c < Classes; c++)
            {
                int type = builder.AddDefinition(NodeType.Class, file, $"Thing{c}", line, line + 40);
                classes.Add(type);
                for (int m = 0; m < Methods; m++)
                    functions.Add(builder.AddDefinition(NodeType.Function, type, $"Thing{c}.do_{random.Next(12)}_{m}", line += 10, line + 8, random.Next(1, 12), signature: "(self, value)"));
            }
            for (int f = 0; f < InFile - 1 - Classes * (Methods + 1); f++)
                functions.Add(builder.AddDefinition(NodeType.Function, file, $"test_or_make_{f}", line += 10, line + 8, random.Next(1, 12), signature: "(value)"));
        }
        for (int i = 1; i < classes.Count; i++)
            if (random.Next(2) == 0) builder.AddEdge(classes[i], classes[random.Next(4) == 0 ? random.Next(Math.Min(i, 20)) : Math.Max(0, i - random.Next(1, 60))], EdgeTypes.Extends, 1, Confidence.Exact);
        for (int i = 0; i < files.Count * 8; i++)
        {
            int from = random.Next(files.Count);
            builder.AddEdge(files[from], files[Near(random, from, files.Count)], EdgeTypes.Imports, 1, Confidence.Exact);
        }
        for (int i = classes.Count / 2 + files.Count * 8; i < edges; i++)
        {
            int from = random.Next(functions.Count);
            int to = random.Next(8) == 0 ? classes[Near(random, from * classes.Count / functions.Count, classes.Count)] : functions[Near(random, from, functions.Count)];
            builder.AddEdge(functions[from], to, EdgeTypes.Calls, random.Next(1, 400), (Confidence)random.Next(3));
        }
        return builder.Build(new RepositoryInfo(root, "synthetic", null));
    }

    /// <summary>Writes a file that looks like its part of the graph: each definition, and a line for each of its edges.</summary>
    public static void WriteFile(CodeGraph graph, int file, string root)
    {
        var lines = new List<string>();
        var (start, end) = graph.NodesOfFile(file);
        for (int node = start; node < end; node++)
        {
            var definition = graph.Node(node);
            while (lines.Count < definition.LineStart - 1 && node > start) lines.Add($"        value_{lines.Count % 40} = self.compute(value_{lines.Count % 17}, option={lines.Count})");
            if (node > start) lines.Add(definition.Type == NodeType.Class ? $"class {definition.Name}:" : $"    def {definition.Name}{definition.Signature}:");
            foreach (int edge in graph.Outgoing(node)) lines.Add($"        thing.{graph.Node(graph.Edge(edge).Target).Name.Replace(".py", "", StringComparison.Ordinal)}(value)");
        }
        string path = Path.Join(root, graph.Node(file).Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
    }

    private static int Near(Random random, int from, int count) =>
        random.Next(4) == 0 ? (int)(count * Math.Pow(random.NextDouble(), 4)) : Math.Clamp(from + random.Next(-200, 200), 0, count - 1);
}
