using CodexAura.Composition;
using CodexAura.Engine.Analysis;
using CodexAura.Host.Cli;
using CodexAura.Sdk.Analysis;
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
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(options.Verbose ? LogLevel.Debug : LogLevel.Warning)
            .AddProvider(new StandardErrorLoggerProvider()));
        services.AddOptions();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new StoreLocation(options.ResolvedDataFolder));
        return new HostSession(options, services.BuildServiceProvider());
    }

    /// <summary>The analyzers that are installed.</summary>
    public IReadOnlyList<LanguageAnalyzer> Analyzers() =>
        [.. Plugins.GetExports<ILanguageAnalyzer, AnalyzerMetadata>()
            .Select(e => new LanguageAnalyzer(e.Metadata.Language, e.Metadata.Extensions, () => e.Value))];

    /// <summary>Makes the pipeline that analyses repositories.</summary>
    public AnalysisPipeline Pipeline() => new(Analyzers(), _services.GetRequiredService<TimeProvider>());

    /// <summary>Gives a store by its name.</summary>
    /// <exception cref="UsageException">There is no store of that name.</exception>
    public IGraphStore Store(string name)
    {
        var stores = Plugins.GetExports<IGraphStore, GraphStoreMetadata>();
        if (stores.FirstOrDefault(s => s.Metadata.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } store) return store.Value;
        string names = stores.Count == 0 ? "none is" : string.Join(", ", stores.Select(s => s.Metadata.Name).Order(StringComparer.Ordinal)) + (stores.Count == 1 ? " is" : " are");
        throw new UsageException($"There is no store '{name}'; {names} installed. 'codex-aura plugins list' shows what is loaded and why something is not.");
    }

    /// <summary>Gives a context provider by its name.</summary>
    /// <param name="name">The name, or null for the one that CODEX_AURA_CONTEXT_PLUGIN names, and else the bundled one.</param>
    /// <exception cref="UsageException">There is no provider of that name.</exception>
    public IContextProvider ContextProvider(string? name)
    {
        name ??= Environment.GetEnvironmentVariable("CODEX_AURA_CONTEXT_PLUGIN") is { Length: > 0 } configured ? configured : "basic";
        var providers = Plugins.GetExports<IContextProvider, ContextProviderMetadata>();
        if (providers.FirstOrDefault(p => p.Metadata.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } provider) return provider.Value;
        string names = providers.Count == 0 ? "none is" : string.Join(", ", providers.Select(p => p.Metadata.Name).Order(StringComparer.Ordinal)) + (providers.Count == 1 ? " is" : " are");
        throw new UsageException($"There is no context plugin '{name}'; {names} installed. 'codex-aura plugins list' shows what is loaded and why something is not.");
    }

    /// <summary>Gives an impact analyzer by its name.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public IImpactAnalyzer ImpactAnalyzer(string name)
    {
        var analyzers = Plugins.GetExports<IImpactAnalyzer, ImpactAnalyzerMetadata>();
        if (analyzers.FirstOrDefault(a => a.Metadata.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } analyzer) return analyzer.Value;
        string names = analyzers.Count == 0 ? "none is" : string.Join(", ", analyzers.Select(a => a.Metadata.Name).Order(StringComparer.Ordinal)) + (analyzers.Count == 1 ? " is" : " are");
        throw new UsageException($"There is no impact analyzer '{name}'; {names} installed. 'codex-aura plugins list' shows what is loaded and why something is not.");
    }

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
