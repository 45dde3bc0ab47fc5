using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace CodexAura.Sdk.Analyzers;

/// <summary>One kind of plugin: its contract, and the attribute that exports it.</summary>
internal sealed class Contract(string kind, INamedTypeSymbol type, INamedTypeSymbol attribute)
{
    public string Kind => kind;

    public INamedTypeSymbol Type => type;

    public INamedTypeSymbol Attribute => attribute;

    public bool IsImplementedBy(INamedTypeSymbol candidate) =>
        candidate.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, type));

    public AttributeData? ExportOn(INamedTypeSymbol candidate) =>
        candidate.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));
}

/// <summary>The contracts of the SDK that a compilation references.</summary>
internal sealed class Contracts
{
    private static readonly (string Kind, string Type, string Attribute)[] Known =
    [
        ("analyzer", "CodexAura.Sdk.Analysis.ILanguageAnalyzer", "CodexAura.Sdk.Analysis.ExportAnalyzerAttribute"),
        ("store", "CodexAura.Sdk.Storage.IGraphStore", "CodexAura.Sdk.Storage.ExportGraphStoreAttribute"),
        ("context", "CodexAura.Sdk.Context.IContextProvider", "CodexAura.Sdk.Context.ExportContextProviderAttribute"),
        ("impact", "CodexAura.Sdk.Impact.IImpactAnalyzer", "CodexAura.Sdk.Impact.ExportImpactAnalyzerAttribute"),
        ("module", "CodexAura.Sdk.Hosting.IHostModule", "CodexAura.Sdk.Hosting.ExportHostModuleAttribute"),
        ("command", "CodexAura.Sdk.Hosting.IHostCommand", "CodexAura.Sdk.Hosting.ExportHostCommandAttribute"),
    ];

    private Contracts(IReadOnlyList<Contract> all, INamedTypeSymbol export, INamedTypeSymbol? shared, INamedTypeSymbol? importing) =>
        (All, Export, Shared, ImportingConstructor) = (all, export, shared, importing);

    public static IEnumerable<string> Kinds => Known.Select(k => k.Kind);

    public IReadOnlyList<Contract> All { get; }

    public INamedTypeSymbol Export { get; }

    public INamedTypeSymbol? Shared { get; }

    public INamedTypeSymbol? ImportingConstructor { get; }

    /// <summary>Null where the SDK is not referenced.</summary>
    public static Contracts? Of(Compilation compilation)
    {
        var all = new List<Contract>();
        foreach (var (kind, type, attribute) in Known)
            if (compilation.GetTypeByMetadataName(type) is { } contract && compilation.GetTypeByMetadataName(attribute) is { } export)
                all.Add(new Contract(kind, contract, export));
        return all.Count > 0 && compilation.GetTypeByMetadataName("System.Composition.ExportAttribute") is { } mef
            ? new Contracts(all, mef, compilation.GetTypeByMetadataName("System.Composition.SharedAttribute"),
                compilation.GetTypeByMetadataName("System.Composition.ImportingConstructorAttribute"))
            : null;
    }

    /// <summary>The first MEF export on a class: one of the SDK's attributes, or MEF's own.</summary>
    public AttributeData? ExportOn(INamedTypeSymbol type) => type.GetAttributes().FirstOrDefault(a => IsExport(a.AttributeClass));

    /// <summary>Whether a class is exported as a Carter module: <c>[Export(typeof(ICarterModule))]</c>.</summary>
    public static bool ExportsRoutes(INamedTypeSymbol type) => type.GetAttributes().SelectMany(a => a.ConstructorArguments)
        .Any(argument => argument.Kind == TypedConstantKind.Type && argument.Value is INamedTypeSymbol { Name: "ICarterModule", ContainingNamespace.Name: "Carter" });

    private bool IsExport(INamedTypeSymbol? attribute)
    {
        for (; attribute is not null; attribute = attribute.BaseType)
            if (SymbolEqualityComparer.Default.Equals(attribute, Export)) return true;
        return false;
    }
}
