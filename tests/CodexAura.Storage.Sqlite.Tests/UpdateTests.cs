using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class UpdateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A trigger counts the rows that are written.</summary>
    [Fact]
    public async Task Saving_a_graph_with_one_other_docstring_writes_one_node()
    {
        using var test = new TestStore();
        var before = Graph("Before.");
        await test.SaveAsync((GraphInfo.Of(before, DateTimeOffset.UnixEpoch), before));
        using (var connection = Connection.Open(test.DatabasePath))
            connection.Execute("CREATE TABLE written (id); CREATE TRIGGER nodes_written AFTER INSERT ON nodes BEGIN INSERT INTO written VALUES (new.id); END");
        var after = Graph("After.");
        var info = GraphInfo.Of(after, DateTimeOffset.UnixEpoch.AddDays(1));
        await test.SaveAsync((info, after));

        Assert.Equal(GraphText.Of(after), await test.LoadTextAsync(info.Id));
        Assert.Equal(info, Assert.Single(await test.Store.ListAsync(null, Stop)));
        Assert.Empty(await test.Store.SearchAsync(info.Id, "before", 5, Stop));
        Assert.Single(await test.Store.SearchAsync(info.Id, "after", 5, Stop));
        using var count = Connection.Open(test.DatabasePath);
        Assert.Equal(1, count.Number("SELECT count(*) FROM written"));
    }

    [Fact]
    public async Task A_database_that_was_cut_off_and_is_damaged_is_not_written_to()
    {
        using var test = new TestStore();
        var graph = TestStore.Graph(3000);
        await test.SaveAsync(graph);
        using var reader = Connection.Open(test.DatabasePath);
        reader.Execute("BEGIN; SELECT count(*) FROM graphs");
        // While somebody reads, the log stays behind, as after a crash.
        await test.SaveAsync(TestStore.Graph(100, seed: 2));
        Assert.True(new FileInfo(test.DatabasePath + "-wal").Length > 0);
        using (var file = File.OpenWrite(test.DatabasePath))
        {
            file.Seek(4096 * 20, SeekOrigin.Begin);
            file.Write(new byte[4096 * 10]);
        }
        var failure = await Assert.ThrowsAsync<Sdk.Storage.GraphStoreException>(() => test.SaveAsync(TestStore.Graph(100, seed: 3)));
        Assert.Equal("store.corrupt", failure.Code);
    }

    private static CodeGraph Graph(string docstring)
    {
        var builder = new GraphBuilder();
        for (int f = 0; f < 10; f++)
        {
            int file = builder.AddFile($"f{f}.py", 100);
            for (int i = 0; i < 20; i++) builder.AddDefinition(NodeType.Function, file, $"g{i}", i, i, 1, f == 5 && i == 7 ? docstring : null);
        }
        return builder.Build(new RepositoryInfo("/r", "r", null));
    }
}
