using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Git;

/// <summary>The commits up to one, and what they say of files.</summary>
public sealed class ChangeHistory
{
    private readonly Lazy<CoChanges> _together;

    /// <summary>Takes commits as git lists them.</summary>
    /// <param name="head">Hash of the newest commit.</param>
    /// <param name="commits">Commits, newest first.</param>
    public ChangeHistory(string head, IReadOnlyList<GitCommit> commits)
    {
        (Head, Commits) = (head, commits);
        _together = new Lazy<CoChanges>(() =>
        {
            var counts = new CoChanges();
            for (int i = commits.Count - 1; i >= 0; i--) counts.Add(commits[i]);
            return counts;
        });
    }

    /// <summary>Hash of the newest commit.</summary>
    public string Head { get; }

    /// <summary>Commits, newest first.</summary>
    public IReadOnlyList<GitCommit> Commits { get; }

    /// <summary>Which files changed in the same commits.</summary>
    public CoChanges Together => _together.Value;
}
