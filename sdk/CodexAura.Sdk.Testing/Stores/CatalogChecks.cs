using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Which graphs there are; replacing and removing them.</summary>
internal static class CatalogChecks
{
    public static async Task NothingStored(StoreBench bench)
    {
        var store = bench.Open();
        Require.That((await store.ListAsync(null, bench.Stop).ConfigureAwait(false)).Count == 0, "A new store lists graphs.");
        Require.That(await store.LoadAsync("0123456789abcdef", bench.Stop).ConfigureAwait(false) is null, "A new store loads a graph.");
        Require.That(!await store.DeleteAsync("0123456789abcdef", bench.Stop).ConfigureAwait(false), "A new store says that it deleted a graph.");
        Require.That(!Directory.Exists(bench.Folder) || !Directory.EnumerateFileSystemEntries(bench.Folder).Any(), "Only asking has left something in the store's folder.");
    }

    public static async Task Lists(StoreBench bench)
    {
        var store = bench.Open();
        var graphs = new List<GraphInfo>();
        for (int i = 0; i < 12; i++)
        {
            var graph = StoreBench.Described(TestGraphs.Any(i, $"/repositories/{i % 3}/{(i < 6 ? "a" : "b")}"), second: i / 2 % 3);
            graphs.RemoveAll(other => other.Id == graph.Info.Id);
            graphs.Add(graph.Info);
            await bench.SaveAsync(store, graph).ConfigureAwait(false);
        }
        store = bench.Reopen(store);
        await bench.ExpectListAsync(store, InOrder(graphs), "after twelve saves").ConfigureAwait(false);
        foreach (string path in graphs.Select(graph => graph.Repository.Path).Append("/repositories").Distinct())
        {
            var found = await store.ListAsync(path, bench.Stop).ConfigureAwait(false);
            Require.Same(string.Join('\n', InOrder(graphs.Where(graph => graph.Repository.Path == path))), string.Join('\n', found), $"the list of graphs of '{path}'");
        }
    }

    public static async Task WrongDescription(StoreBench bench)
    {
        var store = bench.Open();
        var (info, graph) = StoreBench.Described(TestGraphs.Any(3));
        foreach (var wrong in (GraphInfo[])[info with { NodeCount = info.NodeCount + 1 }, info with { EdgeCount = info.EdgeCount + 1 }, info with { Repository = new("/x", "x", null) }])
            await Require.ThrowsAsync<ArgumentException>(() => store.SaveAsync(wrong, graph, bench.Stop),
                "A graph was saved with the description of another: an ArgumentException is expected.").ConfigureAwait(false);
        Require.That((await store.ListAsync(null, bench.Stop).ConfigureAwait(false)).Count == 0, "Something was saved although it was refused.");
    }

    public static async Task DeterministicOrder(StoreBench bench)
    {
        var graphs = Enumerable.Range(0, 8).Select(i => StoreBench.Described(TestGraphs.Any(i, $"/repositories/{i}"), second: i % 2)).ToArray();
        var (one, other) = (bench.Open(bench.AnotherFolder()), bench.Open(bench.AnotherFolder()));
        foreach (var graph in graphs) await bench.SaveAsync(one, graph).ConfigureAwait(false);
        foreach (var graph in graphs.Reverse()) await bench.SaveAsync(other, graph).ConfigureAwait(false);
        await bench.ExpectListAsync(one, InOrder(graphs.Select(graph => graph.Info)), "saved in order").ConfigureAwait(false);
        await bench.ExpectListAsync(other, InOrder(graphs.Select(graph => graph.Info)), "saved in reverse").ConfigureAwait(false);
    }

    public static async Task IdempotentReplace(StoreBench bench)
    {
        var store = bench.Open();
        var graph = StoreBench.Described(TestGraphs.Large(600, 1));
        for (int i = 0; i < 3; i++) await bench.SaveAsync(store, graph).ConfigureAwait(false);
        await bench.ExpectListAsync(store, [graph.Info], "after saving a graph three times").ConfigureAwait(false);
        await bench.ExpectAsync(store, graph, "after saving it three times").ConfigureAwait(false);
    }

    public static async Task Replace(StoreBench bench)
    {
        var store = bench.Open();
        var other = StoreBench.Described(TestGraphs.Any(77, "/repositories/other"));
        await bench.SaveAsync(store, other).ConfigureAwait(false);
        for (int seed = 0; seed < 30; seed++)
        {
            var graph = StoreBench.Described(SameRepository(TestGraphs.Any(seed, "/repositories/one")), second: seed);
            await bench.SaveAsync(store, graph).ConfigureAwait(false);
            await bench.ExpectAsync(store, graph, $"after it replaced another (seed {seed})").ConfigureAwait(false);
            await bench.ExpectListAsync(store, InOrder([graph.Info, other.Info]), "after a replacement").ConfigureAwait(false);
        }
        await bench.ExpectAsync(store, other, "after others were replaced").ConfigureAwait(false);
    }

    public static async Task Delete(StoreBench bench)
    {
        var store = bench.Open();
        var (one, two) = (StoreBench.Described(TestGraphs.Large(600, 1, "/repositories/one")), StoreBench.Described(TestGraphs.Large(600, 2, "/repositories/two")));
        await bench.SaveAsync(store, one).ConfigureAwait(false);
        await bench.SaveAsync(store, two).ConfigureAwait(false);
        Require.That(await store.DeleteAsync(one.Info.Id, bench.Stop).ConfigureAwait(false), "Deleting a graph that is there gives false.");
        Require.That(!await store.DeleteAsync(one.Info.Id, bench.Stop).ConfigureAwait(false), "Deleting a graph twice gives true.");
        store = bench.Reopen(store);
        Require.That(await store.LoadAsync(one.Info.Id, bench.Stop).ConfigureAwait(false) is null, "A deleted graph can be loaded.");
        if (store is IGraphQuery query)
        {
            Require.That((await query.SearchAsync(one.Info.Id, "load", 10, bench.Stop).ConfigureAwait(false)).Count == 0, "Nodes of a deleted graph are found.");
            Require.That((await query.NodesOfFileAsync(one.Info.Id, one.Graph.Node(0).Path, bench.Stop).ConfigureAwait(false)).Count == 0, "Nodes of a deleted graph are there.");
        }
        await bench.ExpectListAsync(store, [two.Info], "after a deletion").ConfigureAwait(false);
        await bench.ExpectAsync(store, two, "after another was deleted").ConfigureAwait(false);
        var again = (one.Info, Graph: one.Graph);
        await bench.SaveAsync(store, again).ConfigureAwait(false);
        await bench.ExpectAsync(store, again, "saved again after it was deleted").ConfigureAwait(false);
    }

    public static async Task Reopen(StoreBench bench)
    {
        var store = bench.Open();
        var kept = new Dictionary<string, (GraphInfo Info, CodeGraph Graph)>();
        for (int i = 0; i < 16; i++)
        {
            var graph = StoreBench.Described(SameRepository(TestGraphs.Any(i, $"/repositories/{i % 4}")), second: i);
            if (i % 5 == 4)
            {
                bool there = kept.Remove(graph.Info.Id);
                Require.That(await store.DeleteAsync(graph.Info.Id, bench.Stop).ConfigureAwait(false) == there, "Deleting does not tell whether there was anything.");
            }
            else
            {
                await bench.SaveAsync(store, graph).ConfigureAwait(false);
                kept[graph.Info.Id] = graph;
            }
            store = bench.Reopen(store);
            await bench.ExpectListAsync(store, InOrder(kept.Values.Select(one => one.Info)), $"after operation {i + 1}").ConfigureAwait(false);
            foreach (var one in kept.Values) await bench.ExpectAsync(store, one, $"after operation {i + 1}").ConfigureAwait(false);
        }
    }

    private static IEnumerable<GraphInfo> InOrder(IEnumerable<GraphInfo> graphs) =>
        graphs.OrderByDescending(graph => graph.CreatedAt).ThenBy(graph => graph.Id, StringComparer.Ordinal);

    /// <summary>The same graph under an id that only depends on the repository's path.</summary>
    public static CodeGraph SameRepository(CodeGraph graph)
    {
        var loader = new GraphLoader(graph.EdgeTypeNames, graph.NodeCount, graph.EdgeCount);
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var n = graph.Node(i);
            loader.AddNode(n.Type, n.Parent, n.QualifiedName, n.LineStart, n.LineEnd, n.Complexity, n.Docstring, n.Signature);
        }
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var e = graph.Edge(i);
            loader.AddEdge(e.Source, e.Target, e.TypeIndex, e.Confidence, e.Lines);
        }
        foreach (var diagnostic in graph.Diagnostics) loader.AddDiagnostic(diagnostic);
        foreach (var count in graph.Unresolved) loader.AddUnresolved(count);
        return loader.Build(graph.Repository with { Name = "one", Sha = null });
    }
}
