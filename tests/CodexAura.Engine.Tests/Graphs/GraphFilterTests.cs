using CodexAura.Engine.Analysis;
using CodexAura.Engine.Graphs;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;

namespace CodexAura.Engine.Tests.Graphs;

public sealed class GraphFilterTests
{
    [Fact]
    public async Task Other_edges_go_and_all_else_stays()
    {
        var graph = Support.Graphs.Shop();
        var filtered = GraphFilter.ByEdgeTypes(graph, ["imports", "EXTENDS"]);
        Assert.Equal(["EXTENDS", "IMPORTS"], filtered.EdgeTypeNames);
        Assert.Equal(2, filtered.EdgeCount);
        Assert.Equal([new UnresolvedCount("IMPORTS", "external", 3)], filtered.Unresolved);
        var unchanged = GraphFilter.ByEdgeTypes(graph, ["CALLS", "EXTENDS", "IMPORTS"]);
        Assert.NotSame(graph, unchanged);
        Assert.Equal(await Json.GraphJsonTests.TextAsync(graph), await Json.GraphJsonTests.TextAsync(unchanged));
    }

    [Fact]
    public void A_misspelt_type_is_an_error()
    {
        var thrown = Assert.Throws<AnalysisException>(() => GraphFilter.ByEdgeTypes(Support.Graphs.Shop(), ["IMPORT"]));
        Assert.Equal("'IMPORT' is no edge type of this graph; there are CALLS, EXTENDS, IMPORTS.", thrown.Message);
    }
}
