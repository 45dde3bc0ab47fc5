using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Analysis;

/// <summary>
/// The records of a repository's graphs, kept in the facts cache under a name that no language has: they come and go with the
/// facts, and like these, losing them costs time only.
/// </summary>
internal sealed class AnalysisRecords
{
    private const string Language = "#analysis";
    private const string Version = "2";
    private readonly IGraphStore _store;
    private readonly IFactsCache _cache;
    private readonly string _repositoryPath;
    private readonly string _graphId;
    private readonly AnalysisRecord? _record;

    private AnalysisRecords(IGraphStore store, IFactsCache cache, RepositoryInfo repository, AnalysisRecord? record) =>
        (_store, _cache, _repositoryPath, _graphId, _record) = (store, cache, repository.Path, GraphInfo.MakeId(repository), record);

    /// <returns>Null where the store keeps no facts or can't read them.</returns>
    public static async Task<AnalysisRecords?> OpenAsync(IGraphStore? store, RepositoryInfo repository, CancellationToken cancellationToken)
    {
        if (store is not IFactsCache cache) return null;
        string id = GraphInfo.MakeId(repository);
        try
        {
            var kept = await cache.LoadFactsAsync(repository.Path, Language, Version, cancellationToken).ConfigureAwait(false);
            var record = kept.FirstOrDefault(k => k.Facts.Path == id) is { } entry ? AnalysisRecord.FromBytes(entry.Facts.Body.Span) : null;
            return new AnalysisRecords(store, cache, repository, record);
        }
        catch (GraphStoreException)
        {
            return null; // Whoever opens the facts themselves will say so.
        }
    }

    /// <summary>The stored graph, if it was made of files with these sizes and times.</summary>
    public Task<GraphInfo?> FindByListingAsync(UInt128 settings, UInt128 listing, CancellationToken cancellationToken) =>
        FindAsync(_record?.Settings == settings && _record.Listing == listing && listing != AnalysisRecord.ListingUnknown, cancellationToken);

    /// <summary>The stored graph, if it was made of these facts.</summary>
    public Task<GraphInfo?> FindByContentAsync(UInt128 settings, UInt128? content, CancellationToken cancellationToken) =>
        FindAsync(_record?.Settings == settings && _record.Content == content, cancellationToken);

    public Task SaveAsync(AnalysisRecord record, CancellationToken cancellationToken) => record == _record
        ? Task.CompletedTask
        : _cache.SaveFactsAsync(_repositoryPath, Language, Version,
            [new CachedFacts(new FileFacts(_graphId, 0, record.ToBytes()), 0, 0, UInt128.Zero)], [], cancellationToken);

    private async Task<GraphInfo?> FindAsync(bool holds, CancellationToken cancellationToken)
    {
        if (!holds) return null;
        var stored = await _store.ListAsync(_repositoryPath, cancellationToken).ConfigureAwait(false);
        return stored.FirstOrDefault(s => s.Id == _graphId && s.CreatedAt.UtcTicks == _record!.CreatedTicks);
    }
}
