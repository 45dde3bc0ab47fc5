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
    private const string Version = "4";

    // No graph has them for an id.
    private const string ContentsKey = "#contents", FoldersKey = "#folders";
    private readonly IGraphStore _store;
    private readonly IFactsCache _cache;
    private readonly RepositoryInfo _repository;
    private readonly Dictionary<string, AnalysisRecord> _records = new(StringComparer.Ordinal);
    private byte[]? _contents;
    private ReadOnlyMemory<byte> _folders;
    private byte[]? _newFolders;
    private bool _forgotten;

    // For the first question, which comes at once; the next ones may come after a long time.
    private IReadOnlyList<GraphInfo>? _justListed;

    private AnalysisRecords(IGraphStore store, IFactsCache cache, RepositoryInfo repository, IReadOnlyList<GraphInfo> listed) =>
        (_store, _cache, _repository, _justListed) = (store, cache, repository, listed);

    /// <summary>Reads what is kept.</summary>
    /// <param name="store">Where.</param>
    /// <param name="repository">Of what.</param>
    /// <param name="listed">The repository's graphs in the store, as they are now.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null where the store keeps no facts or can't read them.</returns>
    public static async Task<AnalysisRecords?> OpenAsync(IGraphStore store, RepositoryInfo repository, IReadOnlyList<GraphInfo> listed, CancellationToken cancellationToken)
    {
        if (store is not IFactsCache cache) return null;
        try
        {
            var records = new AnalysisRecords(store, cache, repository, listed);
            foreach (var kept in await cache.LoadFactsAsync(repository.Path, Language, Version, cancellationToken).ConfigureAwait(false))
                if (kept.Facts.Path == ContentsKey) records._contents = kept.Facts.Body.ToArray();
                else if (kept.Facts.Path == FoldersKey) records._folders = kept.Facts.Body;
                else if (AnalysisRecord.FromBytes(kept.Facts.Body.Span) is { } record) records._records[kept.Facts.Path] = record;
            return records;
        }
        catch (GraphStoreException)
        {
            return null; // Whoever opens the facts themselves will say so.
        }
    }

    /// <summary>What the scan before took of each folder; empty where that is not known.</summary>
    public ReadOnlyMemory<byte> Folders => _forgotten ? default : _folders;

    /// <summary>Takes what this scan took of each folder, to be saved with the rest.</summary>
    /// <param name="folders">Null where what is kept does as well.</param>
    public void Learn(byte[]? folders) => _newFolders = folders;

    /// <summary>Finds nothing from now on, as all is to be made anew.</summary>
    public void Forget() => _forgotten = true;

    /// <summary>
    /// A stored graph of the repository that was made with these settings of the same files: that of this very commit, if there is
    /// one, else the one that was made last. Ids are not made for it: what hashes them would have to be loaded.
    /// </summary>
    public async Task<KnownGraph?> FindAsync(Digest settings, Func<AnalysisRecord, bool> ofSameFiles, CancellationToken cancellationToken)
    {
        var listed = _justListed;
        _justListed = null;
        if (_forgotten) return null;
        var made = new List<MadeGraph>();
        foreach (var (id, record) in _records)
            if (record.Settings == settings && ofSameFiles(record)) made.Add(new MadeGraph(id, record));
        if (made.Count == 0) return null;
        KnownGraph? best = null;
        foreach (var info in listed ?? await _store.ListAsync(_repository.Path, cancellationToken).ConfigureAwait(false))
        {
            var record = made.Find(m => m.Id == info.Id && m.Record.CreatedTicks == info.CreatedAt.UtcTicks)?.Record;
            if (record is null) continue;
            if (info.Repository == _repository) return new KnownGraph(info, record);
            if (best is null || record.CreatedTicks > best.Record.CreatedTicks) best = new KnownGraph(info, record);
        }
        return best;
    }

    /// <summary>Notes from what the graph of this commit was made.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="record">What it was made from.</param>
    /// <param name="contents">Hashes of its files; null where they are not at hand, and those that are noted stay.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task SaveAsync(string id, AnalysisRecord record, byte[]? contents, CancellationToken cancellationToken)
    {
        var changed = new List<CachedFacts>(3);
        if (_records.GetValueOrDefault(id)?.IsSameAs(record) != true) changed.Add(Entry(id, record.ToBytes()));
        if (contents is not null && _contents?.AsSpan().SequenceEqual(contents) != true) changed.Add(Entry(ContentsKey, contents));
        if (_newFolders is not null) changed.Add(Entry(FoldersKey, _newFolders));
        return changed.Count == 0 ? Task.CompletedTask : _cache.SaveFactsAsync(_repository.Path, Language, Version, changed, [], cancellationToken);

        static CachedFacts Entry(string key, byte[] body) => default(Digest).Keep(new FileFacts(key, 0, body), 0, 0);
    }

    /// <summary>The hashes of the files that the last analysis of a repository read; null where none are kept.</summary>
    public static async Task<FileContents?> ContentsAsync(IGraphStore store, string repositoryPath, CancellationToken cancellationToken)
    {
        if (store is not IFactsCache cache) return null;
        try
        {
            var kept = await cache.LoadFactsAsync(repositoryPath, Language, Version, cancellationToken).ConfigureAwait(false);
            return kept.FirstOrDefault(entry => entry.Facts.Path == ContentsKey) is { } found ? FileContents.FromBytes(found.Facts.Body.Span) : null;
        }
        catch (GraphStoreException)
        {
            return null; // Times have to do.
        }
    }
}

/// <summary>The id of a graph, and from what it was made; whether it is stored is not known.</summary>
internal sealed record MadeGraph(string Id, AnalysisRecord Record);

/// <summary>A stored graph, and from what it was made.</summary>
internal sealed record KnownGraph(GraphInfo Info, AnalysisRecord Record);
