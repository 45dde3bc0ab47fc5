using System.Diagnostics;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Tests.Support;

namespace CodexAura.Storage.Sqlite.Tests;

public sealed class FullDiskTests
{
    [Fact]
    public Task A_file_that_may_not_grow_keeps_what_it_has() => KeepsWhatItHas(folder: null, maxPages: 150);

    /// <summary>On a real full disk where one may be mounted, else on one made up by SQLite's own limit.</summary>
    [Fact]
    public async Task A_full_disk_keeps_what_it_has()
    {
        using var disk = TinyDisk.TryMount();
        await KeepsWhatItHas(disk?.Folder, disk is null ? 150 : 0);
    }

    private static async Task KeepsWhatItHas(string? folder, int maxPages)
    {
        using var test = new TestStore(folder, maxPages);
        var (before, tooMuch) = (TestStore.Graph(300), TestStore.Graph(20_000));
        await test.SaveAsync(before);
        for (int i = 0; i < 2; i++)
        {
            var failure = await Assert.ThrowsAsync<GraphStoreException>(() => test.SaveAsync(tooMuch));
            Assert.Equal("store.full", failure.Code);
            Assert.Contains(test.DatabasePath, failure.Message, StringComparison.Ordinal);
            Assert.Equal(GraphText.Of(before.Graph), await test.LoadTextAsync(before.Info.Id));
        }
        await test.SaveAsync(TestStore.Graph(100));
        Assert.True(await test.Store.DeleteAsync(before.Info.Id, TestContext.Current.CancellationToken));
    }

    /// <summary>A file system of one megabyte in memory. Needs root.</summary>
    private sealed class TinyDisk(string folder) : IDisposable
    {
        public string Folder => folder;

        public static TinyDisk? TryMount()
        {
            if (!OperatingSystem.IsLinux()) return null;
            string folder = Directory.CreateTempSubdirectory("codex-aura-test-").FullName;
            if (Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder)) return new TinyDisk(folder);
            Directory.Delete(folder);
            return null;
        }

        public void Dispose()
        {
            Run("umount", "--lazy", folder);
            Directory.Delete(folder, recursive: true);
        }

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
