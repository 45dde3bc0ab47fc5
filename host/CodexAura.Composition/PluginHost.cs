using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodexAura.Composition;

/// <summary>Loads plugins: discover, check, isolate, compose.</summary>
public static class PluginHost
{
    /// <summary>
    /// Loads every plugin that can be loaded, at once or when needed, as the options say. What can't be is an entry of the catalog with a reason, never an exception. No
    /// exported object is made yet: that happens at its first use, or in <see cref="PluginCatalog.CreateAll"/>.
    /// </summary>
    /// <param name="options">Where to look.</param>
    /// <param name="services">
    /// Gives the host's services to parts that import them. Asked whenever an export is composed or made, so it may be built after
    /// this call, but a part that is made before that is without them.
    /// </param>
    /// <param name="loggerFactory">Gets a warning for each plugin that fails; null for none.</param>
    public static PluginCatalog Load(PluginHostOptions options, Func<IServiceProvider> services, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        return Compose(PluginDiscovery.Find(options), options, services, loggerFactory);
    }

    /// <inheritdoc cref="Load(PluginHostOptions, Func{IServiceProvider}, ILoggerFactory?)"/>
    public static PluginCatalog Load(PluginHostOptions options, IServiceProvider services, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Load(options, () => services, loggerFactory);
    }

    /// <summary>
    /// Runs the whole load sequence on one plugin folder and makes every export of it, looking at no other folder.
    /// </summary>
    /// <param name="folder">The folder with the plugin.json.</param>
    /// <param name="options">What is shared with plugins; its folders are not used.</param>
    /// <param name="services">The host's services.</param>
    /// <param name="loggerFactory">Gets a warning when it fails; null for none.</param>
    /// <returns>A catalog with one entry.</returns>
    public static PluginCatalog Inspect(string folder, PluginHostOptions options, IServiceProvider services, ILoggerFactory? loggerFactory = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        var catalog = Compose([PluginDiscovery.Read(Path.GetFullPath(folder))], options, () => services, loggerFactory);
        catalog.CreateAll();
        return catalog;
    }

    private static PluginCatalog Compose(IReadOnlyList<PluginEntry> entries, PluginHostOptions options,
        Func<IServiceProvider> services, ILoggerFactory? loggerFactory)
    {
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(typeof(PluginHost).Namespace!);
        var composer = new PluginComposer(options, services, logger);
        var catalog = new PluginCatalog([.. entries.Select(entry => new KnownPlugin(entry, composer))], composer);
        if (!options.LoadWhenNeeded) catalog.LoadAll();
        return catalog;
    }
}
