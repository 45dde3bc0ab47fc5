using System.Diagnostics;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Work that is not wanted any more.</summary>
internal static class CancellationChecks
{
    public static async Task Before(StoreBench bench)
    {
        var store = bench.Open();
        var graph = StoreBench.Described(TestGraphs.Large(300, 1));
        await bench.SaveAsync(store, graph).ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        var uses = new List<Func<Task>>
        {
            () => store.SaveAsync(graph.Info, graph.Graph, cancelled), () => store.LoadAsync(graph.Info.Id, cancelled),
            () => store.ListAsync(null, cancelled), () => store.DeleteAsync(graph.Info.Id, cancelled),
        };
        if (store is IGraphQuery query)
        {
            uses.Add(() => query.FindNodeAsync(graph.Info.Id, "a.py::file", cancelled));
            uses.Add(() => query.SearchAsync(graph.Info.Id, "load", 5, cancelled));
            uses.Add(() => query.NeighboursAsync(graph.Info.Id, new NeighbourQuery("a.py::file"), cancelled));
        }
        if (store is IGraphUpdate update) uses.Add(() => update.UpdateAsync(graph.Info, graph.Graph, cancelled));
        if (store is IFactsCache facts) uses.Add(() => facts.LoadFactsAsync("/r", "python", "1", cancelled));
        foreach (var use in uses)
            await Require.ThrowsAsync<OperationCanceledException>(use, "Something was done although it had been cancelled before.").ConfigureAwait(false);
        await bench.ExpectAsync(store, graph, "after all that was cancelled").ConfigureAwait(false);
    }

    public static async Task InTheMiddle(StoreBench bench)
    {
        var store = bench.Open();
        var (before, after) = (StoreBench.Described(TestGraphs.Large(500, 1)), StoreBench.Described(TestGraphs.Large(10_000, 2), second: 1));
        await bench.SaveAsync(store, before).ConfigureAwait(false);
        var clock = Stopwatch.StartNew();
        await bench.SaveAsync(store, after).ConfigureAwait(false);
        var whole = clock.Elapsed;
        for (int moment = 0; moment < 10; moment++)
        {
            await bench.SaveAsync(store, before).ConfigureAwait(false);
            using var stop = new CancellationTokenSource(whole * (moment + 0.5) / 10);
            bool saved = true;
            try
            {
                await store.SaveAsync(after.Info, after.Graph, stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                saved = false;
            }
            await bench.ExpectAsync(store, saved ? after : before, saved ? "after a save" : "after a save that was cancelled").ConfigureAwait(false);
            await bench.ExpectListAsync(store, [saved ? after.Info : before.Info], saved ? "after a save" : "after a save that was cancelled").ConfigureAwait(false);
        }
    }
}
