using System.Buffers.Binary;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>Which facts are meant.</summary>
internal readonly record struct FactSet
{
    public FactSet(string repositoryPath, string language, string version)
    {
        ArgumentNullException.ThrowIfNull(repositoryPath);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(version);
        (RepositoryPath, Language, Version) = (repositoryPath, language, version);
    }

    public string RepositoryPath { get; }

    public string Language { get; }

    public string Version { get; }
}

/// <summary>The cached facts of files.</summary>
internal static class FactRows
{
    // In the order of the table, without sorting the rows themselves: that would copy all bodies once more.
    public const string LoadSql = "SELECT id, path, size, mtime, hash, line_count, body FROM facts WHERE id IN (SELECT id FROM facts WHERE set_id = ?1)";
    public const string RemoveSql = "DELETE FROM facts WHERE set_id = ?1 AND path = ?2";
    private const int HashBytes = 16;

    /// <summary>All facts of a set, by path.</summary>
    public static List<CachedFacts> Load(Connection connection, FactSet set, CancellationToken cancellationToken)
    {
        var facts = new List<CachedFacts>();
        if (Find(connection, set) is not long key) return facts;
        var diagnostics = new Dictionary<long, List<Diagnostic>>();
        foreach (var (owner, diagnostic) in DiagnosticRows.Read(connection, DiagnosticRows.OfFacts, key))
        {
            if (!diagnostics.TryGetValue(owner, out var all)) diagnostics.Add(owner, all = []);
            all.Add(diagnostic);
        }
        using var query = connection.Prepare(LoadSql).Bind(1, key);
        while (query.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var body = new FileFacts(query.Text(1), query.Int32(5), query.Blob(6).ToArray(), diagnostics.GetValueOrDefault(query.Int64(0)));
            facts.Add(new CachedFacts(body, query.Int64(2), query.Int64(3), Hash(query.Blob(4))));
        }
        facts.Sort((a, b) => string.CompareOrdinal(a.Facts.Path, b.Facts.Path));
        return facts;
    }

    /// <summary>Removes, then adds or replaces. Facts of another version of the set are dropped first.</summary>
    public static void Save(Connection connection, FactSet set, IEnumerable<CachedFacts> changed, IEnumerable<string> removed,
        CancellationToken cancellationToken)
    {
        long key = Find(connection, set) ?? Replace(connection, set);
        using var remove = connection.Prepare(RemoveSql);
        remove.Bind(1, key);
        foreach (string path in removed) remove.Bind(2, path).Step();

        using var insert = connection.Prepare("""
            INSERT INTO facts (set_id, path, size, mtime, hash, line_count, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id
            """);
        insert.Bind(1, key);
        byte[] hash = new byte[HashBytes];
        foreach (var entry in changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BinaryPrimitives.WriteUInt128BigEndian(hash, entry.ContentHash);
            remove.Bind(2, entry.Facts.Path).Step();
            insert.Bind(2, entry.Facts.Path).Bind(3, entry.Size).Bind(4, entry.ModifiedTicks).BindBlob(5, hash)
                .Bind(6, entry.Facts.LineCount).BindBlob(7, entry.Facts.Body.Span).Step();
            long id = insert.Int64(0);
            insert.Step();
            DiagnosticRows.Write(connection, DiagnosticRows.OfFacts, id, entry.Facts.Diagnostics);
        }
    }

    /// <summary>Drops all facts of a repository.</summary>
    public static void DropRepository(Connection connection, string repositoryPath)
    {
        using var delete = connection.Prepare("DELETE FROM fact_sets WHERE repo_path = ?1").Bind(1, repositoryPath);
        delete.Step();
    }

    private static long? Find(Connection connection, FactSet set)
    {
        using var query = connection.Prepare("SELECT id FROM fact_sets WHERE repo_path = ?1 AND language = ?2 AND facts_version = ?3");
        query.Bind(1, set.RepositoryPath).Bind(2, set.Language).Bind(3, set.Version);
        return query.Step() ? query.Int64(0) : null;
    }

    private static long Replace(Connection connection, FactSet set)
    {
        using var delete = connection.Prepare("DELETE FROM fact_sets WHERE repo_path = ?1 AND language = ?2");
        delete.Bind(1, set.RepositoryPath).Bind(2, set.Language).Step();
        using var insert = connection.Prepare("INSERT INTO fact_sets (repo_path, language, facts_version) VALUES (?1, ?2, ?3) RETURNING id");
        insert.Bind(1, set.RepositoryPath).Bind(2, set.Language).Bind(3, set.Version).Step();
        long key = insert.Int64(0);
        insert.Step();
        return key;
    }

    private static UInt128 Hash(ReadOnlySpan<byte> bytes) => bytes.Length == HashBytes
        ? BinaryPrimitives.ReadUInt128BigEndian(bytes)
        : throw new InvalidDataException($"a hash has {bytes.Length} bytes instead of {HashBytes}");
}
