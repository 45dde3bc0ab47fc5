using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Many at once, within one process.</summary>
internal static class ConcurrencyChecks
{
    private const int Replacements = 12;

    public static async Task ReadersDuringWrites(StoreBench bench)
    {
        var store = bench.Open();
        var (even, odd) = (StoreBench.Described(TestGraphs.Large(1500, 1)), StoreBench.Described(TestGraphs.Large(2500, 2)));
        await bench.SaveAsync(store, even).ConfigureAwait(false);
        using var written = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            int read = 0;
            do
            {
                var graph = await store.LoadAsync(even.Info.Id, bench.Stop).ConfigureAwait(false) ?? throw new ConformanceException("While a graph was replaced, it was gone.");
                Require.That(GraphText.Same(graph, even.Graph) || GraphText.Same(graph, odd.Graph), "While a graph was replaced, a mixture of the two was read.");
                var info = (await store.ListAsync(null, bench.Stop).ConfigureAwait(false)).Single();
                Require.That(info == even.Info || info == odd.Info, "While a graph was replaced, a mixture of the two descriptions was read.");
                read++;
            }
            while (!written.IsCancellationRequested);
            return read;
        })).ToArray();
        try
        {
            for (int i = 1; i <= Replacements; i++) await bench.SaveAsync(store, i % 2 == 0 ? even : odd).ConfigureAwait(false);
        }
        finally
        {
            await written.CancelAsync().ConfigureAwait(false);
        }
        await Task.WhenAll(readers).ConfigureAwait(false);
        await bench.ExpectAsync(store, even, "after readers and a writer worked at once").ConfigureAwait(false);
    }

    public static async Task TwoWriters(StoreBench bench)
    {
        var first = bench.Open();
        // A store that forgets is only ever one; what remembers may be opened twice.
        var second = bench.Promises(StoreCapabilities.Durable) ? bench.Open() : first;
        var own = Enumerable.Range(0, 2).Select(w => Enumerable.Range(0, 6).Select(i => StoreBench.Described(TestGraphs.Large(400, w * 100 + i, $"/repositories/{w}/{i}"))).ToArray()).ToArray();
        var shared = Enumerable.Range(0, 2).Select(w => StoreBench.Described(TestGraphs.Large(600 + w, 50 + w, "/repositories/shared"), second: w)).ToArray();
        await Task.WhenAll(new[] { first, second }.Select((store, writer) => Task.Run(async () =>
        {
            foreach (var graph in own[writer])
            {
                await bench.SaveAsync(store, graph).ConfigureAwait(false);
                await bench.SaveAsync(store, shared[writer]).ConfigureAwait(false);
            }
        }))).ConfigureAwait(false);

        var found = await first.ListAsync(null, bench.Stop).ConfigureAwait(false);
        var last = shared.FirstOrDefault(graph => found.Contains(graph.Info));
        Require.That(last.Info is not null, "Two writers saved graphs under one id, and none of the two is there.");
        foreach (var graph in own.SelectMany(graphs => graphs).Append(last)) await bench.ExpectAsync(second, graph, "after two writers worked at once").ConfigureAwait(false);
        Require.That(found.Count == 13, $"Two writers saved 13 graphs; {found.Count} are there.");
    }
}
