using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Analysis;

/// <summary>
/// The cached facts of one repository and language during one analysis. Entries are trusted by size and time of change; where
/// the time differs, by the hash of the content.
/// </summary>
/// <remarks>
/// A file that changed shortly before it was read may change again without its time showing it (clocks of file systems tick
/// every few milliseconds, on some every two seconds). Such an entry is stored without a time, so that next time its hash decides.
/// </remarks>
internal sealed class FactsCacheSession
{
    private const long TimeUnknown = 0;
    private static readonly TimeSpan CoarsestClock = TimeSpan.FromSeconds(3);
    private readonly IFactsCache _cache;
    private readonly string _repositoryPath;
    private readonly string _language;
    private readonly string _version;
    private readonly Dictionary<string, CachedFacts> _entries;

    private FactsCacheSession(IFactsCache cache, string repositoryPath, string language, string version, IEnumerable<CachedFacts> entries)
    {
        (_cache, _repositoryPath, _language, _version) = (cache, repositoryPath, language, version);
        _entries = entries.ToDictionary(e => e.Facts.Path, StringComparer.Ordinal);
    }

    public static async Task<FactsCacheSession> OpenAsync(
        IFactsCache cache, string repositoryPath, string language, string version, CancellationToken cancellationToken) =>
        new(cache, repositoryPath, language, version,
            await cache.LoadFactsAsync(repositoryPath, language, version, cancellationToken).ConfigureAwait(false));

    /// <summary>What is kept of a file, whether it still holds or not; null for nothing.</summary>
    public CachedFacts? Find(string path) => _entries.GetValueOrDefault(path);

    /// <summary>Facts that hold without reading the file, or null.</summary>
    public CachedFacts? FindUnread(ScannedFile file) =>
        _entries.TryGetValue(file.Path, out var entry) && entry.Size == file.Size
        && entry.ModifiedTicks != TimeUnknown && entry.ModifiedTicks == file.ModifiedTicks ? entry : null;

    /// <summary>Facts of the same content, or null.</summary>
    public FileFacts? FindByContent(string path, long size, Digest hash) =>
        _entries.TryGetValue(path, out var entry) && entry.Size == size && Digest.Of(entry) == hash ? entry.Facts : null;

    /// <summary>The entry to keep for a file that was just read.</summary>
    public static CachedFacts Entry(FileFacts facts, long size, long modifiedTicks, Digest hash, DateTimeOffset readAt)
    {
        bool settled = modifiedTicks < readAt.UtcTicks - CoarsestClock.Ticks;
        return hash.Keep(facts, size, settled ? modifiedTicks : TimeUnknown);
    }

    /// <summary>Brings the cache up to date.</summary>
    /// <param name="current">An entry for each file there is now.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task SaveAsync(IReadOnlyCollection<CachedFacts> current, CancellationToken cancellationToken)
    {
        var changed = current.Where(e => !_entries.TryGetValue(e.Facts.Path, out var old) || !ReferenceEquals(old, e)).ToArray();
        var kept = current.Select(e => e.Facts.Path).ToHashSet(StringComparer.Ordinal);
        var removed = _entries.Keys.Where(path => !kept.Contains(path)).ToArray();
        return changed.Length + removed.Length == 0
            ? Task.CompletedTask
            : _cache.SaveFactsAsync(_repositoryPath, _language, _version, changed, removed, cancellationToken);
    }
}
