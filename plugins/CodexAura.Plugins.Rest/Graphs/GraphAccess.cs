using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Plugins.Rest.Graphs;

/// <summary>The graphs that may be seen here: where analyses are limited to some roots, those of other folders don't exist.</summary>
/// <param name="graphs">All graphs.</param>
/// <param name="analysis">Knows the roots.</param>
/// <param name="time">Measures.</param>
internal sealed class GraphAccess(IGraphService graphs, IAnalysisService analysis, TimeProvider time)
{
    private const int MostFound = 1000;
    private static readonly TimeSpan Believed = TimeSpan.FromMilliseconds(250);
    private readonly ConditionalWeakTable<CodeGraph, GraphStats> _stats = [];
    private volatile ConcurrentDictionary<(string Reference, string? Storage), (GraphInfo Info, long At)> _found = [];

    /// <summary>The service behind it, for what is asked of a graph that is at hand.</summary>
    public IGraphService Service => graphs;

    /// <summary>All graphs that may be seen, newest first.</summary>
    public async Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath, string? storage, CancellationToken cancellationToken)
    {
        var all = await graphs.ListAsync(repositoryPath, storage, cancellationToken);
        return analysis.Policy.Roots.Count == 0 ? all : [.. all.Where(IsVisible)];
    }

    /// <summary>
    /// Finds a graph without its body. Asking the store costs more than all the rest of a warm answer, so what it said is believed
    /// for a moment; what this server changes itself is forgotten at once (<see cref="Forget"/>).
    /// </summary>
    public async Task<GraphInfo> FindAsync(string reference, string? storage, CancellationToken cancellationToken)
    {
        var known = _found;
        long now = time.GetTimestamp();
        if (known.TryGetValue((reference, storage), out var found) && time.GetElapsedTime(found.At, now) < Believed) return found.Info;
        var info = Visible(await graphs.FindAsync(reference, storage, cancellationToken), reference);
        if (known.Count >= MostFound) known.Clear();
        // Into the table from before the question: what was forgotten meanwhile stays forgotten.
        known[(reference, storage)] = (info, now);
        return info;
    }

    /// <summary>Another graph may be stored now: the store is to be asked again.</summary>
    public void Forget() => _found = [];

    /// <summary>Finds a graph and loads it.</summary>
    public async Task<StoredGraph> LoadAsync(string reference, string? storage, CancellationToken cancellationToken)
    {
        if (analysis.Policy.Roots.Count > 0) await FindAsync(reference, storage, cancellationToken);
        return await graphs.LoadAsync(reference, storage, cancellationToken);
    }

    /// <summary>What a node of a graph is connected to, without waiting for the whole graph.</summary>
    public async Task<StoredNeighbourhood> NeighboursAsync(string reference, NeighbourQuery query, string? storage, CancellationToken cancellationToken)
    {
        if (analysis.Policy.Roots.Count > 0) await FindAsync(reference, storage, cancellationToken);
        return await graphs.NeighboursAsync(reference, query, storage, cancellationToken);
    }

    /// <summary>The figures of a graph; computed once for each that is in memory.</summary>
    public GraphStats StatsOf(CodeGraph graph) => _stats.GetValue(graph, GraphStatsCalculator.Calculate);

    private GraphInfo Visible(GraphInfo info, string reference) => IsVisible(info)
        ? info
        : throw new GraphSelectionException("graph.not_found", $"There is no graph with the id or repository path '{reference}'.", []);

    private bool IsVisible(GraphInfo info) => analysis.Policy.Roots is { Count: 0 } or null || analysis.Policy.Roots.Any(root =>
        info.Repository.Path == root || info.Repository.Path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
