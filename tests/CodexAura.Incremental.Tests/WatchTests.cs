using System.Threading.Channels;
using CodexAura.Engine.Watching;

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
