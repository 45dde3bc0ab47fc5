using CodexAura.Engine.Analysis;

namespace CodexAura.Engine.Git;

/// <summary>What changed between two states of a repository.</summary>
/// <param name="Base">Commit of the older state.</param>
/// <param name="Target">Commit of the newer state; null for the working tree.</param>
/// <param name="Files">Changed files.</param>
public sealed record ChangedTree(string Base, string? Target, IReadOnlyList<FileDiff> Files);

/// <summary>Asks git what changed.</summary>
public static class GitChanges
{
    /// <summary>What changed since a commit up to HEAD, or in a range.</summary>
    /// <param name="root">Root of the graph; paths are relative to it, and only changes below it count.</param>
    /// <param name="since">A commit, or a range <c>A..B</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="AnalysisException">No git, no repository, or no such commit.</exception>
    public static async Task<ChangedTree> InRangeAsync(string root, string since, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(since);
        int dots = since.IndexOf("..", StringComparison.Ordinal);
        bool fork = dots >= 0 && since.AsSpan(dots).StartsWith("...");
        string start = await GitCommand.ResolveAsync(root, dots < 0 ? since : since[..dots] is { Length: > 0 } left ? left : "HEAD", cancellationToken).ConfigureAwait(false);
        string right = dots < 0 ? "" : since[(dots + (fork ? 3 : 2))..];
        string end = await GitCommand.ResolveAsync(root, right.Length > 0 ? right : "HEAD", cancellationToken).ConfigureAwait(false);
        if (fork) start = (await GitCommand.RunAsync(root, ["merge-base", start, end], cancellationToken).ConfigureAwait(false)).Trim();
        return await BetweenAsync(root, start, end, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What changed between two commits.</summary>
    public static async Task<ChangedTree> BetweenAsync(string root, string start, string end, CancellationToken cancellationToken = default)
    {
        string diff = await GitCommand.RunAsync(root, ["diff", .. DiffParser.Options, start, end, "--", "."], cancellationToken).ConfigureAwait(false);
        return new ChangedTree(start, end, DiffParser.Parse(diff));
    }

    /// <summary>What is not committed: staged or not, new files that are not ignored included.</summary>
    /// <param name="root">Root of the graph.</param>
    /// <param name="since">The commit to start from.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="AnalysisException">No git, no repository, or no such commit.</exception>
    public static async Task<ChangedTree> InWorkTreeAsync(string root, string since = "HEAD", CancellationToken cancellationToken = default)
    {
        string start = await GitCommand.ResolveAsync(root, since, cancellationToken).ConfigureAwait(false);
        string diff = await GitCommand.RunAsync(root, ["diff", .. DiffParser.Options, start, "--", "."], cancellationToken).ConfigureAwait(false);
        string added = await GitCommand.RunAsync(root, ["ls-files", "--others", "--exclude-standard", "-z"], cancellationToken).ConfigureAwait(false);
        var files = added.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(path => new FileDiff(null, path, []));
        return new ChangedTree(start, null, [.. DiffParser.Parse(diff), .. files]);
    }
}
