using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Git;

/// <summary>Counts which files changed in the same commits. Commits are added from the oldest to the newest.</summary>
public sealed class CoChanges
{
    /// <summary>Commits of more files than this are left out: they reformat or rename, and tell nothing about what belongs together.</summary>
    public const int LargestCommit = 30;

    private readonly Dictionary<string, List<int>> _commitsOf = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _files = [];

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
        _files.Add(commit.Files);
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
