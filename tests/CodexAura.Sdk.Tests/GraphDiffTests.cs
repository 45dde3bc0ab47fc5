using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Tests;

public sealed class GraphDiffTests
{
    [Fact]
    public void A_graph_does_not_differ_from_itself() => Assert.True(GraphDiff.Of(Graph(3), Graph(3)).IsEmpty);

    [Fact]
    public void What_came_went_and_changed_is_told_apart()
    {
        var (before, after) = (Graph(3), Graph(3, "kept", add: true));
        var diff = GraphDiff.Of(before, after);

        Assert.Equal(["a.py::function::f1"], diff.RemovedNodes.Select(node => before.Node(node).Id));
        Assert.Equal(["a.py::function::new"], diff.AddedNodes.Select(node => after.Node(node).Id));
        var change = Assert.Single(diff.ChangedNodes);
        Assert.Equal(("a.py::function::f0", NodeAspects.Docstring | NodeAspects.Lines), (after.Node(change.After).Id, change.What));
        Assert.Equal(["a.py::function::f0 CALLS a.py::function::f1", "a.py::function::f1 CALLS a.py::function::f2"], diff.RemovedEdges.Select(edge => Text(before, edge)));
        Assert.Equal(["a.py::function::f0 CALLS a.py::function::new"], diff.AddedEdges.Select(edge => Text(after, edge)));
        var edge = Assert.Single(diff.ChangedEdges);
        Assert.Equal("a.py::function::f2 CALLS a.py::function::f2", Text(after, edge.After));
    }

    [Fact]
    public void Comparing_the_other_way_round_turns_added_into_removed()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var (one, other) = (Graph(seed % 7), Graph(seed % 5, add: seed % 2 == 0));
            var (there, back) = (GraphDiff.Of(one, other), GraphDiff.Of(other, one));
            Assert.Equal(there.AddedNodes, back.RemovedNodes);
            Assert.Equal(there.RemovedEdges, back.AddedEdges);
            Assert.Equal(there.ChangedNodes.Count, back.ChangedNodes.Count);
        }
    }

    private static string Text(CodeGraph graph, int number) =>
        $"{graph.Node(graph.Edge(number).Source).Id} {graph.Edge(number).Type} {graph.Node(graph.Edge(number).Target).Id}";

    private static CodeGraph Graph(int functions, string? docstring = null, bool add = false)
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("a.py", 100);
        var handles = new Dictionary<string, int>();
        for (int i = 0; i < functions; i++)
            if (!add || i != 1) handles.Add($"f{i}", builder.AddDefinition(NodeType.Function, file, $"f{i}", 10 * i + (add && i == 0 ? 2 : 1), 10 * i + 5, 1, i == 0 ? docstring : null));
        if (add) handles.Add("new", builder.AddDefinition(NodeType.Function, file, "new", 90, 95, 1));
        foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("f0", "f1"), ("f1", "f2"), ("f2", "f2"), ("f0", "new")])
            if (handles.TryGetValue(from, out int source) && handles.TryGetValue(to, out int target))
                builder.AddEdge(source, target, EdgeTypes.Calls, add ? 7 : 6, Confidence.Exact);
        return builder.Build(new RepositoryInfo("/r", "r", null));
    }
}
