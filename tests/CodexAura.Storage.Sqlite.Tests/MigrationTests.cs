using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Rows;
using CodexAura.Storage.Sqlite.Schema;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class MigrationTests
{
    /// <summary>What takes a database of today back to an earlier version, as that version would have left it.</summary>
    private static readonly string[] Undo =
    [
        "",
        "DROP TABLE words; DROP INDEX nodes_by_name; DELETE FROM sqlite_stat1 WHERE idx = 'nodes_by_name' OR tbl LIKE 'words%'",
        // Version 2 numbered nodes without room between files.
        """
        DROP TABLE incoming;
        CREATE TEMP TABLE dense AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM nodes;
        CREATE INDEX temp.dense_by_id ON dense (id);
        UPDATE nodes SET id = -1 - (SELECT number FROM dense d WHERE d.id = nodes.id), file_id = (SELECT number FROM dense d WHERE d.id = file_id),
            parent_id = (SELECT number FROM dense d WHERE d.id = parent_id);
        UPDATE nodes SET id = -1 - id;
        UPDATE edges SET source_id = -1 - (SELECT number FROM dense d WHERE d.id = source_id), target_id = (SELECT number FROM dense d WHERE d.id = target_id);
        UPDATE edges SET source_id = -1 - source_id;
        CREATE INDEX nodes_by_file ON nodes (graph_id, file_id);
        CREATE INDEX edges_by_target ON edges (graph_id, target_id, source_id, type);
        DELETE FROM sqlite_stat1 WHERE tbl = 'incoming';
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('nodes', 'nodes_by_file', '1000000 100000 15'), ('edges', 'edges_by_target', '4000000 400000 4 1 1');
        INSERT INTO words (words) VALUES ('delete-all');
        """,
        "DROP TABLE file_digests",
    ];

    public static TheoryData<int> Earlier => [.. Enumerable.Range(1, Migrations.Latest - 1)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Earlier))]
    public async Task A_database_of_an_earlier_version_becomes_one_of_today(int version)
    {
        using var test = new TestStore();
        var (info, graph) = TestStore.Graph(300);
        await test.SaveAsync((info, graph));
        Assert.Equal(Migrations.Latest, Undo.Length);
        using (var connection = Connection.Open(test.DatabasePath))
        {
            for (int step = Migrations.Latest - 1; step >= version; step--)
            {
                connection.Execute(Undo[step]);
                if (step == 2) WordRows.AddAll(connection);
            }
            connection.Execute($"PRAGMA user_version = {version}");
        }

        var store = test.Another();
        string name = graph.Node(40).Name;
        Assert.Equal(GraphReads.NodesNamed(graph, name), await store.NodesNamedAsync(info.Id, name, Stop));
        Assert.Equal(GraphReads.Search(graph, "parse", 50), await store.SearchAsync(info.Id, "parse", 50, Stop));
        Assert.NotEmpty(await store.SearchAsync(info.Id, "parse", 50, Stop));
        Assert.Equal(GraphText.Of(graph), await test.LoadTextAsync(info.Id));
        var query = new NeighbourQuery(graph.Node(0).Id, 2, EdgeDirection.Incoming);
        Assert.Equivalent(GraphReads.Neighbours(graph, query), await store.NeighboursAsync(info.Id, query, Stop), strict: true);
        await test.SaveAsync(TestStore.Graph(310));
        Assert.Equal(GraphText.Of(TestStore.Graph(310).Graph), await test.LoadTextAsync(info.Id));
        using var after = Connection.Open(test.DatabasePath);
        Assert.Equal(Migrations.Latest, after.Number("PRAGMA user_version"));
    }
}
