using CodexAura.Sdk.Graph;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>Writes and finds graphs.</summary>
internal static class GraphRows
{
    private const string Collection = "graphs";
    private const int ChunksAtOnce = 64;

    public static ILiteCollection<BsonDocument> Of(LiteDatabase database) => database.GetCollection(Collection);

    public static GraphHead? Find(LiteDatabase database, string id) =>
        Of(database).FindById(Keys.Graph(id)) is { } document && GraphHead.From(document) is var head && head.Info.Id == id ? head : null;

    public static List<GraphHead> All(LiteDatabase database)
    {
        var (first, last) = Keys.Graphs;
        return [.. Of(database).Find(LiteDB.Query.Between("_id", first, last)).Select(GraphHead.From)];
    }

    public static void Save(LiteDatabase database, DatabaseFile file, GraphInfo info, CodeGraph graph, CancellationToken cancellationToken)
    {
        var rows = Of(database);
        var before = Find(database, info.Id);
        var head = GraphHead.Of(before?.Key ?? NextKey(database), info, graph);
        var changed = ChangedChunks(rows, head, before, graph, cancellationToken);
        file.RequireRoom(changed.Sum(GraphChunk.SizeOf));
        foreach (var some in changed.Chunk(ChunksAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (before is null) rows.InsertBulk(some, ChunksAtOnce);
            else rows.Upsert(some);
        }
        if (before is not null && before.ChunkCount > head.ChunkCount)
            rows.DeleteMany(LiteDB.Query.Between("_id", Keys.Chunk(head.Key, head.ChunkCount), Keys.Chunk(head.Key, int.MaxValue)));
        SaveFiles(rows, head.Key, before is null, graph, cancellationToken);
        rows.Upsert(head.ToDocument());
    }

    public static GraphHead? Delete(LiteDatabase database, string id, CancellationToken cancellationToken)
    {
        if (Find(database, id) is not { } head) return null;
        var rows = Of(database);
        rows.Delete(Keys.Graph(id));
        for (int chunk = 0; chunk < head.ChunkCount; chunk++)
        {
            if (chunk % ChunksAtOnce == 0) cancellationToken.ThrowIfCancellationRequested();
            rows.Delete(Keys.Chunk(head.Key, chunk));
        }
        var (first, last) = Keys.Files(head.Key);
        rows.DeleteMany(LiteDB.Query.Between("_id", first, last));
        return head;
    }

    private static int NextKey(LiteDatabase database) => All(database).Select(head => head.Key).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Reading and comparing a chunk costs a fraction of writing it.</summary>
    private static List<BsonDocument> ChangedChunks(ILiteCollection<BsonDocument> rows, GraphHead head, GraphHead? before, CodeGraph graph, CancellationToken cancellationToken)
    {
        var changed = new List<BsonDocument>();
        for (int chunk = 0; chunk < head.ChunkCount; chunk++)
        {
            if (chunk % ChunksAtOnce == 0) cancellationToken.ThrowIfCancellationRequested();
            var document = GraphChunk.Encode(head.Key, chunk, graph);
            if (before is null || !GraphChunk.AreSame(rows.FindById(document["_id"]), document)) changed.Add(document);
        }
        return changed;
    }

    private static void SaveFiles(ILiteCollection<BsonDocument> rows, int key, bool isNew, CodeGraph graph, CancellationToken cancellationToken)
    {
        var files = new Dictionary<BsonValue, int>();
        foreach (int file in graph.Files) files.Add(Keys.File(key, graph.Node(file).Path), file);
        if (!isNew)
        {
            var (first, last) = Keys.Files(key);
            foreach (var document in rows.Find(LiteDB.Query.Between("_id", first, last)).ToList())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!files.TryGetValue(document["_id"], out int number)) rows.Delete(document["_id"]);
                else if (document["n"].AsInt32 == number) files.Remove(document["_id"]);
                else rows.Delete(document["_id"]);
            }
        }
        // In order of their keys, so that neighbours in the index are made one after the other.
        foreach (var some in files.OrderBy(file => file.Key).Select(file => new BsonDocument { ["_id"] = file.Key, ["n"] = file.Value }).Chunk(1000))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.InsertBulk(some, 1000);
        }
    }
}
