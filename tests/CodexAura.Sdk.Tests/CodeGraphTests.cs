using CodexAura.Sdk.Graph;
using CsCheck;

namespace CodexAura.Sdk.Tests;

public class CodeGraphTests
{
    [Fact]
    public void The_order_of_additions_makes_no_difference() => RandomGraph.Gen.Sample(random =>
        Dump(random.Build(1)) == Dump(random.Build(2)));

    [Fact]
    public void Every_node_is_there_and_found_by_its_id() => RandomGraph.Gen.Sample(random =>
    {
        var graph = random.Build(3);
        Assert.Equal(random.NodeIds.Order(StringComparer.Ordinal), Ids(graph).Order(StringComparer.Ordinal));
        for (int i = 0; i < graph.NodeCount; i++)
            Assert.Equal(i, graph.Find(graph.Node(i).Id));
        Assert.Equal(random.Files.Count, graph.Files.Length);
        foreach (int file in graph.Files)
            Assert.Equal(file, graph.FindFile(graph.Node(file).Path));
    });

    [Fact]
    public void Nodes_come_by_path_and_line_and_those_of_a_file_are_one_range() => RandomGraph.Gen.Sample(random =>
    {
        var graph = random.Build(4);
        Assert.Equal(random.Files.Select(f => f.Path).Order(StringComparer.Ordinal), graph.Files.ToArray().Select(f => graph.Node(f).Path));
        int next = 0;
        foreach (int file in graph.Files)
        {
            var (start, end) = graph.NodesOfFile(file);
            Assert.Equal(next, start);
            Assert.Equal(file, start);
            Assert.All(Enumerable.Range(start, end - start), i => Assert.Equal(file, graph.Node(i).FileIndex));
            int[] lines = [.. Enumerable.Range(start + 1, end - start - 1).Select(i => graph.Node(i).LineStart)];
            Assert.Equal(lines.Order(), lines);
            next = end;
        }
        Assert.Equal(graph.NodeCount, next);
    });

    [Fact]
    public void Edges_hold_every_reference_merged_with_all_lines_and_the_best_confidence() => RandomGraph.Gen.Sample(random =>
    {
        var graph = random.Build(5);
        var ids = random.NodeIds;
        var expected = random.References.GroupBy(r => (ids[r.Source], ids[r.Target], r.Type)).Select(group =>
            $"{group.Key} {string.Join(',', group.Select(r => r.Line).Distinct().Order())} {group.Max(r => r.Confidence)}");
        var actual = Edges(graph).Select(e =>
            $"{(graph.Node(e.Source).Id, graph.Node(e.Target).Id, e.Type)} {string.Join(',', e.Lines.ToArray())} {e.Confidence}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        Assert.All(Edges(graph), e => Assert.Equal(e.Lines[0], e.Line));
        Assert.All(Edges(graph), e => Assert.Equal(e.TypeIndex, graph.EdgeTypeIndex(e.Type)));
        var keys = Edges(graph).Select(e => (e.Source, e.Target, e.TypeIndex)).ToArray();
        Assert.Equal(keys.Order(), keys);
        Assert.Equal(graph.EdgeTypeNames.Order(StringComparer.Ordinal), graph.EdgeTypeNames);
    });

    [Fact]
    public void Adjacency_agrees_with_the_edges_in_both_directions() => RandomGraph.Gen.Sample(random =>
    {
        var graph = random.Build(6);
        for (int node = 0; node < graph.NodeCount; node++)
        {
            Assert.Equal(Edges(graph).Where(e => e.Source == node).Select(e => e.Index), List(graph.Outgoing(node)));
            Assert.Equal(Edges(graph).Where(e => e.Target == node).Select(e => e.Index), List(graph.Incoming(node)));
        }
    });

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var builder = new GraphBuilder();
        builder.AddDefinition(NodeType.Function, builder.AddFile("a.py", 3), "f", 1, 2);
        var graph = builder.Build(Repository);

        Assert.All(["", "a.py", "b.py::file", "a.py::function::g", "a.py::class::f", "a.py::function::", "::file", "b.py::function::f"],
            id => Assert.Equal(-1, graph.Find(id)));
        Assert.Equal(-1, graph.FindFile("A.py"));
        Assert.Equal(-1, graph.EdgeTypeIndex(EdgeTypes.Calls));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Node(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Node(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Edge(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.NodesOfFile(1));
    }

    [Fact]
    public void An_empty_graph_is_a_graph()
    {
        var graph = new GraphBuilder().Build(Repository);

        Assert.Equal((0, 0, 0), (graph.NodeCount, graph.EdgeCount, graph.Files.Length));
        Assert.Equal(-1, graph.Find("a.py::file"));
    }

    [Fact]
    public void A_view_shows_all_that_was_added()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("pkg/a.py", 20, "About a.");
        int type = builder.AddDefinition(NodeType.Class, file, "C", 3, 10, docstring: "A class.");
        builder.AddDefinition(NodeType.Function, type, "C.run#2", 4, 9, 3, "Runs.", "(self) -> int");
        var graph = builder.Build(Repository);
        var node = graph.Node(graph.Find("pkg/a.py::function::C.run#2"));

        Assert.Equal(("run", "C.run#2", "pkg/a.py", 4, 9, 3), (node.Name, node.QualifiedName, node.Path, node.LineStart, node.LineEnd, node.Complexity));
        Assert.Equal(("Runs.", "(self) -> int", graph.Find("pkg/a.py::class::C")), (node.Docstring, node.Signature, node.Parent));
        Assert.Equal(("a.py", "About a.", 1, 20, -1), (graph.Node(0).Name, graph.Node(0).Docstring, graph.Node(0).LineStart, graph.Node(0).LineEnd, graph.Node(0).Parent));
        Assert.Equal(20, graph.LineCount);
    }

    [Fact]
    public void A_large_graph_is_built_and_walked_whole()
    {
        const int Files = 2_000, PerFile = 50;
        var builder = new GraphBuilder();
        var handles = new List<int>();
        for (int f = 0; f < Files; f++)
        {
            int file = builder.AddFile($"pkg{f % 40}/mod{f}.py", 1000);
            for (int d = 0; d < PerFile; d++)
                handles.Add(builder.AddDefinition(NodeType.Function, file, $"f{d}", 1 + d * 10, 9 + d * 10, 1));
        }
        var random = new Random(7);
        for (int e = 0; e < 500_000; e++)
            builder.AddEdge(handles[random.Next(handles.Count)], handles[random.Next(handles.Count)], EdgeTypes.Calls, 1 + random.Next(1000), Confidence.Exact);
        var graph = builder.Build(Repository);

        long outgoing = 0, incoming = 0, lines = 0;
        for (int i = 0; i < graph.NodeCount; i++)
        {
            outgoing += graph.Outgoing(i).Count;
            foreach (int e in graph.Incoming(i)) incoming += graph.Edge(e).Target == i ? 1 : 0;
        }
        for (int e = 0; e < graph.EdgeCount; e++) lines += graph.Edge(e).Lines.Length;
        Assert.Equal(Files * (PerFile + 1), graph.NodeCount);
        Assert.Equal((graph.EdgeCount, graph.EdgeCount), (outgoing, incoming));
        Assert.InRange(lines, graph.EdgeCount, 500_000);
        Assert.Equal("pkg3/mod1883.py::function::f49", graph.Node(graph.Find("pkg3/mod1883.py::function::f49")).Id);
    }

    private static RepositoryInfo Repository { get; } = new("/r", "r", null);

    private static IEnumerable<GraphEdge> Edges(CodeGraph graph) => Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge);

    private static IEnumerable<string> Ids(CodeGraph graph) => Enumerable.Range(0, graph.NodeCount).Select(i => graph.Node(i).Id);

    private static List<int> List(EdgeRange range)
    {
        var all = new List<int>();
        foreach (int edge in range) all.Add(edge);
        Assert.Equal(all, Enumerable.Range(0, range.Count).Select(i => range[i]));
        Assert.Throws<ArgumentOutOfRangeException>(() => range[range.Count]);
        return all;
    }

    private static string Dump(CodeGraph graph) =>
        string.Join('\n', Ids(graph).Concat(Edges(graph).Select(e =>
            $"{e.Source} {e.Target} {e.Type} {string.Join(',', e.Lines.ToArray())} {e.Confidence}")));
}
