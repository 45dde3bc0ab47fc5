using System.Runtime.Loader;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition.Tests;

public sealed class WorkingPluginTests : IDisposable
{
    private readonly PluginSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_good_plugin_is_active_and_listed_with_its_exports()
    {
        string folder = _sandbox.Add("GoodAnalyzer");

        var entry = Assert.Single(_sandbox.Load().Entries);

        Assert.Equal(("test.good-analyzer", "1.2.3", folder), (entry.Id, entry.Version, entry.Folder));
        Assert.Equal((PluginState.Active, null, null), (entry.State, entry.Code, entry.Reason));
        Assert.Empty(entry.Warnings);
        Assert.True(entry.LoadTime > TimeSpan.Zero);
        var export = Assert.Single(entry.Exports, export => export.Kind == "analyzer");
        Assert.Equal(typeof(ILanguageAnalyzer), export.Contract);
        Assert.Equal("CodexAura.TestPlugins.GoodAnalyzer", export.Type);
        Assert.Equal("good", export.Metadata["Language"]);
        Assert.Equal([".good", ".gd"], Assert.IsType<string[]>(export.Metadata["Extensions"]));
    }

    [Fact]
    public void An_analyzer_works_through_its_contract_and_gets_services_of_the_host_and_parts_of_its_own()
    {
        _sandbox.Add("GoodAnalyzer");

        var export = Assert.Single(_sandbox.Load().GetExports<ILanguageAnalyzer, AnalyzerMetadata>());

        Assert.Equal(("good", "test.good-analyzer", "1.2.3"), (export.Metadata.Language, export.PluginId, export.PluginVersion));
        Assert.Equal([".good", ".gd"], export.Metadata.Extensions);
        Assert.Equal("helped at 1999", export.Value.FactsVersion);
        Assert.Contains(("CodexAura.TestPlugins.GoodAnalyzer", LogLevel.Information, "asked for the version"), _sandbox.Logs.Lines);
        Assert.Contains(("GoodAnalyzer.Factory", LogLevel.Information, "asked through the factory"), _sandbox.Logs.Lines);
        var facts = export.Value.Extract(new SourceFile("a.good", new byte[7]), TestContext.Current.CancellationToken);
        var graph = new GraphBuilder();
        export.Value.Resolve([facts], graph, TestContext.Current.CancellationToken);
        Assert.Equal((7, 1), (facts.LineCount, graph.NodeCount));
    }

    [Fact]
    public void A_plugin_is_loaded_when_something_of_its_kinds_is_asked_for()
    {
        _sandbox.Add("GoodAnalyzer");
        _sandbox.Add("GoodStore");
        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(_sandbox.Folder);
            options.LoadWhenNeeded = true;
        });
        var (analyzer, store) = (Assert.Single(catalog.Entries, e => e.Id == "test.good-analyzer"), Assert.Single(catalog.Entries, e => e.Id != "test.good-analyzer"));
        Assert.Equal((PluginState.Discovered, PluginState.Discovered), (analyzer.State, store.State));

        Assert.Single(catalog.GetExports<IGraphStore, GraphStoreMetadata>());
        Assert.Equal((PluginState.Discovered, PluginState.Active), (analyzer.State, store.State));

        Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
        Assert.Equal(PluginState.Active, analyzer.State);
    }

    [Fact]
    public void Asking_for_a_store_by_its_name_loads_no_other_store()
    {
        _sandbox.Add("GoodAnalyzer");
        _sandbox.Add("GoodStore");
        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(_sandbox.Folder);
            options.LoadWhenNeeded = true;
        });

        Assert.Empty(catalog.GetExports<IGraphStore, GraphStoreMetadata>("another"));
        Assert.All(catalog.Entries, entry => Assert.Equal(PluginState.Discovered, entry.State));

        var store = Assert.Single(catalog.GetExports<IGraphStore, GraphStoreMetadata>("GOOD"));
        Assert.Equal("good", store.Metadata.Name);
    }

    [Fact]
    public void An_export_whose_kind_the_manifest_does_not_name_is_not_used_and_warned_of()
    {
        PluginSandbox.SetManifest(_sandbox.Add("GoodAnalyzer"), "kinds", new System.Text.Json.Nodes.JsonArray("store"));
        var catalog = _sandbox.Load();
        Assert.Empty(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
        Assert.Equal([PluginCodes.KindNotNamed, PluginCodes.KindNotExported], Assert.Single(catalog.Entries).Warnings.Select(w => w.Code));
    }

    [Fact]
    public void A_plugin_lives_in_a_load_context_of_its_own()
    {
        _sandbox.Add("GoodAnalyzer");

        var analyzer = Assert.Single(_sandbox.Load().GetExports<ILanguageAnalyzer, AnalyzerMetadata>()).Value;

        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(analyzer.GetType().Assembly));
    }

    [Fact]
    public void A_shared_part_is_one_object_however_often_it_is_asked_for()
    {
        _sandbox.Add("GoodAnalyzer");
        var catalog = _sandbox.Load();

        var first = Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>()).Value;
        var second = Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>()).Value;

        Assert.Same(first, second);
    }

    [Fact]
    public void Metadata_is_also_there_as_a_dictionary()
    {
        _sandbox.Add("GoodAnalyzer");

        var export = Assert.Single(_sandbox.Load().GetExports<ILanguageAnalyzer, IDictionary<string, object>>());

        Assert.Equal("good", export.Metadata["Language"]);
    }

    [Fact]
    public async Task A_store_gets_its_location_and_is_disposed_with_the_catalog()
    {
        _sandbox.Add("GoodStore");
        var catalog = _sandbox.Load();
        var export = Assert.Single(catalog.GetExports<IGraphStore, NamedMetadata>());

        Assert.Equal("good", export.Metadata.Name);
        Assert.Empty(await export.Value.ListAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(_sandbox.Data, "disposed")));
        catalog.Dispose();

        Assert.True(File.Exists(Path.Combine(_sandbox.Data, "disposed")));
    }

    [Fact]
    public void A_part_that_is_asked_for_when_the_host_is_gone_is_no_fault_of_the_plugin()
    {
        _sandbox.Add("GoodStore");
        var services = new ServiceCollection().AddSingleton(new StoreLocation(_sandbox.Data)).BuildServiceProvider();
        using var catalog = PluginHost.Load(new PluginHostOptions { BundledFolder = null, FolderList = null, Folders = { _sandbox.Folder } }, services, _sandbox.Loggers);
        var export = Assert.Single(catalog.GetExports<IGraphStore, NamedMetadata>());
        services.Dispose();

        Assert.Contains("The host is ending", Assert.Throws<PluginException>(() => export.Value).Message, StringComparison.Ordinal);
        Assert.Equal(PluginState.Active, Assert.Single(catalog.Entries).State);
        Assert.DoesNotContain(_sandbox.Logs.Lines, line => line.Item2 >= LogLevel.Warning);
    }

    [Fact]
    public void Nothing_is_made_before_it_is_used()
    {
        _sandbox.Add("GoodStore");
        var catalog = _sandbox.Load();
        _ = Assert.Single(catalog.GetExports<IGraphStore, NamedMetadata>()).Metadata.Name;

        catalog.Dispose();

        Assert.False(File.Exists(Path.Combine(_sandbox.Data, "disposed")));
    }

    [Fact]
    public void Exports_come_in_the_order_of_the_plugins_and_only_of_the_contract_asked_for()
    {
        _sandbox.Add("GoodStore", "1");
        _sandbox.Add("UsesLibraryV2", "2");
        _sandbox.Add("GoodAnalyzer", "3");

        var languages = _sandbox.Load().GetExports<ILanguageAnalyzer, AnalyzerMetadata>().Select(export => export.Metadata.Language);

        Assert.Equal(["library2", "good"], languages);
    }

    [Fact]
    public void Two_plugins_use_two_versions_of_the_same_library()
    {
        _sandbox.Add("UsesLibraryV1");
        _sandbox.Add("UsesLibraryV2");

        var analyzers = _sandbox.Load().GetExports<ILanguageAnalyzer, AnalyzerMetadata>().ToDictionary(
            export => export.Metadata.Language, export => export.Value.FactsVersion);

        Assert.Equal("greeted by version 1", analyzers["library1"]);
        Assert.Equal("politely greeted by version 2", analyzers["library2"]);
    }

    [Fact]
    public void A_kind_that_is_promised_and_not_exported_is_a_warning()
    {
        PluginSandbox.SetManifest(_sandbox.Add("GoodAnalyzer"), "kinds", new System.Text.Json.Nodes.JsonArray("analyzer", "store"));

        var entry = Assert.Single(_sandbox.Load().Entries);

        Assert.Equal(PluginState.Active, entry.State);
        var warning = Assert.Single(entry.Warnings);
        Assert.Equal(PluginCodes.KindNotExported, warning.Code);
        Assert.Contains("'store'", warning.Message);
    }
}
