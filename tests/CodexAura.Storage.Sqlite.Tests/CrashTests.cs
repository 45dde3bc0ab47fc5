using System.Diagnostics;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class CrashTests
{
    // The conformance suite has the twenty moments; here it is the log and the commit of SQLite that are looked at.
    private const int Before = 200, After = 8_000, Moments = 4;

    /// <summary>Killed at moments spread over the save and its commit; the last ones may come too late, which must give the new state.</summary>
    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_save_leaves_the_old_state_or_the_new_one()
    {
        using var test = new TestStore();
        var (before, after) = (TestStore.Graph(Before), TestStore.Graph(After));
        string old = GraphText.Of(before.Graph), @new = GraphText.Of(after.Graph);
        await test.SaveAsync(before);
        double whole = await TimeOfSaveAsync();
        int inTheMiddle = 0;
        for (int moment = 0; moment < Moments; moment++)
        {
            await test.SaveAsync(before);
            var isWriting = test.UntilWritingAsync();
            using var child = new ChildProcess("save", test.Folder, $"{After}", "1");
            await child.ExpectAsync("ready");
            await isWriting;
            await Task.Delay(TimeSpan.FromMilliseconds(whole * moment / (Moments - 1)), TestContext.Current.CancellationToken);
            child.Kill();

            string? found = await test.LoadTextAsync(before.Info.Id);
            Assert.True(found == old || found == @new, $"A mixture was found after moment {moment}.");
            Assert.Equal(found == old ? before.Info : after.Info, Assert.Single(await test.Another().ListAsync(null, TestContext.Current.CancellationToken)));
            if (found == old) inTheMiddle++;
        }
        Assert.True(inTheMiddle > 0);
    }

    [Fact]
    public async Task A_process_killed_while_the_log_is_written_leaves_the_old_state_or_the_new_one()
    {
        using var test = new TestStore();
        var (before, after) = (TestStore.Graph(Before), TestStore.Graph(After));
        string old = GraphText.Of(before.Graph), @new = GraphText.Of(after.Graph);
        await test.SaveAsync(before);
        using var child = new ChildProcess("save", test.Folder, $"{After}", "1");
        await child.ExpectAsync("ready");
        var log = new FileInfo(test.DatabasePath + "-wal");
        do log.Refresh();
        while (!child.HasExited && (!log.Exists || log.Length < 200_000));
        child.Kill();
        string? found = await test.LoadTextAsync(before.Info.Id);
        Assert.True(found == old || found == @new);
        await test.SaveAsync(before);
        Assert.Equal(old, await test.LoadTextAsync(before.Info.Id));
    }

    private static async Task<double> TimeOfSaveAsync()
    {
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(Before));
        var isWriting = test.UntilWritingAsync();
        using var child = new ChildProcess("save", test.Folder, $"{After}", "1");
        await child.ExpectAsync("ready");
        await isWriting;
        var clock = Stopwatch.StartNew();
        await child.ExpectAsync("done");
        return clock.Elapsed.TotalMilliseconds;
    }
}
