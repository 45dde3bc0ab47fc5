using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Tests;

/// <summary>Moving the lines of a graph gives the graph that would be built.</summary>
public sealed class MovedGraphTests
{
    private static readonly RepositoryInfo Repository = new("/r", "r", null);

    [Fact]
    public void Lines_of_nodes_and_edges_of_a_moved_file_become_the_new_ones()
    {
        var moved = Build(shift: 0).Moved([Move(shift: 3, (1, 1), (2, 5), (3, 6), (4, 7))]);
        var anew = Build(shift: 3);
        Assert.NotNull(moved);
        Assert.Equal(Dump(anew), Dump(moved));
        Assert.Equal(13, moved.LineCount);
        Assert.Equal([6, 7], moved.Edge(0).Lines.ToArray());
    }

    [Fact]
    public void Lines_that_became_one_are_one()
    {
        var moved = Build(shift: 0).Moved([Move(shift: 0, (1, 1), (2, 2), (3, 2), (4, 2))]);
        Assert.Equal([2], moved!.Edge(0).Lines.ToArray());
        Assert.Equal([9], moved.Edge(1).Lines.ToArray());
    }

    [Theory]
    [InlineData("another file")]
    [InlineData("a line that is not told of")]
    [InlineData("a line that became two")]
    [InlineData("another node")]
    [InlineData("a node less")]
    public void Moves_that_are_not_of_the_graph_give_none(string wrong)
    {
        var move = wrong switch
        {
            "another file" => new FileMove("c.py"),
            "a line that is not told of" => Move(0, (1, 1), (2, 2)),
            "a line that became two" => Move(0, (1, 1), (2, 2), (3, 3), (4, 4), (4, 5)),
            _ => new FileMove("a.py"),
        };
        if (wrong.EndsWith("node", StringComparison.Ordinal)) move.Nodes.AddDefinition(NodeType.Function, move.Nodes.AddFile("a.py", 5), "another", 2, 4, 1);
        if (wrong == "a node less") move.Nodes.AddFile("a.py", 5);
        Assert.Null(Build(shift: 0).Moved([move]));
    }

    private static FileMove Move(int shift, params (int Before, int After)[] lines)
    {
        var move = new FileMove("a.py");
        AddFirst(move.Nodes, shift);
        foreach (var (before, after) in lines) move.AddLine(before, after);
        return move;
    }

    private static int AddFirst(GraphBuilder builder, int shift)
    {
        int file = builder.AddFile("a.py", 5 + shift, shift > 0 ? "Moved." : null);
        return builder.AddDefinition(NodeType.Function, file, "f", 2 + shift, 4 + shift, 1 + shift, shift > 0 ? "Does it." : null, "()");
    }

    private static CodeGraph Build(int shift)
    {
        var builder = new GraphBuilder();
        int first = AddFirst(builder, shift), second = builder.AddDefinition(NodeType.Function, builder.AddFile("b.py", 5), "g", 1, 5, 1);
        builder.AddEdge(first, second, EdgeTypes.Calls, 3 + shift, Confidence.Exact);
        builder.AddEdge(first, second, EdgeTypes.Calls, 4 + shift, Confidence.Heuristic);
        builder.AddEdge(second, first, EdgeTypes.Calls, 9, Confidence.Inferred);
        builder.AddUnresolved(EdgeTypes.Calls, "external", 3);
        return builder.Build(Repository);
    }

    private static string Dump(CodeGraph graph) => string.Join('\n',
        [
            .. Enumerable.Range(0, graph.NodeCount).Select(i => graph.Node(i)).Select(n => $"{n.Id} {n.Parent} {n.LineStart}-{n.LineEnd} {n.Complexity} {n.Docstring} {n.Signature}"),
            .. Enumerable.Range(0, graph.EdgeCount).Select(i => graph.Edge(i)).Select(e => $"{e.Source} {e.Target} {e.Type} {e.Confidence} {string.Join(' ', e.Lines.ToArray())}"),
            .. graph.Unresolved.Select(u => u.ToString()), .. graph.Diagnostics.Select(d => d.ToString()),
        ]);
}
