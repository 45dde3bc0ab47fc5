using System.Text.RegularExpressions;

namespace CodexAura.Architecture.Tests;

/// <summary>What may depend on what. Checked twice: in the project files, and in the assemblies that were built of them.</summary>
public sealed partial class DirectionTests
{
    private const string Sdk = "sdk/CodexAura.Sdk/CodexAura.Sdk.csproj";
    private const string TreeSitter = "analyzers/CodexAura.TreeSitter/CodexAura.TreeSitter.csproj";

    /// <summary>Packages that Engine may use beside the SDK: the git command line, and hashes of file contents.</summary>
    private static readonly string[] _enginePackages = ["CliWrap", "System.IO.Hashing"];

    [Fact]
    public void The_sdk_references_only_mef_attributes_and_abstractions()
    {
        var sdk = Repository.Project("CodexAura.Sdk");

        Assert.Empty(sdk.ProjectReferences);
        Assert.DoesNotContain(sdk.PackageReferences, package => !MayCrossTheBorder().IsMatch(package));
        Assert.DoesNotContain(sdk.AssemblyReferences(), assembly => !MayCrossTheBorder().IsMatch(assembly));
    }

    [Fact]
    public void The_rest_of_the_sdk_folder_references_nothing_of_the_product_but_the_sdk()
    {
        foreach (var project in Repository.Product.Where(project => project.Area == "sdk" && project.Path != Sdk))
            AssertReferencesOnly(project, Sdk);
    }

    [Fact]
    public void Analyzers_reference_the_sdk_and_tree_sitter_only()
    {
        var analyzers = Repository.Product.Where(project => project.Area == "analyzers" && project.Path != TreeSitter).ToArray();

        Assert.NotEmpty(analyzers);
        foreach (var project in analyzers) AssertReferencesOnly(project, Sdk, TreeSitter);
    }

    [Fact]
    public void Tree_sitter_references_nothing_of_the_product()
    {
        AssertReferencesOnly(Repository.Project("CodexAura.TreeSitter"));
    }

    [Fact]
    public void Stores_and_plugins_reference_the_sdk_only()
    {
        var projects = Repository.Product.Where(project => project.Area is "storage-providers" or "plugins").ToArray();

        Assert.NotEmpty(projects);
        foreach (var project in projects) AssertReferencesOnly(project, Sdk);
    }

    [Fact]
    public void The_host_references_no_plugin()
    {
        var host = Repository.Product.Where(project => project.Area == "host").ToArray();
        string[] allowed = [.. host.Select(project => project.Path), Sdk];

        Assert.NotEmpty(host);
        foreach (var project in host) AssertReferencesOnly(project, allowed);
    }

    [Fact]
    public void The_engine_is_pure_over_contracts()
    {
        var engine = Repository.Project("CodexAura.Engine");

        AssertReferencesOnly(engine, Sdk);
        Assert.DoesNotContain(engine.PackageReferences, package => !_enginePackages.Contains(package) && !Abstractions().IsMatch(package));
        Assert.DoesNotContain(engine.AssemblyReferences(), assembly =>
            assembly != "CodexAura.Sdk" && !_enginePackages.Contains(assembly) && !Abstractions().IsMatch(assembly));
    }

    [Fact]
    public void Nothing_of_the_product_references_tests_or_samples()
    {
        foreach (var project in Repository.Product)
            Assert.DoesNotContain(project.ProjectReferences, reference => reference.StartsWith("tests/", StringComparison.Ordinal) || reference.StartsWith("samples/", StringComparison.Ordinal));
    }

    private static void AssertReferencesOnly(ProjectFile project, params string[] allowed)
    {
        var wrong = project.ProjectReferences.Except(allowed).ToArray();
        Assert.True(wrong.Length == 0, $"{project} must not reference {string.Join(", ", wrong)}.");

        var own = Repository.Projects.Select(other => other.AssemblyName).ToHashSet();
        var allowedAssemblies = Repository.Projects.Where(other => allowed.Contains(other.Path)).Select(other => other.AssemblyName);
        var wrongAssemblies = project.AssemblyReferences().Where(own.Contains).Except(allowedAssemblies).ToArray();
        Assert.True(wrongAssemblies.Length == 0, $"The assembly of {project} must not reference {string.Join(", ", wrongAssemblies)}.");
    }

    [GeneratedRegex(@"^(System\.Composition\.AttributedModel|Microsoft\.Extensions\.\w+(\.\w+)*\.Abstractions)$")]
    private static partial Regex MayCrossTheBorder();

    [GeneratedRegex(@"^Microsoft\.Extensions\.\w+(\.\w+)*\.Abstractions$")]
    private static partial Regex Abstractions();
}
