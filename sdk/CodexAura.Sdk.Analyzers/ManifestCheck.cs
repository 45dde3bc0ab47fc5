using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodexAura.Sdk.Analyzers;

/// <summary>Checks plugin.json as the host will read it, and against what the plugin exports.</summary>
internal static class ManifestCheck
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private static readonly Regex Id = new(@"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", Options);
    private static readonly Regex Version = new(@"^\d+(\.\d+){0,3}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$", Options);
    private static readonly Regex Range = new(@"^(\d[0-9A-Za-z.+-]*|[\[(]\s*[0-9A-Za-z.+-]*\s*(,\s*[0-9A-Za-z.+-]*\s*)?[\])])$", Options);

    public static void Run(CompilationAnalysisContext context, AdditionalText file, Contracts contracts, IReadOnlyCollection<INamedTypeSymbol> classes)
    {
        if (file.GetText(context.CancellationToken) is not { } text) return;
        void Report(DiagnosticDescriptor rule, int at, params object[] arguments) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, Place(file.Path, text, at), arguments));

        ManifestText manifest;
        try
        {
            manifest = ManifestText.Parse(text.ToString());
        }
        catch (FormatException wrong)
        {
            Report(PluginRules.ManifestMalformed, (int)wrong.Data["at"], wrong.Message);
            return;
        }
        void Required(string name, Func<string, bool> holds, string expected)
        {
            if (!manifest.TryGet(name, out var value)) Report(PluginRules.ManifestInvalid, 0, name, $"is missing; it must be {expected}");
            else if (value.Text is not { } found || !holds(found)) Report(PluginRules.ManifestInvalid, value.At, name, $"must be {expected}");
        }

        Required("id", Id.IsMatch, "a name of letters, digits, '.', '-' and '_', such as \"acme.ruby\"");
        Required("version", Version.IsMatch, "a version such as \"1.2.0\"");
        Required("sdk", Range.IsMatch, "a range of versions such as \"[0.1,1.0)\"");
        string assembly = context.Compilation.AssemblyName + ".dll";
        Required("assembly", name => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase), $"the file name of the plugin's assembly, \"{assembly}\"");
        if (manifest.TryGet("assembly", out var named) && named.Text is { } other && other.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && other != assembly)
            Report(PluginRules.ManifestAssembly, named.At, other, assembly);

        string list = string.Join(", ", Contracts.Kinds.Select(k => $"\"{k}\""));
        if (!manifest.TryGet("kinds", out var kinds)) Report(PluginRules.ManifestInvalid, 0, "kinds", $"is missing; it must be a list with at least one of {list}");
        else if (kinds.Items is not { Count: > 0 } items || items.Any(i => !Contracts.Kinds.Contains(i)))
            Report(PluginRules.ManifestInvalid, kinds.At, "kinds", $"must be a list with at least one of {list}");
        else Compare(items, kinds.At);

        void Compare(IReadOnlyList<string> items, int at)
        {
            foreach (var contract in contracts.All)
            {
                var exporter = classes.FirstOrDefault(c => contract.ExportOn(c) is not null);
                bool isNamed = items.Contains(contract.Kind);
                // Web routes alone make a module too.
                bool hasRoutes = contract.Kind == "module" && classes.Any(Contracts.ExportsRoutes);
                if (isNamed && exporter is null && !hasRoutes && !classes.Any(contract.IsImplementedBy)) Report(PluginRules.KindNotExported, at, contract.Kind, contract.Type.Name);
                if (!isNamed && exporter is not null) Report(PluginRules.KindNotNamed, at, exporter.Name, contract.Type.Name, contract.Kind);
            }
        }
    }

    private static Location Place(string path, SourceText text, int at)
    {
        var span = new TextSpan(Math.Min(at, text.Length), 0);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
