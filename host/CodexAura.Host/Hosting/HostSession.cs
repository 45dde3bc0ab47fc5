using CodexAura.Composition;
using CodexAura.Composition.Installation;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Limits;
using CodexAura.Engine.Services;
using CodexAura.Host.Settings;
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
    private readonly IReadOnlyList<string> _pluginFolders;
    private readonly IServiceCollection _registered;
    private readonly HostServices _services;
    private readonly LoggerFactory _loggers;
    private readonly Lazy<PluginCatalog> _plugins;
    private IServiceProvider _servicesOfParts;
    private PluginArrivals? _arrivals;
    private bool _hasWarned;

    private HostSession(HostSettings settings, IReadOnlyList<string> pluginFolders, IServiceCollection registered, LoggerFactory loggers)
    {
        (Settings, _pluginFolders, _registered, _loggers) = (settings, pluginFolders, registered, loggers);
        _servicesOfParts = _services = new HostServices(registered, loggers);
        _plugins = new Lazy<PluginCatalog>(() => PluginHost.Load(MakePluginOptions(), () => _servicesOfParts, _loggers));
    }

    /// <summary>What is set, by options, environment and configuration file.</summary>
    public HostSettings Settings { get; }

    /// <summary>All plugins that were found.</summary>
    public PluginCatalog Plugins => _plugins.Value;

    /// <summary>Where stores keep their data.</summary>
    public string DataFolder => _services.GetRequiredService<StoreLocation>().Directory;

    /// <summary>The plugins in the user's own folder.</summary>
    public PluginInstaller Installer => new(Settings.HomeFolder);

    /// <summary>Makes a session.</summary>
    /// <param name="settings">What is set.</param>
    /// <param name="pluginFolders">Folders of plugins that the command line names, beside those of the settings.</param>
    /// <param name="verbose">Whether debugging messages are shown.</param>
    /// <param name="policy">What may be analysed; null for anything.</param>
    public static HostSession Create(HostSettings settings, IReadOnlyList<string> pluginFolders, bool verbose, AnalysisPolicy? policy = null)
    {
        HostSession? session = null;
        var services = new ServiceCollection();
        // What AddLogging adds, without what makes it configurable from elsewhere, which takes as long as the rest of the services.
        var loggers = new LoggerFactory([new StandardErrorLoggerProvider()], new LoggerFilterOptions { MinLevel = verbose ? LogLevel.Debug : LogLevel.Warning });
        services.AddSingleton<ILoggerFactory>(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddOptions();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Configuration);
        services.AddSingleton(new StoreLocation(settings.DataFolder));
        // The services ask for the catalog when they are used, not when they are made: plugins are composed with the services at hand.
        services.AddSingleton<IInstalledPlugins>(new InstalledPlugins(() => session!.Plugins, settings));
        services.AddSingleton(_ => session!.Policy);
        services.AddEngineServices();
        session = new HostSession(settings, pluginFolders, services, loggers) { _policy = policy };
        return session;
    }

    /// <summary>What may be analysed. Set before the first analysis.</summary>
    public AnalysisPolicy Policy
    {
        get => _policy ??= new AnalysisPolicy { KeptGraphs = (int)Settings.Number(KnownSettings.KeepGraphs) };
        set => _policy = value;
    }

    private AnalysisPolicy? _policy;

    /// <summary>The plugins by the names that people choose them by.</summary>
    public IInstalledPlugins Installed => _services.GetRequiredService<IInstalledPlugins>();

    /// <summary>The analyzers that are installed.</summary>
    public IReadOnlyList<LanguageAnalyzer> Analyzers() => Installed.Analyzers;

    /// <summary>Makes the pipeline that analyses repositories.</summary>
    public AnalysisPipeline Pipeline() => new(Analyzers(), _services.GetRequiredService<TimeProvider>(), Policy);

    /// <summary>A store for questions, each call of which ends in time.</summary>
    public IGraphStore Store(string? name) => LimitedStore.ForQuestions(Installed.Store(name), () => Installed.DescribeStore(name));

    /// <summary>A store for analyses, each call of which ends in time.</summary>
    public IGraphStore AnalysisStore(string? name) => LimitedStore.Over(Installed.Store(name), () => Installed.DescribeStore(name));

    /// <inheritdoc cref="IInstalledPlugins.ContextProvider"/>
    public IContextProvider ContextProvider(string? name = null) => Installed.ContextProvider(name);

    /// <inheritdoc cref="IInstalledPlugins.ImpactAnalyzer"/>
    public IImpactAnalyzer ImpactAnalyzer(string? name = null) => Installed.ImpactAnalyzer(name);

    /// <summary>Takes up plugins whose folders appear from now on, until the session ends.</summary>
    /// <param name="command">The command that keeps running.</param>
    public PluginWatch WatchPlugins(string command)
    {
        _arrivals ??= new PluginArrivals(command, Plugins, new PluginWatch(Plugins, MakePluginOptions, TimeProvider.System, _loggers), Running);
        return _arrivals.Watch;
    }

    /// <summary>Processes that keep running, and the plugins that they use.</summary>
    public RunningHosts Running => new(Settings.HomeFolder);

    /// <summary>A session like this one, whose stores keep their data elsewhere.</summary>
    public HostSession WithData(string folder) => 
        Create(HostSettings.Load(File.Exists(Settings.File) ? Settings.File : null).With(KnownSettings.Data, folder), _pluginFolders, verbose: false);

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
        _arrivals?.Dispose();
        if (_plugins.IsValueCreated) _plugins.Value.Dispose();
        _services.Dispose();
        _loggers.Dispose();
    }

    /// <summary>The services of the host itself, without those of the framework, each with the type that it is asked for by.</summary>
    public IEnumerable<(Type Type, object Instance)> OwnServices() =>
        from service in _registered
        where !service.ServiceType.IsGenericTypeDefinition && service.ServiceType.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) != true
        select (service.ServiceType, _services.GetRequiredService(service.ServiceType));

    /// <summary>Hands parts of plugins other services than the session's own, from now on: those of an application around it.</summary>
    public void OfferToPlugins(IServiceProvider services) => _servicesOfParts = services;

    private PluginHostOptions MakePluginOptions()
    {
        var options = new PluginHostOptions { FolderList = null, LoadWhenNeeded = true };
        foreach (string folder in _pluginFolders.Concat(Settings.List(KnownSettings.Plugins))) options.Folders.Add(folder);
        // Types of the web server cross the border too. By name, so that none of it is loaded where nothing is served.
        options.SharedAssemblies.UnionWith(["Carter", "FluentValidation", "Microsoft.AspNetCore.OpenApi", "Microsoft.OpenApi"]);
        options.Disabled.UnionWith(Settings.List(KnownSettings.DisabledPlugins));
        options.InstalledFolder = Installer.Folder;
        options.MakeLimit = CallLimits.Current.Make;
        try
        {
            options.Disabled.UnionWith(Installer.Switches.Disabled());
        }
        catch (PluginInstallException unreadable)
        {
            // A plugin that runs though it should not is better than none that runs.
            if (!_hasWarned) Console.Error.WriteLine($"warning: {unreadable.Code} {unreadable.Message}");
            _hasWarned = true;
        }
        return options;
    }
}
