using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Hosting;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Storage;

namespace CodexAura.Composition;

/// <summary>The kinds a manifest may name, and the contract behind each.</summary>
public static class PluginKinds
{
    /// <summary>Contract by kind.</summary>
    public static IReadOnlyDictionary<string, Type> Contracts { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["analyzer"] = typeof(ILanguageAnalyzer),
        ["store"] = typeof(IGraphStore),
        ["context"] = typeof(IContextProvider),
        ["impact"] = typeof(IImpactAnalyzer),
        ["module"] = typeof(IHostModule),
        ["command"] = typeof(IHostCommand),
    };

    /// <summary>The kind whose contract this is, or null for a contract of the plugin's own.</summary>
    public static string? Of(Type contract)
    {
        foreach (var (kind, type) in Contracts)
            if (type == contract) return kind;
        // Web routes make a module too. Compared by name: whoever loads no web server has no Carter.
        return contract.FullName == "Carter.ICarterModule" ? "module" : null;
    }
}
