using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Context;

/// <summary>The commits that led to the analysed one, by git. Where there is no git, no repository or no such commit, there is no past.</summary>
/// <param name="repository">The analysed repository.</param>
public sealed class RepositoryHistory(RepositoryInfo repository) : IChangeHistory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PastChange>> ReadAsync(int limit, CancellationToken cancellationToken = default)
    {
        // Of the graph's commit, not of HEAD: the same graph gets the same answer.
        if (repository.Sha is not { } sha || !Directory.Exists(repository.Path)) return [];
        try
        {
            var commits = await GitHistory.ReadAsync(repository.Path, sha, limit, cancellationToken).ConfigureAwait(false);
            return [.. commits.Select(c => new PastChange(c.Message, c.Files))];
        }
        catch (AnalysisException)
        {
            return [];
        }
    }
}
