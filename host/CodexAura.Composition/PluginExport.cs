namespace CodexAura.Composition;

/// <summary>An export as the catalog lists it: read from its attributes, without making it.</summary>
/// <param name="Kind">Kind as manifests name it, or null for a contract that is none of the SDK's.</param>
/// <param name="Contract">The exported contract.</param>
/// <param name="Type">Full name of the exported class.</param>
/// <param name="Metadata">What the export attribute says, such as <c>Language</c> or <c>Name</c>.</param>
public sealed record PluginExportInfo(string? Kind, Type Contract, string Type, IReadOnlyDictionary<string, object?> Metadata);

/// <summary>Metadata of exports that are selected by name: stores, context providers, impact analyzers, modules.</summary>
public sealed class NamedMetadata
{
    /// <summary>Lower-case name by which the export is selected.</summary>
    public string Name { get; set; } = "";
}

/// <summary>An export to be used. It is made when <see cref="Value"/> is first read.</summary>
/// <typeparam name="TContract">The contract.</typeparam>
/// <typeparam name="TMetadata">A class whose settable properties MEF fills, or <c>IDictionary&lt;string, object&gt;</c>.</typeparam>
public sealed class PluginExport<TContract, TMetadata> where TContract : class
{
    private readonly ComposedPlugin _plugin;
    private readonly Lazy<TContract, TMetadata> _lazy;

    internal PluginExport(ComposedPlugin plugin, Lazy<TContract, TMetadata> lazy) => (_plugin, _lazy) = (plugin, lazy);

    /// <summary>The plugin it comes from.</summary>
    public PluginEntry Plugin => _plugin.Entry;

    /// <summary>Id of the plugin it comes from.</summary>
    public string PluginId => _plugin.Entry.Id;

    /// <summary>Version of the plugin it comes from.</summary>
    public string PluginVersion => _plugin.Entry.Version;

    /// <summary>What is known without making it.</summary>
    public TMetadata Metadata => _lazy.Metadata;

    /// <summary>The export itself.</summary>
    /// <exception cref="PluginException">It could not be made; the catalog then has the plugin as failed.</exception>
    public TContract Value
    {
        get
        {
            try
            {
                if (_lazy.IsValueCreated) return _lazy.Value;
                // After one that hangs, the next would wait for the same lock.
                if (_plugin.Failure is { } failure) throw failure;
                return _plugin.Make(() => _lazy.Value);
            }
            catch (PluginException)
            {
                throw;
            }
            catch (Exception thrown)
            {
                throw _plugin.Fail(thrown);
            }
        }
    }
}
