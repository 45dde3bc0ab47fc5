namespace CodexAura.Storage.Sqlite.Schema;

/// <summary>Less to keep in order while saving.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>From here on the numbers of nodes may have room between files (<see cref="Rows.NodeNumbers"/>); those that are there have
/// none, which is right too.</item>
/// <item>Edges by target are a table that is filled in its own order, once all edges are known. As an index it was filled in the
/// order of sources, anywhere in its tree.</item>
/// <item>The nodes of a file follow it, so finding them needs no index.</item>
/// </list>
/// </remarks>
internal static class Version3
{
    public const string Sql = """
        DROP INDEX nodes_by_file;
        DROP INDEX edges_by_target;
        CREATE TABLE incoming (
            graph_id INTEGER NOT NULL REFERENCES graphs (id) ON DELETE CASCADE,
            target_id INTEGER NOT NULL,
            source_id INTEGER NOT NULL,
            type INTEGER NOT NULL,
            PRIMARY KEY (graph_id, target_id, source_id, type)) WITHOUT ROWID;
        INSERT INTO incoming SELECT graph_id, target_id, source_id, type FROM edges ORDER BY graph_id, target_id, source_id, type;
        DELETE FROM sqlite_stat1 WHERE idx IN ('nodes_by_file', 'edges_by_target');
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('incoming', 'incoming', '4000000 400000 4 1 1');
        """;
}
