using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>
/// Each commit of a repository is a graph of its own, so that states can be compared. This rule says how many of them are kept.
/// </summary>
/// <param name="Keep">How many graphs of a repository to keep, 1 or more: the newest ones.</param>
public sealed record SnapshotRetention(int Keep)
{
    /// <summary>The graphs that the rule gives up.</summary>
    /// <param name="graphs">Graphs of any number of repositories.</param>
    public IReadOnlyList<GraphInfo> Surplus(IEnumerable<GraphInfo> graphs)
    {
        ArgumentNullException.ThrowIfNull(graphs);
        ArgumentOutOfRangeException.ThrowIfLessThan(Keep, 1);
        return [.. graphs.GroupBy(graph => graph.Repository.Path, StringComparer.Ordinal)
            .SelectMany(snapshots => snapshots.OrderByDescending(graph => graph.CreatedAt).ThenBy(graph => graph.Id, StringComparer.Ordinal).Skip(Keep))];
    }

    /// <summary>Deletes what the rule gives up.</summary>
    /// <param name="store">Where.</param>
    /// <param name="repositoryPath">Only graphs of this repository, or null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The graphs that were deleted.</returns>
    public async Task<IReadOnlyList<GraphInfo>> ApplyAsync(IGraphStore store, string? repositoryPath = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var deleted = new List<GraphInfo>();
        foreach (var graph in Surplus(await store.ListAsync(repositoryPath, cancellationToken).ConfigureAwait(false)))
            if (await store.DeleteAsync(graph.Id, cancellationToken).ConfigureAwait(false)) deleted.Add(graph);
        return deleted;
    }
}
