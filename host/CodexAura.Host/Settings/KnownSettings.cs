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

    public static readonly Setting Urls = new("server:urls", "http://127.0.0.1:8000", "Addresses that the server listens on") { Kind = SettingKind.List, Option = "--urls" };

    public static readonly Setting Roots = new("server:roots", null, "Folders that the server's analyses are limited to") { Kind = SettingKind.Paths, Option = "--root" };

    public static readonly Setting ApiKey = new("server:api_key", null, "API keys, or hashes of such, that open the server, separated by commas")
    {
        Kind = SettingKind.Secret, Option = "--api-key", Variables = ["CODEX_AURA_API_KEY"],
    };

    public static readonly Setting AllowAnonymous = new("server:allow_anonymous", "false", "Whether the server may be open to other machines without an API key")
    {
        Kind = SettingKind.Flag, Option = "--allow-anonymous",
    };

    public static readonly Setting Log = new("server:log", "text", "Form of the server's log on standard error") { Words = ["text", "json", "none"], Option = "--log" };

    public static readonly Setting Watch = new("server:watch", null, "Repositories that the server analyses at the start, and again when files change")
    {
        Kind = SettingKind.Paths, Option = "--watch",
    };

    public static readonly Setting CorsOrigins = new("server:cors_origins", null, "Origins whose web pages may call the server") { Kind = SettingKind.List, Option = "--cors-origin" };

    public static readonly Setting MaxFiles = Number("server:max_files", "200000", "Files of one analysis at most; 0 for no limit", "--max-files");

    public static readonly Setting MaxMegabytes = Number("server:max_megabytes", "2000", "Megabytes of source of one analysis at most; 0 for no limit", "--max-megabytes");

    public static readonly Setting MaxMinutes = Number("server:max_minutes", "30", "Minutes of one analysis at most; 0 for no limit", "--max-minutes") with { Most = 100_000 };

    public static readonly Setting MaxAnalyses = Number("server:max_analyses", "1", "Analyses that run at once in the server", "--max-analyses") with { Least = 1, Most = 64 };

    public static readonly Setting MaxQueued = Number("server:max_queued", "16", "Analyses that may wait for their turn in the server", "--max-queued") with { Most = 10_000 };

    public static readonly Setting AnalyzeRate = Number("server:analyze_rate", "60", "Analyses that a client may ask for in a minute; 0 for no limit", "--analyze-rate");

    public static readonly Setting ContextRate = Number("server:context_rate", "600", "Questions for context that a client may ask in a minute; 0 for no limit", "--context-rate");

    public static readonly Setting RequestRate = Number("server:request_rate", "600000", "Other requests that a client may make in a minute; 0 for no limit", "--request-rate");

    public static readonly Setting MaxRequestKilobytes = Number("server:max_request_kilobytes", "1024", "The largest body of a request", "--max-request-kilobytes") with { Least = 1, Most = 1_000_000 };

    public static readonly Setting ShutdownSeconds = Number("server:shutdown_seconds", "10", "How long a stopping server waits for analyses", "--shutdown-seconds") with { Most = 3600 };

    /// <summary>Settings of <c>codex-aura serve</c> with one value each that is a number.</summary>
    public static IReadOnlyList<Setting> ServerNumbers { get; } =
        [MaxFiles, MaxMegabytes, MaxMinutes, MaxAnalyses, MaxQueued, AnalyzeRate, ContextRate, RequestRate, MaxRequestKilobytes, ShutdownSeconds];

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Storage, Data, ContextPlugin, ImpactPlugin, Plugins, DisabledPlugins, KeepGraphs, Urls, Roots, ApiKey, AllowAnonymous, CorsOrigins, Watch, Log, .. ServerNumbers];

    private static Setting Number(string key, string fallback, string description, string option) =>
        new(key, fallback, description) { Kind = SettingKind.Number, Option = option };
}
