using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition.Tests;

/// <summary>Each broken plugin stands between two good ones: it is reported, and they work.</summary>
public sealed class BrokenPluginTests : IDisposable
{
    private readonly PluginSandbox _sandbox = new();

    public BrokenPluginTests()
    {
        _sandbox.Add("GoodAnalyzer", "A");
        _sandbox.Add("GoodStore", "Z");
    }

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("ZeroExports", PluginCodes.NoExports, "exports nothing")]
    [InlineData("MissingDependency", PluginCodes.LoadFailed, "'TestLibrary' was not found")]
    public void Seen_at_loading(string plugin, string code, string reason)
    {
        _sandbox.Add(plugin, "B");

        AssertStopped(_sandbox.Load(), PluginState.Failed, code, reason);
    }

    [Theory]
    [InlineData("ThrowsInConstructor", PluginCodes.ConstructorThrew, "InvalidOperationException: the licence file is gone (in CodexAura.TestPlugins.ThrowingAnalyzer)")]
    [InlineData("MissingDependencyLate", PluginCodes.LoadFailed, "'TestLibrary' was not found")]
    [InlineData("MissingNative", PluginCodes.LoadFailed, "The native library 'no-such-library', or another one that it needs, was not found (in CodexAura.TestPlugins.Native). It has to be in ")]
    [InlineData("UnsatisfiedImport", PluginCodes.ImportUnsatisfied,
        "No export was found for the contract 'INobodyHasThis', required by import 'missing' of part 'UnsatisfiedAnalyzer'. Parts may")]
    public void Seen_when_everything_is_made(string plugin, string code, string reason)
    {
        _sandbox.Add(plugin, "B");
        var catalog = _sandbox.Load();
        Assert.Equal(PluginState.Active, catalog.Entries[1].State);

        catalog.CreateAll();

        AssertStopped(catalog, PluginState.Failed, code, reason);
        Assert.NotNull(catalog.Entries[1].Exception);
    }

    [Theory]
    [InlineData("ThrowsInConstructor", PluginCodes.ConstructorThrew)]
    [InlineData("MissingDependencyLate", PluginCodes.LoadFailed)]
    public void Seen_at_first_use(string plugin, string code)
    {
        _sandbox.Add(plugin, "B");
        var catalog = _sandbox.Load();
        var export = Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>(), export => export.Metadata.Language != "good");

        var thrown = Assert.Throws<PluginException>(() => export.Value);

        Assert.Equal((code, catalog.Entries[1].Id), (thrown.Code, thrown.PluginId));
        Assert.Contains(catalog.Entries[1].Id, thrown.Message);
        AssertStopped(catalog, PluginState.Failed, code, catalog.Entries[1].Reason!);
    }

    [Fact]
    public void A_constructor_that_hangs_is_left_behind()
    {
        _sandbox.Add("Hanging", "B");
        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(_sandbox.Folder);
            options.MakeLimit = TimeSpan.FromSeconds(0.5);
        });
        var export = Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>(), export => export.Metadata.Language == "hanging");

        Assert.Equal(PluginCodes.MadeTooLong, Assert.Throws<PluginException>(() => export.Value).Code);
        // At once: the first call still holds what the second would wait for.
        Assert.Equal(PluginCodes.MadeTooLong, Assert.Throws<PluginException>(() => export.Value).Code);
        AssertStopped(catalog, PluginState.Failed, PluginCodes.MadeTooLong, "took longer than 0.5 s; its constructor hangs");
    }

    [Fact]
    public void One_unsatisfied_part_takes_its_whole_plugin_out_and_no_other()
    {
        _sandbox.Add("UnsatisfiedImport", "B");
        var catalog = _sandbox.Load();

        _ = catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>();

        AssertStopped(catalog, PluginState.Failed, PluginCodes.ImportUnsatisfied, "UnsatisfiedAnalyzer");
    }

    [Fact]
    public void Random_bytes_instead_of_an_assembly()
    {
        string folder = _sandbox.Add("ZeroExports", "B");
        byte[] bytes = new byte[4096];
        new Random(42).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(folder, "ZeroExports.dll"), bytes);

        AssertStopped(_sandbox.Load(), PluginState.Failed, PluginCodes.NotAnAssembly, "is not a .NET assembly");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(3000)]
    public void An_assembly_that_was_cut_off(int length)
    {
        string assembly = Path.Combine(_sandbox.Add("GoodAnalyzer", "B"), "GoodAnalyzer.dll");
        PluginSandbox.SetManifest(Path.GetDirectoryName(assembly)!, "id", "test.cut");
        File.WriteAllBytes(assembly, File.ReadAllBytes(assembly)[..length]);

        AssertStopped(_sandbox.Load(), PluginState.Failed, PluginCodes.NotAnAssembly, "is not a .NET assembly");
    }

    [Fact]
    public void An_empty_folder()
    {
        Directory.CreateDirectory(Path.Combine(_sandbox.Folder, "B"));

        AssertStopped(_sandbox.Load(), PluginState.Failed, PluginCodes.ManifestMissing, "has no plugin.json");
    }

    [Fact]
    public void An_assembly_that_is_not_there()
    {
        File.Delete(Path.Combine(_sandbox.Add("ZeroExports", "B"), "ZeroExports.dll"));

        AssertStopped(_sandbox.Load(), PluginState.Failed, PluginCodes.AssemblyMissing, "'ZeroExports.dll', which is not in the folder");
    }

    [Fact]
    public void A_manifest_that_is_not_json()
    {
        _sandbox.AddManifest("B", "{\n  \"id\": \"broken\",\n  \"version\" \"1.0.0\"\n}");

        AssertStopped(_sandbox.Load(), PluginState.Failed, PluginCodes.ManifestMalformed, $"{Path.Combine("B", "plugin.json")}:3: this is not valid JSON");
    }

    [Theory]
    [InlineData("[99.0,100.0)", "an older version of the plugin, or a newer Codex Aura")]
    [InlineData("[0.0.1,0.0.2]", "a newer version of the plugin")]
    public void An_sdk_range_without_this_sdk(string range, string advice)
    {
        PluginSandbox.SetManifest(_sandbox.Add("ZeroExports", "B"), "sdk", range);

        AssertStopped(_sandbox.Load(), PluginState.Incompatible, PluginCodes.SdkOutOfRange, advice);
    }

    [Fact]
    public void An_sdk_of_its_own_of_another_major_version()
    {
        _sandbox.Add("BuiltForNextSdk", "B");

        AssertStopped(_sandbox.Load(), PluginState.Incompatible, PluginCodes.ForeignSdk, "CodexAura.Sdk.dll is SDK 1.x");
    }

    [Fact]
    public void Built_for_another_major_version_of_the_sdk_without_shipping_it()
    {
        File.Delete(Path.Combine(_sandbox.Add("BuiltForNextSdk", "B"), "CodexAura.Sdk.dll"));

        AssertStopped(_sandbox.Load(), PluginState.Incompatible, PluginCodes.SharedAssemblyTooOld, "was built against CodexAura.Sdk 1.0.0.0, and this host has 0.0.0.0");
    }

    [Fact]
    public void A_copy_of_this_sdk_is_a_warning_and_does_no_harm()
    {
        string folder = _sandbox.Add("UsesLibraryV1", "B");
        File.Copy(typeof(ILanguageAnalyzer).Assembly.Location, Path.Combine(folder, "CodexAura.Sdk.dll"));

        var catalog = _sandbox.Load();

        Assert.Equal(PluginState.Active, catalog.Entries[1].State);
        Assert.Equal(PluginCodes.PrivateSdk, Assert.Single(catalog.Entries[1].Warnings).Code);
        var export = Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>(), export => export.PluginId == catalog.Entries[1].Id);
        Assert.Equal("greeted by version 1", export.Value.FactsVersion);
    }

    [Fact]
    public void A_plugin_without_services_that_it_needs_fails_by_itself()
    {
        var options = PluginSandbox.NoFolders();
        options.Folders.Add(_sandbox.Folder);
        using var catalog = PluginHost.Load(options, new NoServices());

        catalog.CreateAll();

        Assert.All(catalog.Entries, entry => Assert.Equal((PluginState.Failed, PluginCodes.ImportUnsatisfied), (entry.State, entry.Code)));
        Assert.Contains("ILogger", catalog.Entries[0].Reason);
        Assert.Contains("StoreLocation", catalog.Entries[1].Reason);
    }

    private void AssertStopped(PluginCatalog catalog, PluginState state, string code, string reason)
    {
        Assert.Equal(3, catalog.Entries.Count);
        var broken = catalog.Entries[1];
        Assert.Equal((state, code), (broken.State, broken.Code));
        Assert.Contains(reason, broken.Reason);
        Assert.DoesNotContain('\n', broken.Reason!);
        Assert.Contains(_sandbox.Logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains(code) && line.Text.Contains(broken.Id));

        Assert.All([catalog.Entries[0], catalog.Entries[2]], good => Assert.Equal(PluginState.Active, good.State));
        var analyzer = Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
        Assert.Equal("helped at 1999", analyzer.Value.FactsVersion);
        Assert.NotNull(Assert.Single(catalog.GetExports<IGraphStore, NamedMetadata>()).Value);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
