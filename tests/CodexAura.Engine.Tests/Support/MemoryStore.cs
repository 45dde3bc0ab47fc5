using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Tests.Support;

/// <summary>Keeps graphs and facts in memory.</summary>
internal sealed class MemoryStore : IGraphStore, IFactsCache
{
    private readonly Dictionary<string, (GraphInfo Info, CodeGraph Graph)> _graphs = [];
    private readonly Dictionary<string, (string Version, Dictionary<string, CachedFacts> Facts)> _sets = [];

    /// <summary>Facts of the toy language.</summary>
    public IReadOnlyDictionary<string, CachedFacts> Facts => _sets.TryGetValue("toy", out var set) ? set.Facts : [];

    /// <summary>How often a graph was saved.</summary>
    public int Saves { get; private set; }

    /// <summary>How often facts of the toy language were loaded.</summary>
    public int Loads { get; private set; }

    public GraphStoreException? FailCache { get; set; }

    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Saves++;
        _graphs[info.Id] = (info, graph);
        return Task.CompletedTask;
    }

    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_graphs.TryGetValue(graphId, out var entry) ? entry.Graph : null);

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<GraphInfo>>([.. _graphs.Values.Select(g => g.Info).OrderByDescending(i => i.CreatedAt)]);

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => Task.FromResult(_graphs.Remove(graphId));

    public Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default)
    {
        if (language == "toy") Loads++;
        return FailCache is null
            ? Task.FromResult<IReadOnlyList<CachedFacts>>(_sets.TryGetValue(language, out var set) && set.Version == factsVersion ? [.. set.Facts.Values] : [])
            : throw FailCache;
    }

    public Task SaveFactsAsync(string repositoryPath, string language, string factsVersion,
        IReadOnlyCollection<CachedFacts> changed, IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        if (FailCache is not null) throw FailCache;
        if (!_sets.TryGetValue(language, out var set) || set.Version != factsVersion) _sets[language] = set = (factsVersion, []);
        foreach (var entry in changed) set.Facts[entry.Facts.Path] = entry;
        foreach (string path in removed) set.Facts.Remove(path);
        return Task.CompletedTask;
    }
}
