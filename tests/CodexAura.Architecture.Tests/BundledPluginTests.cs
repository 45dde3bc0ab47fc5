using System.Text.Json;
using System.Xml.Linq;

namespace CodexAura.Architecture.Tests;

/// <summary>What the build puts into the host's plugins folder.</summary>
public sealed class BundledPluginTests
{
    private static readonly string[] _shared = ["CodexAura.Sdk.dll", "System.Composition.AttributedModel.dll",
        "Microsoft.Extensions.DependencyInjection.Abstractions.dll", "Microsoft.Extensions.Logging.Abstractions.dll",
        "Carter.dll", "FluentValidation.dll", "Microsoft.AspNetCore.OpenApi.dll", "Microsoft.OpenApi.dll"];

    public static TheoryData<string> Bundled => [.. BundledProjects().Select(project => project.Name)];

    public static TheoryData<string> Plugins => [.. Repository.Product.Where(project => project.IsPlugin).Select(project => project.Name)];

    [Fact]
    public void The_folder_has_the_bundled_plugins_and_no_other()
    {
        var folders = Directory.EnumerateDirectories(PluginsFolder()).Select(Path.GetFileName);

        Assert.Equal(BundledProjects().Select(project => project.AssemblyName).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Bundled))]
    public void A_bundled_plugin_is_there_with_all_that_its_project_builds(string name)
    {
        var project = Repository.Project(name);
        string folder = Path.Combine(PluginsFolder(), project.AssemblyName);

        Assert.Equal(Files(project.OutputFolder), Files(folder));
        Assert.Contains("plugin.json", Files(folder));
        foreach (string file in Files(folder))
            Assert.Equal(File.ReadAllBytes(Path.Combine(project.OutputFolder, file)), File.ReadAllBytes(Path.Combine(folder, file)));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_plugin_ships_nothing_that_it_takes_from_the_host(string name)
    {
        var project = Repository.Project(name);

        Assert.True(project.Imports("eng/Plugin.targets"), $"{project} must import eng/Plugin.targets.");
        Assert.DoesNotContain(Files(project.OutputFolder), file => _shared.Contains(Path.GetFileName(file)));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_manifest_tells_the_version_and_assembly_that_are_built(string name)
    {
        var project = Repository.Project(name);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(project.ManifestPath));
        string version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.Equal(project.AssemblyName + ".dll", manifest.RootElement.GetProperty("assembly").GetString());
        Assert.Equal(version, manifest.RootElement.GetProperty("version").GetString());
    }

    private static string PluginsFolder() => Path.Combine(Repository.Project("CodexAura.Host").OutputFolder, "plugins");

    private static IEnumerable<ProjectFile> BundledProjects() => XDocument.Load(Path.Combine(Repository.Root, "eng", "BundledPlugins.targets"))
        .Descendants("BundledPlugin").Select(item => Repository.Project(Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value)));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
