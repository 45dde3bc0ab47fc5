using Microsoft.CodeAnalysis;

namespace CodexAura.Sdk.Analyzers;

/// <summary>What is reported. <c>docs/plugins/diagnostics</c> has a page for each.</summary>
public static class PluginRules
{
    private const string Composition = "CodexAura.Composition";
    private const string Manifest = "CodexAura.Manifest";
    private const string Hosting = "CodexAura.Hosting";

    /// <summary>An exported class without [Shared] is made anew for each use.</summary>
    public static readonly DiagnosticDescriptor NotShared = Warning("AURA2001", Composition, "Exported class is not shared",
        "'{0}' is exported without [Shared]: MEF makes a new one at each use. Put [Shared] on it.");

    /// <summary>A contract is implemented and nobody exports it.</summary>
    public static readonly DiagnosticDescriptor NotExported = Warning("AURA2002", Composition, "Contract is implemented but not exported",
        "'{0}' implements {1}, and nothing in this plugin exports one: the host will not find it. Put [{2}(…)] on it.");

    /// <summary>The export attribute promises a contract that the class does not implement.</summary>
    public static readonly DiagnosticDescriptor ContractNotImplemented = Error("AURA2003", Composition, "Exported class does not implement its contract",
        "'{0}' is exported as {1}, which it does not implement");

    /// <summary>MEF can't tell which constructor to use.</summary>
    public static readonly DiagnosticDescriptor NoImportingConstructor = Error("AURA2004", Composition, "Exported class has no constructor that MEF can use",
        "'{0}' has only constructors with parameters, and none is marked: put [ImportingConstructor] on the one that MEF is to call");

    /// <summary>MEF does not compose it.</summary>
    public static readonly DiagnosticDescriptor NotComposable = Error("AURA2005", Composition, "Exported class can't be composed",
        "'{0}' is exported, but it is {1}: MEF makes classes that are neither abstract nor generic");

    /// <summary>Standard output belongs to the command.</summary>
    public static readonly DiagnosticDescriptor StandardOutput = Warning("AURA2006", Hosting, "Plugin writes to standard output",
        "Standard output carries the result of the command, such as a graph or the messages of MCP. Import an ILogger<T>, or write to Console.Error.");

    /// <summary>plugin.json is no JSON.</summary>
    public static readonly DiagnosticDescriptor ManifestMalformed = Error("AURA2011", Manifest, "plugin.json is not valid JSON",
        "plugin.json is not valid JSON: {0}");

    /// <summary>A property is missing or has a value that can't be used.</summary>
    public static readonly DiagnosticDescriptor ManifestInvalid = Error("AURA2012", Manifest, "A property of plugin.json is missing or invalid",
        "\"{0}\" in plugin.json {1}");

    /// <summary>plugin.json names another assembly.</summary>
    public static readonly DiagnosticDescriptor ManifestAssembly = Error("AURA2013", Manifest, "plugin.json names another assembly",
        "\"assembly\" in plugin.json is \"{0}\", and this project builds \"{1}\"");

    /// <summary>plugin.json names a kind that nothing exports.</summary>
    public static readonly DiagnosticDescriptor KindNotExported = Warning("AURA2014", Manifest, "plugin.json names a kind that is not exported",
        "\"kinds\" in plugin.json has \"{0}\", and nothing in this plugin exports {1}");

    /// <summary>Something is exported that plugin.json does not name.</summary>
    public static readonly DiagnosticDescriptor KindNotNamed = Warning("AURA2015", Manifest, "plugin.json does not name a kind that is exported",
        "'{0}' exports {1}, and \"kinds\" in plugin.json has no \"{2}\"");

    private static DiagnosticDescriptor Warning(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.CompilationEnd);
}
