namespace CodexAura.Composition;

/// <summary>A plugin that is loaded when something of it is first asked for.</summary>
internal sealed class KnownPlugin(PluginEntry entry, PluginComposer composer)
{
    private readonly Lazy<ComposedPlugin?> _composed = new(() => composer.Compose(entry));

    /// <summary>The plugin, loaded by now, or null where it can't be used.</summary>
    public ComposedPlugin? Composed => _composed.Value;

    /// <summary>The plugin where it was loaded before.</summary>
    public ComposedPlugin? Loaded => _composed.IsValueCreated ? _composed.Value : null;

    /// <summary>
    /// The plugin if it exports a contract. Of the SDK's contracts the manifest says which it may have, and a plugin without them is
    /// not loaded to find that out; a contract of somebody else's may be in any.
    /// </summary>
    public ComposedPlugin? With(Type contract)
    {
        bool may = PluginKinds.Of(contract) is not { } kind || entry.Manifest is not { } manifest || manifest.Kinds.Contains(kind);
        return may && Composed is { } plugin && plugin.HasExport(contract) ? plugin : null;
    }
}
