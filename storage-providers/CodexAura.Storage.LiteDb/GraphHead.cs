using CodexAura.Sdk.Graph;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>A graph's description as it is kept, with what is neither node nor edge.</summary>
/// <param name="Key">The number under which its body is kept.</param>
/// <param name="Info">What it is.</param>
/// <param name="EdgeTypes">Names of its edge types.</param>
/// <param name="Diagnostics">What was noticed.</param>
/// <param name="Unresolved">What became no edge.</param>
internal sealed record GraphHead(int Key, GraphInfo Info, IReadOnlyList<string> EdgeTypes, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<UnresolvedCount> Unresolved)
{
    public int ChunkCount => GraphChunk.Count(Info.NodeCount);

    public static GraphHead Of(int key, GraphInfo info, CodeGraph graph) => new(key, info, graph.EdgeTypeNames, graph.Diagnostics, graph.Unresolved);

    public BsonDocument ToDocument()
    {
        using var row = new RowWriter();
        row.Text(Info.Id);
        row.Text(Info.Repository.Path);
        row.Text(Info.Repository.Name);
        row.Text(Info.Repository.Sha);
        row.Write(Info.CreatedAt.UtcTicks);
        row.Number(Info.NodeCount);
        row.Number(Info.EdgeCount);
        row.Number(EdgeTypes.Count);
        foreach (string type in EdgeTypes) row.Text(type);
        row.Diagnostics(Diagnostics);
        row.Number(Unresolved.Count);
        foreach (var one in Unresolved)
        {
            row.Text(one.Kind);
            row.Text(one.Reason);
            row.Number(one.Count);
        }
        return new BsonDocument { ["_id"] = Keys.Graph(Info.Id), ["k"] = Key, ["b"] = row.Take() };
    }

    public static GraphHead From(BsonDocument document)
    {
        using var row = new RowReader(document["b"].AsBinary ?? throw new InvalidDataException("a description is empty"));
        string id = row.Text();
        var repository = new RepositoryInfo(row.Text(), row.Text(), row.OptionalText());
        var info = new GraphInfo(id, repository, new DateTimeOffset(row.Long(), TimeSpan.Zero), row.Number(), row.Number());
        string[] types = new string[row.Number()];
        for (int i = 0; i < types.Length; i++) types[i] = row.Text();
        var diagnostics = row.Diagnostics();
        var unresolved = new UnresolvedCount[row.Number()];
        for (int i = 0; i < unresolved.Length; i++) unresolved[i] = new UnresolvedCount(row.Text(), row.Text(), row.Number());
        return new GraphHead(document["k"].AsInt32, info, types, diagnostics, unresolved);
    }
}
