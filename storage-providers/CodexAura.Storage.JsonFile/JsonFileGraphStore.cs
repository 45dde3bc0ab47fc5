using System.Composition;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;
using CodexAura.Sdk.Storage;

namespace CodexAura.Storage.JsonFile;

/// <summary>
/// Keeps each graph in a file of its own, <c>graphs/{id}.json</c> in the store's folder, in the format that <c>export</c> writes.
/// Files that were put there by hand are graphs too.
/// </summary>
/// <remarks>
/// Every question is answered from the whole file: for graphs that are looked at by other programs or kept under version control,
/// not for fast answers.
/// </remarks>
[ExportGraphStore("json")]
[Shared]
public sealed class JsonFileGraphStore : IWholeGraphQuery, IStoreCapabilities
{
    private readonly GraphFolder _folder;

    /// <summary>Makes the store. Nothing is opened or written yet.</summary>
    /// <param name="location">Where the files are, or are to be.</param>
    [ImportingConstructor]
    public JsonFileGraphStore(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        _folder = new GraphFolder(Path.Combine(Path.GetFullPath(location.Directory), "graphs"));
    }

    /// <inheritdoc/>
    public StoreCapabilities Capabilities => StoreCapabilities.Query | StoreCapabilities.Durable;

    /// <inheritdoc/>
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(info.Id, nameof(info));
        if (info.Repository != graph.Repository || info.NodeCount != graph.NodeCount || info.EdgeCount != graph.EdgeCount)
            throw new ArgumentException("The description is that of another graph.", nameof(info));
        return Task.Run(async () =>
        {
            CheckIds(graph);
            await _folder.WriteAsync(info.Id, stream => GraphJsonWriter.WriteAsync(stream, graph, info.CreatedAt, cancellationToken, exactTime: true), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return Task.Run(() => _folder.ReadAsync(graphId, async stream => (await GraphJsonReader.ReadAsync(stream, cancellationToken).ConfigureAwait(false)).Graph), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) => Task.Run<IReadOnlyList<GraphInfo>>(async () =>
    {
        var graphs = new List<GraphInfo>();
        foreach (string id in _folder.Ids())
            if (await FindGraphAsync(id, cancellationToken).ConfigureAwait(false) is { } info && (repositoryPath is null || info.Repository.Path == repositoryPath))
                graphs.Add(info);
        return [.. graphs.OrderByDescending(info => info.CreatedAt).ThenBy(info => info.Id, StringComparer.Ordinal)];
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return Task.Run(() => _folder.Delete(graphId), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GraphInfo?> FindGraphAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return Task.Run(() => _folder.ReadAsync(graphId, stream => GraphJsonHead.ReadAsync(stream, graphId, cancellationToken)), cancellationToken);
    }

    /// <summary>In the file nodes are known by their ids, which are ambiguous where paths or names have <c>::</c> in them.</summary>
    private static void CheckIds(CodeGraph graph)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            if (node.QualifiedName.Contains("::", StringComparison.Ordinal) && graph.Find(node.Id) != i || seen.Contains(node.Id))
                throw new GraphStoreException("store.text", $"The graph has two nodes with the id '{node.Id}', which JSON can't tell apart. Rename one of them, or use another store.");
            if (node.Path.Contains("::", StringComparison.Ordinal)) seen.Add(node.Id);
        }
    }
}
