using System.Threading.Channels;
using CodexAura.Engine.Context;
using CodexAura.Engine.Watching;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite;

namespace CodexAura.Incremental.Tests;

public sealed class WatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_graph_follows_the_files()
    {
        using var bench = new Workbench();
        bench.Write("a.py", "def f(): pass\n");
        await using var watch = new RunningWatch(bench);
        Assert.Equal(2, (await watch.NextAsync()).Result.Graph.NodeCount);

        bench.Write("a.py", "def f(): pass\ndef g(): f()\n");
        Assert.Equal(1, (await watch.NextAsync(u => u.Result.Graph.NodeCount == 3)).Result.Graph.EdgeCount);

        Directory.CreateDirectory(Path.Join(bench.Root, "new", "deep"));
        bench.Write("new/deep/b.py", "class C: pass\n");
        await watch.NextAsync(u => u.Result.Graph.NodeCount == 5);

        Directory.Move(Path.Join(bench.Root, "new"), Path.Join(bench.Root, "old"));
        await watch.NextAsync(u => u.Result.Graph.FindFile("old/deep/b.py") >= 0);

        bench.Write(".gitignore", "old/\n");
        await watch.NextAsync(u => u.Result.Graph.NodeCount == 3);
        await bench.AssertEqualsFullAsync("watching");
    }

    [Fact]
    public async Task Hundreds_of_changes_at_once_are_few_batches()
    {
        using var bench = new Workbench();
        bench.Write("a.py", "x = 1\n");
        await using var watch = new RunningWatch(bench);
        await watch.NextAsync();
        for (int i = 0; i < 500; i++) bench.Write($"p{i % 20}/m{i}.py", $"def f{i}(): pass\n");
        await watch.NextAsync(u => u.Result.Files == 501);
        Assert.InRange(watch.Updates, 2, 25);
    }

    [Fact]
    public async Task A_preview_comes_first_and_then_the_graph()
    {
        using var bench = new Workbench();
        for (int i = 0; i < 8; i++) bench.Write($"m{i}.py", $"def f{i}(x): return x\n");
        bench.Write("a.py", "from m1 import f1\n\ndef g():\n    f1(2)\n");
        bench.Write("b.py", "from a import g\ng()\n");
        await using var watch = new RunningWatch(bench);
        await watch.NextAsync();

        bench.Write("a.py", "from m2 import f2\n\n\ndef g():\n    new()\n\ndef new():\n    f2(3)\n");
        var preview = (await watch.NextAsync()).Result;
        Assert.True(preview.IsPreview);
        Assert.Equal(("CA1012", "a.py"), preview.Graph.Diagnostics.Select(d => (d.Code, d.Path)).Single());
        var graph = (await watch.NextAsync()).Result;
        Assert.False(graph.IsPreview);
        Assert.Empty(graph.Graph.Diagnostics);
        Assert.Equal(preview.Info.Id, graph.Info.Id);
        Assert.Equal(Text(graph.Graph), Text(preview.Graph));
        Assert.Contains("a.py::function::new CALLS m2.py::function::f2 8", Text(preview.Graph), StringComparison.Ordinal);
        await bench.AssertEqualsFullAsync("watching");
    }

    [Fact]
    public async Task A_preview_that_nothing_followed_is_not_taken_for_the_graph()
    {
        using var bench = new Workbench();
        for (int i = 0; i < 8; i++) bench.Write($"m{i}.py", $"def f{i}(x): return x\n");
        bench.Write("a.py", "import m1\n");
        await bench.AnalyzeAsync();
        bench.Write("a.py", "import m1\nm1.f1(m1)\n");
        using var stop = new CancellationTokenSource();
        // The store is the first to know of the preview.
        var store = new HookedStore(bench.Store) { Saved = stop.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Pipeline.RunAsync(bench.Request with { Preview = true }, store, null, stop.Token));
        var info = (await bench.Store.ListAsync(null, TestContext.Current.CancellationToken)).Single();
        var stored = await bench.Store.LoadAsync(info.Id, TestContext.Current.CancellationToken);
        Assert.Contains("CA1012", stored!.Diagnostics.Select(d => d.Code));
        Assert.Equal(["a.py"], await GraphFreshness.StaleFilesAsync(stored, info, bench.Store, TestContext.Current.CancellationToken));

        Assert.Contains((await bench.AnalyzeAsync()).Timings, timing => timing.Phase == AnalysisPhase.Resolve);
        await bench.AssertEqualsFullAsync("an analysis that was stopped after its preview");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_fails_the_preview_does_not_cost_the_graph(bool isLoading)
    {
        using var bench = new Workbench();
        for (int i = 0; i < 8; i++) bench.Write($"m{i}.py", $"def f{i}(x): return x\n");
        bench.Write("a.py", "import m1\n");
        await bench.AnalyzeAsync();
        bench.Write("a.py", "import m1\nm1.f1(m1)\n");
        int calls = 0;
        void Fail()
        {
            if (calls++ == 0) throw new GraphStoreException("store.locked", "Not now.");
        }
        var store = new HookedStore(bench.Store) { Loading = isLoading ? Fail : null, Saving = isLoading ? null : Fail };
        var result = await bench.Pipeline.RunAsync(bench.Request with { Preview = true }, store, null, TestContext.Current.CancellationToken);
        Assert.Equal((false, isLoading ? 1 : 2), (result.IsPreview, calls));
        await bench.AssertEqualsFullAsync("a preview that failed");
    }

    /// <summary>Tells when graphs are loaded and saved.</summary>
    private sealed class HookedStore(SqliteGraphStore store) : IGraphStore, IFactsCache
    {
        public Action? Loading { get; init; }

        public Action? Saving { get; init; }

        public Action? Saved { get; init; }

        public async Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
        {
            Saving?.Invoke();
            await store.SaveAsync(info, graph, cancellationToken);
            Saved?.Invoke();
        }

        public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default)
        {
            Loading?.Invoke();
            return store.LoadAsync(graphId, cancellationToken);
        }

        public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) => store.ListAsync(repositoryPath, cancellationToken);

        public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => store.DeleteAsync(graphId, cancellationToken);

        public Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default) =>
            store.LoadFactsAsync(repositoryPath, language, factsVersion, cancellationToken);

        public Task SaveFactsAsync(string repositoryPath, string language, string factsVersion, IReadOnlyCollection<CachedFacts> changed, IReadOnlyCollection<string> removed,
            CancellationToken cancellationToken = default) => store.SaveFactsAsync(repositoryPath, language, factsVersion, changed, removed, cancellationToken);
    }

    private static string Text(CodeGraph graph) => string.Join('\n',
        [
            .. Enumerable.Range(0, graph.NodeCount).Select(graph.Node).Select(n => $"{n.Id} {n.LineStart}-{n.LineEnd}"),
            .. Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge).Select(e => $"{graph.Node(e.Source).Id} {e.Type} {graph.Node(e.Target).Id} {string.Join(' ', e.Lines.ToArray())}"),
        ]);

    private sealed class RunningWatch : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Channel<WatchUpdate> _updates = Channel.CreateUnbounded<WatchUpdate>();
        private readonly Task _running;

        public RunningWatch(Workbench bench) =>
            _running = new RepositoryWatch(bench.Pipeline, bench.Request, bench.Store, TimeProvider.System).RunAsync(
                update => { Updates++; _updates.Writer.TryWrite(update); }, failure => _updates.Writer.TryComplete(failure), _stop.Token);

        public int Updates { get; private set; }

        /// <summary>The next update that is as wanted; there may be others before, for a batch may end between two writes.</summary>
        public async Task<WatchUpdate> NextAsync(Func<WatchUpdate, bool>? wanted = null)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Patience);
            while (true)
            {
                var update = await _updates.Reader.ReadAsync(patience.Token);
                if (wanted is null || wanted(update)) return update;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
            _stop.Dispose();
        }
    }
}
