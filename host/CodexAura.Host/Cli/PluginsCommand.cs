using System.CommandLine;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins</c></summary>
internal static class PluginsCommand
{
    public static Command Create() => new("plugins", "See which plugins are loaded and why others are not; install and remove them")
    {
        PluginsListCommand.Create(),
        PluginsInfoCommand.Create(),
        PluginsInstallCommand.Create(),
        PluginsRemoveCommand.Create(),
        PluginsSwitchCommand.Create("enable", "Switch a plugin on again", disabled: false),
        PluginsSwitchCommand.Create("disable", "Leave a plugin out without removing it", disabled: true),
        PluginsDoctorCommand.Create(),
    };
}
