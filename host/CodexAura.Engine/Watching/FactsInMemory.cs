using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Watching;

/// <summary>Keeps the facts of a store, and the graph that was saved last, in memory too, for a process that analyses again and again.</summary>
internal sealed class FactsInMemory : IGraphStore, IGraphUpdate, IFactsCache
{
    private readonly IFactsCache _facts;
    private readonly Dictionary<(string Repository, string Language), (string Version, Dictionary<string, CachedFacts> Entries)> _known = [];
    private readonly Lock _gate = new();
    private volatile Saved? _last;

    private FactsInMemory(IGraphStore graphs, IFactsCache facts) => (Inner, _facts) = (graphs, facts);

    /// <summary>The store.</summary>
    public IGraphStore Inner { get; }

    /// <summary>A store that keeps no facts is left as it is.</summary>
    public static IGraphStore Over(IGraphStore store) => store is IFactsCache facts ? new FactsInMemory(store, facts) : store;

    public async Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        await Inner.SaveAsync(info, graph, cancellationToken).ConfigureAwait(false);
        _last = new Saved(info, graph);
    }

    public async Task UpdateAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default)
    {
        await (Inner is IGraphUpdate update ? update.UpdateAsync(info, graph, cancellationToken) : Inner.SaveAsync(info, graph, cancellationToken)).ConfigureAwait(false);
        _last = new Saved(info, graph);
    }

    public async Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default)
    {
        // Another process may have replaced it meanwhile; then the time is another one.
        if (_last is { } last && last.Info.Id == graphId
            && (await Inner.ListAsync(last.Info.Repository.Path, cancellationToken).ConfigureAwait(false)).Contains(last.Info)) return last.Graph;
        return await Inner.LoadAsync(graphId, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(repositoryPath, cancellationToken);

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => Inner.DeleteAsync(graphId, cancellationToken);

    public async Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(
        string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            if (_known.TryGetValue((repositoryPath, language), out var known) && known.Version == factsVersion) return [.. known.Entries.Values];
        var loaded = await _facts.LoadFactsAsync(repositoryPath, language, factsVersion, cancellationToken).ConfigureAwait(false);
        lock (_gate)
            _known[(repositoryPath, language)] = (factsVersion, loaded.ToDictionary(e => e.Facts.Path, StringComparer.Ordinal));
        return loaded;
    }

    public async Task SaveFactsAsync(string repositoryPath, string language, string factsVersion,
        IReadOnlyCollection<CachedFacts> changed, IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        await _facts.SaveFactsAsync(repositoryPath, language, factsVersion, changed, removed, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            // Entries that were not loaded first are not known whole.
            if (!_known.TryGetValue((repositoryPath, language), out var known) || known.Version != factsVersion) return;
            foreach (string path in removed) known.Entries.Remove(path);
            foreach (var entry in changed) known.Entries[entry.Facts.Path] = entry;
        }
    }

    private sealed record Saved(GraphInfo Info, CodeGraph Graph);
}
