namespace CodexAura.Storage.Sqlite.Schema;

/// <summary>The first tables.</summary>
/// <remarks>
/// Nodes are numbered from 0 within their graph, in the graph's own order, so rows are appended at the end of the tables' trees
/// while saving and are read in order while loading. Edges refer to nodes by these numbers without a foreign key: two look-ups for
/// each of a million edges buy nothing, as numbers come from a checked graph and are checked again when loaded.
/// </remarks>
internal static class Version1
{
    public const string Sql = """
        CREATE TABLE graphs (
            id INTEGER PRIMARY KEY,
            public_id TEXT NOT NULL UNIQUE, -- what people and programs call it
            repo_path TEXT NOT NULL,
            repo_name TEXT NOT NULL,
            sha TEXT,
            created_at TEXT NOT NULL, -- UTC, ISO 8601 with seven digits of a second: sorts as text
            node_count INTEGER NOT NULL,
            edge_count INTEGER NOT NULL,
            file_count INTEGER NOT NULL,
            line_count INTEGER NOT NULL);
        CREATE INDEX graphs_by_repository ON graphs (repo_path, created_at);

        CREATE TABLE nodes (
            graph_id INTEGER NOT NULL REFERENCES graphs (id) ON DELETE CASCADE,
            id INTEGER NOT NULL, -- from 0 within the graph: files by path, each followed by its definitions
            type INTEGER NOT NULL, -- 0 file, 1 class, 2 function
            file_id INTEGER NOT NULL, -- its own id for a file
            parent_id INTEGER, -- null for a file
            name TEXT NOT NULL,
            qualified_name TEXT NOT NULL, -- the path for a file
            path TEXT NOT NULL,
            line_start INTEGER NOT NULL,
            line_end INTEGER NOT NULL,
            complexity INTEGER NOT NULL,
            signature TEXT,
            docstring TEXT,
            PRIMARY KEY (graph_id, id)) WITHOUT ROWID;
        CREATE INDEX nodes_by_file ON nodes (graph_id, file_id);
        CREATE UNIQUE INDEX files_by_path ON nodes (graph_id, path) WHERE type = 0;

        CREATE TABLE edge_types (
            graph_id INTEGER NOT NULL REFERENCES graphs (id) ON DELETE CASCADE,
            id INTEGER NOT NULL, -- from 0 within the graph, in order of the names
            name TEXT NOT NULL,
            PRIMARY KEY (graph_id, id)) WITHOUT ROWID;

        CREATE TABLE edges (
            graph_id INTEGER NOT NULL REFERENCES graphs (id) ON DELETE CASCADE,
            source_id INTEGER NOT NULL,
            target_id INTEGER NOT NULL,
            type INTEGER NOT NULL,
            line INTEGER NOT NULL, -- the first line
            confidence INTEGER NOT NULL, -- 0 heuristic, 1 inferred, 2 exact
            more_lines BLOB, -- the other lines as differences, each a LEB128 number; null for none
            PRIMARY KEY (graph_id, source_id, target_id, type)) WITHOUT ROWID;
        CREATE INDEX edges_by_target ON edges (graph_id, target_id, source_id, type);

        CREATE TABLE diagnostics (
            graph_id INTEGER NOT NULL REFERENCES graphs (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            code TEXT NOT NULL,
            severity INTEGER NOT NULL, -- 0 info, 1 warning, 2 error
            path TEXT NOT NULL,
            line INTEGER NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (graph_id, seq)) WITHOUT ROWID;

        CREATE TABLE unresolved (
            graph_id INTEGER NOT NULL REFERENCES graphs (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            kind TEXT NOT NULL,
            reason TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (graph_id, seq)) WITHOUT ROWID;

        -- Facts of single files, kept between analyses: one set for a repository and a language.
        CREATE TABLE fact_sets (
            id INTEGER PRIMARY KEY,
            repo_path TEXT NOT NULL,
            language TEXT NOT NULL,
            facts_version TEXT NOT NULL,
            UNIQUE (repo_path, language));

        CREATE TABLE facts (
            id INTEGER PRIMARY KEY,
            set_id INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
            path TEXT NOT NULL,
            size INTEGER NOT NULL,
            mtime INTEGER NOT NULL, -- ticks of 100 ns, UTC
            hash BLOB NOT NULL, -- of the content; 128 bits, big-endian
            line_count INTEGER NOT NULL,
            body BLOB NOT NULL, -- the analyzer's own format
            UNIQUE (set_id, path));

        CREATE TABLE fact_diagnostics (
            fact_id INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            code TEXT NOT NULL,
            severity INTEGER NOT NULL,
            path TEXT NOT NULL,
            line INTEGER NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (fact_id, seq)) WITHOUT ROWID;

        -- What the planner is to think of the tables, whatever is in them: without it, it reads all nodes of a graph for one file.
        ANALYZE;
        DELETE FROM sqlite_stat1;
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
            ('nodes', 'nodes', '1000000 100000 1'),
            ('nodes', 'nodes_by_file', '1000000 100000 15'),
            ('nodes', 'files_by_path', '70000 7000 1'),
            ('edges', 'edges', '4000000 400000 4 1 1'),
            ('edges', 'edges_by_target', '4000000 400000 4 1 1');
        """;
}
