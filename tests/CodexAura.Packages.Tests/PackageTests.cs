using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace CodexAura.Packages.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageTests(PackedSamples packed)
{
    public static TheoryData<string> All => ["CodexAura.Sdk", "CodexAura.Sdk.Json", "CodexAura.Sdk.Testing", "CodexAura.TreeSitter", "CodexAura.Templates", "codex-aura"];

    [Theory, MemberData(nameof(All))]
    public void Has_a_readme_a_licence_and_a_description(string package)
    {
        var files = Files(package);
        Assert.Contains("README.md", files);
        Assert.Contains("LICENSE", files);
        string nuspec = Read(package, files.Single(f => f.EndsWith(".nuspec", StringComparison.Ordinal)));
        Assert.Contains("<license type=\"expression\">Apache-2.0</license>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Package Description", nuspec, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CodexAura.Sdk")]
    [InlineData("CodexAura.Sdk.Json")]
    [InlineData("CodexAura.Sdk.Testing")]
    [InlineData("CodexAura.TreeSitter")]
    public void Libraries_have_documentation_and_symbols(string package)
    {
        Assert.Contains($"lib/net10.0/{package}.dll", Files(package));
        Assert.Contains($"lib/net10.0/{package}.xml", Files(package));
        Assert.Contains($"lib/net10.0/{package}.pdb", Files(package, "snupkg"));
    }

    [Theory]
    [InlineData("CodexAura.Sdk")]
    [InlineData("CodexAura.Sdk.Json")]
    [InlineData("CodexAura.Sdk.Testing")]
    [InlineData("CodexAura.TreeSitter")]
    public void Symbols_are_of_the_assembly_and_lead_to_every_source(string package)
    {
        using var assembly = new PEReader(new MemoryStream(Bytes(package, "nupkg", $"lib/net10.0/{package}.dll")));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(package, "snupkg", $"lib/net10.0/{package}.pdb")));
        var reader = symbols.GetMetadataReader();
        var codeView = assembly.ReadCodeViewDebugDirectoryData(assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        Assert.Equal(codeView.Guid, new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);
        Assert.Equal(new Version(0, 0, 0, 0), assembly.GetMetadataReader().GetAssemblyDefinition().Version);

        string[] linked = [.. SourceLinks(reader)];
        var documents = reader.Documents.Select(handle => (Name: reader.GetString(reader.GetDocument(handle).Name), IsEmbedded: Find(reader, handle, EmbeddedSource) is not null)).ToArray();
        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.True(document.IsEmbedded || linked.Any(start => document.Name.StartsWith(start, StringComparison.Ordinal)), document.Name));
    }

    [Fact]
    public void The_sdk_brings_build_support_and_analyzers_and_few_dependencies()
    {
        var files = Files("CodexAura.Sdk");
        Assert.Contains("build/CodexAura.Sdk.targets", files);
        Assert.Contains("buildTransitive/CodexAura.Sdk.props", files);
        Assert.Contains("analyzers/dotnet/cs/CodexAura.Sdk.Analyzers.dll", files);
        var dependencies = System.Text.RegularExpressions.Regex.Matches(Read("CodexAura.Sdk", "CodexAura.Sdk.nuspec"), "dependency id=\"([^\"]+)\"").Select(m => m.Groups[1].Value);
        Assert.Equal(["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "System.Composition.AttributedModel"], dependencies.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tree_sitter_brings_its_library_and_no_grammar()
    {
        string[] native = [.. Files("CodexAura.TreeSitter").Where(f => f.StartsWith("runtimes/", StringComparison.Ordinal))];
        Assert.NotEmpty(native);
        Assert.All(native, f => Assert.Matches(@"^runtimes/[a-z0-9-]+/native/(lib)?codexaura-treesitter\.(so|dylib|dll)$", f));
        Assert.Contains("buildTransitive/CodexAura.TreeSitter.targets", Files("CodexAura.TreeSitter"));
    }

    [Fact]
    public void The_tool_brings_the_bundled_plugins() =>
        Assert.Contains(Files("codex-aura"), f => f.EndsWith("plugins/CodexAura.Analyzers.Python/plugin.json", StringComparison.Ordinal));

    [Fact]
    public void The_templates_name_the_version_that_they_were_packed_with()
    {
        var files = Files("CodexAura.Templates");
        foreach (string kind in (string[])["analyzer", "store", "context", "impact", "module"])
        {
            Assert.Contains($"content/{kind}/.template.config/template.json", files);
            Assert.Contains($"<CodexAuraVersion>{packed.Version}</CodexAuraVersion>", Read("CodexAura.Templates", $"content/{kind}/Directory.Build.props"), StringComparison.Ordinal);
            Assert.Contains("\"sdk\": \"[0.1,1.0)\"", Read("CodexAura.Templates", $"content/{kind}/src/Acme.Plugin1/plugin.json"), StringComparison.Ordinal);
        }
    }

    // Kinds of custom debug information, from the specification of portable PDBs.
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>The beginnings of paths that SourceLink has an address for: those before the star.</summary>
    private static IEnumerable<string> SourceLinks(MetadataReader reader) => Find(reader, EntityHandle.ModuleDefinition, SourceLink) is { } json
        ? JsonDocument.Parse(json).RootElement.GetProperty("documents").EnumerateObject()
            .Where(entry => entry.Value.GetString()!.StartsWith("https://", StringComparison.Ordinal)).Select(entry => entry.Name.TrimEnd('*'))
        : [];

    private static byte[]? Find(MetadataReader reader, EntityHandle of, Guid kind) => reader.GetCustomDebugInformation(of).Select(reader.GetCustomDebugInformation)
        .Where(information => reader.GetGuid(information.Kind) == kind).Select(information => reader.GetBlobBytes(information.Value)).FirstOrDefault();

    private byte[] Bytes(string package, string ending, string file)
    {
        using var zip = Open(package, ending);
        using var bytes = new MemoryStream();
        using (var content = zip.GetEntry(file)!.Open()) content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private ZipArchive Open(string package, string ending = "nupkg") => ZipFile.OpenRead(Path.Join(packed.Packages, $"{package}.{packed.Version}.{ending}"));

    private string[] Files(string package, string ending = "nupkg")
    {
        using var zip = Open(package, ending);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private string Read(string package, string file)
    {
        using var zip = Open(package);
        using var reader = new StreamReader(zip.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }
}
