using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>
/// A disk with no room left. It is a file system of a few megabytes in memory, which another process mounts where only it sees it;
/// Linux lets every user do so.
/// </summary>
internal static class FullDiskChecks
{
    private const int Megabytes = 6, LargestGraph = 2_000_000;

    public static async Task Full(StoreBench bench)
    {
        if (!bench.Promises(StoreCapabilities.Durable))
        {
            await bench.SaveAsync(bench.Open(), StoreBench.Described(TestGraphs.Large(1000, 1))).ConfigureAwait(false);
            Require.That(!Directory.Exists(bench.Folder) || !Directory.EnumerateFileSystemEntries(bench.Folder).Any(),
                "A store that promises nothing durable wrote to its folder, so a full disk is its concern: promise 'Durable', or write nothing.");
            return;
        }
        Require.That(OperatingSystem.IsLinux(), "A full disk can be made on Linux only. Run the suite there too.");
        Directory.CreateDirectory(bench.Folder);
        string mount = $"mount -t tmpfs -o size={Megabytes}m tmpfs \"$0\" && exec \"$@\"";
        using var process = StoreProcess.Start(bench.Suite, ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, bench.Folder], "fill", bench.Folder);
        await process.ExpectAsync("done", bench.Stop).ConfigureAwait(false);
    }

    /// <summary>Saves graphs of twice the size again and again, until there is no room.</summary>
    public static async Task FillAsync(IGraphStore store, Func<IGraphStore> reopen)
    {
        var kept = StoreBench.Described(TestGraphs.Large(400, 1, "/repositories/kept"));
        await store.SaveAsync(kept.Info, kept.Graph).ConfigureAwait(false);
        (GraphInfo Info, CodeGraph Graph)? fits = null;
        GraphStoreException? full = null;
        for (int nodes = 2000; full is null; nodes *= 2)
        {
            Require.That(nodes < LargestGraph, $"Graphs of {nodes / 2} nodes still fit on a disk of {Megabytes} megabytes.");
            var next = StoreBench.Described(TestGraphs.Large(nodes, 2, "/repositories/grows"), nodes);
            try
            {
                await store.SaveAsync(next.Info, next.Graph).ConfigureAwait(false);
                fits = next;
            }
            catch (GraphStoreException e)
            {
                full = e;
            }
        }
        Require.That(full.Code == "store.full", $"When the disk is full, the code is '{full.Code}' instead of 'store.full': {full.Message}");
        foreach (var again in (IGraphStore[])[store, reopen()])
        {
            await ExpectAsync(again, kept).ConfigureAwait(false);
            if (fits is { } found) await ExpectAsync(again, found).ConfigureAwait(false);
        }
        if (fits is { } last)
            Require.That(await store.DeleteAsync(last.Info.Id).ConfigureAwait(false), "On a full disk a graph can't be deleted to make room.");
        var small = StoreBench.Described(TestGraphs.Large(500, 3, "/repositories/small"));
        await store.SaveAsync(small.Info, small.Graph).ConfigureAwait(false);
        await ExpectAsync(store, small).ConfigureAwait(false);
        await ExpectAsync(store, kept).ConfigureAwait(false);
    }

    private static async Task ExpectAsync(IGraphStore store, (GraphInfo Info, CodeGraph Graph) graph) => Require.SameGraph(graph.Graph,
        await store.LoadAsync(graph.Info.Id).ConfigureAwait(false) ?? throw new ConformanceException("A graph is gone after the disk was full."), "after the disk was full");
}
