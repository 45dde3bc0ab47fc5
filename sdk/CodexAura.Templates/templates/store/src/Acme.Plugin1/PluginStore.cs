using System.Collections.Concurrent;
using System.Composition;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace Acme.Plugin1;

/// <summary>Keeps graphs in memory, as long as the program runs. Called from many threads.</summary>
[ExportGraphStore("shelf")]
[Shared]
[method: ImportingConstructor]
public sealed class PluginStore(StoreLocation location) : IGraphStore, IStoreCapabilities
{
    private readonly ConcurrentDictionary<string, (GraphInfo Info, CodeGraph Graph)> _graphs = new(StringComparer.Ordinal);

    /// <summary>Where a store that is durable would keep its files. Made when something is first written.</summary>
    public string Folder { get; } = location.Directory;

    /// <summary>What is promised beyond the four members below; the conformance suite holds the store to it.</summary>
    public StoreCapabilities Capabilities => StoreCapabilities.AnyText;

    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        if (info.Repository != graph.Repository || info.NodeCount != graph.NodeCount || info.EdgeCount != graph.EdgeCount)
            throw new ArgumentException("The description is that of another graph.", nameof(info));
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        // A graph is immutable: keeping the reference is a whole transaction.
        _graphs[info.Id] = (info, graph);
        return Task.CompletedTask;
    }

    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<CodeGraph?>(cancellationToken)
            : Task.FromResult(_graphs.TryGetValue(graphId, out var found) ? found.Graph : null);

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<IReadOnlyList<GraphInfo>>(cancellationToken);
        IReadOnlyList<GraphInfo> infos =
        [
            .. _graphs.Values.Select(entry => entry.Info).Where(info => repositoryPath is null || info.Repository.Path == repositoryPath)
                .OrderByDescending(info => info.CreatedAt).ThenBy(info => info.Id, StringComparer.Ordinal),
        ];
        return Task.FromResult(infos);
    }

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<bool>(cancellationToken)
            : Task.FromResult(_graphs.TryRemove(graphId, out _));
}
