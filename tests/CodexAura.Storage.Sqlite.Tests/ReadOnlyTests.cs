using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class ReadOnlyTests
{
    /// <summary>In a process of its own, because it has to stop being root first where the tests run as root.</summary>
    [Fact]
    public async Task Where_nothing_may_be_written_graphs_can_be_read_and_saving_says_why_not()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are a matter of Unix.");
            return;
        }
        using var test = new TestStore();
        await test.SaveAsync(TestStore.Graph(20, seed: 7));
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enterable = readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(test.DatabasePath, readable);
        File.SetUnixFileMode(test.Folder, enterable);
        try
        {
            using var child = new ChildProcess("use-as-nobody", test.Folder);
            await child.ExpectAsync("loaded 20 nodes");
            await child.ExpectAsync("store.readonly");
            Assert.Contains(test.DatabasePath, await child.LineAsync(), StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(test.Folder, enterable | UnixFileMode.UserWrite);
        }
    }
}
