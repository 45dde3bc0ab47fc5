using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Limits;

/// <summary>A store each call of which ends in time, or its plugin is named. It has those abilities of the store that its users ask for.</summary>
public class LimitedStore : IGraphStore, IGraphUpdate
{
    private readonly Func<string> _who;
    private readonly TimeSpan _limit;

    private LimitedStore(IGraphStore inner, Func<string> who, TimeSpan limit) => (Inner, _who, _limit) = (inner, who, limit);

    /// <summary>The store itself.</summary>
    public IGraphStore Inner { get; }

    /// <summary>Limits the calls of a store for analyses: one that keeps facts too still does.</summary>
    /// <param name="store">The store.</param>
    /// <param name="who">How messages name it.</param>
    /// <param name="limits">How long a call may take; null for what holds in this process.</param>
    public static IGraphStore Over(IGraphStore store, Func<string> who, CallLimits? limits = null)
    {
        var limit = (limits ?? CallLimits.Current).Store;
        return store is IFactsCache facts ? new WithFacts(store, facts, who, limit) : new LimitedStore(store, who, limit);
    }

    /// <summary>Limits the calls of a store for questions: one that reads parts of graphs still does.</summary>
    /// <param name="store">The store.</param>
    /// <param name="who">How messages name it.</param>
    /// <param name="limits">How long a call may take; null for what holds in this process.</param>
    public static IGraphStore ForQuestions(IGraphStore store, Func<string> who, CallLimits? limits = null)
    {
        var limit = (limits ?? CallLimits.Current).Store;
        return store is IGraphQuery query ? new WithQueries(store, query, who, limit) : new LimitedStore(store, who, limit);
    }

    /// <inheritdoc/>
    public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => Inner.SaveAsync(info, graph, token), _who, "save a graph", _limit, cancellationToken);

    /// <inheritdoc/>
    public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => Inner.LoadAsync(graphId, token), _who, "load a graph", _limit, cancellationToken);

    /// <summary>Updates a graph, or saves it where the store does not update.</summary>
    /// <inheritdoc/>
    public Task UpdateAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => Inner is IGraphUpdate update ? update.UpdateAsync(info, graph, token) : Inner.SaveAsync(info, graph, token),
            _who, "save a graph", _limit, cancellationToken);

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

    private sealed class WithQueries(IGraphStore inner, IGraphQuery query, Func<string> who, TimeSpan limit) : LimitedStore(inner, who, limit), IGraphQuery
    {
        public Task<GraphInfo?> FindGraphAsync(string graphId, CancellationToken cancellationToken = default) =>
            ReadAsync(token => query.FindGraphAsync(graphId, token), cancellationToken);

        public Task<IReadOnlyList<string>> EdgeTypesAsync(string graphId, CancellationToken cancellationToken = default) =>
            ReadAsync(token => query.EdgeTypesAsync(graphId, token), cancellationToken);

        public Task<NodeRecord?> FindNodeAsync(string graphId, string nodeId, CancellationToken cancellationToken = default) =>
            ReadAsync(token => query.FindNodeAsync(graphId, nodeId, token), cancellationToken);

        public Task<IReadOnlyList<NodeRecord>> NodesOfFileAsync(string graphId, string path, CancellationToken cancellationToken = default) =>
            ReadAsync(token => query.NodesOfFileAsync(graphId, path, token), cancellationToken);

        public Task<IReadOnlyList<NodeRecord>> NodesNamedAsync(string graphId, string name, CancellationToken cancellationToken = default) =>
            ReadAsync(token => query.NodesNamedAsync(graphId, name, token), cancellationToken);

        public Task<IReadOnlyList<NodeRecord>> SearchAsync(string graphId, string text, int limit, CancellationToken cancellationToken = default) =>
            ReadAsync(token => query.SearchAsync(graphId, text, limit, token), cancellationToken);

        public Task<Neighbourhood?> NeighboursAsync(string graphId, NeighbourQuery neighbours, CancellationToken cancellationToken = default) =>
            ReadAsync(token => query.NeighboursAsync(graphId, neighbours, token), cancellationToken);

        private Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
            LimitedCall.RunAsync(read, _who, "read a graph", _limit, cancellationToken);
    }
}
