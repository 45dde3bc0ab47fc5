using CodexAura.Engine.Graphs;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Graphs;

public sealed class SelectorTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly MemoryStore _store = new();
    private readonly CodeGraph _graph = Support.Graphs.Shop();

    [Fact]
    public async Task A_graph_is_found_by_id_prefix_and_path()
    {
        using var tree = new TempTree();
        var old = await SaveAsync("aaaa000000000000", tree.Root, Day);
        var young = await SaveAsync("aabb000000000000", tree.Root, Day.AddHours(1));
        Assert.Equal(old, await FindAsync("aaaa000000000000"));
        Assert.Equal(old, await FindAsync("aaa"));
        Assert.Equal(young, await FindAsync("AABB"));
        Assert.Equal(young, await FindAsync(tree.Root));
        Assert.Equal(young, await FindAsync(tree.Root + "/"));
        Directory.CreateDirectory(tree.Full("sub"));
        Assert.Equal(young, await FindAsync(tree.Full("sub/..")));
    }

    [Fact]
    public async Task A_path_through_a_link_is_the_same_repository()
    {
        using var tree = new TempTree();
        using var elsewhere = new TempTree();
        var graph = await SaveAsync("aaaa000000000000", tree.Root, Day);
        Directory.CreateSymbolicLink(elsewhere.Full("link"), tree.Root);
        Assert.Equal(graph, await FindAsync(elsewhere.Full("link")));
    }

    [Fact]
    public async Task An_id_wins_over_a_prefix()
    {
        var exact = await SaveAsync("aaaa", "/a", Day);
        await SaveAsync("aaaa000000000000", "/b", Day);
        Assert.Equal(exact, await FindAsync("aaaa"));
    }

    [Fact]
    public async Task An_ambiguous_prefix_names_the_candidates()
    {
        await SaveAsync("aaaa000000000000", "/src/one", Day);
        await SaveAsync("aabb000000000000", "/src/two", Day);
        var thrown = await Assert.ThrowsAsync<GraphSelectionException>(() => FindAsync("aa"));
        Assert.Equal("graph.ambiguous", thrown.Code);
        Assert.Contains("aaaa000000000000  one  /src/one", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("aabb000000000000  two  /src/two", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_graph_names_similar_ones()
    {
        await SaveAsync("aaaa000000000000", "/src/flask", Day);
        await SaveAsync("bbbb000000000000", "/src/django", Day);
        var thrown = await Assert.ThrowsAsync<GraphSelectionException>(() => FindAsync("flask"));
        Assert.Equal("graph.not_found", thrown.Code);
        Assert.Equal(["aaaa000000000000"], thrown.Candidates.Select(c => c.Id));
        Assert.Equal(2, (await Assert.ThrowsAsync<GraphSelectionException>(() => FindAsync("cccc"))).Candidates.Count);
    }

    [Fact]
    public async Task A_file_is_no_graph_and_is_called_so()
    {
        await SaveAsync("aaaa000000000000", "/src/flask", Day);
        var thrown = await Assert.ThrowsAsync<GraphSelectionException>(() => FindAsync(typeof(SelectorTests).Assembly.Location));
        Assert.Contains("That is a file", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_store_says_how_to_fill_it() =>
        Assert.Contains("codex-aura analyze", (await Assert.ThrowsAsync<GraphSelectionException>(() => FindAsync("x"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("shop/cart.py::function::Cart.add", "shop/cart.py::function::Cart.add")]
    [InlineData("shop/cart.py", "shop/cart.py::file")]
    [InlineData("./shop/cart.py", "shop/cart.py::file")]
    [InlineData("money.py", "shop/money.py::file")]
    [InlineData("Cart.add", "shop/cart.py::function::Cart.add")]
    [InlineData("add", "shop/cart.py::function::Cart.add")]
    [InlineData("Money", "shop/money.py::class::Money")]
    public void A_node_is_found_by_id_path_and_unique_name(string reference, string id) =>
        Assert.Equal(id, _graph.Node(NodeSelector.Find(_graph, reference)).Id);

    [Fact]
    public void Nodes_that_may_be_meant_are_named()
    {
        var builder = new GraphBuilder();
        foreach (string path in (string[])["a.py", "b.py"]) builder.AddDefinition(NodeType.Function, builder.AddFile(path, 1), "run", 1, 1, 1);
        var graph = builder.Build(Support.Graphs.Repository);
        var ambiguous = Assert.Throws<NodeSelectionException>(() => NodeSelector.Find(graph, "run"));
        Assert.Contains("\n  a.py::function::run\n  b.py::function::run", ambiguous.Message, StringComparison.Ordinal);
        var unknown = Assert.Throws<NodeSelectionException>(() => NodeSelector.Find(graph, "c.py::function::run"));
        Assert.Equal("node.not_found", unknown.Code);
        Assert.Contains("a.py::function::run", unknown.Message, StringComparison.Ordinal);
    }

    private async Task<GraphInfo> SaveAsync(string id, string path, DateTimeOffset at)
    {
        var info = new GraphInfo(id, new RepositoryInfo(path, Path.GetFileName(path), null), at, _graph.NodeCount, _graph.EdgeCount);
        await _store.SaveAsync(info, _graph, TestContext.Current.CancellationToken);
        return info;
    }

    private Task<GraphInfo> FindAsync(string reference) => GraphSelector.FindAsync(_store, reference, TestContext.Current.CancellationToken);
}
