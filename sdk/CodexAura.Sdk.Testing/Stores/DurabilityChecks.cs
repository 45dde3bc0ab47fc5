using System.Diagnostics;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>What other processes find, also after one of them was killed.</summary>
internal static class DurabilityChecks
{
    private const int Moments = 20, NodesBefore = 300, NodesAfter = 12_000;
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
    /// too late; then it must be the new state.
    /// </summary>
    public static async Task Killed(StoreBench bench)
    {
        bool durable = bench.Promises(StoreCapabilities.Durable);
        var (before, after) = (StoreBench.Described(TestGraphs.Large(NodesBefore, 1, Repository), 1), StoreBench.Described(TestGraphs.Large(NodesAfter, 2, Repository), 2));
        string old = GraphText.Of(before.Graph), @new = GraphText.Of(after.Graph);
        await BeginAsync(bench, before).ConfigureAwait(false);
        var whole = await TimeOfSaveAsync(bench).ConfigureAwait(false);
        int cutOff = 0;
        for (int moment = 0; moment < Moments; moment++)
        {
            await BeginAsync(bench, before).ConfigureAwait(false);
            using (var process = StoreProcess.Start(bench.Suite, [], "save", bench.Folder, $"{NodesAfter}", "2", Repository))
            {
                await process.ExpectAsync("ready", bench.Stop).ConfigureAwait(false);
                process.GoOn();
                await Task.Delay(whole * moment / (Moments - 4), bench.Stop).ConfigureAwait(false);
                process.Kill();
            }
            var store = bench.Open();
            var loaded = await store.LoadAsync(before.Info.Id, bench.Stop).ConfigureAwait(false);
            if (!durable)
            {
                Require.That(loaded is null, "A store that promises nothing durable found what a killed process saved.");
                continue;
            }
            string found = loaded is null ? "nothing" : GraphText.Of(loaded);
            Require.That(found == old || found == @new, $"After a kill at moment {moment + 1} of {Moments}, neither the old nor the new graph was found whole"
                + (loaded is null ? ": there is none." : "."));
            await bench.ExpectListAsync(store, [found == old ? before.Info : after.Info], $"after a kill at moment {moment + 1}").ConfigureAwait(false);
            if (found == old) cutOff++;
            bench.Close();
        }
        Require.That(!durable || cutOff > 0, "No kill came before the end of the save, so nothing was tested.");
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
