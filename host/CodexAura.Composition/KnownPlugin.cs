using System.Collections.Concurrent;

namespace CodexAura.Composition;

/// <summary>A plugin that is loaded when something of it is first asked for.</summary>
internal sealed class KnownPlugin(PluginEntry entry, PluginComposer composer)
{
    private readonly Lazy<ComposedPlugin?> _composed = new(() => composer.Compose(entry));

    // A server asks for its store with every request, and the file of a plugin that is known does not change.
    private readonly ConcurrentDictionary<Type, IReadOnlyList<string>?> _names = [];

    /// <summary>What is known about it.</summary>
    public PluginEntry Entry => entry;

    /// <summary>Whether something of it may be in use, so that nothing but a restart takes it away.</summary>
    public bool IsInUse => Loaded is not null && !IsGivenUp;

    /// <summary>Set where it arrived while the host runs and failed before anything of it was handed out.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>The plugin, loaded by now, or null where it can't be used.</summary>
    public ComposedPlugin? Composed => _composed.Value;

    /// <summary>The plugin where it was loaded before.</summary>
    public ComposedPlugin? Loaded => _composed.IsValueCreated ? _composed.Value : null;

    /// <summary>
    /// The plugin if it exports a contract. Of the SDK's contracts the manifest says which it may have, and a plugin without them is
    /// not loaded to find that out; a contract of somebody else's may be in any.
    /// </summary>
    /// <param name="contract">The contract.</param>
    /// <param name="name">The name by which one of its exports is wanted, or null for all.</param>
    public ComposedPlugin? With(Type contract, string? name = null)
    {
        bool may = PluginKinds.Of(contract) is not { } kind || entry.Manifest is not { } manifest || manifest.Kinds.Contains(kind);
        if (may && name is not null && Loaded is null && entry is { Manifest: not null, State: PluginState.Discovered })
            may = _names.GetOrAdd(contract, static (wanted, path) => ExportNames.Of(path, wanted), entry.AssemblyPath)?.Contains(name, StringComparer.OrdinalIgnoreCase) ?? true;
        return may && Composed is { } plugin && plugin.HasExport(contract) ? plugin : null;
    }
}
