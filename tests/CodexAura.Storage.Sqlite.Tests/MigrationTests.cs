using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
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
            for (int step = Migrations.Latest - 1; step >= version; step--) connection.Execute(Undo[step]);
            connection.Execute($"PRAGMA user_version = {version}");
        }

        var store = test.Another();
        string name = graph.Node(40).Name;
        Assert.Equal(GraphReads.NodesNamed(graph, name), await store.NodesNamedAsync(info.Id, name, Stop));
        Assert.Equal(GraphReads.Search(graph, "parse", 50), await store.SearchAsync(info.Id, "parse", 50, Stop));
        Assert.NotEmpty(await store.SearchAsync(info.Id, "parse", 50, Stop));
        Assert.Equal(GraphText.Of(graph), await test.LoadTextAsync(info.Id));
        using var after = Connection.Open(test.DatabasePath);
        Assert.Equal(Migrations.Latest, after.Number("PRAGMA user_version"));
    }
}
