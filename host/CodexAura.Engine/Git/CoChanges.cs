using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Git;

/// <summary>Counts which files changed in the same commits. Commits are added from the oldest to the newest.</summary>
public sealed class CoChanges
{
    /// <summary>Commits of more files than this are left out: they reformat or rename, and tell nothing about what belongs together.</summary>
    public const int LargestCommit = 30;

    /// <summary>How many commits are the recent ones.</summary>
    public const int Recent = 500;

    private readonly Dictionary<string, List<int>> _commitsOf = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _files = [];
    private readonly HashSet<int> _fixes = [];

    /// <summary>Adds a commit.</summary>
    public void Add(GitCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Files.Count > LargestCommit) return;
        foreach (string file in commit.Files)
        {
            if (!_commitsOf.TryGetValue(file, out var commits)) _commitsOf.Add(file, commits = []);
            commits.Add(_files.Count);
        }
        if (FixCommits.IsFix(commit)) _fixes.Add(_files.Count);
        _files.Add(commit.Files);
    }

    /// <summary>How a file fared in the last commits.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">Lines of it that change now, or null.</param>
    public FileChange PastOf(string path, int? lines)
    {
        var recent = (_commitsOf.GetValueOrDefault(path) ?? []).Where(c => c >= _files.Count - Recent).ToArray();
        return new FileChange(path, lines, recent.Length, recent.Count(_fixes.Contains));
    }

    /// <summary>What changed together with some files, the most frequent first.</summary>
    public IReadOnlyList<CoChange> With(IEnumerable<string> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var found = new List<CoChange>();
        foreach (string file in changed)
        {
            if (!_commitsOf.TryGetValue(file, out var commits)) continue;
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (int commit in commits)
                foreach (string other in _files[commit])
                    if (other != file) counts[other] = counts.GetValueOrDefault(other) + 1;
            found.AddRange(counts.Select(c => new CoChange(file, c.Key, c.Value, commits.Count)));
        }
        return [.. found.OrderByDescending(c => c.Together).ThenBy(c => c.ChangedFile, StringComparer.Ordinal).ThenBy(c => c.Path, StringComparer.Ordinal)];
    }
}
