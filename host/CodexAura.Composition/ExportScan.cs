using System.Composition;
using System.Reflection;

namespace CodexAura.Composition;

/// <summary>Finds the exported classes of an assembly by their attributes.</summary>
internal static class ExportScan
{
    /// <summary>Classes that export something, and what. Only this one assembly is looked at.</summary>
    /// <exception cref="ReflectionTypeLoadException">A type needs something that can't be loaded.</exception>
    public static (IReadOnlyList<Type> Parts, IReadOnlyList<PluginExportInfo> Exports) Of(Assembly assembly)
    {
        var parts = new List<Type>();
        var exports = new List<PluginExportInfo>();
        foreach (var type in assembly.GetTypes())
        {
            if (!type.IsClass || type.IsAbstract || !type.IsDefined(typeof(ExportAttribute), inherit: false)) continue;
            parts.Add(type);
            exports.AddRange(Of(type));
        }
        return (parts, exports);
    }

    /// <summary>What a class exports, in the order of its attributes.</summary>
    public static IEnumerable<PluginExportInfo> Of(Type type) => type.GetCustomAttributes<ExportAttribute>(inherit: false).Select(export => Describe(type, export));

    private static PluginExportInfo Describe(Type type, ExportAttribute export)
    {
        var contract = export.ContractType ?? type;
        return new PluginExportInfo(PluginKinds.Of(contract), contract, type.FullName!, Metadata(export));
    }

    /// <summary>What an attribute says about the export.</summary>
    private static Dictionary<string, object?> Metadata(ExportAttribute export)
    {
        var metadata = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in export.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.DeclaringType != typeof(ExportAttribute) && property.DeclaringType != typeof(Attribute))
                metadata[property.Name] = property.GetValue(export);
        return metadata;
    }
}
