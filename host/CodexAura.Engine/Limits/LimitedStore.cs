using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Limits;

/// <summary>A store as the analysis uses it, each call of which ends in time, or its plugin is named.</summary>
public class LimitedStore : IGraphStore
{
    private readonly Func<string> _who;
    private readonly TimeSpan _limit;

    private LimitedStore(IGraphStore inner, Func<string> who, TimeSpan limit) => (Inner, _who, _limit) = (inner, who, limit);

    /// <summary>The store itself.</summary>
    public IGraphStore Inner { get; }

    /// <summary>Limits the calls of a store; one that keeps facts too still does.</summary>
    /// <param name="store">The store.</param>
    /// <param name="who">How messages name it.</param>
    /// <param name="limits">How long a call may take; null for what holds in this process.</param>
    public static IGraphStore Over(IGraphStore store, Func<string> who, CallLimits? limits = null)
    {
        var limit = (limits ?? CallLimits.Current).Store;
        return store is IFactsCache facts ? new WithFacts(store, facts, who, limit) : new LimitedStore(store, who, limit);
    }

    /// <inheritdoc/>
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => Inner.SaveAsync(info, graph, token), _who, "save a graph", _limit, cancellationToken);

    /// <inheritdoc/>
    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => Inner.LoadAsync(graphId, token), _who, "load a graph", _limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => Inner.ListAsync(repositoryPath, token), _who, "list its graphs", _limit, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => Inner.DeleteAsync(graphId, token), _who, "delete a graph", _limit, cancellationToken);

    private sealed class WithFacts(IGraphStore inner, IFactsCache facts, Func<string> who, TimeSpan limit) : LimitedStore(inner, who, limit), IFactsCache
    {
        public Task<IReadOnlyList<CachedFacts>> LoadFactsAsync(string repositoryPath, string language, string factsVersion, CancellationToken cancellationToken = default) =>
            LimitedCall.RunAsync(token => facts.LoadFactsAsync(repositoryPath, language, factsVersion, token), _who, "load facts", _limit, cancellationToken);

        public Task SaveFactsAsync(string repositoryPath, string language, string factsVersion,
            IReadOnlyCollection<CachedFacts> changed, IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default) =>
            LimitedCall.RunAsync(token => facts.SaveFactsAsync(repositoryPath, language, factsVersion, changed, removed, token), _who, "save facts", _limit, cancellationToken);
    }
}
