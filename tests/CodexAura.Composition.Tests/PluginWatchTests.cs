using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition.Tests;

/// <summary>Plugins that appear, change and go while the host runs.</summary>
public sealed class PluginWatchTests : IDisposable
{
    private readonly PluginSandbox _sandbox = new();
    private readonly HashSet<string> _disabled = [];
    private readonly List<string> _arrived = [];
    private readonly PluginCatalog _catalog;
    private readonly PluginWatch _watch;

    public PluginWatchTests()
    {
        _sandbox.Add("GoodStore", "M");
        _catalog = _sandbox.Load();
        _watch = new PluginWatch(_catalog, Options, TimeProvider.System, _sandbox.Loggers);
        _watch.Arrived += arrived => _arrived.Add(Assert.Single(arrived.Entries).Id);
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_folder_that_appears_is_used_when_it_looks_the_same_twice()
    {
        Assert.False(_watch.Look());
        _sandbox.Add("GoodAnalyzer", "A");

        Assert.False(_watch.Look());
        Assert.Empty(_catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
        Assert.True(_watch.Look());
        Assert.Equal("helped at 1999", Assert.Single(_catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>()).Value.FactsVersion);
        // Where a start would have found it.
        Assert.Equal(["test.good-analyzer", "test.good-store"], _catalog.Entries.Select(entry => entry.Id));
        Assert.Equal(["test.good-analyzer"], _arrived);
        Assert.False(_watch.Look());
    }

    [Fact]
    public void A_folder_that_is_still_written_to_waits_and_keeps_no_other_waiting()
    {
        string slow = Path.Combine(_sandbox.AddManifest("A", "{"), "data");
        _sandbox.Add("GoodAnalyzer", "B");
        for (int i = 0; i < 4; i++)
        {
            File.AppendAllText(slow, "more");
            _watch.Look();
        }

        Assert.Equal(["test.good-analyzer", "test.good-store"], _catalog.Entries.Select(entry => entry.Id));
        _watch.Look();
        Assert.Equal(PluginCodes.ManifestMalformed, _catalog.Entries[0].Code);
    }

    [Theory]
    [InlineData("ThrowsInConstructor", PluginCodes.ConstructorThrew)]
    [InlineData("MissingDependency", PluginCodes.LoadFailed)]
    [InlineData("MissingNative", PluginCodes.LoadFailed)]
    [InlineData("ZeroExports", PluginCodes.NoExports)]
    [InlineData("BuiltForNextSdk", PluginCodes.ForeignSdk)]
    public void A_broken_one_changes_nothing_but_the_list(string plugin, string code)
    {
        var before = Assert.Single(_catalog.GetExports<IGraphStore, GraphStoreMetadata>()).Value;
        _sandbox.Add(plugin, "B");
        LookTwice();

        Assert.Equal(code, Assert.Single(_catalog.Entries, entry => entry.Id != "test.good-store").Code);
        Assert.Empty(_catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
        Assert.Same(before, Assert.Single(_catalog.GetExports<IGraphStore, GraphStoreMetadata>()).Value);
        Assert.Empty(_arrived);
    }

    [Fact]
    public void A_broken_one_that_is_mended_is_used_and_one_that_is_removed_is_forgotten()
    {
        string assembly = Path.Combine(_sandbox.Add("GoodAnalyzer", "A"), "GoodAnalyzer.dll");
        byte[] whole = File.ReadAllBytes(assembly);
        File.WriteAllBytes(assembly, whole[..1000]);
        _sandbox.Add("ThrowsInConstructor", "B");
        LookTwice();
        Assert.Equal([PluginCodes.NotAnAssembly, PluginCodes.ConstructorThrew, null], _catalog.Entries.Select(entry => entry.Code));

        File.WriteAllBytes(assembly, whole);
        Directory.Delete(Path.Combine(_sandbox.Folder, "B"), recursive: true);
        LookTwice();

        Assert.Equal(["test.good-analyzer", "test.good-store"], _catalog.Entries.Select(entry => entry.Id));
        Assert.Single(_catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
    }

    [Fact]
    public void One_in_use_that_is_replaced_works_on_and_needs_a_restart()
    {
        string folder = Path.Combine(_sandbox.Folder, "M");
        var file = new FileInfo(Path.Combine(folder, "plugin.json"));
        var (manifest, time) = (File.ReadAllText(file.FullName), file.LastWriteTimeUtc);
        var store = Assert.Single(_catalog.GetExports<IGraphStore, GraphStoreMetadata>()).Value;

        PluginSandbox.SetManifest(folder, "version", "2.0.0");
        LookTwice();
        Assert.Contains("Version 2.0.0 was put in its place; 1.2.3 works on", Assert.Single(_catalog.Entries).RestartReason);
        Assert.Contains(_sandbox.Logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("restart needed (AURA1010)", StringComparison.Ordinal));

        Directory.Move(folder, folder + "-away");
        LookTwice();
        // The one that was moved is another folder with the same id.
        Assert.Contains("takes its place", _catalog.Entries.Single(entry => entry.Folder == folder).RestartReason);
        var moved = _catalog.Entries.Single(entry => entry.Folder != folder);
        Assert.Equal((PluginState.Disabled, PluginCodes.RestartNeeded), (moved.State, moved.Code));
        Directory.Move(folder + "-away", Path.Combine(_sandbox.Folder, ".hidden"));
        LookTwice();
        Assert.Contains("removed", Assert.Single(_catalog.Entries).RestartReason);
        Assert.Same(store, Assert.Single(_catalog.GetExports<IGraphStore, GraphStoreMetadata>()).Value);

        Directory.Move(Path.Combine(_sandbox.Folder, ".hidden"), folder);
        File.WriteAllText(file.FullName, manifest);
        file.LastWriteTimeUtc = time;
        LookTwice();
        Assert.Null(Assert.Single(_catalog.Entries).RestartReason);
    }

    [Fact]
    public void One_that_was_not_loaded_yet_is_simply_replaced()
    {
        using var catalog = PluginHost.Load(Lazy(), _sandbox.Services, _sandbox.Loggers);
        var watch = new PluginWatch(catalog, Lazy, TimeProvider.System, _sandbox.Loggers);
        PluginSandbox.SetManifest(Path.Combine(_sandbox.Folder, "M"), "version", "2.0.0");
        watch.Look();
        watch.Look();

        var entry = Assert.Single(catalog.Entries);
        Assert.Equal(("2.0.0", null), (entry.Version, entry.RestartReason));
        Assert.Equal("2.0.0", Assert.Single(catalog.GetExports<IGraphStore, GraphStoreMetadata>()).PluginVersion);

        PluginHostOptions Lazy()
        {
            var options = Options();
            options.LoadWhenNeeded = true;
            return options;
        }
    }

    [Fact]
    public void One_in_use_that_is_switched_off_works_on_and_needs_a_restart()
    {
        _disabled.Add("test.good-store");
        Assert.True(_watch.Look());
        Assert.Contains("left out", Assert.Single(_catalog.Entries).RestartReason);
        Assert.Single(_catalog.GetExports<IGraphStore, GraphStoreMetadata>());
        Assert.False(_watch.Look());

        _disabled.Clear();
        Assert.True(_watch.Look());
        Assert.Null(Assert.Single(_catalog.Entries).RestartReason);
    }

    [Fact]
    public void One_that_is_switched_on_is_used_from_then_on()
    {
        _disabled.Add("test.good-analyzer");
        _sandbox.Add("GoodAnalyzer", "A");
        LookTwice();
        Assert.Equal(PluginCodes.SwitchedOff, _catalog.Entries[0].Code);

        _disabled.Clear();
        Assert.True(_watch.Look());
        Assert.Single(_catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
        Assert.Equal(["test.good-analyzer"], _arrived);
    }

    [Fact]
    public void One_with_the_id_of_another_that_is_in_use_waits_for_a_restart()
    {
        _sandbox.Add("GoodStore", "A");
        LookTwice();

        Assert.Equal([PluginCodes.RestartNeeded, null], _catalog.Entries.Select(entry => entry.Code));
        Assert.Contains("takes its place", _catalog.Entries[1].RestartReason);

        _sandbox.Add("GoodStore", "Z");
        LookTwice();
        Assert.Equal([PluginCodes.RestartNeeded, PluginCodes.DuplicateId, null], _catalog.Entries.Select(entry => entry.Code).OrderBy(code => code is null).ThenBy(code => code == PluginCodes.DuplicateId));
        Assert.Single(_catalog.GetExports<IGraphStore, GraphStoreMetadata>());
    }

    [Fact]
    public void Whoever_prepares_an_arriving_plugin_gives_it_services_before_anything_is_made()
    {
        using var services = new LateServices();
        _watch.Arriving += arriving => Assert.Single(arriving.Entries).Services = services;
        _sandbox.Add("GoodAnalyzer", "A");
        LookTwice();

        var entry = _catalog.Entries[0];
        Assert.Equal((PluginState.Failed, PluginCodes.ImportUnsatisfied), (entry.State, entry.Code));
        Assert.True(services.IsDisposed);
    }

    private PluginHostOptions Options()
    {
        var options = PluginSandbox.NoFolders();
        options.Folders.Add(_sandbox.Folder);
        options.Disabled.UnionWith(_disabled);
        return options;
    }

    private void LookTwice()
    {
        _watch.Look();
        Assert.True(_watch.Look());
    }

    private sealed class LateServices : IServiceProvider, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public object? GetService(Type serviceType) => null;

        public void Dispose() => IsDisposed = true;
    }
}
