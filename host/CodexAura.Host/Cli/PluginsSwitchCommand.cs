using System.CommandLine;
using CodexAura.Composition;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using Spectre.Console;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins enable</c> and <c>disable</c></summary>
internal static class PluginsSwitchCommand
{
    public static Command Create(string name, string description, bool disabled)
    {
        var id = new Argument<string>("id") { Description = "Id of a plugin, wherever it is" };
        var command = new Command(name, description) { id };
        command.SetBody((parse, session, _) => RunAsync(parse.GetRequiredValue(id), session, disabled));
        return command;
    }

    private static Task RunAsync(string id, HostSession session, bool disabled)
    {
        var found = session.Plugins.Entries.FirstOrDefault(e => e.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        // One that is gone may still be switched on again: the note of it goes.
        if (found is null && (disabled || !session.Installer.Switches.Disabled().Contains(id, StringComparer.OrdinalIgnoreCase)))
            throw new UsageException($"There is no plugin '{id}'. 'codex-aura plugins list' shows all.");
        bool changed = session.Installer.Switches.Set(found?.Id ?? id, disabled);
        string state = disabled ? "disabled" : "enabled";
        Consoles.Output.WriteLine(Format.Printable($"{found?.Id ?? id} {(changed ? "is now" : "was already")} {state}."));
        if (!disabled && found is { State: PluginState.Disabled, Manifest.Enabled: false })
            Console.Error.WriteLine($"Its own plugin.json switches it off: {found.Reason}");
        return Task.CompletedTask;
    }
}
