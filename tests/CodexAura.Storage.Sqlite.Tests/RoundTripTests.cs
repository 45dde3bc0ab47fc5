using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Tests.Support;
using CsCheck;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void Any_graph_comes_back_as_it_was()
    {
        using var test = new TestStore();
        // One id for all of them: each also replaces the one before.
        RandomGraphs.Any.Sample(graph =>
        {
            var info = GraphInfo.Of(graph, DateTimeOffset.UnixEpoch) with { Id = "the one" };
            test.Store.SaveAsync(info, graph).GetAwaiter().GetResult();
            var loaded = test.Store.LoadAsync("the one").GetAwaiter().GetResult();
            Assert.NotNull(loaded);
            Assert.Equal(GraphText.Of(graph), GraphText.Of(loaded));
            Assert.Equal([info], test.Store.ListAsync().GetAwaiter().GetResult());
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task A_large_graph_comes_back_as_it_was()
    {
        using var test = new TestStore();
        var graph = TestStore.Graph(10_000);
        await test.SaveAsync(graph);
        Assert.Equal(GraphText.Of(graph.Graph), await test.LoadTextAsync(graph.Info.Id));
    }

    [Fact]
    public async Task The_empty_graph_comes_back()
    {
        using var test = new TestStore();
        var graph = new GraphBuilder().Build(new RepositoryInfo("", "", null));
        await test.SaveAsync((GraphInfo.Of(graph, DateTimeOffset.MaxValue), graph));
        var info = Assert.Single(await test.Store.ListAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(GraphInfo.Of(graph, DateTimeOffset.MaxValue), info);
        Assert.Equal(GraphText.Of(graph), await test.LoadTextAsync(info.Id));
    }

    [Fact]
    public async Task Saving_the_same_graph_twice_gives_the_same_rows()
    {
        using var one = new TestStore();
        using var two = new TestStore();
        var graph = TestStore.Graph(500);
        await one.SaveAsync(graph);
        await two.SaveAsync(TestStore.Graph(900));
        await two.SaveAsync(graph);
        await two.SaveAsync(graph);
        Assert.Equal(await one.LoadTextAsync(graph.Info.Id), await two.LoadTextAsync(graph.Info.Id));
        Assert.Single(await two.Store.ListAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_description_of_another_graph_is_refused()
    {
        using var test = new TestStore();
        var (info, graph) = TestStore.Graph(50);
        await Assert.ThrowsAsync<ArgumentException>(() => test.SaveAsync((info with { NodeCount = 51 }, graph)));
        Assert.False(File.Exists(test.DatabasePath));
    }
}
