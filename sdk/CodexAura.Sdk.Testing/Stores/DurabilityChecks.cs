using System.Diagnostics;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>What other processes find, also after one of them was killed.</summary>
internal static class DurabilityChecks
{
    private const int Moments = 20, Kills = 4, NodesBefore = 300, NodesAfter = 4_000;
    private const string Repository = "/repositories/killed";

    public static async Task AnotherProcess(StoreBench bench)
    {
        var store = bench.Open();
        var graphs = Enumerable.Range(0, 4).Select(i => StoreBench.Described(TestGraphs.Any(i, $"/repositories/{i}"), second: -i)).ToArray();
        foreach (var graph in graphs) await bench.SaveAsync(store, graph).ConfigureAwait(false);
        bench.Close();
        using var process = StoreProcess.Start(bench.Suite, [], "list", bench.Folder);
        if (bench.Promises(StoreCapabilities.Durable))
            foreach (var (info, graph) in graphs)
                await process.ExpectAsync(StoreProcessWork.Line(info, graph), bench.Stop).ConfigureAwait(false);
        await process.ExpectAsync("done", bench.Stop).ConfigureAwait(false);
    }

    public static async Task TwoProcesses(StoreBench bench)
    {
        using var one = StoreProcess.Start(bench.Suite, [], "save", bench.Folder, $"{NodesAfter}", "1", "/repositories/1");
        using var two = StoreProcess.Start(bench.Suite, [], "save", bench.Folder, $"{NodesAfter}", "2", "/repositories/2");
        foreach (var process in (StoreProcess[])[one, two]) await process.ExpectAsync("ready", bench.Stop).ConfigureAwait(false);
        foreach (var process in (StoreProcess[])[one, two]) process.GoOn();
        foreach (var process in (StoreProcess[])[one, two]) await process.ExpectAsync("done", bench.Stop).ConfigureAwait(false);
        var store = bench.Open();
        if (!bench.Promises(StoreCapabilities.Durable))
        {
            Require.That((await store.ListAsync(null, bench.Stop).ConfigureAwait(false)).Count == 0, "A store that promises nothing durable found what other processes saved.");
            return;
        }
        foreach (int seed in (int[])[1, 2])
            await bench.ExpectAsync(store, StoreBench.Described(TestGraphs.Large(NodesAfter, seed, $"/repositories/{seed}"), seed), "that one of two processes saved").ConfigureAwait(false);
    }

    /// <summary>
    /// The moments are spread evenly from the beginning of the save to a little beyond its usual end, so that the last ones may come
    /// too late; then it must be the new state. After a kill there is just what was in the files at that moment; where a process can be
    /// held, one save is held at most of the moments and its files are copied, which shows the same and needs no start for each.
    /// </summary>
    public static async Task Killed(StoreBench bench)
    {
        bool durable = bench.Promises(StoreCapabilities.Durable);
        var (before, after) = (StoreBench.Described(TestGraphs.Large(NodesBefore, 1, Repository), 1), StoreBench.Described(TestGraphs.Large(NodesAfter, 2, Repository), 2));
        var states = new[] { before, after };
        await BeginAsync(bench, before).ConfigureAwait(false);
        var whole = await TimeOfSaveAsync(bench).ConfigureAwait(false);
        if (!durable)
        {
            await KillAsync(bench, whole).ConfigureAwait(false);
            Require.That(await bench.Open().LoadAsync(before.Info.Id, bench.Stop).ConfigureAwait(false) is null, "A store that promises nothing durable found what a killed process saved.");
            return;
        }
        int cutOff = 0, kills = ProcessHold.IsPossible ? Kills : Moments;
        for (int kill = 0; kill < kills; kill++)
        {
            await BeginAsync(bench, before).ConfigureAwait(false);
            await KillAsync(bench, whole * kill / (kills - kills / 5.0)).ConfigureAwait(false);
            cutOff += await ExpectOneOfAsync(bench, bench.Folder, states, $"kill {kill + 1} of {kills}").ConfigureAwait(false) == before.Info ? 1 : 0;
        }
        if (kills < Moments)
        {
            await BeginAsync(bench, before).ConfigureAwait(false);
            var images = await HoldAsync(bench, whole).ConfigureAwait(false);
            for (int i = 0; i < images.Count; i++)
                cutOff += await ExpectOneOfAsync(bench, images[i], states, $"crash at moment {i + 1} of {images.Count}").ConfigureAwait(false) == before.Info ? 1 : 0;
        }
        Require.That(cutOff > 0, "No kill came before the end of the save, so nothing was tested.");
    }

    private static async Task KillAsync(StoreBench bench, TimeSpan moment)
    {
        using var process = StoreProcess.Start(bench.Suite, [], "save", bench.Folder, $"{NodesAfter}", "2", Repository);
        await process.ExpectAsync("ready", bench.Stop).ConfigureAwait(false);
        process.GoOn();
        await Task.Delay(moment, bench.Stop).ConfigureAwait(false);
        process.Kill();
    }

    /// <summary>Holds one save again and again, and copies its files each time.</summary>
    /// <returns>Folders with the copies.</returns>
    private static async Task<List<string>> HoldAsync(StoreBench bench, TimeSpan whole)
    {
        var images = new List<string>();
        using var process = StoreProcess.Start(bench.Suite, [], "save", bench.Folder, $"{NodesAfter}", "2", Repository);
        await process.ExpectAsync("ready", bench.Stop).ConfigureAwait(false);
        process.GoOn();
        while (images.Count < Moments - Kills)
        {
            using (process.Hold())
            {
                string image = bench.AnotherFolder();
                await CopyAsync(bench.Folder, image, bench.Stop).ConfigureAwait(false);
                images.Add(image);
            }
            await Task.Delay(whole / (Moments - Kills - 3), bench.Stop).ConfigureAwait(false);
        }
        return images;
    }

    /// <summary>By a program of the system: .NET does not open files that another .NET process has locked.</summary>
    private static async Task CopyAsync(string from, string to, CancellationToken stop)
    {
        using var copy = Process.Start(new ProcessStartInfo("cp", ["-R", from, to]))!;
        await copy.WaitForExitAsync(stop).ConfigureAwait(false);
        Require.That(copy.ExitCode == 0, $"'{from}' can't be copied.");
    }

    /// <summary>Expects that a folder has one of the states, whole.</summary>
    private static async Task<Graph.GraphInfo> ExpectOneOfAsync(StoreBench bench, string folder, (Graph.GraphInfo Info, Graph.CodeGraph Graph)[] states, string when)
    {
        var store = bench.Open(folder);
        var loaded = await store.LoadAsync(states[0].Info.Id, bench.Stop).ConfigureAwait(false)
            ?? throw new ConformanceException($"After the {when}, neither the old nor the new graph was found whole: there is none.");
        int found = Array.FindIndex(states, state => GraphText.Same(state.Graph, loaded));
        Require.That(found >= 0, $"After the {when}, neither the old nor the new graph was found whole.");
        await bench.ExpectListAsync(store, [states[found].Info], $"after the {when}").ConfigureAwait(false);
        bench.Close();
        return states[found].Info;
    }

    private static async Task BeginAsync(StoreBench bench, (Graph.GraphInfo, Graph.CodeGraph) before)
    {
        if (!bench.Promises(StoreCapabilities.Durable)) return;
        await bench.SaveAsync(bench.Open(), before).ConfigureAwait(false);
        bench.Close();
    }

    private static async Task<TimeSpan> TimeOfSaveAsync(StoreBench bench)
    {
        using var process = StoreProcess.Start(bench.Suite, [], "save", bench.Folder, $"{NodesAfter}", "2", Repository);
        await process.ExpectAsync("ready", bench.Stop).ConfigureAwait(false);
        var clock = Stopwatch.StartNew();
        process.GoOn();
        await process.ExpectAsync("done", bench.Stop).ConfigureAwait(false);
        return clock.Elapsed;
    }
}
