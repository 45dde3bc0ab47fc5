using System.Diagnostics;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class LockTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_writer_gives_up_after_a_while_and_readers_do_not_care()
    {
        using var test = new TestStore();
        var (graph, other) = (TestStore.Graph(20), TestStore.Graph(20, seed: 2));
        await test.SaveAsync(graph);
        using var child = new ChildProcess("lock", test.Folder, "BEGIN EXCLUSIVE");
        await child.ExpectAsync("ready");

        var store = test.Another(lockMilliseconds: 300);
        var clock = Stopwatch.StartNew();
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => store.SaveAsync(other.Info, other.Graph, Stop));
        Assert.Equal("store.locked", failure.Code);
        Assert.Contains(test.DatabasePath, failure.Message, StringComparison.Ordinal);
        Assert.InRange(clock.ElapsedMilliseconds, 250, 15_000);
        Assert.Equal([graph.Info], await store.ListAsync(cancellationToken: Stop));
        Assert.NotNull(await store.LoadAsync(graph.Info.Id, Stop));
    }

    [Fact]
    public async Task A_reader_that_is_kept_out_gives_up_after_a_while()
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(20));
        using var child = new ChildProcess("lock", test.Folder, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM graphs");
        await child.ExpectAsync("ready");
        var failure = await Assert.ThrowsAsync<GraphStoreException>(() => test.Another(lockMilliseconds: 300).ListAsync(cancellationToken: Stop));
        Assert.Equal("store.locked", failure.Code);
    }

    [Fact]
    public async Task A_writer_goes_on_as_soon_as_the_other_process_is_done()
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(20));
        using var child = new ChildProcess("lock", test.Folder, "BEGIN EXCLUSIVE");
        await child.ExpectAsync("ready");
        var saving = test.SaveAsync(TestStore.Graph(20, seed: 2));
        await Task.Delay(300, Stop);
        Assert.False(saving.IsCompleted);
        child.GoOn();
        await saving;
        Assert.Equal(2, (await test.Store.ListAsync(cancellationToken: Stop)).Count);
    }

    [Fact]
    public async Task Waiting_can_be_stopped()
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(20));
        using var child = new ChildProcess("lock", test.Folder, "BEGIN EXCLUSIVE");
        await child.ExpectAsync("ready");
        using var stop = new CancellationTokenSource(200);
        var (info, graph) = TestStore.Graph(20, seed: 2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Store.SaveAsync(info, graph, stop.Token));
    }
}
