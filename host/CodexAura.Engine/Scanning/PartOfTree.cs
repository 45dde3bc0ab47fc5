namespace CodexAura.Engine.Scanning;

/// <summary>The part of a tree that lies under some of its folders and files.</summary>
/// <param name="paths">Relative paths without a slash at the end; none for the whole tree.</param>
internal sealed class PartOfTree(IReadOnlyList<string> paths)
{
    /// <summary>Whether a file is in the part, or whether there may be such files in a folder.</summary>
    public bool Includes(ReadOnlySpan<char> path, bool isFolder)
    {
        if (paths.Count == 0) return true;
        foreach (string part in paths)
            if (part.Length == 0 || IsSameOrUnder(path, part) || (isFolder && IsSameOrUnder(part, path))) return true;
        return false;
    }

    private static bool IsSameOrUnder(ReadOnlySpan<char> path, ReadOnlySpan<char> folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
