using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Backtesting;

/// <summary>Keeps the facts of files from one commit to the next, and no graphs.</summary>
internal sealed class FactsInMemory : IGraphStore, IFactsCache
{
    private readonly Dictionary<(string Language, string Version), Dictionary<string, CachedFacts>> _facts = [];

    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) => Task.FromResult<CodeGraph?>(null);

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<GraphInfo>>([]);

    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => Task.FromResult(false);

    public Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<CachedFacts>>(_facts.TryGetValue((language, factsVersion), out var facts) ? [.. facts.Values] : []);

    public Task SaveFactsAsync(string repositoryPath, string language, string factsVersion,
        IReadOnlyCollection<CachedFacts> changed, IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        if (!_facts.TryGetValue((language, factsVersion), out var facts)) _facts.Add((language, factsVersion), facts = new(StringComparer.Ordinal));
        foreach (var entry in changed) facts[entry.Facts.Path] = entry;
        foreach (string path in removed) facts.Remove(path);
        return Task.CompletedTask;
    }
}
