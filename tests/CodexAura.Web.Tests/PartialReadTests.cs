using System.Text;
using System.Text.Json;
using CodexAura.Engine.Services;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;
using CodexAura.Sdk.Services;
using CodexAura.Sdk.Storage;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>What is read from a store in parts, as long as a graph is not in memory, is what the whole graph gives.</summary>
public sealed class PartialReadTests : IDisposable
{
    private readonly Workspace _workspace = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Parts_of_a_graph_give_the_same_answers_as_the_whole()
    {
        using var session = Sessions.Create(_workspace.Data, []);
        var result = await session.Pipeline().RunAsync(new AnalysisRequest { Path = _workspace.Shop() }, session.Store(null), null, Stop);
        var (id, graph) = (result.Info.Id, result.Graph);
        var whole = new GraphService(session.Installed, new GraphMemory());
        Assert.Equal(graph.Node(0).Id, await whole.FirstNodeAsync(id, null, Stop));
        // A tenth of the nodes, by each way of naming them.
        var names = Enumerable.Range(0, graph.NodeCount / 10).Select(i => graph.Node(i * 10))
            .SelectMany(node => new[] { node.Id, node.QualifiedName, node.Name, "./" + node.Path }).Append("nowhere").Append("").Distinct().ToArray();
        int read = 0;
        foreach (string name in names)
            foreach (var query in Queries(name))
            {
                // Nothing is in a new memory.
                var memory = new GraphMemory();
                string inParts = await AnswerAsync(() => new GraphService(session.Installed, memory).NeighboursAsync(id, query, null, Stop), query);
                string ofWhole = await AnswerAsync(async () => new StoredNeighbourhood(result.Info, whole.Dependencies(graph, query)), query);
                Assert.Equal(ofWhole, inParts);
                read++;
            }
        Assert.True(read > 50);
    }

    [Fact]
    public async Task What_was_read_in_parts_is_in_memory_for_the_next()
    {
        using var session = Sessions.Create(_workspace.Data, []);
        var result = await session.Pipeline().RunAsync(new AnalysisRequest { Path = _workspace.Shop() }, session.Store(null), null, Stop);
        var memory = new GraphMemory();
        var graphs = new GraphService(session.Installed, memory);
        var (info, found) = await graphs.NeighboursAsync(result.Info.Id, new NeighbourQuery("Cart.add"), null, Stop);

        Assert.Equal(result.Info, info);
        Assert.Equal("src/shop/cart.py::function::Cart.add", found.Nodes[0].Node.Id);
        var stored = await graphs.LoadAsync(info.Id, null, Stop);
        Assert.Same(stored.Graph, memory.Find(session.Store(null), info));
    }

    private static IEnumerable<NeighbourQuery> Queries(string name)
    {
        yield return new NeighbourQuery(name);
        yield return new NeighbourQuery(name, 2, EdgeDirection.Incoming);
        yield return new NeighbourQuery(name, 2, EdgeDirection.Outgoing, ["calls", "IMPORTS"]);
    }

    private static async Task<string> AnswerAsync(Func<Task<StoredNeighbourhood>> ask, NeighbourQuery query)
    {
        try
        {
            var (info, found) = await ask();
            using var bytes = new MemoryStream();
            await using (var json = new Utf8JsonWriter(bytes, JsonFormat.Compact)) DependenciesJson.Write(json, found, query.Depth);
            return $"{info} {Encoding.UTF8.GetString(bytes.ToArray())}";
        }
        catch (CodexAuraException refused)
        {
            return $"{refused.Code} {refused.Message} {string.Join(' ', refused.Suggestions)}";
        }
    }
}
