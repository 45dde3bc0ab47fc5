using CodexAura.Sdk.Graph;

namespace CodexAura.Benchmarks.Storage;

/// <summary>Makes graphs of any size that look like those of real code; the same seed gives the same graph.</summary>
internal static class SyntheticGraph
{
    private const int DefinitionsInFile = 14;
    private static readonly string[] Words =
        ["load", "parse", "user", "order", "cache", "render", "index", "query", "build", "token", "field", "model", "route", "state", "event"];

    public static CodeGraph Make(int nodes, int edges, int seed, string repositoryPath = "/repositories/synthetic")
    {
        var random = new Random(seed);
        var builder = new GraphBuilder();
        int[] handles = new int[nodes];
        int file = -1, parent = -1, line = 0;
        for (int i = 0; i < nodes; i++)
        {
            if (i % (DefinitionsInFile + 1) == 0)
            {
                (file, line) = (i, 1);
                parent = handles[i] = builder.AddFile($"src/{Words[i / 15 % 15]}/{Words[i / 225 % 15]}/{Words[random.Next(15)]}_{i}.py", 420, Docstring(random));
                continue;
            }
            line += random.Next(3, 28);
            bool isClass = i % 5 == 1;
            string name = $"{Words[random.Next(15)]}_{Words[random.Next(15)]}_{i % 1000}";
            if (isClass) parent = handles[i] = builder.AddDefinition(NodeType.Class, handles[file], name, line, line + 60, 0, Docstring(random));
            else
                handles[i] = builder.AddDefinition(NodeType.Function, parent, parent == handles[file] ? name : $"Owner.{name}", line, line + 12,
                    random.Next(1, 15), Docstring(random), $"(self, {Words[random.Next(15)]}: str, limit: int = {random.Next(100)}) -> None");
        }
        string[] types = [EdgeTypes.Calls, EdgeTypes.Calls, EdgeTypes.Calls, EdgeTypes.Imports, EdgeTypes.Extends];
        // Some of them fall together: as many again are drawn until there are enough different ones.
        var seen = new HashSet<(int, int, int)>(edges);
        while (seen.Count < edges)
        {
            int source = random.Next(nodes), type = random.Next(types.Length);
            // Most references stay close by; a few definitions are used from everywhere.
            int target = random.Next(4) == 0 ? (int)(nodes * Math.Pow(random.NextDouble(), 4)) : Math.Clamp(source + random.Next(-200, 200), 0, nodes - 1);
            if (!seen.Add((source, target, type < 3 ? 0 : type))) continue;
            int at = random.Next(1, 400);
            for (int repeat = random.Next(8) == 0 ? 3 : 1; repeat > 0; repeat--)
                builder.AddEdge(handles[source], handles[target], types[type], at += random.Next(20), (Confidence)random.Next(3));
        }
        for (int i = 0; i < nodes / 1000; i++)
            builder.AddDiagnostic(new Diagnostic("CA2001", DiagnosticSeverity.Warning, $"src/broken_{i}.py", i + 1, "The file could be read in part only."));
        builder.AddUnresolved(EdgeTypes.Calls, "external", edges / 3);
        return builder.Build(new RepositoryInfo(repositoryPath, "synthetic", "0123456789abcdef0123456789abcdef01234567"));
    }

    private static string? Docstring(Random random) => random.Next(5) < 3
        ? null
        : string.Join(' ', Enumerable.Range(0, random.Next(5, 50)).Select(_ => Words[random.Next(15)]));
}
