using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodexAura.Sdk.Analyzers;

/// <summary>Looks at what a plugin exports, and compares it with plugin.json. Does nothing in projects that are no plugins.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PluginAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        PluginRules.NotShared, PluginRules.NotExported, PluginRules.ContractNotImplemented, PluginRules.NoImportingConstructor,
        PluginRules.NotComposable, PluginRules.StandardOutput, PluginRules.ManifestMalformed, PluginRules.ManifestInvalid,
        PluginRules.ManifestAssembly, PluginRules.KindNotExported, PluginRules.KindNotNamed,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (!IsPlugin(context.Options) || Contracts.Of(context.Compilation) is not { } contracts) return;
        var classes = new ConcurrentBag<INamedTypeSymbol>();
        context.RegisterSymbolAction(symbol =>
        {
            var type = (INamedTypeSymbol)symbol.Symbol;
            if (type.TypeKind != TypeKind.Class) return;
            classes.Add(type);
            CheckPart(symbol, contracts, type);
        }, SymbolKind.NamedType);
        context.RegisterOperationAction(CheckOutput, OperationKind.Invocation, OperationKind.PropertyReference);
        context.RegisterCompilationEndAction(end =>
        {
            CheckExports(end, contracts, classes);
            foreach (var file in end.Options.AdditionalFiles.Where(f => System.IO.Path.GetFileName(f.Path) == "plugin.json"))
                ManifestCheck.Run(end, file, contracts, classes);
        });
    }

    private static bool IsPlugin(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsCodexAuraPlugin", out string? value)
        && string.Equals(value, "true", System.StringComparison.OrdinalIgnoreCase);

    private static void CheckPart(SymbolAnalysisContext context, Contracts contracts, INamedTypeSymbol type)
    {
        if (contracts.ExportOn(type) is not { } export) return;
        if (type.IsAbstract || type.IsStatic || type.IsGenericType)
            Report(PluginRules.NotComposable, type.IsGenericType ? "generic" : type.IsStatic ? "static" : "abstract");
        else if (!HasUsableConstructor(contracts, type))
            Report(PluginRules.NoImportingConstructor);
        if (contracts.All.FirstOrDefault(c => SymbolEqualityComparer.Default.Equals(c.Attribute, export.AttributeClass)) is not { } contract) return;
        if (!contract.IsImplementedBy(type)) Report(PluginRules.ContractNotImplemented, contract.Type.Name);
        if (contracts.Shared is { } shared && !type.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, shared)))
            Report(PluginRules.NotShared);

        void Report(DiagnosticDescriptor rule, params object[] more) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, type.Locations[0], [type.Name, .. more]));
    }

    private static bool HasUsableConstructor(Contracts contracts, INamedTypeSymbol type) => type.InstanceConstructors.Any(c =>
        c.Parameters.Length == 0 || c.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, contracts.ImportingConstructor)));

    private static void CheckExports(CompilationAnalysisContext context, Contracts contracts, IEnumerable<INamedTypeSymbol> classes)
    {
        var usable = classes.Where(c => !c.IsAbstract).ToArray();
        foreach (var contract in contracts.All)
        {
            if (usable.Any(c => contract.ExportOn(c) is not null)) continue;
            // One that is handed around inside of the plugin, such as a wrapper, needs no export: only where there is none at all something is missing.
            foreach (var type in usable.Where(contract.IsImplementedBy))
                context.ReportDiagnostic(Diagnostic.Create(PluginRules.NotExported, type.Locations[0], type.Name, contract.Type.Name,
                    contract.Attribute.Name.Substring(0, contract.Attribute.Name.Length - "Attribute".Length)));
        }
    }

    private static void CheckOutput(OperationAnalysisContext context)
    {
        ISymbol? member = context.Operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "Write" or "WriteLine" or "OpenStandardOutput" } method } => method,
            IPropertyReferenceOperation { Property: { Name: "Out" } property } => property,
            _ => null,
        };
        if (member is { IsStatic: true, ContainingType: { Name: "Console", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } })
            context.ReportDiagnostic(Diagnostic.Create(PluginRules.StandardOutput, context.Operation.Syntax.GetLocation()));
    }
}
