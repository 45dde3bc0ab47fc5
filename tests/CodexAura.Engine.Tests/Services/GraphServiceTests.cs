using CodexAura.Engine.Services;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Tests.Services;

public sealed class GraphServiceTests : IDisposable
{
    private readonly TempTree _tree = new TempTree().Write("a.toy", "def f\n").Write("b.toy", "def g\ncall f\n");
    private readonly Bench _bench = new(new ToyAnalyzer());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task A_graph_is_kept_in_memory_until_it_is_replaced()
    {
        var (analysis, graphs) = (_bench.Analysis(), _bench.Service());
        await analysis.AnalyzeAsync(Request, null, Stop);
        var first = await graphs.LoadAsync(_tree.Root, null, Stop);
        Assert.Same(first.Graph, (await graphs.LoadAsync(first.Info.Id, null, Stop)).Graph);
        Assert.Equal(4, first.Graph.NodeCount);

        _tree.Write("c.toy", "def h\n");
        await analysis.AnalyzeAsync(Request, null, Stop);
        var second = await graphs.LoadAsync(first.Info.Id[..6], null, Stop);
        Assert.Equal(6, second.Graph.NodeCount);
        Assert.Equal(second.Info.NodeCount, second.Graph.NodeCount);
    }

    [Fact]
    public async Task A_graph_that_did_not_change_is_not_loaded_again()
    {
        var analysis = _bench.Analysis();
        var first = await analysis.AnalyzeAsync(Request, null, Stop);
        var second = await analysis.AnalyzeAsync(Request, null, Stop);
        Assert.True(second.IsUnchanged);
        Assert.Same(first.Graph, second.Graph);
        Assert.Same(first.Graph, (await _bench.Service().LoadAsync(first.Info.Id, null, Stop)).Graph);
    }

    [Fact]
    public async Task A_deleted_graph_is_gone()
    {
        var graphs = _bench.Service();
        await _bench.Analysis().AnalyzeAsync(Request, null, Stop);
        var info = (await graphs.LoadAsync(_tree.Root, null, Stop)).Info;
        Assert.Equal(info, await graphs.DeleteAsync(info.Id, null, Stop));
        var missing = await Assert.ThrowsAsync<GraphSelectionException>(() => graphs.LoadAsync(info.Id, null, Stop));
        Assert.Equal(("graph.not_found", FailureKind.NotFound), (missing.Code, missing.Kind));
        Assert.Empty(await graphs.ListAsync(null, null, Stop));
    }

    [Fact]
    public async Task Dependencies_take_names_and_types_as_people_write_them()
    {
        var graphs = _bench.Service();
        await _bench.Analysis().AnalyzeAsync(Request, null, Stop);
        var (_, graph) = await graphs.LoadAsync(_tree.Root, null, Stop);
        var found = graphs.Dependencies(graph, new NeighbourQuery("f", 1, EdgeDirection.Incoming, ["calls"]));
        Assert.Equal(["a.toy::function::f", "b.toy::function::g"], found.Nodes.Select(n => n.Node.Id));
        Assert.Equal("edge_type.unknown", Assert.Throws<AnalysisException>(() => graphs.Dependencies(graph, new NeighbourQuery("f", 1, EdgeDirection.Both, ["cals"]))).Code);
        Assert.Equal("node.not_found", Assert.Throws<NodeSelectionException>(() => graphs.Dependencies(graph, new NeighbourQuery("nope"))).Code);
    }

    [Fact]
    public async Task A_file_that_was_only_touched_is_not_stale()
    {
        var (analysis, graphs) = (_bench.Analysis(), _bench.Service());
        await analysis.AnalyzeAsync(Request, null, Stop);
        var stored = await graphs.LoadAsync(_tree.Root, null, Stop);
        foreach (string name in (string[])["a.toy", "b.toy"]) File.SetLastWriteTimeUtc(_tree.Full(name), DateTime.UtcNow.AddHours(1));
        Assert.Empty(graphs.StaleFiles(stored));

        // As long as before, and as new as a moment ago.
        var time = File.GetLastWriteTimeUtc(_tree.Full("b.toy"));
        _tree.Write("b.toy", "def x\ncall f\n");
        File.SetLastWriteTimeUtc(_tree.Full("b.toy"), time.AddSeconds(1));
        Assert.Equal(["b.toy"], graphs.StaleFiles(stored));

        // The graph is another one then, or the same where no fact changed: fresh in both cases.
        await analysis.AnalyzeAsync(Request, null, Stop);
        Assert.Empty(graphs.StaleFiles(await graphs.LoadAsync(_tree.Root, null, Stop)));
    }

    private AnalysisRequest Request => new() { Path = _tree.Root };
}
