using CodexAura.Engine.Analysis;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Services;

/// <summary>The plugins that the services work with: what composition found, by the names that people choose them by.</summary>
public interface IInstalledPlugins
{
    /// <summary>The installed analyzers.</summary>
    IReadOnlyList<LanguageAnalyzer> Analyzers { get; }

    /// <summary>Names of the installed stores, in ordinal order.</summary>
    IReadOnlyList<string> StoreNames { get; }

    /// <summary>Names of the installed context providers, in ordinal order.</summary>
    IReadOnlyList<string> ContextProviderNames { get; }

    /// <summary>Names of the installed impact analyzers, in ordinal order.</summary>
    IReadOnlyList<string> ImpactAnalyzerNames { get; }

    /// <summary>Gives a store by its name; null for the configured one. The same name gives the same object.</summary>
    /// <exception cref="CodexAuraException">There is none of that name.</exception>
    IGraphStore Store(string? name);

    /// <summary>How messages name the store of a name; null for the configured one.</summary>
    string DescribeStore(string? name) => name is null ? "store" : $"store '{name}'";

    /// <summary>Gives a context provider by its name; null for the configured one.</summary>
    /// <exception cref="CodexAuraException">There is none of that name.</exception>
    IContextProvider ContextProvider(string? name);

    /// <summary>Gives an impact analyzer by its name; null for the configured one.</summary>
    /// <exception cref="CodexAuraException">There is none of that name.</exception>
    IImpactAnalyzer ImpactAnalyzer(string? name);
}
