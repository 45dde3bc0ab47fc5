using System.Globalization;
using System.Text.RegularExpressions;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;

namespace CodexAura.Engine.Backtesting;

/// <summary>
/// Finds commits that were fixed or reverted later, in the way of Śliwerski, Zimmermann and Zeller ("When do changes induce
/// fixes?", MSR 2005): the lines that a fix removes are blamed on the commits that wrote them.
/// </summary>
internal static partial class LaterFixes
{
    /// <param name="repository">The repository.</param>
    /// <param name="history">All commits, newest first.</param>
    /// <param name="candidates">Hashes of the commits in question.</param>
    /// <param name="isCode">Whether a file's lines count.</param>
    /// <param name="done">Called after each fix.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlySet<string>> FindAsync(string repository, IReadOnlyList<GitCommit> history, IReadOnlySet<string> candidates,
        Func<string, bool> isCode, Action done, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var commit in history)
        {
            if (Reverted().Match(commit.Message) is { Success: true } revert)
                found.UnionWith(candidates.Where(c => c.StartsWith(revert.Groups[1].Value, StringComparison.Ordinal)));
            if (commit.Parent is null || !FixCommits.IsFix(commit) || commit.Files.Count > CoChanges.LargestCommit || !commit.Files.Any(isCode)) continue;
            var tree = await GitChanges.BetweenAsync(repository, commit.Parent, commit.Hash, cancellationToken).ConfigureAwait(false);
            foreach (var file in tree.Files.Where(f => f.OldPath is not null && isCode(f.OldPath)))
                foreach (string blamed in await BlameAsync(repository, commit.Parent, file, cancellationToken).ConfigureAwait(false))
                    if (candidates.Contains(blamed)) found.Add(blamed);
            done();
        }
        return found;
    }

    private static async Task<IEnumerable<string>> BlameAsync(string repository, string commit, FileDiff file, CancellationToken cancellationToken)
    {
        var ranges = file.Hunks.Where(h => h.Removed.Any(l => !string.IsNullOrWhiteSpace(l)))
            .SelectMany(h => new[] { "-L", string.Create(CultureInfo.InvariantCulture, $"{h.OldStart},+{h.Removed.Count}") }).ToArray();
        if (ranges.Length == 0) return [];
        try
        {
            string blame = await GitCommand.RunAsync(repository, ["blame", "-w", "-l", "-s", .. ranges, commit, "--", file.OldPath!], cancellationToken).ConfigureAwait(false);
            return blame.Split('\n').Where(l => l.Length > 40).Select(l => l[..40]).ToHashSet(StringComparer.Ordinal);
        }
        catch (AnalysisException e) when (e.Code == "git.failed")
        {
            return []; // A file that can't be blamed, such as a submodule.
        }
    }

    [GeneratedRegex(@"This reverts commit ([0-9a-f]{7,40})")]
    private static partial Regex Reverted();
}
