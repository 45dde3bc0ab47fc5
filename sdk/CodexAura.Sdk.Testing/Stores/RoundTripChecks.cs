using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>What is saved is what is loaded.</summary>
internal static class RoundTripChecks
{
    public static async Task RandomGraphs(StoreBench bench)
    {
        var store = bench.Open();
        for (int seed = 0; seed < 100; seed++) await ComesBackAsync(bench, store, TestGraphs.Any(seed), $"made from seed {seed}").ConfigureAwait(false);
    }

    public static async Task OddGraphs(StoreBench bench)
    {
        var store = bench.Open();
        foreach (var (what, graph) in TestGraphs.Odd()) await ComesBackAsync(bench, store, graph, what).ConfigureAwait(false);
    }

    public static Task LargeGraph(StoreBench bench) => ComesBackAsync(bench, bench.Open(), TestGraphs.Large(100_000, 1), "of 100,000 nodes and 300,000 edges");

    public static async Task AnyText(StoreBench bench)
    {
        var store = bench.Open();
        var graph = StoreBench.Described(WithText("x\ud83dy \udc00"));
        bool any = bench.Promises(StoreCapabilities.AnyText);
        try
        {
            await bench.SaveAsync(store, graph).ConfigureAwait(false);
        }
        catch (GraphStoreException e) when (!any && e.Code == "store.text")
        {
            return;
        }
        var loaded = await store.LoadAsync(graph.Info.Id, bench.Stop).ConfigureAwait(false) ?? throw new ConformanceException("The graph was not found.");
        Require.SameGraph(any ? graph.Graph : WithText("x\ufffdy \ufffd"), loaded, "with halves of surrogate pairs in its documentation");
    }

    private static CodeGraph WithText(string text)
    {
        var builder = new GraphBuilder();
        builder.AddFile("a.py", 1, text);
        return builder.Build(new RepositoryInfo("/repositories/text", "text", null));
    }

    private static async Task ComesBackAsync(StoreBench bench, IGraphStore store, CodeGraph graph, string what)
    {
        var saved = StoreBench.Described(graph);
        await bench.SaveAsync(store, saved).ConfigureAwait(false);
        await bench.ExpectAsync(store, saved, what).ConfigureAwait(false);
    }
}
