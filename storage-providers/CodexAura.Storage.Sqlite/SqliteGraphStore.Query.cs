using System.Runtime.CompilerServices;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Rows;

namespace CodexAura.Storage.Sqlite;

/// <content>Reading parts of graphs.</content>
public sealed partial class SqliteGraphStore : IGraphQuery, IGraphStream
{
    /// <inheritdoc/>
    public Task<GraphInfo?> FindGraphAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return _file.ReadAsync(null, (connection, _) => GraphCatalog.Find(connection, graphId)?.Info, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> EdgeTypesAsync(string graphId, CancellationToken cancellationToken = default) =>
        PartAsync<IReadOnlyList<string>>(graphId, [], GraphReader.ReadEdgeTypes, cancellationToken);

    /// <inheritdoc/>
    public Task<NodeRecord?> FindNodeAsync(string graphId, string nodeId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(nodeId);
        return NodesAsync(graphId, null, nodes => nodes.Find(nodeId) is var found and >= 0 ? nodes[found] : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeRecord>> NodesOfFileAsync(string graphId, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return NodesAsync<IReadOnlyList<NodeRecord>>(graphId, [], nodes => nodes.OfFile(path), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeRecord>> NodesNamedAsync(string graphId, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NodesAsync<IReadOnlyList<NodeRecord>>(graphId, [], nodes => nodes.Named(name), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeRecord>> SearchAsync(string graphId, string text, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return PartAsync<IReadOnlyList<NodeRecord>>(graphId, [], (connection, key) =>
        {
            using var nodes = new NodeRows(connection, key);
            return [.. WordRows.Search(connection, key, text, limit).Select(node => nodes[node])];
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Neighbourhood?> NeighboursAsync(string graphId, NeighbourQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Depth, 1, nameof(query));
        return PartAsync(graphId, null, (connection, key) => NeighbourRows.Read(connection, key, query, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<GraphBatch> StreamAsync(string graphId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        using var connection = await _file.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (connection is null) yield break;
        using var rows = await _file.StepAsync(() => GraphCatalog.Find(connection, graphId) is var (key, _)
            ? new GraphStreaming(connection, key)
            : null, cancellationToken).ConfigureAwait(false);
        while (rows is not null)
        {
            var batch = await _file.StepAsync(rows.Next, cancellationToken).ConfigureAwait(false);
            if (batch is null) break;
            yield return batch;
        }
    }

    private Task<T> NodesAsync<T>(string graphId, T whenMissing, Func<NodeRows, T> read, CancellationToken cancellationToken) =>
        PartAsync(graphId, whenMissing, (connection, key) =>
        {
            using var nodes = new NodeRows(connection, key);
            return read(nodes);
        }, cancellationToken);

    private Task<T> PartAsync<T>(string graphId, T whenMissing, Func<Connection, long, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return _file.ReadAsync(whenMissing, (connection, _) => GraphCatalog.Find(connection, graphId) is var (key, _)
            ? read(connection, key)
            : whenMissing, cancellationToken);
    }
}
