using System.CommandLine;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins</c></summary>
internal static class PluginsCommand
{
    public static Command Create() => new("plugins", "See which plugins are loaded, and why others are not")
    {
        PluginsListCommand.Create(),
        PluginsDoctorCommand.Create(),
    };
}
