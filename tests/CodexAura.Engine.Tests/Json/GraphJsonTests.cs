using System.Text;
using System.Text.Json;
using CodexAura.Sdk.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Json;

public sealed class GraphJsonTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 23, 11, 0, 0, TimeSpan.FromHours(1));

    public static async Task<string> TextAsync(CodeGraph graph)
    {
        using var stream = new MemoryStream();
        await GraphJsonWriter.WriteAsync(stream, graph, Made, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public async Task The_format_is_this_byte_for_byte()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("src/utils.py", 24, "Größe <&> \"x\"\n");
        int helper = builder.AddDefinition(NodeType.Class, file, "Helper", 3, 24);
        int run = builder.AddDefinition(NodeType.Function, helper, "Helper.run", 10, 24, 3, "Runs.", "(self, x: int) -> str");
        builder.AddEdge(file, helper, EdgeTypes.Calls, 24, Confidence.Exact);
        builder.AddEdge(run, helper, EdgeTypes.Calls, 17, Confidence.Inferred);
        builder.AddEdge(run, helper, EdgeTypes.Calls, 12, Confidence.Heuristic);
        builder.AddDiagnostic(new Diagnostic("CA2001", DiagnosticSeverity.Warning, "src/utils.py", 3, "Odd."));
        builder.AddUnresolved(EdgeTypes.Calls, "external", 2);
        string expected = """
            {"version":"1.0","generated_at":"2026-11-23T10:00:00Z","repository":{"path":"/r/flask","name":"flask"},"sha":null,"stats":{"total_nodes":3,"total_edges":2,"node_types":{"file":1,"class":1,"function":1},"edge_types":{"CALLS":2,"EXTENDS":0,"IMPORTS":0},"files":1,"lines":24,"average_complexity":3,"hot_spots_count":0,"hot_spots":[],"confidence":{"exact":1,"inferred":1,"heuristic":0},"most_connected":[{"id":"src/utils.py::class::Helper","incoming":2,"outgoing":0},{"id":"src/utils.py::file","incoming":0,"outgoing":1},{"id":"src/utils.py::function::Helper.run","incoming":0,"outgoing":1}],"unresolved":{"CALLS":{"external":2}},"extensions":[{"extension":".py","files":1,"lines":24}],"diagnostics":{"error":0,"warning":1,"info":0}},"nodes":[
            {"id":"src/utils.py::file","type":"file","name":"utils.py","path":"src/utils.py","lines":[1,24],"docstring":"Größe <&> \"x\"\n","blame":null},
            {"id":"src/utils.py::class::Helper","type":"class","name":"Helper","path":"src/utils.py","lines":[3,24],"docstring":null,"blame":null,"qualified_name":"Helper","parent":"src/utils.py::file"},
            {"id":"src/utils.py::function::Helper.run","type":"function","name":"run","path":"src/utils.py","lines":[10,24],"docstring":"Runs.","blame":null,"qualified_name":"Helper.run","parent":"src/utils.py::class::Helper","signature":"(self, x: int) -> str","complexity":3}],"edges":[
            {"source":"src/utils.py::file","target":"src/utils.py::class::Helper","type":"CALLS","line":24,"confidence":"exact"},
            {"source":"src/utils.py::function::Helper.run","target":"src/utils.py::class::Helper","type":"CALLS","line":12,"lines":[12,17],"confidence":"inferred"}],"diagnostics":[
            {"code":"CA2001","severity":"warning","path":"src/utils.py","line":3,"message":"Odd."}]}

            """.ReplaceLineEndings("\n");
        Assert.Equal(expected, await TextAsync(builder.Build(new RepositoryInfo("/r/flask", "flask", null))));
    }

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var graph = Support.Graphs.Shop();
        string text = await TextAsync(graph);
        var read = await ReadAsync(text);
        Assert.Equal(Made, read.CreatedAt);
        Assert.Equal(graph.Repository, read.Graph.Repository);
        Assert.Equal(text, await TextAsync(read.Graph));
    }

    [Fact]
    public async Task Odd_text_survives_as_valid_json()
    {
        var builder = new GraphBuilder();
        builder.AddFile("odd\u0001\"\\::name 🛒.py", 1, "\ud800 alone, \u0000, \u2028");
        string text = await TextAsync(builder.Build(Support.Graphs.Repository));
        using var json = JsonDocument.Parse(text);
        Assert.Equal("odd\u0001\"\\::name 🛒.py::file", json.RootElement.GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal(1, (await ReadAsync(text)).Graph.NodeCount);
    }

    [Fact]
    public async Task An_empty_graph_is_valid()
    {
        string text = await TextAsync(new GraphBuilder().Build(Support.Graphs.Repository));
        using var json = JsonDocument.Parse(text);
        Assert.Equal(0, json.RootElement.GetProperty("nodes").GetArrayLength());
        Assert.Equal(0, (await ReadAsync(text)).Graph.NodeCount);
    }

    [Theory]
    [InlineData("", "no graph in JSON")]
    [InlineData("[]", "no graph in JSON")]
    [InlineData("null", "null")]
    [InlineData("""{"version":"2.0"}""", "'2.0'")]
    [InlineData("""{"version":"1.0"}""", "repository.path")]
    [InlineData("""{"version":"1.0","nodes":[{"id":"nonsense"}]}""", "'nonsense' is no node id")]
    [InlineData("""{"version":"1.0","nodes":[{"id":"a::file"}]}""", "lacks its first and last line")]
    [InlineData("""{"version":"1.0","nodes":[{"id":"a::file","lines":[1,1]},{"id":"a::file","lines":[1,1]}]}""", "contradicts itself")]
    [InlineData("""{"version":"1.0","edges":[{"source":"a::file","target":"a::file","type":"CALLS"}]}""", "'a::file', which it lacks")]
    [InlineData("""{"version":"1.0","diagnostics":[{"code":"X","severity":"7"}]}""", "'7' is no diagnosticseverity")]
    public async Task Damaged_files_are_explained(string text, string expected)
    {
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text));
        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    private static Task<GraphFile> ReadAsync(string text) =>
        GraphJsonReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
}
