namespace CodexAura.Storage.Sqlite.Schema;

/// <summary>
/// A hash over what is stored of each file, so that a save reads only rows of files that differ (<see cref="Rows.FileDigests"/>). Graphs that are there have
/// none: their files count as different until they are saved again.
/// </summary>
internal static class Version4
{
    public const string Sql = """
        CREATE TABLE file_digests (
            graph_id INTEGER NOT NULL REFERENCES graphs (id) ON DELETE CASCADE,
            file_id INTEGER NOT NULL,
            digest BLOB NOT NULL, -- over the rows of its nodes and of the edges that start at them
            PRIMARY KEY (graph_id, file_id)) WITHOUT ROWID;
        """;
}
