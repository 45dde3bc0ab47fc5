using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Partial reads give what the whole graph gives.</summary>
internal static class QueryChecks
{
    public static Task PartsEqualTheWhole(StoreBench bench) => OnGraphsAsync(bench, async (store, info, graph) =>
    {
        Require.Same($"{info}", $"{await store.FindGraphAsync(info.Id, bench.Stop).ConfigureAwait(false)}", "the description of a graph");
        Require.Same(string.Join('\n', graph.EdgeTypeNames), string.Join('\n', await store.EdgeTypesAsync(info.Id, bench.Stop).ConfigureAwait(false)), "the edge types");
        foreach (int node in Sample(graph, 60))
        {
            string id = graph.Node(node).Id;
            Require.SameNodes([GraphReads.FindNode(graph, id)], [await store.FindNodeAsync(info.Id, id, bench.Stop).ConfigureAwait(false)], $"node '{id}'");
            string path = graph.Node(node).Path;
            Require.SameNodes(GraphReads.NodesOfFile(graph, path), await store.NodesOfFileAsync(info.Id, path, bench.Stop).ConfigureAwait(false), $"the nodes of '{path}'");
        }
    });

    public static Task NamesAndWords(StoreBench bench) => OnGraphsAsync(bench, async (store, info, graph) =>
    {
        int number = 0;
        foreach (int node in Sample(graph, 8))
        {
            string name = graph.Node(node).Name;
            Require.SameNodes(GraphReads.NodesNamed(graph, name), await store.NodesNamedAsync(info.Id, name, bench.Stop).ConfigureAwait(false), $"the nodes named '{name}'");
            var words = SearchWords.Of(graph.Node(node).Name + " " + graph.Node(node).Docstring);
            string[] texts = [name, .. words.Take(3), string.Join(' ', words.Take(2)), words.Count > 0 ? words[0][..1] : "!", "load tok", "\"name:\" * OR (", "NOT load", ""];
            // A quarter of them for each node, the next one for the next: together every text with every limit, twice a graph and more.
            foreach (var (text, limit) in Share(texts.SelectMany(text => ((int[])[0, 1, 7, 100_000]).Select(limit => (text, limit))), number++, 4))
                Require.SameNodes(GraphReads.Search(graph, text, limit), await store.SearchAsync(info.Id, text, limit, bench.Stop).ConfigureAwait(false),
                    $"the first {limit} nodes found by '{text}'");
        }
    });

    public static Task Neighbours(StoreBench bench) => OnGraphsAsync(bench, async (store, info, graph) =>
    {
        var ways = from direction in Enum.GetValues<EdgeDirection>()
                   from depth in (int[])[1, 2, 5]
                   from types in (string[]?[])[null, [], ["CALLS"], ["CALLS", "EXTENDS"], ["NONE"]]
                   select (direction, depth, types);
        int number = 0;
        foreach (int node in Sample(graph, 12))
        {
            // A quarter of the ways for each node: over all nodes and graphs every way is gone some forty times.
            foreach (var (direction, depth, types) in Share(ways, number++, 4))
            {
                var query = new NeighbourQuery(graph.Node(node).Id, depth, direction, types);
                Require.SameNeighbours(GraphReads.Neighbours(graph, query), await store.NeighboursAsync(info.Id, query, bench.Stop).ConfigureAwait(false),
                    $"the neighbours of '{query.NodeId}' to depth {depth}, {direction}, along {(types is null ? "all" : string.Join(", ", types))}");
            }
        }
    });

    public static async Task Missing(StoreBench bench)
    {
        if (CapabilityChecks.Ability<IGraphQuery>(bench, bench.Open(), StoreCapabilities.Query) is not { } query) return;
        for (int i = 0; i < 2; i++)
        {
            await NothingAsync(bench, query, "ffffffffffffffff").ConfigureAwait(false);
            await bench.SaveAsync((IGraphStore)query, StoreBench.Described(TestGraphs.Large(100, 1))).ConfigureAwait(false);
        }
        string id = (await ((IGraphStore)query).ListAsync(null, bench.Stop).ConfigureAwait(false))[0].Id;
        foreach (string node in (string[])["", "a", "::file", "a.py::file", "a.py::function::f", "src/load/module_0.py::class::none"])
        {
            Require.That(await query.FindNodeAsync(id, node, bench.Stop).ConfigureAwait(false) is null, $"There is a node '{node}'.");
            Require.That(await query.NeighboursAsync(id, new NeighbourQuery(node), bench.Stop).ConfigureAwait(false) is null, $"There are neighbours of '{node}'.");
        }
        Require.That((await query.NodesOfFileAsync(id, "none.py", bench.Stop).ConfigureAwait(false)).Count == 0, "A file that is not there has nodes.");
    }

    private static async Task NothingAsync(StoreBench bench, IGraphQuery query, string id)
    {
        bool nothing = await query.FindGraphAsync(id, bench.Stop).ConfigureAwait(false) is null
            && (await query.EdgeTypesAsync(id, bench.Stop).ConfigureAwait(false)).Count == 0
            && await query.FindNodeAsync(id, "a.py::file", bench.Stop).ConfigureAwait(false) is null
            && (await query.NodesOfFileAsync(id, "a.py", bench.Stop).ConfigureAwait(false)).Count == 0
            && (await query.NodesNamedAsync(id, "a.py", bench.Stop).ConfigureAwait(false)).Count == 0
            && (await query.SearchAsync(id, "a", 10, bench.Stop).ConfigureAwait(false)).Count == 0
            && await query.NeighboursAsync(id, new NeighbourQuery("a.py::file"), bench.Stop).ConfigureAwait(false) is null;
        Require.That(nothing, "Parts of a graph that is not there were found.");
    }

    /// <summary>Compares the answers on a store with its own ones on the whole graph.</summary>
    public static async Task CompareAsync(StoreBench bench, IGraphQuery store, GraphInfo info, CodeGraph graph, string when)
    {
        foreach (int node in Sample(graph, 8))
        {
            var view = graph.Node(node);
            var query = new NeighbourQuery(view.Id, 2);
            Require.SameNodes(GraphReads.NodesOfFile(graph, view.Path), await store.NodesOfFileAsync(info.Id, view.Path, bench.Stop).ConfigureAwait(false), $"the nodes of '{view.Path}' {when}");
            Require.SameNodes(GraphReads.NodesNamed(graph, view.Name), await store.NodesNamedAsync(info.Id, view.Name, bench.Stop).ConfigureAwait(false), $"the nodes named '{view.Name}' {when}");
            Require.SameNodes(GraphReads.Search(graph, view.Name, 1000), await store.SearchAsync(info.Id, view.Name, 1000, bench.Stop).ConfigureAwait(false), $"the nodes found by '{view.Name}' {when}");
            Require.SameNeighbours(GraphReads.Neighbours(graph, query), await store.NeighboursAsync(info.Id, query, bench.Stop).ConfigureAwait(false), $"the neighbours of '{view.Id}' {when}");
        }
    }

    private static async Task OnGraphsAsync(StoreBench bench, Func<IGraphQuery, GraphInfo, CodeGraph, Task> check)
    {
        var store = bench.Open();
        if (CapabilityChecks.Ability<IGraphQuery>(bench, store, StoreCapabilities.Query) is null) return;
        var graphs = Enumerable.Range(0, 12).Select(seed => TestGraphs.Any(seed, $"/repositories/{seed}")).Append(TestGraphs.Large(1000, 1))
            .Select(graph => StoreBench.Described(graph)).ToArray();
        foreach (var graph in graphs) await bench.SaveAsync(store, graph).ConfigureAwait(false);
        store = bench.Reopen(store);
        foreach (var (info, graph) in graphs) await check((IGraphQuery)store, info, graph).ConfigureAwait(false);
    }

    /// <summary>Every so many-th of some things, beginning elsewhere for each number.</summary>
    private static IEnumerable<T> Share<T>(IEnumerable<T> all, int number, int shares) => all.Where((_, i) => (i + number) % shares == 0);

    private static IEnumerable<int> Sample(CodeGraph graph, int count)
    {
        int step = Math.Max(1, graph.NodeCount / count);
        for (int i = 0; i < graph.NodeCount; i += step) yield return i;
    }
}
