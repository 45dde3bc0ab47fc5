using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Tests;

public sealed class NeighboursTests
{
    // a -> b -> c -> a, and d -> b by another type.
    private readonly CodeGraph _graph = Make();

    [Theory]
    [InlineData("b", 1, EdgeDirection.Outgoing, "b0 c1", "b>c")]
    [InlineData("b", 1, EdgeDirection.Incoming, "b0 a1 d1", "a>b d>b")]
    [InlineData("b", 1, EdgeDirection.Both, "b0 a1 c1 d1", "a>b b>c d>b")]
    [InlineData("b", 2, EdgeDirection.Outgoing, "b0 c1 a2", "b>c c>a")]
    [InlineData("b", 9, EdgeDirection.Outgoing, "b0 c1 a2", "a>b b>c c>a")]
    public void Follows_edges_as_far_as_asked(string root, int depth, EdgeDirection direction, string nodes, string edges)
    {
        var result = GraphReads.Neighbours(_graph, new NeighbourQuery(Id(root), depth, direction))!;
        Assert.Equal(nodes, string.Join(' ', result.Nodes.Select(n => $"{n.Node.Name}{n.Distance}")));
        Assert.Equal(edges, string.Join(' ', result.Edges.Select(e => $"{e.Source.Name}>{e.Target.Name}")));
    }

    [Fact]
    public void Follows_only_the_types_asked_for()
    {
        var result = GraphReads.Neighbours(_graph, new NeighbourQuery(Id("b"), 1, EdgeDirection.Incoming, ["USES"]))!;
        Assert.Equal(["b", "d"], result.Nodes.Select(n => n.Node.Name));
    }

    private static CodeGraph Make()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("x.py", 4);
        int[] nodes = [.. "abcd".Select((c, i) => builder.AddDefinition(NodeType.Function, file, c.ToString(), i + 1, i + 1, 1))];
        foreach (var (from, to, type) in ((int, int, string)[])[(0, 1, EdgeTypes.Calls), (1, 2, EdgeTypes.Calls), (2, 0, EdgeTypes.Calls), (3, 1, "USES")])
            builder.AddEdge(nodes[from], nodes[to], type, from + 1, Confidence.Exact);
        return builder.Build(new RepositoryInfo("/x", "x", null));
    }

    private static string Id(string name) => $"x.py::function::{name}";
}
