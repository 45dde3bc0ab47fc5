namespace CodexAura.Engine.Git;

/// <summary>A git work tree, found and read without git.</summary>
/// <param name="TopLevel">The folder that has the <c>.git</c>.</param>
/// <param name="GitFolder">Where HEAD is: <c>.git</c>, or a folder elsewhere for linked work trees and submodules.</param>
/// <param name="CommonFolder">Where branches and info/exclude are; differs from <paramref name="GitFolder"/> in linked work trees.</param>
public sealed record GitWorkTree(string TopLevel, string GitFolder, string CommonFolder)
{
    /// <summary>Looks in a folder and those above it.</summary>
    /// <returns>The work tree, or null where there is none.</returns>
    public static GitWorkTree? Find(string folder)
    {
        for (string? at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            string dotGit = Path.Join(at, ".git");
            string? gitFolder = Directory.Exists(dotGit) ? dotGit : ReadLink(dotGit, "gitdir: ", at);
            if (gitFolder is null || !File.Exists(Path.Join(gitFolder, "HEAD"))) continue;
            string common = ReadLink(Path.Join(gitFolder, "commondir"), "", gitFolder) ?? gitFolder;
            return new GitWorkTree(at, gitFolder, common);
        }
        return null;
    }

    private static string? ReadLink(string file, string prefix, string relativeTo)
    {
        if (GitFile.Read(file) is not { } text || !text.StartsWith(prefix, StringComparison.Ordinal)) return null;
        string target = text[prefix.Length..];
        return target.Length == 0 ? null : Path.GetFullPath(target, relativeTo);
    }
}

/// <summary>Reads the small text files inside <c>.git</c>.</summary>
internal static class GitFile
{
    /// <summary>The text without the line end, or null when there is no such file, or none that may be read.</summary>
    public static string? Read(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).TrimEnd('\r', '\n') : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
