using System.Buffers;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>The full-text index over names and documentation.</summary>
internal static class WordRows
{
    public const string SearchSql = "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4";
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _words;
    private const string InsertSql = "INSERT INTO words (rowid, name, docstring) VALUES (?1, ?2, ?3)";

    private static ArrayBufferWriter<byte> Words => _words ??= new ArrayBufferWriter<byte>(4096);

    /// <summary>A statement for <see cref="Add"/>.</summary>
    public static Statement Inserting(Connection connection) => connection.Prepare(InsertSql);

    /// <summary>Adds the words of a node.</summary>
    public static void Add(Statement insert, long key, int node, string name, string? docstring)
    {
        insert.Bind(1, RowId(key, node));
        Bind(insert, 2, name);
        if (docstring is null) insert.BindNull(3);
        else Bind(insert, 3, docstring);
        insert.Step();
    }

    /// <summary>Removes all words of a graph.</summary>
    public static void DeleteGraph(Connection connection, long key)
    {
        if (connection.Number("SELECT count(*) FROM graphs") <= 1)
        {
            // Each row that goes is noted one by one, unless all of them go.
            connection.Execute("INSERT INTO words (words) VALUES ('delete-all')");
            return;
        }
        using var delete = connection.Prepare("DELETE FROM words WHERE rowid BETWEEN ?1 AND ?2").Bind(1, RowId(key, 0)).Bind(2, RowId(key, int.MaxValue));
        delete.Step();
    }

    /// <summary>A statement that removes the words of one row.</summary>
    public static Statement Deleting(Connection connection) => connection.Prepare("DELETE FROM words WHERE rowid = ?1");

    /// <summary>The row of a node.</summary>
    public static long RowId(long key, int node) => key << 32 | (uint)node;

    /// <summary>Fills the index of a database that had none.</summary>
    public static void AddAll(Connection connection)
    {
        using var query = connection.Prepare("SELECT graph_id, id, name, docstring FROM nodes");
        using var insert = Inserting(connection);
        while (query.Step()) Add(insert, query.Int64(0), query.Int32(1), query.Text(2), query.OptionalText(3));
    }

    /// <summary>Numbers of the nodes that a question finds.</summary>
    public static List<int> Search(Connection connection, long key, string text, int limit)
    {
        var found = new List<int>();
        if (SearchWords.OfQuestion(text) is not { Count: > 0 } question || limit == 0) return found;
        // A word has letters and digits only, so nothing in it needs escaping.
        string all = "(" + string.Join(" AND ", question.Select(word => $"\"{word}\" *")) + ")";
        found.AddRange(Rows(connection, key, "name : " + all, limit));
        if (found.Count == limit) return found;
        var seen = found.ToHashSet();
        // At most as many as were found before can be among them again.
        found.AddRange(Rows(connection, key, all, (long)limit + found.Count).Where(node => !seen.Contains(node)).Take(limit - found.Count));
        return found;
    }

    private static List<int> Rows(Connection connection, long key, string match, long limit)
    {
        using var query = connection.Prepare(SearchSql).Bind(1, match).Bind(2, RowId(key, 0)).Bind(3, RowId(key, int.MaxValue)).Bind(4, limit);
        var rows = new List<int>();
        while (query.Step()) rows.Add((int)query.Int64(0));
        return rows;
    }

    private static void Bind(Statement insert, int parameter, string text)
    {
        Words.ResetWrittenCount();
        SearchWords.Write(text, Words);
        insert.BindText(parameter, Words.WrittenSpan);
    }
}
