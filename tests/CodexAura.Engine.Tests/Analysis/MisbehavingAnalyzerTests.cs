using CodexAura.Engine.Analysis;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Engine.Tests.Analysis;

/// <summary>What an analyzer does wrong costs its own files, names its plugin, and nothing else.</summary>
public sealed class MisbehavingAnalyzerTests : IDisposable
{
    private readonly TempTree _tree = new();
    private readonly ManualResetEventSlim _end = new();

    public void Dispose()
    {
        _end.Set();
        _tree.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_call_that_hangs_costs_its_file_and_the_rest_goes_on(int threads)
    {
        for (int i = 0; i < 12; i++) _tree.Write($"f{i}.toy", $"def f{i}\n");
        var analyzer = new ToyAnalyzer { OnExtract = path => { if (path is "f3.toy" or "f7.toy") _end.Wait(); } };
        var pipeline = new AnalysisPipeline([Installed(analyzer)], TimeProvider.System) { FileTimeLimit = TimeSpan.FromMilliseconds(300) };

        var graph = (await pipeline.RunAsync(Request(threads), null, null, TestContext.Current.CancellationToken)).Graph;

        Assert.Equal(["f3.toy", "f7.toy"], graph.Diagnostics.Select(d => d.Path).Order());
        Assert.All(graph.Diagnostics, d => Assert.Equal(DiagnosticCodes.AnalyzerHangs, d.Code));
        Assert.All(graph.Diagnostics, d => Assert.Contains("plugin 'acme.toy'", d.Message, StringComparison.Ordinal));
        Assert.Equal(10, Enumerable.Range(0, graph.NodeCount).Count(i => graph.Node(i).Type == NodeType.Function));
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("hangs")]
    [InlineData("gives a node twice")]
    [InlineData("forgets lines")]
    public async Task Who_is_of_no_use_for_moving_lines_costs_a_resolving_and_no_wrong_graph(string what)
    {
        _tree.Write("a.toy", "def f\ncall f\n");
        var store = new MemoryStore();
        var analyzer = new ToyAnalyzer
        {
            OnMove = move =>
            {
                if (what == "throws") throw new InvalidOperationException("not today");
                if (what == "hangs") _end.Wait();
                int file = move.Nodes.AddFile("a.toy", 3);
                move.Nodes.AddDefinition(NodeType.Function, file, "f", 2, 2, complexity: 1);
                if (what == "gives a node twice") move.Nodes.AddDefinition(NodeType.Function, file, "f", 2, 2, complexity: 1);
                return true;
            },
        };
        var pipeline = new AnalysisPipeline([Installed(analyzer)], TimeProvider.System) { ResolveTimeLimit = TimeSpan.FromMilliseconds(400) };
        await pipeline.RunAsync(Request(1), store, null, TestContext.Current.CancellationToken);
        _tree.Write("a.toy", "why\ndef f\ncall f\n");

        var result = await pipeline.RunAsync(Request(1), store, null, TestContext.Current.CancellationToken);

        Assert.Contains(result.Timings, timing => timing.Phase == AnalysisPhase.Resolve);
        Assert.Equal(3, Assert.Single(result.Graph.Edge(0).Lines.ToArray()));
        Assert.Empty(result.Graph.Diagnostics);
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("hangs")]
    [InlineData("gives a node twice")]
    [InlineData("forgets the file")]
    [InlineData("has none")]
    [InlineData("is as wanted")]
    public async Task Who_is_of_no_use_for_previews_costs_none_and_no_graph(string what)
    {
        _tree.Write("a.toy", "def f\ncall f\n").Write("b.toy", "def g\n");
        var store = new MemoryStore();
        var analyzer = new ToyAnalyzer
        {
            OnPreview = (_, now, _) =>
            {
                if (what == "throws") throw new InvalidOperationException("not today");
                if (what == "hangs") _end.Wait();
                if (what == "forgets the file") return true;
                int file = now.AddFile("a.toy", 3);
                now.AddDefinition(NodeType.Function, file, "soon", 1, 1, complexity: 1);
                if (what == "gives a node twice") now.AddDefinition(NodeType.Function, file, "soon", 1, 1, complexity: 1);
                return what != "has none";
            },
        };
        var pipeline = new AnalysisPipeline([Installed(analyzer)], TimeProvider.System) { PreviewFrom = 0, PreviewTimeLimit = TimeSpan.FromMilliseconds(what == "hangs" ? 200 : 20_000) };
        await pipeline.RunAsync(Request(1), store, null, TestContext.Current.CancellationToken);
        _tree.Write("a.toy", "def f\ndef h\ncall h\n");
        var previews = new List<AnalysisResult>();

        var result = await pipeline.RunAsync(Request(1) with { Preview = true }, store, null, previews.Add, TestContext.Current.CancellationToken);

        Assert.Equal(what == "is as wanted" ? ["a.toy::file", "a.toy::function::soon", "b.toy::file", "b.toy::function::g"] : [],
            previews.SelectMany(preview => Enumerable.Range(0, preview.Graph.NodeCount).Select(i => preview.Graph.Node(i).Id)));
        Assert.Empty(result.Graph.Diagnostics);
        Assert.False(result.IsPreview);
        Assert.True(result.Graph.Find("a.toy::function::h") >= 0);
    }

    [Fact]
    public async Task Two_nodes_with_one_id_are_rejected_and_the_other_language_is_there() =>
        await ExpectRejectedAsync((file, graph) =>
        {
            graph.AddDefinition(NodeType.Function, file, "twice", 1, 1);
            graph.AddDefinition(NodeType.Function, file, "twice", 1, 1);
        });

    [Fact]
    public async Task An_edge_to_a_node_that_is_not_there_is_rejected_and_the_other_language_is_there() =>
        await ExpectRejectedAsync((file, graph) => graph.AddEdge(file, 12345, EdgeTypes.Calls, 1, Confidence.Exact));

    [Fact]
    public async Task A_file_that_two_analyzers_add_is_the_fault_of_one_of_them()
    {
        _tree.Write("a.toy", "def f\n").Write("b.bad", "x\n");
        var graph = (await PipelineWith((_, graph) => graph.AddFile("a.toy", 1)).RunAsync(Request(1), null, null, TestContext.Current.CancellationToken)).Graph;
        Assert.Equal(DiagnosticCodes.AnalyzerGraphInvalid, Assert.Single(graph.Diagnostics).Code);
    }

    private async Task ExpectRejectedAsync(Action<int, GraphBuilder> mistake)
    {
        _tree.Write("a.toy", "def f\n").Write("b.bad", "x\n");
        var graph = (await PipelineWith(mistake).RunAsync(Request(1), null, null, TestContext.Current.CancellationToken)).Graph;
        var diagnostic = Assert.Single(graph.Diagnostics);
        Assert.Equal((DiagnosticCodes.AnalyzerGraphInvalid, DiagnosticSeverity.Error), (diagnostic.Code, diagnostic.Severity));
        Assert.Contains("analyzer for bad (plugin 'acme.bad')", diagnostic.Message, StringComparison.Ordinal);
        Assert.True(graph.Find("a.toy::function::f") >= 0);
        Assert.Equal(-1, graph.FindFile("b.bad"));
    }

    private static AnalysisPipeline PipelineWith(Action<int, GraphBuilder> mistake)
    {
        var bad = new LanguageAnalyzer("bad", [".bad"], () => new Mistaken(mistake)) { Plugin = "acme.bad" };
        return new AnalysisPipeline([bad, Installed(new ToyAnalyzer())], TimeProvider.System);
    }

    private static LanguageAnalyzer Installed(ToyAnalyzer analyzer) => ToyAnalyzer.Installed(analyzer) with { Plugin = "acme.toy" };

    private AnalysisRequest Request(int threads) => new() { Path = _tree.Root, Threads = threads };

    private sealed class Mistaken(Action<int, GraphBuilder> mistake) : ILanguageAnalyzer
    {
        public string FactsVersion => "1";

        public FileFacts Extract(SourceFile source, CancellationToken cancellationToken) => new(source.Path, 1, Array.Empty<byte>());

        public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
        {
            foreach (var file in files) mistake(graph.AddFile(file.Path, 1), graph);
        }
    }
}
