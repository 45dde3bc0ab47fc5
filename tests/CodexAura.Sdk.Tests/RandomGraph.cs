using CodexAura.Sdk.Graph;
using CsCheck;

namespace CodexAura.Sdk.Tests;

/// <summary>A graph as plain lists, so that a test can say what the real one must contain.</summary>
internal sealed record RandomGraph(IReadOnlyList<RandomGraph.File> Files, IReadOnlyList<RandomGraph.Reference> References)
{
    private static readonly string[] Types = [EdgeTypes.Calls, EdgeTypes.Imports, EdgeTypes.Extends, "ROUTES"];
    private static readonly string[] Paths =
        ["a.py", "a/b.py", "a-b.py", "B.py", "é.py", "with space.py", "odd::file", "x::function", "x::class::y.py"];

    public sealed record File(string Path, IReadOnlyList<Definition> Definitions);

    public sealed record Definition(NodeType Type, string Name, int Line);

    /// <summary>Source and target count the nodes in the order of <see cref="NodeIds"/>.</summary>
    public sealed record Reference(int Source, int Target, string Type, int Line, Confidence Confidence);

    public static Gen<RandomGraph> Gen { get; } =
        from paths in CsCheck.Gen.Shuffle(Paths, 1, 6)
        from definitions in DefinitionsOfFile.Array[paths.Length]
        let files = paths.Select((path, i) => new File(path, definitions[i])).ToList()
        let nodes = files.Sum(f => 1 + f.Definitions.Count)
        from references in ReferenceBetween(nodes).List[0, 40]
        select new RandomGraph(files, references);

    public IReadOnlyList<string> NodeIds => [.. Nodes.Select(n => n.Id)];

    private IEnumerable<(File File, Definition? Definition, string Id)> Nodes => Files.SelectMany(f =>
        f.Definitions.Select(d => (f, (Definition?)d, NodeId.Format(d.Type, f.Path, d.Name))).Prepend((f, null, f.Path + "::file")));

    /// <summary>Builds the graph, adding everything in an order that the seed decides.</summary>
    public CodeGraph Build(int seed)
    {
        var random = new Random(seed);
        var builder = new GraphBuilder();
        var handles = new Dictionary<string, int>();
        foreach (int f in Shuffled(Files.Count, random))
            handles[Files[f].Path + "::file"] = builder.AddFile(Files[f].Path, 9);
        var definitions = Nodes.Where(n => n.Definition is not null).ToArray();
        foreach (int d in Shuffled(definitions.Length, random))
        {
            var (file, definition, id) = definitions[d];
            handles[id] = builder.AddDefinition(definition!.Type, handles[file.Path + "::file"], definition.Name, definition.Line, definition.Line);
        }
        var ids = NodeIds;
        foreach (int r in Shuffled(References.Count, random))
        {
            var reference = References[r];
            builder.AddEdge(handles[ids[reference.Source]], handles[ids[reference.Target]], reference.Type, reference.Line, reference.Confidence);
        }
        return builder.Build(new RepositoryInfo("/r", "r", null));
    }

    private static Gen<IReadOnlyList<Definition>> DefinitionsOfFile =>
        CsCheck.Gen.Select(CsCheck.Gen.Enum<NodeType>().Where(t => t != NodeType.File), CsCheck.Gen.OneOf("f", "C", "C.run", "file", "é", "f#2"),
                CsCheck.Gen.Int[1, 4])
            .List[0, 6].Select(all => (IReadOnlyList<Definition>)
                [.. all.Select(d => new Definition(d.Item1, d.Item2, d.Item3)).DistinctBy(d => (d.Type, d.Name))]);

    private static Gen<Reference> ReferenceBetween(int nodes) => CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, nodes - 1], CsCheck.Gen.Int[0, nodes - 1], CsCheck.Gen.OneOf(Types), CsCheck.Gen.Int[1, 9],
        CsCheck.Gen.Enum<Confidence>(), (s, t, type, line, c) => new Reference(s, t, type, line, c));

    private static int[] Shuffled(int count, Random random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return order;
    }
}
