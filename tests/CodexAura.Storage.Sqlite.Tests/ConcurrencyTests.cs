using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class ConcurrencyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_see_one_whole_state_while_others_are_saved()
    {
        using var test = new TestStore();
        var (one, two) = (TestStore.Graph(1000), TestStore.Graph(3000));
        string[] states = [GraphText.Of(one.Graph), GraphText.Of(two.Graph)];
        await test.SaveAsync(one);
        using var done = new CancellationTokenSource();
        int[] reads = new int[3];
        var readers = Enumerable.Range(0, reads.Length).Select(reader => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.Contains(await test.LoadTextAsync(one.Info.Id), states);
                Interlocked.Increment(ref reads[reader]);
            }
        }, Stop)).ToArray();
        // On a busy machine a reader may get its first turn after ten saves; what one reads after the last would prove nothing.
        for (int i = 0; (i < 10 || reads.Any(read => read == 0)) && !readers.Any(reader => reader.IsCompleted); i++) await test.SaveAsync(i % 2 == 0 ? two : one);
        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_reader_finishes_while_a_save_is_under_way()
    {
        using var test = new TestStore();
        var small = TestStore.Graph(100);
        await test.SaveAsync(small);
        var saving = test.SaveAsync(TestStore.Graph(60_000, seed: 2));
        await test.UntilWritingAsync();
        Assert.Equal([small.Info], await test.Store.ListAsync(cancellationToken: Stop));
        Assert.NotNull(await test.Store.LoadAsync(small.Info.Id, Stop));
        Assert.False(saving.IsCompleted);
        await saving;
    }

    [Fact]
    public async Task Processes_that_save_at_once_all_succeed_also_when_there_is_no_database_yet()
    {
        using var test = new TestStore();
        int[] seeds = [1, 2, 3];
        ChildProcess[] children = [.. seeds.Select(seed => new ChildProcess("save", test.Folder, "5000", $"{seed}"))];
        try
        {
            var own = Task.WhenAll(Enumerable.Range(10, 3).Select(seed => test.SaveAsync(TestStore.Graph(500, seed))));
            foreach (var child in children)
            {
                await child.ExpectAsync("ready");
                await child.ExpectAsync("done");
            }
            await own;
        }
        finally
        {
            foreach (var child in children) child.Dispose();
        }
        Assert.Equal(6, (await test.Store.ListAsync(cancellationToken: Stop)).Count);
        foreach (int seed in seeds)
        {
            var (info, graph) = TestStore.Graph(5000, seed);
            Assert.Equal(GraphText.Of(graph), await test.LoadTextAsync(info.Id));
        }
    }

    [Fact]
    public async Task A_save_that_is_stopped_changes_nothing()
    {
        using var test = new TestStore();
        var before = TestStore.Graph(1000);
        var (info, graph) = TestStore.Graph(100_000);
        await test.SaveAsync(before);
        using var stop = new CancellationTokenSource();
        var saving = test.Store.SaveAsync(info, graph, stop.Token);
        await test.UntilWritingAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.Equal(GraphText.Of(before.Graph), await test.LoadTextAsync(before.Info.Id));
        await test.SaveAsync(before);
    }

    [Fact]
    public async Task Nothing_begins_with_a_token_that_is_triggered_already()
    {
        using var test = new TestStore();
        var (info, graph) = TestStore.Graph(20);
        var stopped = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Store.SaveAsync(info, graph, stopped));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Store.LoadAsync(info.Id, stopped));
        Assert.False(File.Exists(test.DatabasePath));
    }
}
