using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Storage;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>The cached facts of files: a document for each, and one that tells the version of a set.</summary>
internal static class FactRows
{
    private const string Collection = "facts", VersionOfSet = "";

    public static List<CachedFacts> Load(LiteDatabase database, string repository, string language, string version, CancellationToken cancellationToken)
    {
        var rows = database.GetCollection(Collection);
        var facts = new List<CachedFacts>();
        if (Version(rows, repository, language) != version) return facts;
        var (first, last) = Keys.Facts(repository, language);
        foreach (var document in rows.Find(LiteDB.Query.Between("_id", first, last)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.ContainsKey("b")) facts.Add(Decode(document["b"].AsBinary));
        }
        facts.Sort((a, b) => string.CompareOrdinal(a.Facts.Path, b.Facts.Path));
        return facts;
    }

    public static void Save(LiteDatabase database, DatabaseFile file, string repository, string language, string version,
        IReadOnlyCollection<CachedFacts> changed, IEnumerable<string> removed, CancellationToken cancellationToken)
    {
        var rows = database.GetCollection(Collection);
        file.RequireRoom(changed.Sum(entry => 200L + entry.Facts.Body.Length));
        if (Version(rows, repository, language) != version)
        {
            Drop(rows, repository, language);
            using var row = new RowWriter();
            row.Text(version);
            rows.Insert(new BsonDocument { ["_id"] = Keys.Fact(repository, language, VersionOfSet), ["v"] = row.Take() });
        }
        foreach (string path in removed) rows.Delete(Keys.Fact(repository, language, path));
        foreach (var some in changed.Chunk(256))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Upsert(some.Select(entry => new BsonDocument { ["_id"] = Keys.Fact(repository, language, entry.Facts.Path), ["b"] = Encode(entry) }));
        }
    }

    public static void DropRepository(LiteDatabase database, string repository) => Drop(database.GetCollection(Collection), repository, null);

    private static void Drop(ILiteCollection<BsonDocument> rows, string repository, string? language)
    {
        var (first, last) = Keys.Facts(repository, language);
        rows.DeleteMany(LiteDB.Query.Between("_id", first, last));
    }

    private static string? Version(ILiteCollection<BsonDocument> rows, string repository, string language)
    {
        if (rows.FindById(Keys.Fact(repository, language, VersionOfSet)) is not { } document) return null;
        using var row = new RowReader(document["v"].AsBinary);
        return row.Text();
    }

    private static byte[] Encode(CachedFacts entry)
    {
        using var row = new RowWriter();
        row.Text(entry.Facts.Path);
        row.Number(entry.Facts.LineCount);
        row.Write(entry.Size);
        row.Write(entry.ModifiedTicks);
        row.Write((ulong)(entry.ContentHash >> 64));
        row.Write((ulong)entry.ContentHash);
        row.Diagnostics(entry.Facts.Diagnostics);
        row.Number(entry.Facts.Body.Length);
        row.Write(entry.Facts.Body.Span);
        return row.Take();
    }

    private static CachedFacts Decode(byte[] bytes)
    {
        using var row = new RowReader(bytes);
        string path = row.Text();
        int lines = row.Number();
        long size = row.Long(), modified = row.Long();
        var hash = new UInt128((ulong)row.Long(), (ulong)row.Long());
        var diagnostics = row.Diagnostics();
        return new CachedFacts(new FileFacts(path, lines, row.Bytes(row.Number()), diagnostics), size, modified, hash);
    }
}
