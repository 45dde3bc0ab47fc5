namespace CodexAura.Engine.Git;

/// <summary>Somebody who knows the files in question.</summary>
/// <param name="Name">Name as the commits have it.</param>
/// <param name="Email">Mail address as the commits have it.</param>
/// <param name="Commits">Commits of theirs that changed one of the files.</param>
/// <param name="Files">How many of the files they changed.</param>
/// <param name="Last">When they last did.</param>
public sealed record Owner(string Name, string Email, int Commits, int Files, DateTimeOffset Last);

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
