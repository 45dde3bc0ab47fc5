using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Rows;
using CodexAura.Storage.Sqlite.Schema;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task A_new_database_is_what_the_design_says()
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(20));
        using var connection = Connection.Open(test.DatabasePath);
        Assert.Equal(Migrations.Latest, connection.Number("PRAGMA user_version"));
        Assert.Equal(2, connection.Number("PRAGMA auto_vacuum"));
        Assert.Equal(1, connection.Number("SELECT journal_mode = 'wal' FROM pragma_journal_mode"));
        Assert.Equal(["ok"], Texts(connection, "PRAGMA integrity_check"));
        Assert.Empty(Texts(connection, "PRAGMA foreign_key_check"));
        Assert.Equal(["created_at", "edge_count", "id", "node_count", "repo_name", "repo_path", "sha"],
            Columns("graphs").Intersect(["id", "repo_path", "repo_name", "sha", "created_at", "node_count", "edge_count"]));
        Assert.Equal(["docstring", "graph_id", "id", "line_end", "line_start", "name", "path", "type"],
            Columns("nodes").Intersect(["id", "graph_id", "type", "name", "path", "line_start", "line_end", "docstring"]));
        Assert.Equal(["graph_id", "line", "source_id", "target_id", "type"],
            Columns("edges").Intersect(["graph_id", "source_id", "target_id", "type", "line"]));

        List<string> Columns(string table) => Texts(connection, $"SELECT name FROM pragma_table_info('{table}') ORDER BY name");
    }

    [Fact]
    public async Task An_empty_file_becomes_a_database()
    {
        using var test = new TestStore();
        await File.WriteAllBytesAsync(test.DatabasePath, [], TestContext.Current.CancellationToken);
        Assert.Empty(await test.Store.ListAsync(cancellationToken: TestContext.Current.CancellationToken));
        await test.SaveAsync(TestStore.Graph(20));
        Assert.Single(await test.Store.ListAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(GraphCatalog.FindSql, "SEARCH graphs USING INDEX sqlite_autoindex_graphs_1 (public_id=?)")]
    [InlineData(GraphCatalog.ListRepositorySql, "SEARCH graphs USING INDEX graphs_by_repository (repo_path=?)")]
    [InlineData(GraphReader.NodesSql, "SEARCH nodes USING PRIMARY KEY (graph_id=?)")]
    [InlineData(GraphReader.EdgesSql, "SEARCH edges USING PRIMARY KEY (graph_id=?)")]
    [InlineData(FactRows.LoadSql, "SEARCH facts USING INTEGER PRIMARY KEY (rowid=?)", "LIST SUBQUERY 1", "SEARCH facts USING COVERING INDEX sqlite_autoindex_facts_1 (set_id=?)")]
    [InlineData(FactRows.RemoveSql, "SEARCH facts USING INDEX sqlite_autoindex_facts_1 (set_id=? AND path=?)",
        "SEARCH fact_diagnostics USING PRIMARY KEY (fact_id=?)")]
    [InlineData(GraphCatalog.DeleteSql, "SEARCH graphs USING INDEX sqlite_autoindex_graphs_1 (public_id=?)", "SEARCH file_digests USING PRIMARY KEY (graph_id=?)", "SEARCH incoming USING PRIMARY KEY (graph_id=?)", "SEARCH unresolved USING PRIMARY KEY (graph_id=?)",
        "SEARCH diagnostics USING PRIMARY KEY (graph_id=?)", "SEARCH edges USING PRIMARY KEY (graph_id=?)",
        "SEARCH edge_types USING PRIMARY KEY (graph_id=?)", "SEARCH nodes USING PRIMARY KEY (graph_id=?)")]
    [InlineData(NodeRows.ByNumberSql, "SEARCH nodes USING PRIMARY KEY (graph_id=? AND id=?)")]
    [InlineData(NodeRows.FileByPathSql, "SEARCH nodes USING COVERING INDEX files_by_path (graph_id=? AND path=?)")]
    [InlineData(NodeRows.FromFileSql, "SEARCH nodes USING PRIMARY KEY (graph_id=? AND id>?)")]
    [InlineData(NodeRows.NamedSql, "SEARCH nodes USING COVERING INDEX nodes_by_name (graph_id=? AND name=?)")]
    [InlineData(GraphUpdater.DigestsSql, "SEARCH file_digests USING PRIMARY KEY (graph_id=?)")]
    [InlineData(GraphUpdater.EdgesInSql, "SEARCH edges USING PRIMARY KEY (graph_id=? AND source_id>? AND source_id<?)")]
    [InlineData(GraphUpdater.FilesSql, "SEARCH nodes USING COVERING INDEX files_by_path (graph_id=?)")]
    [InlineData(NeighbourRows.OutgoingSql, "SEARCH edges USING PRIMARY KEY (graph_id=? AND source_id=?)")]
    [InlineData(NeighbourRows.IncomingSql, "SEARCH i USING PRIMARY KEY (graph_id=? AND target_id=?)",
        "SEARCH e USING PRIMARY KEY (graph_id=? AND source_id=? AND target_id=? AND type=?)")]
    [InlineData("SELECT * FROM nodes WHERE graph_id = 1 AND type = 0 AND path = 'a.py'", "SEARCH nodes USING INDEX files_by_path (graph_id=? AND path=?)")]
    [InlineData("SELECT * FROM nodes WHERE graph_id = 1 AND id = 2", "SEARCH nodes USING PRIMARY KEY (graph_id=? AND id=?)")]
    [InlineData("SELECT * FROM edges WHERE graph_id = 1 AND source_id = 2", "SEARCH edges USING PRIMARY KEY (graph_id=? AND source_id=?)")]
    [InlineData("SELECT source_id, type FROM incoming WHERE graph_id = 1 AND target_id = 2", "SEARCH incoming USING PRIMARY KEY (graph_id=? AND target_id=?)")]
    public async Task Queries_use_indexes(string sql, params string[] plan)
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(20));
        using var connection = Connection.Open(test.DatabasePath);
        Assert.Equal(plan, Texts(connection, "EXPLAIN QUERY PLAN " + sql, column: 3));
    }

    private static List<string> Texts(Connection connection, string sql, int column = 0)
    {
        using var query = connection.Prepare(sql);
        var texts = new List<string>();
        while (query.Step()) texts.Add(query.Text(column));
        return texts;
    }
}
