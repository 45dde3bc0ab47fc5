using System.Collections.Immutable;
using System.Composition;
using System.Runtime.CompilerServices;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Storage.Memory;

/// <summary>Keeps graphs as long as the program runs, and writes nothing: for tests and for what is thrown away.</summary>
/// <remarks>Graphs are immutable, so all that is kept are references; one exchange of a reference is a whole transaction.</remarks>
[ExportGraphStore("memory")]
[Shared]
public sealed class MemoryGraphStore : IWholeGraphQuery, IStoreCapabilities, IGraphUpdate, IGraphStream, IFactsCache
{
    private ImmutableDictionary<string, (GraphInfo Info, CodeGraph Graph)> _graphs = ImmutableDictionary.Create<string, (GraphInfo, CodeGraph)>(StringComparer.Ordinal);
    private ImmutableDictionary<(string Repository, string Language), (string Version, ImmutableSortedDictionary<string, CachedFacts> Entries)> _facts =
        ImmutableDictionary<(string, string), (string, ImmutableSortedDictionary<string, CachedFacts>)>.Empty;

    /// <inheritdoc/>
    public StoreCapabilities Capabilities => StoreCapabilities.Query | StoreCapabilities.Update | StoreCapabilities.Streaming
        | StoreCapabilities.Facts | StoreCapabilities.AnyText;

    /// <inheritdoc/>
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(info.Id, nameof(info));
        if (info.Repository != graph.Repository || info.NodeCount != graph.NodeCount || info.EdgeCount != graph.EdgeCount)
            throw new ArgumentException("The description is that of another graph.", nameof(info));
        return Done(() =>
        {
            ImmutableInterlocked.Update(ref _graphs, graphs => graphs.SetItem(info.Id, (info, graph)));
            return true;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task UpdateAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) =>
        SaveAsync(info, graph, cancellationToken);

    /// <inheritdoc/>
    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return Done(() => _graphs.TryGetValue(graphId, out var entry) ? entry.Graph : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        Done<IReadOnlyList<GraphInfo>>(() => [.. _graphs.Values.Select(entry => entry.Info)
            .Where(info => repositoryPath is null || info.Repository.Path == repositoryPath)
            .OrderByDescending(info => info.CreatedAt).ThenBy(info => info.Id, StringComparer.Ordinal)], cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return Done(() => ImmutableInterlocked.TryRemove(ref _graphs, graphId, out _), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GraphInfo?> FindGraphAsync(string graphId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graphId);
        return Done(() => _graphs.TryGetValue(graphId, out var entry) ? entry.Info : null, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<GraphBatch> StreamAsync(string graphId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await LoadAsync(graphId, cancellationToken).ConfigureAwait(false) is not { } graph) yield break;
        foreach (var batch in GraphReads.Batches(graph))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default) =>
        Done<IReadOnlyList<CachedFacts>>(() => _facts.TryGetValue((repositoryPath, language), out var set) && set.Version == factsVersion
            ? [.. set.Entries.Values] : [], cancellationToken);

    /// <inheritdoc/>
    public Task SaveFactsAsync(string repositoryPath, string language, string factsVersion, IReadOnlyCollection<CachedFacts> changed,
        IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(removed);
        return Done(() =>
        {
            ImmutableInterlocked.Update(ref _facts, sets =>
            {
                var entries = sets.TryGetValue((repositoryPath, language), out var set) && set.Version == factsVersion
                    ? set.Entries
                    : ImmutableSortedDictionary.Create<string, CachedFacts>(StringComparer.Ordinal);
                entries = entries.RemoveRange(removed).SetItems(changed.Select(entry => KeyValuePair.Create(entry.Facts.Path, entry)));
                return sets.SetItem((repositoryPath, language), (factsVersion, entries));
            });
            return true;
        }, cancellationToken);
    }

    private static Task<T> Done<T>(Func<T> work, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(work());
}
