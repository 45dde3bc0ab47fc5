using CodexAura.Sdk.Analysis;

namespace CodexAura.Composition.Tests;

public sealed class DiscoveryTests : IDisposable
{
    private readonly PluginSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Folders_of_the_option_come_first_then_those_of_the_list_then_the_bundled_ones()
    {
        _sandbox.Add("UsesLibraryV1", "bundled/V1");
        _sandbox.Add("UsesLibraryV2", "listed/V2");
        _sandbox.Add("GoodAnalyzer", "listed-too/Good");
        string single = _sandbox.Add("GoodStore", "named");

        var catalog = _sandbox.Load(options =>
        {
            options.BundledFolder = Path.Combine(_sandbox.Folder, "bundled");
            options.FolderList = string.Join(Path.PathSeparator, Path.Combine(_sandbox.Folder, "listed"), "", Path.Combine(_sandbox.Folder, "listed-too"));
            options.Folders.Add(single);
        });

        Assert.Equal(["test.good-store", "test.uses-library-v2", "test.good-analyzer", "test.uses-library-v1"], catalog.Entries.Select(entry => entry.Id));
        Assert.All(catalog.Entries, entry => Assert.Equal(PluginState.Active, entry.State));
    }

    [Fact]
    public void The_first_plugin_with_an_id_is_used_and_the_other_is_told_where_it_is()
    {
        string mine = _sandbox.Add("GoodAnalyzer", "mine/Good");
        _sandbox.Add("GoodAnalyzer", "bundled/Good");

        var catalog = _sandbox.Load(options =>
        {
            options.BundledFolder = Path.Combine(_sandbox.Folder, "bundled");
            options.Folders.Add(Path.Combine(_sandbox.Folder, "mine"));
        });

        Assert.Equal([PluginState.Active, PluginState.Disabled], catalog.Entries.Select(entry => entry.State));
        Assert.Equal(mine, catalog.Entries[0].Folder);
        Assert.Equal(PluginCodes.DuplicateId, catalog.Entries[1].Code);
        Assert.Contains(mine, catalog.Entries[1].Reason);
        Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>());
    }

    [Fact]
    public void The_first_plugin_with_an_id_counts_even_where_it_is_broken()
    {
        File.Delete(Path.Combine(_sandbox.Add("GoodAnalyzer", "A"), "GoodAnalyzer.dll"));
        _sandbox.Add("GoodAnalyzer", "B");

        Assert.Equal([PluginCodes.AssemblyMissing, PluginCodes.DuplicateId], _sandbox.Load().Entries.Select(entry => entry.Code));
    }

    [Fact]
    public void A_plugin_that_is_switched_off_does_not_keep_another_with_its_id_out()
    {
        PluginSandbox.SetManifest(_sandbox.Add("GoodAnalyzer", "A"), "enabled", false);
        _sandbox.Add("GoodAnalyzer", "B");

        Assert.Equal([PluginState.Disabled, PluginState.Active], _sandbox.Load().Entries.Select(entry => entry.State));
    }

    [Fact]
    public void A_folder_that_is_named_twice_counts_once()
    {
        string plugin = _sandbox.Add("GoodAnalyzer");

        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(_sandbox.Folder + Path.DirectorySeparatorChar);
            options.Folders.Add(plugin);
            options.FolderList = _sandbox.Folder;
        });

        Assert.Equal(PluginState.Active, Assert.Single(catalog.Entries).State);
    }

    [Fact]
    public void A_named_folder_that_is_missing_is_reported_and_the_rest_works()
    {
        _sandbox.Add("GoodAnalyzer");
        string missing = Path.Combine(_sandbox.Folder, "missing");

        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(missing);
            options.Folders.Add(_sandbox.Folder);
        });

        Assert.Equal((PluginState.Failed, PluginCodes.FolderUnreadable), (catalog.Entries[0].State, catalog.Entries[0].Code));
        Assert.Contains(missing, catalog.Entries[0].Reason);
        Assert.Equal(PluginState.Active, catalog.Entries[1].State);
    }

    [Fact]
    public void A_bundled_folder_that_is_missing_is_nothing_to_report()
    {
        Assert.Empty(_sandbox.Load(options => options.BundledFolder = Path.Combine(_sandbox.Folder, "missing")).Entries);
    }

    [Fact]
    public void Hidden_folders_and_files_are_no_plugins()
    {
        Directory.CreateDirectory(Path.Combine(_sandbox.Folder, ".git"));
        File.WriteAllText(Path.Combine(_sandbox.Folder, "README.md"), "");

        Assert.Empty(_sandbox.Load().Entries);
    }

    [Fact]
    public void A_plugin_that_its_manifest_switches_off_is_disabled()
    {
        PluginSandbox.SetManifest(_sandbox.Add("GoodAnalyzer"), "enabled", false);

        var entry = Assert.Single(_sandbox.Load().Entries);

        Assert.Equal((PluginState.Disabled, PluginCodes.SwitchedOff), (entry.State, entry.Code));
        Assert.Contains("\"enabled\" is false", entry.Reason);
        Assert.Empty(entry.Exports);
    }

    [Fact]
    public void A_plugin_that_the_options_switch_off_is_disabled()
    {
        _sandbox.Add("GoodAnalyzer");
        _sandbox.Add("GoodStore");

        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(_sandbox.Folder);
            options.Disabled.Add("TEST.good-ANALYZER");
        });

        Assert.Equal([(PluginState.Disabled, PluginCodes.SwitchedOff), (PluginState.Active, null)], catalog.Entries.Select(entry => (entry.State, entry.Code)));
    }

    [Fact]
    public void The_environment_names_the_list_of_folders()
    {
        // Read where the options are made, so the variable is set for that moment only.
        string? before = Environment.GetEnvironmentVariable(PluginHostOptions.FoldersVariable);
        try
        {
            Environment.SetEnvironmentVariable(PluginHostOptions.FoldersVariable, _sandbox.Folder);
            Assert.Equal(_sandbox.Folder, new PluginHostOptions().FolderList);
        }
        finally
        {
            Environment.SetEnvironmentVariable(PluginHostOptions.FoldersVariable, before);
        }
    }
}
