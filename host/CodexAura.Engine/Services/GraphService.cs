using CodexAura.Engine.Context;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Limits;
using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Services;

/// <summary>Stored graphs, kept in memory between questions.</summary>
/// <param name="plugins">Has the stores.</param>
/// <param name="memory">Keeps graphs; shared with who makes them.</param>
public sealed class GraphService(IInstalledPlugins plugins, GraphMemory memory) : IGraphService
{
    private const int Attempts = 5;
    private const int MostStepsInParts = 2;
    private static readonly TimeSpan BeforeLoading = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public IReadOnlyList<string> Stores => plugins.StoreNames;

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, string? storage = null, CancellationToken cancellationToken = default)
    {
        string? path = repositoryPath is null ? null : repositoryPath.Length == 0 || repositoryPath.Contains('\0') ? repositoryPath : RealPath.Of(repositoryPath);
        return InTimeAsync((store, token) => store.ListAsync(path, token), "list its graphs", storage, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GraphInfo> FindAsync(string graph, string? storage = null, CancellationToken cancellationToken = default) =>
        InTimeAsync((store, token) => GraphSelector.FindAsync(store, graph, token), "find a graph", storage, cancellationToken);

    /// <inheritdoc/>
    public async Task<StoredGraph> LoadAsync(string graph, string? storage = null, CancellationToken cancellationToken = default)
    {
        var store = plugins.Store(storage);
        var info = await FindAsync(graph, storage, cancellationToken).ConfigureAwait(false);
        if (memory.Find(store, info) is { } known) return new StoredGraph(info, known);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var wanted = info;
            var loaded = await InTimeAsync((_, token) => memory.LoadAsync(store, wanted, token), "load a graph", storage, cancellationToken).ConfigureAwait(false);
            // It may have been replaced while it was loaded: description and body have to be of one state.
            var now = await FindAsync(info.Id, storage, cancellationToken).ConfigureAwait(false);
            if (loaded is not null && now == info) return new StoredGraph(info, loaded);
            info = now;
        }
        throw new GraphStoreException("store.busy", $"The graph {info.Id} is replaced faster than it can be read; try again.");
    }

    /// <inheritdoc/>
    public async Task<string?> FirstNodeAsync(string graph, string? storage = null, CancellationToken cancellationToken = default)
    {
        var store = plugins.Store(storage);
        if (store is not IGraphStream stream)
            return (await LoadAsync(graph, storage, cancellationToken).ConfigureAwait(false)).Graph is { NodeCount: > 0 } loaded ? loaded.Node(0).Id : null;
        var info = await FindAsync(graph, storage, cancellationToken).ConfigureAwait(false);
        return await InTimeAsync(async (_, token) =>
        {
            await foreach (var batch in stream.StreamAsync(info.Id, token).ConfigureAwait(false))
                if (batch.Nodes.Count > 0) return batch.Nodes[0].Id;
            return null;
        }, "read a part of a graph", storage, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<GraphInfo> DeleteAsync(string graph, string? storage = null, CancellationToken cancellationToken = default)
    {
        var info = await FindAsync(graph, storage, cancellationToken).ConfigureAwait(false);
        return await InTimeAsync((store, token) => store.DeleteAsync(info.Id, token), "delete a graph", storage, cancellationToken).ConfigureAwait(false)
            ? info
            : throw new GraphSelectionException("graph.not_found", $"The graph {info.Id} was deleted a moment ago.", []);
    }

    /// <inheritdoc/>
    public Neighbourhood Dependencies(CodeGraph graph, NeighbourQuery query)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(query);
        string id = graph.Node(NodeSelector.Find(graph, query.NodeId)).Id;
        return GraphReads.Neighbours(graph, query with { NodeId = id, EdgeTypes = GraphFilter.KnownEdgeTypes(graph.EdgeTypeNames, query.EdgeTypes ?? []) })!;
    }

    /// <inheritdoc/>
    public async Task<StoredNeighbourhood> NeighboursAsync(string graph, NeighbourQuery query, string? storage = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var store = plugins.Store(storage);
        // A store of whole graphs would load one for each part. So would, nearly, a walk that goes far.
        if (store is IGraphQuery parts and not IWholeGraphQuery && query.Depth <= MostStepsInParts)
        {
            var info = await FindAsync(graph, storage, cancellationToken).ConfigureAwait(false);
            if (memory.Find(store, info) is null)
            {
                var found = await InTimeAsync((_, token) => ReadAsync(parts, info.Id, query, token), "read a part of a graph", storage, cancellationToken).ConfigureAwait(false);
                // The parts were read one after the other: they are of one state where the graph was not replaced meanwhile.
                if (found is not null && await FindAsync(info.Id, storage, cancellationToken).ConfigureAwait(false) == info)
                {
                    _ = LoadSoonAsync(store, info);
                    return new StoredNeighbourhood(info, found);
                }
            }
            graph = info.Id;
        }
        var stored = await LoadAsync(graph, storage, cancellationToken).ConfigureAwait(false);
        return new StoredNeighbourhood(stored.Info, Dependencies(stored.Graph, query));
    }

    /// <summary>Lets whoever asks next find the graph in memory. Not at once: the answer that was just read is still to be written.</summary>
    private async Task LoadSoonAsync(IGraphStore store, GraphInfo info)
    {
        await Task.Delay(BeforeLoading).ConfigureAwait(false);
        // What goes wrong is told to who waits for it.
        await ((Task)memory.LoadAsync(store, info, CancellationToken.None)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<Neighbourhood?> ReadAsync(IGraphQuery parts, string graphId, NeighbourQuery query, CancellationToken cancellationToken)
    {
        if (await NodeSelector.FindAsync(parts, graphId, query.NodeId, cancellationToken).ConfigureAwait(false) is not { } node) return null;
        string[] types = query.EdgeTypes is { Count: > 0 } wanted
            ? GraphFilter.KnownEdgeTypes(await parts.EdgeTypesAsync(graphId, cancellationToken).ConfigureAwait(false), wanted)
            : [];
        return await parts.NeighboursAsync(graphId, query with { NodeId = node, EdgeTypes = types }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public int FindNode(CodeGraph graph, string reference) => NodeSelector.Find(graph, reference);

    /// <inheritdoc/>
    public SymbolMatches FindSymbols(CodeGraph graph, SymbolQuery query) => SymbolSearch.Find(graph, query);

    /// <inheritdoc/>
    public IReadOnlyList<string> StaleFiles(StoredGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var store = memory.StoreOf(graph.Info);
        // The contract does not wait; a store does so on threads of its own, and only where a file is later than the graph.
        return Task.Run(() => GraphFreshness.StaleFilesAsync(graph.Graph, graph.Info, store)).GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public ISourceReader Sources(CodeGraph graph) => new RepositorySources(graph);

    private Task<T> InTimeAsync<T>(Func<IGraphStore, CancellationToken, Task<T>> call, string doing, string? storage, CancellationToken cancellationToken)
    {
        var store = plugins.Store(storage);
        return LimitedCall.RunAsync(token => call(store, token), () => plugins.DescribeStore(storage), doing, CallLimits.Current.Store, cancellationToken);
    }
}
