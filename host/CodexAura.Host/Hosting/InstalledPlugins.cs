using CodexAura.Composition;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Limits;
using CodexAura.Engine.Services;
using CodexAura.Host.Cli;
using CodexAura.Host.Settings;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Storage;

namespace CodexAura.Host.Hosting;

/// <summary>What composition found, by the names that people choose it by. Plugins are loaded when something of them is first asked for.</summary>
/// <param name="catalog">Gives the catalog.</param>
/// <param name="settings">Names what is chosen where nothing is named.</param>
internal sealed class InstalledPlugins(Func<PluginCatalog> catalog, HostSettings settings) : IInstalledPlugins
{
    public IReadOnlyList<LanguageAnalyzer> Analyzers =>
        [.. catalog().GetExports<ILanguageAnalyzer, AnalyzerMetadata>()
            .Select(e => new LanguageAnalyzer(e.Metadata.Language, e.Metadata.Extensions, () => e.Value) { Plugin = e.PluginId })];

    public IReadOnlyList<string> StoreNames => Names(Stores());

    public IReadOnlyList<string> ContextProviderNames => Names(ContextProviders());

    public IReadOnlyList<string> ImpactAnalyzerNames => Names(ImpactAnalyzers());

    public IGraphStore Store(string? name) => Choose(Stores, settings.Text(KnownSettings.Storage, name), "store");

    public IContextProvider ContextProvider(string? name) =>
        Choose(ContextProviders, settings.Text(KnownSettings.ContextPlugin, name), "context plugin");

    public IImpactAnalyzer ImpactAnalyzer(string? name) =>
        Choose(ImpactAnalyzers, settings.Text(KnownSettings.ImpactPlugin, name), "impact plugin");

    public string DescribeStore(string? name)
    {
        string wanted = settings.Text(KnownSettings.Storage, name);
        return catalog().GetExports<IGraphStore, GraphStoreMetadata>(wanted).FirstOrDefault(e => e.Metadata.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } export
            ? $"store '{export.Metadata.Name}' (plugin '{export.PluginId}')"
            : $"store '{wanted}'";
    }

    private IEnumerable<Named<IGraphStore>> Stores(string? name = null) =>
        catalog().GetExports<IGraphStore, GraphStoreMetadata>(name).Select(e => new Named<IGraphStore>(e.Metadata.Name, () => e.Value));

    private IEnumerable<Named<IContextProvider>> ContextProviders(string? name = null) =>
        catalog().GetExports<IContextProvider, ContextProviderMetadata>(name).Select(e => new Named<IContextProvider>(e.Metadata.Name,
            () => new LimitedContextProvider(e.Value, $"context provider '{e.Metadata.Name}' (plugin '{e.PluginId}')")));

    private IEnumerable<Named<IImpactAnalyzer>> ImpactAnalyzers(string? name = null) =>
        catalog().GetExports<IImpactAnalyzer, ImpactAnalyzerMetadata>(name).Select(e => new Named<IImpactAnalyzer>(e.Metadata.Name,
            () => new LimitedImpactAnalyzer(e.Value, $"impact analyzer '{e.Metadata.Name}' (plugin '{e.PluginId}')")));

    private static string[] Names<T>(IEnumerable<Named<T>> exports) =>
        [.. exports.Select(e => e.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    private static T Choose<T>(Func<string?, IEnumerable<Named<T>>> find, string name, string kind)
    {
        // Plugins with other names are loaded only where none has this name: their names are then to be listed.
        foreach (string? wanted in (string?[])[name, null])
            foreach (var export in find(wanted))
                if (export.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return export.Create();
        string[] names = Names(find(null));
        string installed = names.Length == 0 ? "none is" : string.Join(", ", names) + (names.Length == 1 ? " is" : " are");
        throw new UsageException($"There is no {kind} '{name}'; {installed} installed. 'codex-aura plugins list' shows what is loaded and why something is not.")
        {
            Suggestions = names,
        };
    }

    // A class: sequences of tuples would be compiled at each start.
    private sealed record Named<T>(string Name, Func<T> Create);
}
