using CodexAura.Sdk.Analysis;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition.Tests;

/// <summary>Types that cross the border are the host's, whatever a plugin ships.</summary>
public sealed class SharingTests : IDisposable
{
    private readonly PluginSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_plugin_that_ships_its_own_logging_abstractions_gets_the_hosts()
    {
        AddGoodAnalyzerWithItsOwn(typeof(ILogger));

        var export = Assert.Single(_sandbox.Load().GetExports<ILanguageAnalyzer, AnalyzerMetadata>());

        Assert.Equal("helped at 1999", export.Value.FactsVersion);
    }

    [Fact]
    public void What_is_not_shared_is_the_plugins_own_and_another_type_than_the_hosts()
    {
        AddGoodAnalyzerWithItsOwn(typeof(ILogger));

        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(_sandbox.Folder);
            options.SharedAssemblies.Remove(typeof(ILogger).Assembly.GetName().Name!);
        });
        catalog.CreateAll();

        Assert.Equal((PluginState.Failed, PluginCodes.ImportUnsatisfied), (catalog.Entries[0].State, catalog.Entries[0].Code));
    }

    [Fact]
    public void The_host_adds_to_what_is_shared_by_a_type()
    {
        Assert.Contains("xunit.v3.assert", PluginSandbox.NoFolders().Share(typeof(Assert)).SharedAssemblies);
    }

    [Fact]
    public void A_shared_assembly_that_the_host_lacks_is_the_plugins_own()
    {
        _sandbox.Add("UsesLibraryV1");

        var catalog = _sandbox.Load(options =>
        {
            options.Folders.Add(_sandbox.Folder);
            options.SharedAssemblies.Add("TestLibrary");
        });

        Assert.Equal("greeted by version 1", Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>()).Value.FactsVersion);
    }

    private void AddGoodAnalyzerWithItsOwn(Type type)
    {
        string assembly = type.Assembly.Location;
        File.Copy(assembly, Path.Combine(_sandbox.Add("GoodAnalyzer"), Path.GetFileName(assembly)));
    }
}
