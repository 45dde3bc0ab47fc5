using System.CommandLine;

namespace CodexAura.Host.Cli;

/// <summary>Options that every command has.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder for graphs and caches; by default the one that is set ('codex-aura config'), else ~/.codex-aura",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string[]> Plugins = new("--plugins")
    {
        Description = "A plugin folder, or a folder of such, beside the bundled ones; repeatable. Also CODEX_AURA_PLUGINS",
        HelpName = "DIR",
        Recursive = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static readonly Option<string?> Config = new("--config")
    {
        Description = "Configuration file; by default config.json in CODEX_AURA_HOME, else in ~/.codex-aura",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show debugging messages, and where errors came from",
        Recursive = true,
    };

    public static IEnumerable<Option> All => [Data, Plugins, Config, Verbose];
}
