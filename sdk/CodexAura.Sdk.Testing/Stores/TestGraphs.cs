using System.Text;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Graphs from a seed: the same seed gives the same graph, in every process.</summary>
internal static class TestGraphs
{
    private static readonly string[] Words = ["load", "parse", "user", "order", "cache", "render", "index", "query", "build", "token"];
    private static readonly string[] OddTexts =
        ["", "\0", "a\0b", "😀", "日本語", "null", "''; --", "\"\\\n\r\t", "\u00e9\u0301", "ÄÖÜ straße İı", "%_*?[x]", "<&>", "\u2028", "\ufeff", " ", "$.a"];

    /// <summary>A small graph of any shape that the builder allows: cycles, self-loops, no edges, no nodes, odd names.</summary>
    public static CodeGraph Any(int seed, string? repository = null)
    {
        var random = new Random(seed);
        var builder = new GraphBuilder();
        int files = random.Next(7), definitions = random.Next(40), edges = random.Next(150);
        for (int i = 0; i < files; i++) builder.AddFile($"{Text(random)}/{i}{Text(random)}.py", random.Next(5000), Optional(random));
        for (int i = 0; i < definitions && files > 0; i++)
            builder.AddDefinition(random.Next(3) == 0 ? NodeType.Class : NodeType.Function, random.Next(builder.NodeCount), $"{Name(random)}#{i}",
                Line(random), Line(random), random.Next(50), Optional(random), Optional(random));
        string[] types = ["CALLS", "IMPORTS", "EXTENDS", "X" + Text(random)];
        for (int i = 0; i < edges && files > 0; i++)
            builder.AddEdge(random.Next(builder.NodeCount), random.Next(builder.NodeCount), types[random.Next(types.Length)], Line(random), (Confidence)random.Next(3));
        for (int i = random.Next(5); i > 0; i--)
            builder.AddDiagnostic(new Diagnostic(Text(random), (DiagnosticSeverity)random.Next(3), Text(random), Line(random), Text(random)));
        for (int i = random.Next(5); i > 0; i--) builder.AddUnresolved(Text(random), Text(random), random.Next(1000));
        return builder.Build(new RepositoryInfo(repository ?? "/r/" + Text(random), Text(random), Optional(random)));
    }

    /// <summary>A graph that looks like that of real code.</summary>
    public static CodeGraph Large(int nodes, int seed, string repository = "/repositories/large")
    {
        var random = new Random(seed);
        var builder = new GraphBuilder();
        int file = 0, parent = 0, line = 0;
        for (int i = 0; i < nodes; i++)
        {
            if (i % 15 == 0)
            {
                (file, line) = (builder.AddFile($"src/{Words[i / 15 % 10]}/module_{i}.py", 400, Docstring(random)), 1);
                parent = file;
                continue;
            }
            line += random.Next(2, 25);
            string name = $"{Words[random.Next(10)]}_{Words[random.Next(10)]}_{i % 100}";
            if (i % 5 == 1) parent = builder.AddDefinition(NodeType.Class, file, name, line, line + 60, 0, Docstring(random));
            else builder.AddDefinition(NodeType.Function, parent, parent == file ? name : $"Owner.{name}", line, line + 12, random.Next(1, 15), Docstring(random), "(self, a: int) -> None");
        }
        string[] types = [EdgeTypes.Calls, EdgeTypes.Calls, EdgeTypes.Imports, EdgeTypes.Extends];
        for (int i = 0; i < nodes * 3; i++)
        {
            int source = random.Next(nodes), target = random.Next(4) == 0 ? random.Next(nodes / 100 + 1) : Math.Clamp(source + random.Next(-100, 100), 0, nodes - 1);
            builder.AddEdge(source, target, types[random.Next(4)], random.Next(1, 400), (Confidence)random.Next(3));
        }
        builder.AddUnresolved(EdgeTypes.Calls, "external", nodes);
        return builder.Build(new RepositoryInfo(repository, "large", "0123456789abcdef0123456789abcdef01234567"));
    }

    /// <summary>Shapes that chance would hardly make.</summary>
    public static IEnumerable<(string What, CodeGraph Graph)> Odd()
    {
        yield return ("without anything", Build("empty", _ => { }));
        yield return ("of one empty file", Build("file", builder => builder.AddFile("a.py", 0)));
        yield return ("with very long ids", Build("long", builder =>
        {
            int file = builder.AddFile(string.Join('/', Enumerable.Repeat("directory", 400)) + ".py", 10);
            int other = builder.AddFile(string.Join('/', Enumerable.Repeat("directory", 400)) + "x.py", 10);
            int function = builder.AddDefinition(NodeType.Function, file, new string('é', 20_000), 1, 2, 1, new string('d', 100_000), new string('s', 50_000));
            builder.AddEdge(function, other, EdgeTypes.Calls, 1, Confidence.Exact);
        }));
        yield return ("with a circle, self-loops and an edge on many lines", Build("circle", builder =>
        {
            int file = builder.AddFile("a.py", 10_000);
            int[] ring = [.. Enumerable.Range(0, 50).Select(i => builder.AddDefinition(NodeType.Function, file, $"f{i}", i + 1, i + 1, 1))];
            for (int i = 0; i < ring.Length; i++)
            {
                builder.AddEdge(ring[i], ring[(i + 1) % ring.Length], EdgeTypes.Calls, i, Confidence.Inferred);
                builder.AddEdge(ring[i], ring[i], EdgeTypes.Calls, i, Confidence.Heuristic);
            }
            for (int line = 0; line < 10_000; line += 3) builder.AddEdge(file, ring[0], EdgeTypes.Calls, line, Confidence.Exact);
        }));
        yield return ("with the same names in many files", Build("names", builder =>
        {
            for (int f = 0; f < 300; f++)
            {
                int file = builder.AddFile($"d{f}/__init__.py", 10);
                foreach (string name in (string[])["run", "run#2", "Run", "Run.run"]) builder.AddDefinition(NodeType.Function, file, name, 1, 2, 1);
                builder.AddDefinition(NodeType.Class, file, "run", 1, 2);
            }
        }));
        yield return ("with parents below their children", Build("parents", builder =>
        {
            int file = builder.AddFile("a.py", 100);
            int outer = builder.AddDefinition(NodeType.Class, file, "Outer", 50, 60);
            int inner = builder.AddDefinition(NodeType.Class, outer, "Outer.Inner", 40, 45);
            builder.AddDefinition(NodeType.Function, inner, "Outer.Inner.run", 30, 35, 2);
        }));
        yield return ("with one file of 5,000 functions", Build("one", builder =>
        {
            int file = builder.AddFile("a.py", 5000);
            for (int i = 0; i < 5000; i++) builder.AddEdge(builder.AddDefinition(NodeType.Function, file, $"f{i}", i, i, 1, "Says what it does."), file, "USES", i, Confidence.Exact);
        }));
    }

    private static CodeGraph Build(string repository, Action<GraphBuilder> add)
    {
        var builder = new GraphBuilder();
        add(builder);
        return builder.Build(new RepositoryInfo("/repositories/" + repository, repository, null));
    }

    private static string Name(Random random) => random.Next(4) == 0 ? "n" + Text(random) : $"{Words[random.Next(10)]}{(random.Next(2) == 0 ? "_" : ".")}{Words[random.Next(10)]}";

    private static string? Optional(Random random) => random.Next(3) == 0 ? null : Text(random);

    private static int Line(Random random) => random.Next(9) == 0 ? random.Next() : random.Next(1, 40);

    private static string? Docstring(Random random) => random.Next(3) > 0 ? null : string.Join(' ', Enumerable.Range(0, 12).Select(_ => Words[random.Next(10)]));

    /// <summary>Valid Unicode of any kind, without the separator of ids.</summary>
    private static string Text(Random random)
    {
        switch (random.Next(4))
        {
            case 0: return OddTexts[random.Next(OddTexts.Length)];
            case 1: return Words[random.Next(10)] + Words[random.Next(10)].ToUpperInvariant();
        }
        var text = new StringBuilder();
        for (int i = random.Next(12); i > 0; i--)
        {
            int code = random.Next(3) == 0 ? random.Next(0x110000) : random.Next(0x250);
            if (Rune.IsValid(code) && code != ':') text.Append(new Rune(code));
        }
        return text.ToString();
    }
}
