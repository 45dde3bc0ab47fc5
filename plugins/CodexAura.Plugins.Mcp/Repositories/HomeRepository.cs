namespace CodexAura.Plugins.Mcp.Repositories;

/// <summary>Finds the repository that a server on standard input and output is about, where none was named.</summary>
internal static class HomeRepository
{
    /// <summary>The repository around a folder: the git work tree that it is in, else the folder itself.</summary>
    /// <returns>Null where that would be a whole home folder or disk: the client started the server just anywhere.</returns>
    public static string? Around(string folder)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (Path.Exists(Path.Join(at.FullName, ".git"))) return Same(at.FullName, home) && !Same(folder, home) ? Meant(folder, home) : at.FullName;
        return Meant(folder, home);
    }

    private static string? Meant(string folder, string home) =>
        Same(folder, home) || Path.GetPathRoot(folder) is { } root && Same(root, folder) ? null : folder;

    private static bool Same(string a, string b) =>
        string.Equals(Path.TrimEndingDirectorySeparator(a), Path.TrimEndingDirectorySeparator(b), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The folder of the first root that a client offers, or null.</summary>
    public static string? OfRoot(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var root) && root.IsFile && Directory.Exists(root.LocalPath) ? root.LocalPath : null;
}
