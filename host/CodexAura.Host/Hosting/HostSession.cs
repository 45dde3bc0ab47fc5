using CodexAura.Composition;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Services;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodexAura.Host.Hosting;

/// <summary>
/// The composition root: services for plugins, the plugins, and the engine over them. Made for one command. Plugins are loaded
/// when something of them is first asked for.
/// </summary>
internal sealed class HostSession : IDisposable
{
    private readonly HostOptions _options;
    private readonly ServiceProvider _services;
    private readonly Lazy<PluginCatalog> _plugins;

    private HostSession(HostOptions options, ServiceProvider services)
    {
        (_options, _services) = (options, services);
        _plugins = new Lazy<PluginCatalog>(() => PluginHost.Load(MakePluginOptions(), _services, Loggers));
    }

    /// <summary>All plugins that were found.</summary>
    public PluginCatalog Plugins => _plugins.Value;

    /// <summary>Where stores keep their data.</summary>
    public string DataFolder => _services.GetRequiredService<StoreLocation>().Directory;

    private ILoggerFactory Loggers => _services.GetRequiredService<ILoggerFactory>();

    public static HostSession Create(HostOptions options)
    {
        HostSession? session = null;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(options.Verbose ? LogLevel.Debug : LogLevel.Warning)
            .AddProvider(new StandardErrorLoggerProvider()));
        services.AddOptions();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new StoreLocation(options.ResolvedDataFolder));
        // The services ask for the catalog when they are used, not when they are made: plugins are composed with the services at hand.
        services.AddSingleton<IInstalledPlugins>(new InstalledPlugins(() => session!.Plugins));
        services.AddSingleton(options.Policy);
        services.AddEngineServices();
        session = new HostSession(options, services.BuildServiceProvider());
        return session;
    }

    /// <summary>The plugins by the names that people choose them by.</summary>
    public IInstalledPlugins Installed => _services.GetRequiredService<IInstalledPlugins>();

    /// <summary>The analyzers that are installed.</summary>
    public IReadOnlyList<LanguageAnalyzer> Analyzers() => Installed.Analyzers;

    /// <summary>Makes the pipeline that analyses repositories.</summary>
    public AnalysisPipeline Pipeline() => new(Analyzers(), _services.GetRequiredService<TimeProvider>());

    /// <inheritdoc cref="IInstalledPlugins.Store"/>
    public IGraphStore Store(string? name) => Installed.Store(name);

    /// <inheritdoc cref="IInstalledPlugins.ContextProvider"/>
    public IContextProvider ContextProvider(string? name) => Installed.ContextProvider(name);

    /// <inheritdoc cref="IInstalledPlugins.ImpactAnalyzer"/>
    public IImpactAnalyzer ImpactAnalyzer(string? name) => Installed.ImpactAnalyzer(name);

    /// <summary>Runs the load sequence on one plugin folder.</summary>
    public PluginCatalog Inspect(string folder) => PluginHost.Inspect(folder, MakePluginOptions(), _services);

    /// <summary>Loads all plugins without a word about those that fail, and makes all their exports.</summary>
    public PluginCatalog LoadAll()
    {
        var catalog = PluginHost.Load(MakePluginOptions(), _services);
        catalog.CreateAll();
        return catalog;
    }

    public void Dispose()
    {
        if (_plugins.IsValueCreated) _plugins.Value.Dispose();
        _services.Dispose();
    }

    private PluginHostOptions MakePluginOptions()
    {
        var options = new PluginHostOptions();
        foreach (string folder in _options.PluginFolders) options.Folders.Add(folder);
        return options;
    }
}
