using System.Composition;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Storage.LiteDb;

/// <summary>Keeps graphs and the facts of files in one LiteDB database, <c>graphs.litedb</c> in the store's folder.</summary>
[ExportGraphStore("litedb")]
[Shared]
public sealed class LiteDbGraphStore : IGraphStore, IStoreCapabilities, IGraphQuery, IGraphUpdate, IGraphStream, IFactsCache
{
    private readonly DatabaseFile _file;

    /// <summary>Makes the store. Nothing is opened or written yet.</summary>
    /// <param name="location">Where the database is, or is to be.</param>
    [ImportingConstructor]
    public LiteDbGraphStore(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        _file = DatabaseFile.At(location.Directory);
    }

    /// <inheritdoc/>
    public StoreCapabilities Capabilities => StoreCapabilities.Query | StoreCapabilities.Update | StoreCapabilities.Streaming
        | StoreCapabilities.Facts | StoreCapabilities.Durable | StoreCapabilities.AnyText;

    /// <inheritdoc/>
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(info.Id, nameof(info));
        if (info.Repository != graph.Repository || info.NodeCount != graph.NodeCount || info.EdgeCount != graph.EdgeCount)
            throw new ArgumentException("The description is that of another graph.", nameof(info));
        return _file.WriteAsync(database =>
        {
            GraphRows.Save(database, _file, info, graph, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }, cancellationToken);
    }

    /// <summary>Does what a save does: it compares chunks with what is stored, and writes those that differ.</summary>
    /// <inheritdoc/>
    public Task UpdateAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) =>
        SaveAsync(info, graph, cancellationToken);

    /// <inheritdoc/>
    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) =>
        PartAsync<CodeGraph?>(graphId, null, body => body.Load(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        _file.ReadAsync<IReadOnlyList<GraphInfo>>([], database => [.. GraphRows.All(database).Select(head => head.Info)
            .Where(info => repositoryPath is null || info.Repository.Path == repositoryPath)
            .OrderByDescending(info => info.CreatedAt).ThenBy(info => info.Id, StringComparer.Ordinal)], cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default)
    {
        // Looked up first, so that asking for a graph that is not there makes no database.
        if (await FindGraphAsync(graphId, cancellationToken).ConfigureAwait(false) is null) return false;
        return await _file.WriteAsync(database =>
        {
            if (GraphRows.Delete(database, graphId, cancellationToken) is not { Info.Repository.Path: var path }) return false;
            if (!GraphRows.All(database).Exists(head => head.Info.Repository.Path == path)) FactRows.DropRepository(database, path);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<GraphInfo?> FindGraphAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return _file.ReadAsync(null, database => GraphRows.Find(database, graphId)?.Info, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> EdgeTypesAsync(string graphId, CancellationToken cancellationToken = default) =>
        PartAsync<IReadOnlyList<string>>(graphId, [], body => body.Head.EdgeTypes, cancellationToken);

    /// <inheritdoc/>
    public Task<NodeRecord?> FindNodeAsync(string graphId, string nodeId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(nodeId);
        return PartAsync(graphId, null, body => body.Find(nodeId) is var found and >= 0 ? body.Node(found) : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeRecord>> NodesOfFileAsync(string graphId, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return PartAsync<IReadOnlyList<NodeRecord>>(graphId, [], body => body.OfFile(path), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeRecord>> NodesNamedAsync(string graphId, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return PartAsync<IReadOnlyList<NodeRecord>>(graphId, [],
            body => [.. body.Where(node => NodeId.Name(node.Type, node.Name) == name).ToList().Select(body.Node)], cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeRecord>> SearchAsync(string graphId, string text, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return PartAsync<IReadOnlyList<NodeRecord>>(graphId, [], body => GraphBodyReads.Search(body, text, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Neighbourhood?> NeighboursAsync(string graphId, NeighbourQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Depth, 1, nameof(query));
        return PartAsync(graphId, null, body => GraphBodyReads.Neighbours(body, query), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<GraphBatch> StreamAsync(string graphId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A transaction of LiteDB belongs to one thread, so a thread reads ahead a little and hands over.
        var batches = Channel.CreateBounded<GraphBatch>(new BoundedChannelOptions(2) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = PartAsync(graphId, true, body =>
        {
            foreach (var batch in Batches(body)) batches.Writer.WriteAsync(batch, stop.Token).AsTask().GetAwaiter().GetResult();
            return true;
        }, stop.Token).ContinueWith(done => batches.Writer.TryComplete(done.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default) =>
        _file.ReadAsync<IReadOnlyList<CachedFacts>>([], database => FactRows.Load(database, repositoryPath, language, factsVersion, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task SaveFactsAsync(string repositoryPath, string language, string factsVersion, IReadOnlyCollection<CachedFacts> changed,
        IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(removed);
        return _file.WriteAsync(database =>
        {
            FactRows.Save(database, _file, repositoryPath, language, factsVersion, changed, removed, cancellationToken);
            return true;
        }, cancellationToken);
    }

    private static IEnumerable<GraphBatch> Batches(GraphBody body)
    {
        foreach (var some in body.All(withEdges: false).SelectMany(chunk => Enumerable.Range(chunk.First, chunk.Nodes.Count)).Chunk(GraphBatch.MaxRows))
            yield return new GraphBatch([.. some.Select(body.Node)], []);
        foreach (var some in body.All(withEdges: true).SelectMany(chunk => chunk.Outgoing).Chunk(GraphBatch.MaxRows))
            yield return new GraphBatch([], [.. some.Select(e => new EdgeRow(e.Source, e.Target, body.Head.EdgeTypes[e.Type], e.Confidence, e.Lines))]);
    }

    private Task<T> PartAsync<T>(string graphId, T whenMissing, Func<GraphBody, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return _file.ReadAsync(whenMissing, database => GraphRows.Find(database, graphId) is { } head
            ? read(new GraphBody(GraphRows.Of(database), head, cancellationToken))
            : whenMissing, cancellationToken);
    }
}
