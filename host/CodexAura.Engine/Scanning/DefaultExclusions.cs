namespace CodexAura.Engine.Scanning;

/// <summary>
/// Folders that hold no source of the repository whatever its .gitignore says. Names that a package may well have (venv, env,
/// build, dist, vendor, _vendor) are not among them: virtual environments are known by what is in them, vendored packages are
/// imported like any other, and build output is what .gitignore is for.
/// </summary>
internal static class DefaultExclusions
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        ".git", ".hg", ".svn", ".bzr", ".jj",
        "node_modules", "bower_components",
        "__pycache__", "__pypackages__", "site-packages", "dist-packages",
        ".venv", ".tox", ".nox", ".eggs", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".ipynb_checkpoints",
        ".idea", ".vs", ".vscode",
    };

    public static bool IsExcluded(ReadOnlySpan<char> folderName) =>
        Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folderName)
        || folderName.EndsWith(".egg-info", StringComparison.Ordinal)
        || folderName.EndsWith(".dist-info", StringComparison.Ordinal);

    /// <summary>Whether a file of this name shows its folder to be a virtual environment, of venv, virtualenv or conda.</summary>
    public static bool MarksEnvironment(ReadOnlySpan<char> name, bool isFolder) =>
        isFolder ? name is "conda-meta" : name is "pyvenv.cfg";
}
