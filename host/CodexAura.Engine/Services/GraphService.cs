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
    public int FindNode(CodeGraph graph, string reference) => NodeSelector.Find(graph, reference);

    /// <inheritdoc/>
    public SymbolMatches FindSymbols(CodeGraph graph, SymbolQuery query) => SymbolSearch.Find(graph, query);

    /// <inheritdoc/>
    public IReadOnlyList<string> StaleFiles(StoredGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return GraphFreshness.StaleFiles(graph.Graph, graph.Info);
    }

    /// <inheritdoc/>
    public ISourceReader Sources(CodeGraph graph) => new RepositorySources(graph);

    private Task<T> InTimeAsync<T>(Func<IGraphStore, CancellationToken, Task<T>> call, string doing, string? storage, CancellationToken cancellationToken)
    {
        var store = plugins.Store(storage);
        return LimitedCall.RunAsync(token => call(store, token), () => plugins.DescribeStore(storage), doing, CallLimits.Current.Store, cancellationToken);
    }
}
