using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Tests;

public class GraphLoaderTests
{
    private static readonly RepositoryInfo Repository = new("/r", "r", null);

    [Fact]
    public void Rows_of_a_graph_make_that_graph_again()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("a.py", 30, "About a.");
        int owner = builder.AddDefinition(NodeType.Class, file, "Owner", 5, 20);
        // Above its parent: odd, but the builder takes it.
        int method = builder.AddDefinition(NodeType.Function, owner, "Owner.run", 2, 3, 4, "Runs.", "(self)");
        int other = builder.AddFile("b.py", 12);
        builder.AddEdge(method, owner, EdgeTypes.Calls, 9, Confidence.Inferred);
        builder.AddEdge(method, owner, EdgeTypes.Calls, 7, Confidence.Heuristic);
        builder.AddEdge(other, other, EdgeTypes.Imports, 1, Confidence.Exact);
        builder.AddDiagnostic(new Diagnostic("CA1", DiagnosticSeverity.Info, "b.py", 1, "Something."));
        builder.AddUnresolved(EdgeTypes.Calls, "external", 3);
        var graph = builder.Build(Repository);

        var loader = new GraphLoader(graph.EdgeTypeNames, graph.NodeCount, graph.EdgeCount);
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            loader.AddNode(node.Type, node.Parent, node.QualifiedName, node.LineStart, node.LineEnd, node.Complexity, node.Docstring, node.Signature);
        }
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            loader.AddEdge(edge.Source, edge.Target, edge.TypeIndex, edge.Confidence, edge.Lines);
        }
        foreach (var diagnostic in graph.Diagnostics) loader.AddDiagnostic(diagnostic);
        foreach (var unresolved in graph.Unresolved) loader.AddUnresolved(unresolved);
        var loaded = loader.Build(Repository);

        Assert.Equal(["a.py::file", "a.py::function::Owner.run", "a.py::class::Owner", "b.py::file"], Ids(loaded));
        Assert.Equal(Ids(graph), Ids(loaded));
        Assert.Equal([-1, 2, 0, -1], Enumerable.Range(0, 4).Select(i => loaded.Node(i).Parent));
        Assert.Equal(("Runs.", "(self)", 4), (loaded.Node(1).Docstring, loaded.Node(1).Signature, loaded.Node(1).Complexity));
        Assert.Equal([7, 9], loaded.Edge(0).Lines.ToArray());
        Assert.Equal(Confidence.Inferred, loaded.Edge(0).Confidence);
        Assert.Equal(1, loaded.Incoming(3).Count);
        Assert.Equal(42, loaded.LineCount);
        Assert.Equal(graph.Diagnostics, loaded.Diagnostics);
        Assert.Equal(graph.Unresolved, loaded.Unresolved);
    }

    [Fact]
    public void Edge_types_out_of_order_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => new GraphLoader(["IMPORTS", "CALLS"]));
        Assert.Throws<InvalidDataException>(() => new GraphLoader(["CALLS", "CALLS"]));
        Assert.Throws<InvalidDataException>(() => new GraphLoader([""]));
        Assert.Throws<InvalidDataException>(() => new GraphLoader([.. Enumerable.Range(0, 251).Select(i => $"T{i:000}")]));
    }

    [Fact]
    public void Nodes_that_no_graph_has_are_refused()
    {
        Refused(l => Definition(l, 0, "f"));
        Refused(l => File(l, "b"), l => File(l, "a"));
        Refused(l => File(l, "a"), l => File(l, "a"));
        Refused(l => l.AddNode(NodeType.File, 0, "a", 0, 0, 0, null, null));
        Refused(l => File(l, ""));
        Refused(l => File(l, "a"), l => l.AddNode((NodeType)3, 0, "f", 1, 1, 1, null, null));
        Refused(l => File(l, "a"), l => Definition(l, 0, "f", 5), l => Definition(l, 0, "g", 4));
        Refused(l => File(l, "a"), l => Definition(l, 0, "f", -1));
        Refused(l => File(l, "a"), l => Definition(l, 0, "f"), l => Definition(l, 0, "f"));
        Refused(l => File(l, "a"), l => File(l, "b"), l => Definition(l, 0, "f"));
        Refused(l => File(l, "a"), l => Definition(l, 1, "f"));
        Refused(l => File(l, "a"), l => Definition(l, 2, "f"));
        Refused(l => File(l, "a"), l => Definition(l, 2, "f"), l => Definition(l, 1, "g"));
        Refused(l => File(l, "a"), l => Definition(l, 2, "f"), l => File(l, "b"));
    }

    [Fact]
    public void Edges_that_no_graph_has_are_refused()
    {
        Refused(Two, l => l.AddEdge(0, 2, 0, Confidence.Exact, [1]));
        Refused(Two, l => l.AddEdge(-1, 1, 0, Confidence.Exact, [1]));
        Refused(Two, l => l.AddEdge(0, 1, 1, Confidence.Exact, [1]));
        Refused(Two, l => l.AddEdge(0, 1, 0, (Confidence)3, [1]));
        Refused(Two, l => l.AddEdge(0, 1, 0, Confidence.Exact, []));
        Refused(Two, l => l.AddEdge(0, 1, 0, Confidence.Exact, [2, 2]));
        Refused(Two, l => l.AddEdge(0, 1, 0, Confidence.Exact, [-1]));
        Refused(Two, Edge, Edge);
        Refused(Two, Edge, l => l.AddEdge(0, 0, 0, Confidence.Exact, [1]));
        // A type that no edge has.
        Refused(Two);
    }

    private static void Two(GraphLoader loader)
    {
        File(loader, "a");
        File(loader, "b");
    }

    private static void Edge(GraphLoader loader) => loader.AddEdge(0, 1, 0, Confidence.Exact, [1]);

    private static void File(GraphLoader loader, string path) => loader.AddNode(NodeType.File, -1, path, 0, 0, 0, null, null);

    private static void Definition(GraphLoader loader, int parent, string name, int line = 1) =>
        loader.AddNode(NodeType.Function, parent, name, line, line, 1, null, null);

    /// <summary>The steps make no graph; what is there before the last one is good as far as it goes.</summary>
    private static void Refused(params Action<GraphLoader>[] steps)
    {
        bool withEdges = steps[0] == Two;
        var loader = new GraphLoader(withEdges ? ["CALLS"] : []);
        foreach (var step in steps[..^1]) step(loader);
        Assert.Throws<InvalidDataException>(() =>
        {
            steps[^1](loader);
            loader.Build(Repository);
        });
    }

    private static IEnumerable<string> Ids(CodeGraph graph) => Enumerable.Range(0, graph.NodeCount).Select(i => graph.Node(i).Id);
}
