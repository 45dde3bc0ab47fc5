using System.ComponentModel;
using System.Composition.Hosting;
using System.Reflection;

namespace CodexAura.Composition;

/// <summary>
/// Parts that need the host's services alone, made without MEF's container: that writes and compiles code for each constructor and each
/// metadata class at run time, which was a fifth of starting a short command. Where one of them needs what the host does not
/// offer, all are left to MEF, and so is what it says about it. Attributes and what they mean are the same.
/// </summary>
/// <param name="parts">The parts.</param>
/// <param name="bridge">What the host offers.</param>
/// <param name="compose">Lets MEF compose the same parts.</param>
internal sealed class PlainParts(IReadOnlyList<PlainPart> parts, ServiceBridge bridge, Func<CompositionHost> compose) : IPluginParts
{
    private readonly Lock _gate = new();
    private readonly List<IDisposable> _made = [];
    private ComposedParts? _composed;
    private bool _isDecided;
    private bool _isDisposed;

    /// <summary>The parts of a plugin, if all of them are plain.</summary>
    /// <param name="types">The parts.</param>
    /// <param name="found">What <see cref="ExportScan"/> found in their assembly.</param>
    /// <param name="bridge">What the host offers.</param>
    /// <param name="compose">Lets MEF compose the same parts.</param>
    public static PlainParts? Of(IReadOnlyList<Type> types, IReadOnlyList<PluginExportInfo> found, ServiceBridge bridge, Func<CompositionHost> compose)
    {
        var parts = new List<PlainPart>(types.Count);
        foreach (var type in types)
        {
            if (PlainPart.Read(type, found) is not { } part || part.Needs.Any(bridge.IsOwn)) return null;
            parts.Add(part);
        }
        return new PlainParts(parts, bridge, compose);
    }

    public IEnumerable<Lazy<TContract, TMetadata>> Exports<TContract, TMetadata>() where TContract : class
    {
        if (Composed() is { } composed) return composed.Exports<TContract, TMetadata>();
        var exports = new List<Lazy<TContract, TMetadata>>();
        foreach (var part in parts)
            foreach (var (contract, metadata) in part.Exports)
                if (contract == typeof(TContract)) exports.Add(new Lazy<TContract, TMetadata>(() => (TContract)part.Get(bridge.Get, Note), View<TMetadata>(metadata)));
        return exports;
    }

    public void Make(Type contract)
    {
        if (Composed() is { } composed) composed.Make(contract);
        else
            foreach (var part in parts)
                foreach (var (exported, _) in part.Exports)
                    if (exported == contract) part.Get(bridge.Get, Note);
    }

    public void Dispose()
    {
        IDisposable[] made;
        lock (_gate)
        {
            _isDisposed = true;
            made = [.. _made];
            _made.Clear();
        }
        foreach (var part in made) part.Dispose();
        _composed?.Dispose();
    }

    // Asked when something is first wanted: by then the host's services are there.
    private ComposedParts? Composed()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_isDecided && !parts.All(part => part.Needs.All(bridge.Offers))) _composed = new ComposedParts(compose());
            _isDecided = true;
            return _composed;
        }
    }

    private void Note(object part)
    {
        if (part is not IDisposable disposable) return;
        lock (_gate)
            if (!_isDisposed)
            {
                _made.Add(disposable);
                return;
            }
        disposable.Dispose();
    }

    /// <summary>What MEF gives for metadata: the dictionary, or an object whose settable properties have its values.</summary>
    private static TMetadata View<TMetadata>(IReadOnlyDictionary<string, object?> metadata)
    {
        var values = metadata.ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);
        if (values is TMetadata dictionary) return dictionary;
        if (typeof(TMetadata).GetConstructor([typeof(IDictionary<string, object>)]) is { } taking) return (TMetadata)taking.Invoke([values]);
        var view = Activator.CreateInstance<TMetadata>();
        foreach (var property in typeof(TMetadata).GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.SetMethod is not { IsPublic: true }) continue;
            if (!values.TryGetValue(property.Name, out object? value))
            {
                value = property.GetCustomAttribute<DefaultValueAttribute>() is { } standard
                    ? standard.Value
                    : throw new CompositionFailedException($"Export metadata for '{property.Name}' is missing and no default value was supplied.");
            }
            property.SetValue(view, value);
        }
        return view;
    }
}
