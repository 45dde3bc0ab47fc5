using System.CommandLine;
using CodexAura.Host.Settings;

namespace CodexAura.Host.Cli;

/// <summary>Options of <c>codex-aura serve</c>. Most can be set in the environment and the configuration file too.</summary>
internal static class ServeOptions
{
    public static readonly Option<string[]> Urls = Many("--urls", "Addresses to listen on, separated by ';'; by default http://127.0.0.1:8000. Port 0 takes a free one", "URLS");
    public static readonly Option<string[]> Root = Many("--root", "Only repositories in this folder may be analysed, and are shown; repeatable", "DIR");
    public static readonly Option<string[]> ApiKeys = Many("--api-key", "Let in only who gives this key, or the key with this 'sha256:…'; repeatable. CODEX_AURA_API_KEY is better: others see a process's arguments", "KEY");
    public static readonly Option<bool> AllowAnonymous = new("--allow-anonymous") { Description = "Listen elsewhere than on loopback though no API key is set" };
    public static readonly Option<bool> NewApiKey = new("--new-api-key") { Description = "Print a new API key and its hash, and start nothing" };
    public static readonly Option<string[]> CorsOrigins = Many("--cors-origin", "Web pages of this origin may call the server; repeatable. By default none may", "ORIGIN");
    public static readonly Option<string[]> Watch = Many("--watch", "Analyse this repository at the start, and keep its graph up to date while files change; repeatable", "DIR");
    public static readonly Option<string?> Storage = SharedOptions.Storage();
    public static readonly Option<string?> Log = new Option<string?>("--log") { Description = "Form of the log on standard error, by default text; none leaves out the requests" }
        .AcceptOnlyFromAmong([.. KnownSettings.Log.Words]);

    /// <summary>The numbers, each with the setting that it overrides.</summary>
    public static IReadOnlyList<(Option<string?> Option, Setting Setting)> Numbers { get; } = [.. KnownSettings.ServerNumbers.Select(setting =>
        (new Option<string?>(setting.Option!) { Description = $"{setting.Description}; by default {setting.Default}", HelpName = "N" }, setting))];

    public static IEnumerable<Option> All => [Urls, Root, ApiKeys, AllowAnonymous, NewApiKey, CorsOrigins, Watch, Storage, Log, .. Numbers.Select(number => number.Option)];

    private static Option<string[]> Many(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
