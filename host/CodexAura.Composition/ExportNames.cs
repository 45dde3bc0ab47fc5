using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CodexAura.Composition;

/// <summary>
/// Reads from an assembly's file, without loading it, by what names it exports something. So <c>--storage sqlite</c> loads one
/// store, however many are installed.
/// </summary>
internal static class ExportNames
{
    private const string SdkNamespace = "CodexAura.Sdk.";

    /// <summary>The first argument of each attribute of the SDK that exports the contract.</summary>
    /// <returns>Null where that can't be told: another attribute exports it, or the file can't be read.</returns>
    public static IReadOnlyList<string>? Of(string assemblyPath, Type contract)
    {
        if (AttributeOf(contract) is not { } attribute) return null;
        try
        {
            using var file = new PEReader(File.OpenRead(assemblyPath));
            if (!file.HasMetadata) return null;
            var metadata = file.GetMetadataReader();
            var names = new List<string>();
            foreach (var handle in metadata.CustomAttributes)
                if (NameIn(metadata, metadata.GetCustomAttribute(handle), attribute) is { } name) names.Add(name);
            return names.Count > 0 ? names : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null; // Loading it says what is wrong.
        }
    }

    private static string? AttributeOf(Type contract) => PluginKinds.Of(contract) switch
    {
        "analyzer" => "ExportAnalyzerAttribute",
        "store" => "ExportGraphStoreAttribute",
        "context" => "ExportContextProviderAttribute",
        "impact" => "ExportImpactAnalyzerAttribute",
        "module" => "ExportHostModuleAttribute",
        "command" => "ExportHostCommandAttribute",
        _ => null,
    };

    private static string? NameIn(MetadataReader metadata, CustomAttribute attribute, string expected)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return null;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        if (!metadata.StringComparer.Equals(type.Name, expected) || !metadata.StringComparer.StartsWith(type.Namespace, SdkNamespace)) return null;
        var value = metadata.GetBlobReader(attribute.Value);
        // ECMA-335, II.23.3: a value begins with 1, then the fixed arguments follow.
        return value.ReadUInt16() == 1 ? value.ReadSerializedString() : null;
    }
}
