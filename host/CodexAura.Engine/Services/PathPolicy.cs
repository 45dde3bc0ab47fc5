using CodexAura.Engine.Scanning;

namespace CodexAura.Engine.Services;

/// <summary>Keeps analyses inside the folders that the host allows.</summary>
internal static class PathPolicy
{
    /// <summary>Resolves a path through all its links and checks where it leads. Whether anything is there is not looked at before.</summary>
    /// <returns>The absolute path without links.</returns>
    /// <exception cref="AnalysisException">It is none, or outside of the roots.</exception>
    public static string Check(AnalysisPolicy policy, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains('\0'))
            throw new AnalysisException("path.invalid", "The path of the repository is empty or contains a null character.");
        string real = RealPath.Of(path);
        return policy.Roots.Count == 0 || policy.Roots.Any(root => IsInside(real, root))
            ? real
            : throw new AnalysisException("path.outside_roots", $"'{path}' is not in a folder that may be analysed here.");
    }

    private static bool IsInside(string path, string root) =>
        path == root || path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || Path.GetPathRoot(path) == root;
}
