using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace CodexAura.Engine.Git;

/// <summary>Which commit a work tree is at.</summary>
public static class GitHead
{
    private const int MaxSymbolicSteps = 5;

    /// <summary>
    /// The commit of HEAD. Read from the files of <c>.git</c>, so no git needs to be installed; only the reftable format, which
    /// keeps no such files, is left to git.
    /// </summary>
    /// <returns>The commit's hash, or null when there is no commit yet, or it can't be told.</returns>
    public static async Task<string?> ReadAsync(GitWorkTree tree, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (Directory.Exists(Path.Join(tree.CommonFolder, "reftable"))) return await AskGitAsync(tree, cancellationToken).ConfigureAwait(false);
        string? value = GitFile.Read(Path.Join(tree.GitFolder, "HEAD"));
        for (int step = 0; step < MaxSymbolicSteps && value?.StartsWith("ref: ", StringComparison.Ordinal) == true; step++)
        {
            string reference = value["ref: ".Length..].Trim();
            value = GitFile.Read(Path.Join(tree.GitFolder, reference))
                ?? GitFile.Read(Path.Join(tree.CommonFolder, reference))
                ?? FindPacked(tree, reference);
        }
        return AsHash(value);
    }

    private static string? FindPacked(GitWorkTree tree, string reference)
    {
        // Lines are "<hash> <reference>", with comments (#) and peeled tags (^) between.
        foreach (var line in (GitFile.Read(Path.Join(tree.CommonFolder, "packed-refs")) ?? "").AsSpan().EnumerateLines())
        {
            int space = line.IndexOf(' ');
            if (space > 0 && line[0] != '#' && line[(space + 1)..].SequenceEqual(reference)) return line[..space].ToString();
        }
        return null;
    }

    private static async Task<string?> AskGitAsync(GitWorkTree tree, CancellationToken cancellationToken)
    {
        try
        {
            var result = await Cli.Wrap("git").WithArguments(["-C", tree.TopLevel, "rev-parse", "--verify", "HEAD"])
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken).ConfigureAwait(false);
            return result.ExitCode == 0 ? AsHash(result.StandardOutput) : null;
        }
        catch (Win32Exception)
        {
            return null; // git is not installed.
        }
    }

    /// <summary>Only a whole SHA-1 or SHA-256 passes.</summary>
    private static string? AsHash(string? text) =>
        text?.Trim() is { Length: 40 or 64 } hash && hash.All(char.IsAsciiHexDigit) ? hash.ToLowerInvariant() : null;
}
