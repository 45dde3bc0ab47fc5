using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Rows;

namespace CodexAura.Storage.Sqlite.Schema;

/// <summary>Looking nodes up by name, and searching the words of names and documentation.</summary>
/// <remarks>
/// The words are made here and not by a tokenizer of SQLite, so that all stores find the same nodes; <c>ascii</c> takes them as they
/// are. The table keeps no text of its own (the nodes have it), and no positions, as nobody asks for phrases.
/// </remarks>
internal static class Version2
{
    /// <summary>The index of names, and what the planner is to think of it.</summary>
    public const string NamesSql = "CREATE INDEX nodes_by_name ON nodes (graph_id, name);\n";
    public const string NamesStatisticsSql = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('nodes', 'nodes_by_name', '1000000 100000 3');\n";

    private const string WordsSql = """
        -- rowid: the graph's number in the upper half, the node's in the lower half
        CREATE VIRTUAL TABLE words USING fts5 (name, docstring, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii');
        INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);

        """;

    public static void Apply(Connection connection)
    {
        connection.Execute(NamesSql + WordsSql + NamesStatisticsSql);
        WordRows.AddAll(connection);
    }
}
