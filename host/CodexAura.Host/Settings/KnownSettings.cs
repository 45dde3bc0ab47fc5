using CodexAura.Composition;

namespace CodexAura.Host.Settings;

/// <summary>All settings of the host. Whoever adds one reads it by <see cref="HostSettings"/>; <c>codex-aura config</c> then lists it.</summary>
internal static class KnownSettings
{
    public static readonly Setting Storage = new("storage", "sqlite", "Store that graphs are kept in") { Option = "--storage" };

    public static readonly Setting Data = new("data", null, "Folder for graphs and caches")
    {
        Kind = SettingKind.Path, Option = "--data",
    };

    public static readonly Setting ContextPlugin = new("context_plugin", "basic", "Plugin that chooses what to read") { Option = "--context-plugin" };

    public static readonly Setting ImpactPlugin = new("impact_plugin", "basic", "Plugin that foretells what a change breaks") { Option = "--impact-plugin" };

    public static readonly Setting Plugins = new("plugins", null, "Plugin folders beside the bundled ones")
    {
        Kind = SettingKind.Paths, Option = "--plugins (adds to them)", Variables = [PluginHostOptions.FoldersVariable],
    };

    public static readonly Setting DisabledPlugins = new("disabled_plugins", null, "Ids of plugins that are left out") { Kind = SettingKind.List };

    public static readonly Setting KeepGraphs = new("keep_graphs", "0", "Graphs of a repository that stay after an analysis, the newest; 0 for all")
    {
        Kind = SettingKind.Number,
    };

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Storage, Data, ContextPlugin, ImpactPlugin, Plugins, DisabledPlugins, KeepGraphs];
}
