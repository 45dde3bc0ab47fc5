using CodexAura.Engine.Graphs;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;

namespace CodexAura.Engine.Tests.Graphs;

public sealed class GraphStatsTests
{
    private readonly CodeGraph _graph = Support.Graphs.Shop();

    [Fact]
    public void Counts_by_type_and_confidence()
    {
        var stats = GraphStatsCalculator.Calculate(_graph);
        Assert.Equal((9, 7, 2, 60L), (stats.TotalNodes, stats.TotalEdges, stats.Files, stats.Lines));
        Assert.Equal(new Dictionary<string, int> { ["file"] = 2, ["class"] = 2, ["function"] = 5 }, stats.NodesByType);
        Assert.Equal(new Dictionary<string, int> { ["CALLS"] = 5, ["EXTENDS"] = 1, ["IMPORTS"] = 1 }, stats.EdgesByType);
        Assert.Equal(new Dictionary<string, int> { ["exact"] = 2, ["inferred"] = 1, ["heuristic"] = 4 }, stats.EdgesByConfidence);
        Assert.Equal([new ExtensionCount(".py", 2, 60)], stats.Extensions);
        Assert.Equal(1, stats.Diagnostics["warning"]);
        Assert.Equal(3, stats.Unresolved.Count);
    }

    [Fact]
    public void Hot_spots_are_complex_and_connected()
    {
        var stats = GraphStatsCalculator.Calculate(Used(Confidence.Inferred));
        var hotSpot = Assert.Single(stats.HotSpots);
        Assert.Equal((6, 4, 24L), (hotSpot.Complexity, hotSpot.Connections, hotSpot.Score));
        Assert.Equal(1, stats.HotSpotCount);
        Assert.Equal(2.0, stats.AverageComplexity);
    }

    [Fact]
    public void Guesses_make_nothing_connected()
    {
        var stats = GraphStatsCalculator.Calculate(Used(Confidence.Heuristic));
        Assert.Equal(0, stats.HotSpotCount);
        Assert.Empty(stats.MostConnected);
    }

    [Fact]
    public void Simple_functions_are_no_hot_spots_however_connected()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("a.py", 100);
        int simple = builder.AddDefinition(NodeType.Function, file, "simple", 1, 2, complexity: 4);
        int lonely = builder.AddDefinition(NodeType.Function, file, "lonely", 3, 4, complexity: 90);
        for (int i = 0; i < 50; i++) builder.AddEdge(builder.AddDefinition(NodeType.Function, file, $"f{i}", 5 + i, 5 + i, 1), simple, EdgeTypes.Calls, 5 + i, Confidence.Exact);
        Assert.NotEqual(simple, lonely);
        var stats = GraphStatsCalculator.Calculate(builder.Build(Support.Graphs.Repository));
        Assert.Equal(0, stats.HotSpotCount);
        Assert.Equal(50, stats.MostConnected[0].Incoming);
    }

    [Fact]
    public void Most_connected_come_first_and_ties_in_graph_order()
    {
        var stats = GraphStatsCalculator.Calculate(_graph);
        // Four use Cart.add, but only by guess.
        Assert.Equal("shop/money.py::class::Money", _graph.Node(stats.MostConnected[0].Node).Id);
        Assert.Equal((2, 0), (stats.MostConnected[0].Incoming, stats.MostConnected[0].Outgoing));
        Assert.Equal(stats.MostConnected.Skip(1).Select(c => c.Node).Order(), stats.MostConnected.Skip(1).Select(c => c.Node));
    }

    [Fact]
    public void An_empty_graph_has_all_types_at_zero()
    {
        var stats = GraphStatsCalculator.Calculate(new GraphBuilder().Build(Support.Graphs.Repository));
        Assert.Equal(0, stats.AverageComplexity);
        Assert.Equal(["CALLS", "EXTENDS", "IMPORTS"], stats.EdgesByType.Keys);
        Assert.Equal(["file", "class", "function"], stats.NodesByType.Keys);
    }

    /// <summary>A function of complexity 6 that four others use.</summary>
    private static CodeGraph Used(Confidence confidence)
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("a.py", 30);
        int used = builder.AddDefinition(NodeType.Function, file, "used", 1, 9, complexity: 6);
        for (int i = 0; i < 4; i++) builder.AddEdge(builder.AddDefinition(NodeType.Function, file, $"f{i}", 10 + i, 10 + i, 1), used, EdgeTypes.Calls, 10 + i, confidence);
        return builder.Build(Support.Graphs.Repository);
    }
}
