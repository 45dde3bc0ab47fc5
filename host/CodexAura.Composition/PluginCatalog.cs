namespace CodexAura.Composition;

/// <summary>All plugins that were found, what became of them, and what they export. Disposing it disposes the exports.</summary>
public sealed class PluginCatalog : IDisposable
{
    // Replaced as a whole when a plugin arrives while the host runs: readers go through the list that they began with.
    private volatile IReadOnlyList<KnownPlugin> _plugins;

    internal PluginCatalog(IReadOnlyList<KnownPlugin> plugins, PluginComposer composer) => (_plugins, Composer) = (plugins, composer);

    /// <summary>
    /// All plugins, in the order they were found. States may still change to failed when an export is first used; where a
    /// <see cref="PluginWatch"/> runs, entries come and go.
    /// </summary>
    public IReadOnlyList<PluginEntry> Entries => [.. _plugins.Select(plugin => plugin.Entry)];

    internal IReadOnlyList<KnownPlugin> Plugins
    {
        get => _plugins;
        set => _plugins = value;
    }

    internal PluginComposer Composer { get; }

    /// <summary>
    /// The exports of a contract, by plugin in the order of <see cref="Entries"/>. None is made before its value is read. A plugin
    /// whose parts lack an import becomes failed and is left out.
    /// </summary>
    /// <typeparam name="TContract">The contract, such as <c>ILanguageAnalyzer</c>.</typeparam>
    /// <typeparam name="TMetadata">
    /// A class whose settable properties MEF fills, such as <c>AnalyzerMetadata</c> or <see cref="NamedMetadata"/>, or
    /// <c>IDictionary&lt;string, object&gt;</c>.
    /// </typeparam>
    /// <param name="name">
    /// A name, without regard to case: plugins of which is known that they have no export of this name are not loaded. The exports of
    /// those that are loaded are given all the same. Null for all.
    /// </param>
    public IReadOnlyList<PluginExport<TContract, TMetadata>> GetExports<TContract, TMetadata>(string? name = null) where TContract : class
    {
        var exports = new List<PluginExport<TContract, TMetadata>>();
        foreach (var plugin in _plugins)
            if (plugin.With(typeof(TContract), name) is { } composed)
                exports.AddRange(composed.GetExports<TContract, TMetadata>());
        return exports;
    }

    /// <summary>Loads every plugin that was not loaded yet.</summary>
    internal void LoadAll()
    {
        foreach (var plugin in _plugins) _ = plugin.Composed;
    }

    /// <summary>Makes every export once, so that the states of all entries are final.</summary>
    public void CreateAll()
    {
        foreach (var plugin in _plugins) plugin.Composed?.CreateAll();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var plugin in _plugins) plugin.Loaded?.Dispose();
    }
}
