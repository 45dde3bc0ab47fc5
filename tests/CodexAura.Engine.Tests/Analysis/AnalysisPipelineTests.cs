using CodexAura.Engine.Analysis;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Tests.Analysis;

public sealed class AnalysisPipelineTests : IDisposable
{
    private readonly TempTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Files_become_a_stored_graph()
    {
        _tree.Write("a.toy", "def f\ncall g\ncall nowhere\n").Write("b/c.toy", "def g\nodd\n").Write("readme.md");
        var store = new MemoryStore();
        var result = await RunAsync(store: store);
        Assert.Equal(["a.toy::file", "a.toy::function::f", "b/c.toy::file", "b/c.toy::function::g"],
            Enumerable.Range(0, result.Graph.NodeCount).Select(i => result.Graph.Node(i).Id));
        Assert.Equal((1, 3), (result.Graph.Edge(0).Source, result.Graph.Edge(0).Target));
        Assert.Equal(new UnresolvedCount("CALLS", "external", 1), Assert.Single(result.Graph.Unresolved));
        Assert.Equal("TOY1", Assert.Single(result.Graph.Diagnostics).Code);
        Assert.Equal(_tree.Root, result.Info.Repository.Path);
        Assert.Equal([AnalysisPhase.Scan, AnalysisPhase.Extract, AnalysisPhase.Resolve, AnalysisPhase.Save], result.Timings.Select(t => t.Phase));
        Assert.Same(result.Graph, await store.LoadAsync(result.Info.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_number_of_threads_changes_nothing()
    {
        var random = new Random(7);
        for (int i = 0; i < 120; i++)
            _tree.Write($"p{i % 7}/m{i}.toy", $"def f{i}\n" + string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => $"call f{random.Next(140)}\n")) + (i % 11 == 0 ? "odd\n" : "") + (i % 50 == 3 ? "boom\n" : ""));
        string one = await Json.GraphJsonTests.TextAsync((await RunAsync(r => r with { Threads = 1 })).Graph);
        string many = await Json.GraphJsonTests.TextAsync((await RunAsync(r => r with { Threads = 8 })).Graph);
        Assert.Equal(one, many);
        Assert.Contains("CA1007", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_analyzer_fails_on_is_named_and_the_rest_goes_on()
    {
        _tree.Write("a.toy", "boom\n").Write("b.toy", "def g\n");
        var graph = (await RunAsync()).Graph;
        Assert.Equal(-1, graph.FindFile("a.toy"));
        Assert.True(graph.FindFile("b.toy") >= 0);
        var diagnostic = Assert.Single(graph.Diagnostics);
        Assert.Equal((DiagnosticCodes.AnalyzerFailedOnFile, "a.toy", DiagnosticSeverity.Error), (diagnostic.Code, diagnostic.Path, diagnostic.Severity));
        Assert.Contains("analyzer for toy failed", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("too much for me", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyzer_that_fails_to_resolve_takes_no_other_down()
    {
        _tree.Write("a.toy", "def f\n").Write("b.bad", "def g\n");
        var bad = new ToyAnalyzer { FailResolve = new InvalidOperationException("no way") };
        var graph = (await RunAsync(analyzers: [ToyAnalyzer.Installed(bad, "bad", ".bad"), ToyAnalyzer.Installed()])).Graph;
        Assert.Equal(["a.toy::file", "a.toy::function::f"], Enumerable.Range(0, graph.NodeCount).Select(i => graph.Node(i).Id));
        Assert.Contains("no way", Assert.Single(graph.Diagnostics).Message, StringComparison.Ordinal);

        var thrown = await Assert.ThrowsAsync<AnalysisException>(() => RunAsync(analyzers: [ToyAnalyzer.Installed(bad, "bad", ".bad")]));
        Assert.Equal("analyzer.failed", thrown.Code);
    }

    [Fact]
    public async Task Paths_that_make_no_sense_are_explained()
    {
        _tree.Write("file.toy");
        Assert.Equal("path.not_found", (await FailAsync(_tree.Full("none"))).Code);
        Assert.Equal("path.not_a_folder", (await FailAsync(_tree.Full("file.toy"))).Code);
        Assert.Equal("path.invalid", (await FailAsync("")).Code);
        _tree.Write("docs/readme.md");
        var nothing = await FailAsync(_tree.Full("docs"));
        Assert.Equal("path.no_sources", nothing.Code);
        Assert.Contains("*.toy", nothing.Message, StringComparison.Ordinal);
        Assert.Equal("analyzer.none", (await Assert.ThrowsAsync<AnalysisException>(() => RunAsync(analyzers: []))).Code);
    }

    [Fact]
    public async Task A_tree_of_nothing_but_failures_is_an_error_and_is_not_stored()
    {
        _tree.Write("a.toy", "boom\n");
        var store = new MemoryStore();
        Assert.Equal("path.nothing_read", (await Assert.ThrowsAsync<AnalysisException>(() => RunAsync(store: store))).Code);
        Assert.Empty(await store.ListAsync(null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancelling_stores_nothing()
    {
        for (int i = 0; i < 50; i++) _tree.Write($"m{i}.toy", "def f\n");
        using var stop = new CancellationTokenSource();
        var analyzer = new ToyAnalyzer { OnExtract = _ => stop.Cancel() };
        var store = new MemoryStore();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(store: store, analyzers: [ToyAnalyzer.Installed(analyzer)], token: stop.Token));
        Assert.True(analyzer.Extracted < 50);
        Assert.Empty(await store.ListAsync(null, TestContext.Current.CancellationToken));
        Assert.Empty(store.Facts);
    }

    [Fact]
    public async Task Deep_recursion_has_room()
    {
        _tree.Write("a.toy", "def f\n");
        static int Dive(int depth) => depth == 0 ? 0 : 1 + Dive(depth - 1);
        int reached = 0;
        await RunAsync(analyzers: [ToyAnalyzer.Installed(new ToyAnalyzer { OnExtract = _ => reached = Dive(200_000) })]);
        Assert.Equal(200_000, reached);
    }

    [Fact]
    public async Task Progress_goes_through_the_phases_and_reaches_the_end()
    {
        for (int i = 0; i < 20; i++) _tree.Write($"m{i}.toy", "def f\n");
        var seen = new System.Collections.Concurrent.ConcurrentQueue<AnalysisProgress>();
        await RunAsync(store: new MemoryStore(), progress: new Collect(seen));
        Assert.Equal([AnalysisPhase.Scan, AnalysisPhase.Extract, AnalysisPhase.Resolve, AnalysisPhase.Save], seen.Select(p => p.Phase).Distinct());
        Assert.Equal(20, seen.Where(p => p is { Phase: AnalysisPhase.Extract, Total: 20 }).Max(p => p.Done));
    }

    [Fact]
    public async Task Edge_types_can_be_chosen()
    {
        _tree.Write("a.toy", "def f\ncall f\n");
        Assert.Equal(1, (await RunAsync(r => r with { EdgeTypes = ["calls"] })).Graph.EdgeCount);
        Assert.Equal(0, (await RunAsync(r => r with { EdgeTypes = ["IMPORTS"] })).Graph.EdgeCount);
    }

    [Fact]
    public async Task A_cache_that_fails_costs_a_warning_and_nothing_else()
    {
        _tree.Write("a.toy", "def f\n");
        var store = new MemoryStore { FailCache = new GraphStoreException("store.full", "The disk is full.") };
        var result = await RunAsync(store: store);
        Assert.Contains("The disk is full.", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.NotNull(await store.LoadAsync(result.Info.Id, TestContext.Current.CancellationToken));
    }

    private async Task<AnalysisException> FailAsync(string path) => await Assert.ThrowsAsync<AnalysisException>(() => RunAsync(r => r with { Path = path }));

    private Task<AnalysisResult> RunAsync(Func<AnalysisRequest, AnalysisRequest>? change = null, IGraphStore? store = null,
        IReadOnlyList<LanguageAnalyzer>? analyzers = null, IProgress<AnalysisProgress>? progress = null, CancellationToken? token = null)
    {
        var request = new AnalysisRequest { Path = _tree.Root, Threads = 2 };
        return new AnalysisPipeline(analyzers ?? [ToyAnalyzer.Installed()], TimeProvider.System)
            .RunAsync(change?.Invoke(request) ?? request, store, progress, token ?? TestContext.Current.CancellationToken);
    }

    private sealed class Collect(System.Collections.Concurrent.ConcurrentQueue<AnalysisProgress> seen) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => seen.Enqueue(value);
    }
}
