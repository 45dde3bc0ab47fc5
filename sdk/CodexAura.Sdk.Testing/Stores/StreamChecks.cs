using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Graphs row by row.</summary>
internal static class StreamChecks
{
    public static async Task AllRows(StoreBench bench)
    {
        var store = bench.Open();
        if (CapabilityChecks.Ability<IGraphStream>(bench, store, StoreCapabilities.Streaming) is not { } stream) return;
        await foreach (var _ in stream.StreamAsync("ffffffffffffffff", bench.Stop).ConfigureAwait(false)) throw new ConformanceException("A graph that is not there has rows.");
        foreach (var graph in TestGraphs.Odd().Select(odd => odd.Graph).Append(TestGraphs.Large(10_000, 1)).Concat(Enumerable.Range(0, 20).Select(seed => TestGraphs.Any(seed))))
        {
            var saved = StoreBench.Described(graph);
            await bench.SaveAsync(store, saved).ConfigureAwait(false);
            Require.Same(Text(GraphReads.Batches(graph)), await TextAsync(bench, stream, saved.Info.Id).ConfigureAwait(false), "the rows of a graph");
        }
    }

    public static async Task StoppedEarly(StoreBench bench)
    {
        var store = bench.Open();
        if (CapabilityChecks.Ability<IGraphStream>(bench, store, StoreCapabilities.Streaming) is not { } stream) return;
        var graph = StoreBench.Described(TestGraphs.Large(10_000, 1));
        await bench.SaveAsync(store, graph).ConfigureAwait(false);
        await foreach (var _ in stream.StreamAsync(graph.Info.Id, bench.Stop).ConfigureAwait(false)) break;
        await bench.SaveAsync(store, graph).ConfigureAwait(false);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(bench.Stop);
        await Require.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in stream.StreamAsync(graph.Info.Id, stop.Token).ConfigureAwait(false)) await stop.CancelAsync().ConfigureAwait(false);
        }, "A stream went on after it was cancelled.").ConfigureAwait(false);
        Require.That(await store.DeleteAsync(graph.Info.Id, bench.Stop).ConfigureAwait(false), "After a cancelled stream a graph can't be deleted.");
    }

    public static async Task OneState(StoreBench bench)
    {
        var store = bench.Open();
        if (CapabilityChecks.Ability<IGraphStream>(bench, store, StoreCapabilities.Streaming) is not { } stream) return;
        var (before, after) = (StoreBench.Described(TestGraphs.Large(10_000, 1)), StoreBench.Described(TestGraphs.Large(9_000, 2)));
        await bench.SaveAsync(store, before).ConfigureAwait(false);
        var batches = new List<GraphBatch>();
        Task? write = null;
        await foreach (var batch in stream.StreamAsync(before.Info.Id, bench.Stop).ConfigureAwait(false))
        {
            write ??= bench.SaveAsync(store, after);
            await Task.WhenAny(write, Task.Delay(100, bench.Stop)).ConfigureAwait(false);
            batches.Add(batch);
        }
        await write!.ConfigureAwait(false);
        Require.Same(Text(GraphReads.Batches(before.Graph)), Text(batches), "the rows of a graph that was replaced meanwhile");
        await bench.ExpectAsync(store, after, "written during a stream").ConfigureAwait(false);
    }

    private static async Task<string> TextAsync(StoreBench bench, IGraphStream stream, string id)
    {
        var batches = new List<GraphBatch>();
        await foreach (var batch in stream.StreamAsync(id, bench.Stop).ConfigureAwait(false))
        {
            Require.That(batch.Nodes.Count + batch.Edges.Count is > 0 and <= GraphBatch.MaxRows, $"A batch has {batch.Nodes.Count} nodes and {batch.Edges.Count} edges.");
            batches.Add(batch);
        }
        return Text(batches);
    }

    private static string Text(IEnumerable<GraphBatch> batches) => string.Join('\n', batches.SelectMany(batch =>
        batch.Nodes.Select(Require.Text).Concat(batch.Edges.Select(e => $"{e.Source} {e.Target} {GraphText.Quote(e.Type)} {e.Confidence} {string.Join(',', e.Lines)}"))));
}
