using System.Reflection;

namespace CodexAura.Architecture.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>Projects of their own: what templates make, and samples that are built from the packages alone.</summary>
    private static readonly string[] _strangers = ["sdk/CodexAura.Templates/common/", "sdk/CodexAura.Templates/templates/", "samples/"];
    private static readonly string[] _generatedFolders = ["bin", "obj", "node_modules", "artifacts", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>All projects.</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } = [.. Files("*.csproj").Where(file => !_strangers.Any(folder => Relative(file).StartsWith(folder, StringComparison.Ordinal))).Select(file => new ProjectFile(file)).OrderBy(project => project.Path, StringComparer.Ordinal)];

    /// <summary>The projects of the product: all but those of tests.</summary>
    public static IEnumerable<ProjectFile> Product => Projects.Where(project => project.Area is "sdk" or "host" or "analyzers" or "storage-providers" or "plugins");

    /// <summary>Debug or Release: what these tests were built as.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static ProjectFile Project(string name) => Projects.Single(project => project.Name == name);

    /// <summary>Full paths of the repository's files of a pattern, without what was built or fetched.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories).Where(file => !Relative(file).Split('/').Any(_generatedFolders.Contains));

    /// <summary>A path as it is written in the repository: relative to its root, with <c>/</c>.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CodexAura.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No CodexAura.sln above {AppContext.BaseDirectory}: run these tests where they were built.");
    }
}
