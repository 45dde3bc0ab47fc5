using CodexAura.Engine.Git;
using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Analysis;

/// <summary>Finds out what the path of an analysis stands for.</summary>
public static class RepositoryLocator
{
    /// <summary>Describes the repository at a path.</summary>
    /// <exception cref="AnalysisException">The path doesn't exist or is no folder.</exception>
    public static async Task<RepositoryInfo> FindAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains('\0'))
            throw new AnalysisException("path.invalid", "The path of the repository is empty or contains a null character.");
        string root = RealPath.Of(path);
        if (File.Exists(root))
            throw new AnalysisException("path.not_a_folder", $"'{path}' is a file; give the folder of the repository.");
        if (!Directory.Exists(root))
            throw new AnalysisException("path.not_found", $"The folder '{path}' does not exist.");
        string name = Path.GetFileName(root);
        return new RepositoryInfo(root, name.Length > 0 ? name : root, await FindCommitAsync(root, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Puts paths that a person gave into the form of <see cref="Scanning.ScanOptions.Paths"/>.</summary>
    /// <exception cref="AnalysisException">One of them is not there, or not in the repository.</exception>
    internal static string[] PartsOf(string root, IReadOnlyList<string> paths) => [.. paths.Select(path => PartOf(root, path))];

    private static string PartOf(string root, string path)
    {
        string full = RealPath.Of(Path.Combine(root, path));
        if (!Path.Exists(full))
            throw new AnalysisException("path.not_found", $"There is no '{path}' in '{root}'; give folders or files of the repository.");
        string relative = Path.GetRelativePath(root, full).Replace(Path.DirectorySeparatorChar, '/');
        if (relative == ".") return "";
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? throw new AnalysisException("path.outside", $"'{path}' is not in '{root}'; give folders or files of the repository.")
            : relative;
    }

    /// <summary>
    /// The commit of the work tree that the folder belongs to. A folder that the work tree ignores (a virtual environment, say)
    /// is no part of any commit.
    /// </summary>
    private static async Task<string?> FindCommitAsync(string root, CancellationToken cancellationToken) =>
        GitWorkTree.Find(root) is { } tree && !RepositoryIgnores.Ignores(tree, root)
            ? await GitHead.ReadAsync(tree, cancellationToken).ConfigureAwait(false)
            : null;
}
