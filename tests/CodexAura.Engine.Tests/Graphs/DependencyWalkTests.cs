using CodexAura.Engine.Graphs;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Graphs;

public sealed class DependencyWalkTests
{
    // a -> b -> c -> a, and d -> b by another type.
    private readonly CodeGraph _graph = Make();

    [Theory]
    [InlineData("b", 1, Direction.Outgoing, "b0 c1", "b>c")]
    [InlineData("b", 1, Direction.Incoming, "b0 a1 d1", "a>b d>b")]
    [InlineData("b", 1, Direction.Both, "b0 a1 c1 d1", "a>b b>c d>b")]
    [InlineData("b", 2, Direction.Outgoing, "b0 c1 a2", "b>c c>a")]
    [InlineData("b", 9, Direction.Outgoing, "b0 c1 a2", "a>b b>c c>a")]
    public void Follows_edges_as_far_as_asked(string root, int depth, Direction direction, string nodes, string edges)
    {
        var result = DependencyWalk.Follow(_graph, Find(root), depth, direction);
        Assert.Equal(nodes, string.Join(' ', result.Nodes.Select(n => $"{_graph.Node(n.Node).Name}{n.Distance}")));
        Assert.Equal(edges, string.Join(' ', result.Edges.Select(_graph.Edge).Select(e => $"{_graph.Node(e.Source).Name}>{_graph.Node(e.Target).Name}")));
    }

    [Fact]
    public void Follows_only_the_types_asked_for()
    {
        var result = DependencyWalk.Follow(_graph, Find("b"), 1, Direction.Incoming, ["uses"]);
        Assert.Equal(["b", "d"], result.Nodes.Select(n => _graph.Node(n.Node).Name));
    }

    private static CodeGraph Make()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("x.py", 4);
        int[] nodes = [.. "abcd".Select((c, i) => builder.AddDefinition(NodeType.Function, file, c.ToString(), i + 1, i + 1, 1))];
        foreach (var (from, to, type) in ((int, int, string)[])[(0, 1, EdgeTypes.Calls), (1, 2, EdgeTypes.Calls), (2, 0, EdgeTypes.Calls), (3, 1, "USES")])
            builder.AddEdge(nodes[from], nodes[to], type, from + 1, Confidence.Exact);
        return builder.Build(Support.Graphs.Repository);
    }

    private int Find(string name) => _graph.Find($"x.py::function::{name}");
}
