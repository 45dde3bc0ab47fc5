namespace CodexAura.Composition.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly PluginSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_good_plugin_passes_with_everything_made()
    {
        var entry = _sandbox.Inspect(_sandbox.Add("GoodStore"));

        Assert.Equal(PluginState.Active, entry.State);
        Assert.Equal("store", Assert.Single(entry.Exports).Kind);
    }

    [Theory]
    [InlineData("ThrowsInConstructor", PluginCodes.ConstructorThrew)]
    [InlineData("UnsatisfiedImport", PluginCodes.ImportUnsatisfied)]
    [InlineData("MissingDependencyLate", PluginCodes.LoadFailed)]
    [InlineData("ZeroExports", PluginCodes.NoExports)]
    public void What_shows_only_when_exports_are_made_is_found(string plugin, string code)
    {
        var entry = _sandbox.Inspect(_sandbox.Add(plugin));

        Assert.Equal((PluginState.Failed, code), (entry.State, entry.Code));
    }

    [Fact]
    public void A_switched_off_plugin_stays_off()
    {
        string folder = _sandbox.Add("GoodStore");
        PluginSandbox.SetManifest(folder, "enabled", false);

        Assert.Equal(PluginState.Disabled, _sandbox.Inspect(folder).State);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_entry_too()
    {
        var entry = _sandbox.Inspect(Path.Combine(_sandbox.Folder, "nowhere"));

        Assert.Equal((PluginState.Failed, PluginCodes.FolderUnreadable, "nowhere"), (entry.State, entry.Code, entry.Id));
    }
}
