using System.Composition;
using System.Reflection;

namespace CodexAura.Composition;

/// <summary>
/// A part that asks for nothing but what its constructor takes: no properties to inject, nothing exported beside the class, no boundary
/// of sharing, no constraint. That is most of them.
/// </summary>
internal sealed class PlainPart
{
    private readonly ConstructorInfo _constructor;
    private readonly bool _isShared;
    private readonly Lock _gate = new();
    private object? _shared;

    private PlainPart(ConstructorInfo constructor, bool isShared, IReadOnlyList<(Type, IReadOnlyDictionary<string, object?>)> exports)
    {
        (_constructor, _isShared, Exports) = (constructor, isShared, exports);
        Needs = [.. constructor.GetParameters().Select(parameter => parameter.ParameterType)];
    }

    /// <summary>What it is exported as, with what the attribute says.</summary>
    public IReadOnlyList<(Type Contract, IReadOnlyDictionary<string, object?> Metadata)> Exports { get; }

    /// <summary>Types of the constructor's parameters.</summary>
    public IReadOnlyList<Type> Needs { get; }

    /// <summary>Reads a part's attributes.</summary>
    /// <param name="type">The part.</param>
    /// <param name="found">What <see cref="ExportScan"/> found in its assembly.</param>
    /// <returns>Null for a part that MEF has to compose, or to refuse.</returns>
    public static PlainPart? Read(Type type, IReadOnlyList<PluginExportInfo> found)
    {
        if (type.ContainsGenericParameters || Constructor(type) is not { } constructor || HasComposedMembers(type)) return null;
        var exports = new List<(Type, IReadOnlyDictionary<string, object?>)>();
        bool isShared = false;
        // Attributes come in the same order each time; asking them a second time by reflection would make the runtime compile code for it.
        var described = found.Where(export => export.Type == type.FullName).GetEnumerator();
        foreach (object attribute in type.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case SharedAttribute { SharingBoundary: null }:
                    isShared = true;
                    break;
                case ExportAttribute { ContractName: null } export:
                    described.MoveNext();
                    var contract = export.ContractType ?? type;
                    if (!contract.IsAssignableFrom(type)) return null;
                    if (export.GetType() != typeof(ExportAttribute) && !export.GetType().IsDefined(typeof(MetadataAttributeAttribute), inherit: true)) return null;
                    exports.Add((contract, described.Current.Metadata));
                    break;
                case ExportAttribute or PartMetadataAttribute or ExportMetadataAttribute or PartNotDiscoverableAttribute:
                    return null;
                default:
                    if (attribute.GetType().IsDefined(typeof(MetadataAttributeAttribute), inherit: true)) return null;
                    break;
            }
        }
        return new PlainPart(constructor, isShared, exports);
    }

    /// <summary>The part itself: a new one, or the one that all share.</summary>
    /// <param name="service">Gives what the constructor takes.</param>
    /// <param name="made">Told of each one that was made.</param>
    public object Get(Func<Type, object> service, Action<object> made)
    {
        if (!_isShared) return Make(service, made);
        // As with MEF, a second one who asks waits for the first.
        lock (_gate) return _shared ??= Make(service, made);
    }

    private object Make(Func<Type, object> service, Action<object> made)
    {
        object part = _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. Needs.Select(service)], null);
        made(part);
        return part;
    }

    /// <summary>The constructor that MEF would call; null where there is none, or where what a parameter is to get is described by attributes.</summary>
    private static ConstructorInfo? Constructor(Type type)
    {
        var all = type.GetConstructors();
        var marked = Array.FindAll(all, constructor => constructor.IsDefined(typeof(ImportingConstructorAttribute), inherit: false));
        var chosen = marked.Length == 0 ? Array.Find(all, constructor => constructor.GetParameters().Length == 0) : marked.Length == 1 ? marked[0] : null;
        return chosen is not null && Array.TrueForAll(chosen.GetParameters(), parameter => !parameter.GetCustomAttributes(inherit: true).Any(IsOfMef)) ? chosen : null;
    }

    private static bool HasComposedMembers(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var member in type.GetMembers(All))
            if (member is PropertyInfo or MethodInfo && (member.IsDefined(typeof(ImportAttribute), true) || member.IsDefined(typeof(ImportManyAttribute), true)
                || member.IsDefined(typeof(ExportAttribute), true) || member.IsDefined(typeof(OnImportsSatisfiedAttribute), true))) return true;
        return false;
    }

    private static bool IsOfMef(object attribute) => attribute is ImportAttribute or ImportManyAttribute or ImportMetadataConstraintAttribute
        || attribute.GetType().Assembly == typeof(ImportAttribute).Assembly;
}
