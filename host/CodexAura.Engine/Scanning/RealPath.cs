namespace CodexAura.Engine.Scanning;

/// <summary>The one absolute path of a file or folder, whatever links lead there: what graphs are kept under.</summary>
public static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>Resolves every symbolic link in a path. Parts that don't exist are kept as they are.</summary>
    public static string Of(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        int links = 0;
        return Path.TrimEndingDirectorySeparator(Resolve(Path.GetFullPath(path), ref links));
    }

    private static string Resolve(string full, ref int links)
    {
        string current = Path.GetPathRoot(full)!;
        foreach (string part in full[current.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(current, part);
            string? target = new DirectoryInfo(next).LinkTarget;
            if (target is null || ++links > MaxLinks) current = next;
            else current = Resolve(Path.GetFullPath(target, current), ref links);
        }
        return current;
    }
}
