namespace CodexAura.Engine.Git;

/// <summary>Finds out who wrote files.</summary>
public static class GitOwners
{
    /// <summary>The authors of the commits that changed some files, those with the most commits first.</summary>
    public static IReadOnlyList<Owner> Of(IEnumerable<GitCommit> history, IReadOnlySet<string> files)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(files);
        return
        [
            .. history.Where(c => c.Files.Any(files.Contains)).GroupBy(c => c.Email, StringComparer.OrdinalIgnoreCase)
                .Select(g => new Owner(g.MaxBy(c => c.Time)!.Author, g.Key, g.Count(), g.SelectMany(c => c.Files).Where(files.Contains).Distinct().Count(), g.Max(c => c.Time)))
                .OrderByDescending(o => o.Commits).ThenByDescending(o => o.Last).ThenBy(o => o.Email, StringComparer.Ordinal),
        ];
    }
}
