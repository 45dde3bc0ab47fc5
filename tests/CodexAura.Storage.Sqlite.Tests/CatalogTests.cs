using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class CatalogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_where_nothing_is_makes_nothing()
    {
        using var test = new TestStore(Path.Combine(Path.GetTempPath(), "codex-aura-test-none-" + Guid.NewGuid().ToString("n")));
        Assert.Empty(await test.Store.ListAsync(cancellationToken: Stop));
        Assert.Null(await test.Store.LoadAsync("a", Stop));
        Assert.False(await test.Store.DeleteAsync("a", Stop));
        Assert.Empty(await test.Store.LoadFactsAsync("/r", "python", "1", Stop));
        Assert.False(Directory.Exists(test.Folder));
    }

    [Fact]
    public async Task Graphs_are_listed_newest_first_then_by_id_to_the_last_tick()
    {
        using var test = new TestStore();
        var moment = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        var (info, graph) = TestStore.Graph(20);
        GraphInfo[] saved =
        [
            info with { Id = "b", CreatedAt = moment }, info with { Id = "a", CreatedAt = moment },
            info with { Id = "newer", CreatedAt = moment.AddTicks(1) }, info with { Id = "older", CreatedAt = moment.AddTicks(-1) },
        ];
        foreach (var one in saved) await test.SaveAsync((one, graph));
        var listed = await test.Store.ListAsync(cancellationToken: Stop);
        Assert.Equal(["newer", "a", "b", "older"], listed.Select(g => g.Id));
        Assert.Equal(saved.OrderBy(g => g.Id), listed.OrderBy(g => g.Id));
        Assert.Equal(listed, await test.Store.ListAsync(info.Repository.Path, Stop));
    }

    [Fact]
    public async Task The_graphs_of_one_repository_are_listed_alone()
    {
        using var test = new TestStore();
        var (one, two) = (TestStore.Graph(20, seed: 1), TestStore.Graph(20, seed: 2));
        await test.SaveAsync(one);
        await test.SaveAsync(two);
        Assert.Equal([two.Info], await test.Store.ListAsync("/repositories/2", Stop));
        Assert.Empty(await test.Store.ListAsync("/repositories/3", Stop));
    }

    [Fact]
    public async Task Deleting_takes_all_rows_of_the_graph_and_none_of_others()
    {
        using var test = new TestStore();
        var (gone, stays) = (TestStore.Graph(2000, seed: 1), TestStore.Graph(1000, seed: 2));
        await test.SaveAsync(stays);
        var before = Rows(test);
        await test.SaveAsync(gone);
        Assert.True(await test.Store.DeleteAsync(gone.Info.Id, Stop));
        Assert.False(await test.Store.DeleteAsync(gone.Info.Id, Stop));
        Assert.Null(await test.Store.LoadAsync(gone.Info.Id, Stop));
        Assert.Equal(before, Rows(test));
        Assert.Equal(GraphText.Of(stays.Graph), await test.LoadTextAsync(stays.Info.Id));
    }

    [Fact]
    public async Task Deleting_a_large_graph_gives_its_space_back()
    {
        using var test = new TestStore();
        var (large, small) = (TestStore.Graph(20_000, seed: 1), TestStore.Graph(100, seed: 2));
        await test.SaveAsync(large);
        await test.SaveAsync(small);
        long before = new FileInfo(test.DatabasePath).Length;
        await test.Store.DeleteAsync(large.Info.Id, Stop);
        long after = new FileInfo(test.DatabasePath).Length;
        Assert.True(after < before / 10, $"{before:N0} bytes became {after:N0}.");
        Assert.Equal(GraphText.Of(small.Graph), await test.LoadTextAsync(small.Info.Id));
    }

    private static List<string> Rows(TestStore test)
    {
        using var connection = Connection.Open(test.DatabasePath);
        string[] tables = ["graphs", "nodes", "edge_types", "edges", "diagnostics", "unresolved"];
        return [.. tables.Select(table => $"{table} {connection.Number($"SELECT count(*) FROM {table}")}")];
    }
}
