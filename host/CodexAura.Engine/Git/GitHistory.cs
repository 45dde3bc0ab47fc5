using System.Globalization;

namespace CodexAura.Engine.Git;

/// <summary>One commit and the files that it changed.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Parent">Hash of its first parent; null for the first commit.</param>
/// <param name="Author">Name of its author, as the mail map has it.</param>
/// <param name="Email">Mail address of its author.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Message">Its whole message.</param>
/// <param name="Files">Paths of changed files, relative to the folder that was asked for.</param>
public sealed record GitCommit(string Hash, string? Parent, string Author, string Email, DateTimeOffset Time, string Message, IReadOnlyList<string> Files);

/// <summary>Reads the commits of a repository.</summary>
public static class GitHistory
{
    private const char Start = '\x01', Field = '\x02', End = '\x03';

    /// <summary>Commits without merges, newest first.</summary>
    /// <param name="folder">A folder of the repository; only commits that changed something in it count.</param>
    /// <param name="revision">The newest commit.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyList<GitCommit>> ReadAsync(string folder, string revision, int limit, CancellationToken cancellationToken = default)
    {
        string log = await GitCommand.RunAsync(folder,
            ["log", "--no-merges", "--no-renames", "--name-only", "--relative", "-z", "--use-mailmap", $"-n{limit.ToString(CultureInfo.InvariantCulture)}",
             "--format=%x01%H%x02%P%x02%aN%x02%aE%x02%at%x02%B%x03", "--end-of-options", revision, "--", "."], cancellationToken).ConfigureAwait(false);
        var commits = new List<GitCommit>();
        foreach (string entry in log.Split(Start, StringSplitOptions.RemoveEmptyEntries))
        {
            int end = entry.IndexOf(End);
            if (end < 0) continue;
            string[] fields = entry[..end].Split(Field, 6);
            if (fields.Length < 6) continue;
            string[] files = entry[(end + 1)..].Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries);
            string? parent = fields[1].Length == 0 ? null : fields[1].Split(' ')[0];
            long seconds = long.TryParse(fields[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : 0;
            commits.Add(new GitCommit(fields[0], parent, fields[2], fields[3], DateTimeOffset.FromUnixTimeSeconds(seconds), fields[5].Trim(), files));
        }
        return commits;
    }
}
