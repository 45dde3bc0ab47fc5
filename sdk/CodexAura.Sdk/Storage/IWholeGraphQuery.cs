using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>
/// <see cref="IGraphQuery"/> for stores that keep whole graphs: answers are read from the loaded graph by <see cref="GraphReads"/>.
/// Such a store adds <see cref="IGraphQuery.FindGraphAsync"/>, and nothing else.
/// </summary>
public interface IWholeGraphQuery : IGraphStore, IGraphQuery
{
    Task<IReadOnlyList<string>> IGraphQuery.EdgeTypesAsync(string graphId, CancellationToken cancellationToken) =>
        ReadAsync(graphId, [], graph => graph.EdgeTypeNames, cancellationToken);

    Task<NodeRecord?> IGraphQuery.FindNodeAsync(string graphId, string nodeId, CancellationToken cancellationToken) =>
        ReadAsync(graphId, null, graph => GraphReads.FindNode(graph, nodeId), cancellationToken);

    Task<IReadOnlyList<NodeRecord>> IGraphQuery.NodesOfFileAsync(string graphId, string path, CancellationToken cancellationToken) =>
        ReadAsync(graphId, [], graph => GraphReads.NodesOfFile(graph, path), cancellationToken);

    Task<IReadOnlyList<NodeRecord>> IGraphQuery.NodesNamedAsync(string graphId, string name, CancellationToken cancellationToken) =>
        ReadAsync(graphId, [], graph => GraphReads.NodesNamed(graph, name), cancellationToken);

    Task<IReadOnlyList<NodeRecord>> IGraphQuery.SearchAsync(string graphId, string text, int limit, CancellationToken cancellationToken) =>
        ReadAsync(graphId, [], graph => GraphReads.Search(graph, text, limit), cancellationToken);

    Task<Neighbourhood?> IGraphQuery.NeighboursAsync(string graphId, NeighbourQuery query, CancellationToken cancellationToken) =>
        ReadAsync(graphId, null, graph => GraphReads.Neighbours(graph, query), cancellationToken);

    private async Task<T> ReadAsync<T>(string graphId, T whenMissing, Func<CodeGraph, T> read, CancellationToken cancellationToken) =>
        await LoadAsync(graphId, cancellationToken).ConfigureAwait(false) is { } graph ? read(graph) : whenMissing;
}
