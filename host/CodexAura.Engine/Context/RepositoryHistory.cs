using System.Runtime.CompilerServices;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Context;

/// <summary>
/// The commits that led to the analysed one, by git. Where there is no git, no repository or no such commit, there is no past. What was read is
/// kept for as long as the graph is, for a server is asked about one graph again and again.
/// </summary>
/// <param name="graph">The graph.</param>
public sealed class RepositoryHistory(CodeGraph graph) : IChangeHistory
{
    /// <summary>2,000 commits take half a second. What takes this long fetches them from elsewhere, as in a partial clone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ConditionalWeakTable<CodeGraph, Known> _known = [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PastChange>> ReadAsync(int limit, CancellationToken cancellationToken = default)
    {
        // Of the graph's commit, not of HEAD: the same graph gets the same answer.
        var repository = graph.Repository;
        if (repository.Sha is not { } sha || !Directory.Exists(repository.Path)) return [];
        if (_known.TryGetValue(graph, out var known) && known.Limit >= limit) return known.Limit == limit ? known.Changes : [.. known.Changes.Take(limit)];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var commits = await GitHistory.ReadAsync(repository.Path, sha, limit, patience.Token).ConfigureAwait(false);
            PastChange[] changes = [.. commits.Select(c => new PastChange(c.Message, c.Files))];
            _known.AddOrUpdate(graph, new Known(limit, changes));
            return changes;
        }
        catch (Exception e) when (e is AnalysisException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [];
        }
    }

    private sealed record Known(int Limit, IReadOnlyList<PastChange> Changes);
}
