using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Tests;

public class GraphBuilderTests
{
    private readonly GraphBuilder _builder = new();

    [Fact]
    public void Two_files_with_one_path_are_rejected()
    {
        _builder.AddFile("a.py", 1);
        _builder.AddFile("a.py", 1);

        Assert.Contains("'a.py::file'", Assert.Throws<InvalidOperationException>(Build).Message);
    }

    [Fact]
    public void Two_definitions_with_one_id_are_rejected()
    {
        int file = _builder.AddFile("a.py", 9);
        _builder.AddDefinition(NodeType.Function, file, "f", 1, 2);
        _builder.AddDefinition(NodeType.Function, file, "f", 5, 6);

        Assert.Contains("'a.py::function::f'", Assert.Throws<InvalidOperationException>(Build).Message);
    }

    [Fact]
    public void A_class_and_a_function_may_share_a_name_and_files_their_definitions_names()
    {
        foreach (string path in new[] { "a.py", "b.py" })
        {
            int file = _builder.AddFile(path, 9);
            _builder.AddDefinition(NodeType.Class, file, "f", 1, 2);
            _builder.AddDefinition(NodeType.Function, file, "f", 1, 2);
        }

        Assert.Equal(6, Build().NodeCount);
    }

    [Fact]
    public void Unknown_handles_are_rejected()
    {
        int file = _builder.AddFile("a.py", 9);

        Assert.Throws<ArgumentException>(() => _builder.AddDefinition(NodeType.Class, 7, "C", 1, 1));
        Assert.Throws<ArgumentException>(() => _builder.AddDefinition(NodeType.Class, -1, "C", 1, 1));
        Assert.Throws<ArgumentException>(() => _builder.AddDefinition(NodeType.File, file, "C", 1, 1));
        Assert.Throws<ArgumentException>(() => _builder.AddEdge(file, 1, EdgeTypes.Calls, 1, Confidence.Exact));
        Assert.Throws<ArgumentException>(() => _builder.AddEdge(-1, file, EdgeTypes.Calls, 1, Confidence.Exact));
        Assert.Throws<ArgumentException>(() => _builder.AddEdge(file, file, "", 1, Confidence.Exact));
    }

    [Fact]
    public void Negative_lines_are_rejected()
    {
        int file = _builder.AddFile("a.py", 9);

        Assert.Throws<ArgumentOutOfRangeException>(() => _builder.AddDefinition(NodeType.Class, file, "C", -2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _builder.AddEdge(file, file, EdgeTypes.Calls, -1, Confidence.Exact));
    }

    [Fact]
    public void Up_to_250_edge_types_fit()
    {
        int file = _builder.AddFile("a.py", 9);
        for (int i = 0; i < 250; i++) _builder.AddEdge(file, file, $"T{i}", 1, Confidence.Exact);

        Assert.Throws<ArgumentException>(() => _builder.AddEdge(file, file, "T250", 1, Confidence.Exact));
        var graph = Build();
        Assert.Equal(250, graph.EdgeCount);
        Assert.All(Enumerable.Range(0, 250), i => Assert.Equal($"T{i}", graph.Edge(graph.EdgeTypeIndex($"T{i}")).Type));
    }

    [Fact]
    public void Diagnostics_and_unresolved_references_come_in_one_order_without_repetition()
    {
        Diagnostic[] diagnostics =
        [
            new("X2", DiagnosticSeverity.Info, "a.py", 1, "m"), new("X1", DiagnosticSeverity.Warning, "a.py", 2, "m"),
            new("X1", DiagnosticSeverity.Error, "a.py", 2, "m"), new("X1", DiagnosticSeverity.Info, "b.py", 1, "a"),
            new("X1", DiagnosticSeverity.Info, "b.py", 1, "b"),
        ];
        var backwards = new GraphBuilder();
        foreach (var d in diagnostics.Append(diagnostics[0])) _builder.AddDiagnostic(d);
        foreach (var d in diagnostics.Reverse()) backwards.AddDiagnostic(d);
        foreach (var builder in new[] { _builder, backwards })
        {
            builder.AddUnresolved(EdgeTypes.Imports, "external");
            builder.AddUnresolved(EdgeTypes.Calls, "external", 2);
            builder.AddUnresolved(EdgeTypes.Calls, "external");
        }

        var graph = Build();
        Assert.Equal(diagnostics, graph.Diagnostics);
        Assert.Equal(diagnostics, backwards.Build(graph.Repository).Diagnostics);
        Assert.Equal([new UnresolvedCount(EdgeTypes.Calls, "external", 3), new(EdgeTypes.Imports, "external", 1)], graph.Unresolved);
    }

    [Fact]
    public void A_builder_may_be_used_on()
    {
        _builder.AddFile("b.py", 1);
        var first = Build();
        _builder.AddFile("a.py", 1);

        Assert.Equal((1, 2), (first.NodeCount, Build().NodeCount));
        Assert.Equal("b.py::file", first.Node(0).Id);
    }

    private CodeGraph Build() => _builder.Build(new RepositoryInfo("/r", "r", null));
}
