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
    private const string Version = "3";
    private readonly IGraphStore _store;
    private readonly IFactsCache _cache;
    private readonly string _repositoryPath;
    private readonly string _graphId;
    private readonly Dictionary<string, AnalysisRecord> _records = new(StringComparer.Ordinal);
    private bool _forgotten;

    private AnalysisRecords(IGraphStore store, IFactsCache cache, RepositoryInfo repository) =>
        (_store, _cache, _repositoryPath, _graphId) = (store, cache, repository.Path, GraphInfo.MakeId(repository));

    /// <returns>Null where the store keeps no facts or can't read them.</returns>
    public static async Task<AnalysisRecords?> OpenAsync(IGraphStore? store, RepositoryInfo repository, CancellationToken cancellationToken)
    {
        if (store is not IFactsCache cache) return null;
        try
        {
            var records = new AnalysisRecords(store, cache, repository);
            foreach (var kept in await cache.LoadFactsAsync(repository.Path, Language, Version, cancellationToken).ConfigureAwait(false))
                if (AnalysisRecord.FromBytes(kept.Facts.Body.Span) is { } record) records._records[kept.Facts.Path] = record;
            return records;
        }
        catch (GraphStoreException)
        {
            return null; // Whoever opens the facts themselves will say so.
        }
    }

    /// <summary>Finds nothing from now on, as all is to be made anew.</summary>
    public void Forget() => _forgotten = true;

    /// <summary>
    /// A stored graph of the repository that was made with these settings of the same files: that of this very commit, if there is
    /// one, else the one that was made last.
    /// </summary>
    public async Task<KnownGraph?> FindAsync(UInt128 settings, Func<AnalysisRecord, bool> ofSameFiles, CancellationToken cancellationToken)
    {
        if (_forgotten) return null;
        var made = _records.Where(r => r.Value.Settings == settings && ofSameFiles(r.Value))
            .OrderByDescending(r => r.Key == _graphId).ThenByDescending(r => r.Value.CreatedTicks).ToArray();
        if (made.Length == 0) return null;
        var stored = await _store.ListAsync(_repositoryPath, cancellationToken).ConfigureAwait(false);
        foreach (var (id, record) in made)
            if (stored.FirstOrDefault(s => s.Id == id && s.CreatedAt.UtcTicks == record.CreatedTicks) is { } info) return new KnownGraph(info, record);
        return null;
    }

    /// <summary>Notes from what the graph of this commit was made.</summary>
    public Task SaveAsync(AnalysisRecord record, CancellationToken cancellationToken) => _records.GetValueOrDefault(_graphId) == record
        ? Task.CompletedTask
        : _cache.SaveFactsAsync(_repositoryPath, Language, Version,
            [new CachedFacts(new FileFacts(_graphId, 0, record.ToBytes()), 0, 0, UInt128.Zero)], [], cancellationToken);
}

/// <summary>A stored graph, and from what it was made.</summary>
internal sealed record KnownGraph(GraphInfo Info, AnalysisRecord Record);
