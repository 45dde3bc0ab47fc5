using System.CommandLine;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Host.Settings;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura config</c></summary>
internal static class ConfigCommand
{
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("config", "Show all settings, with their values and where each comes from") { Storage, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var settings = session.Settings;
        if (parse.GetValue(Storage) is { } storage) settings.With(KnownSettings.Storage, storage);
        if (parse.GetValue(Json)) SettingsView.WriteJson(settings);
        else SettingsView.Write(Consoles.Output, settings, Consoles.OutputIsTerminal ? Consoles.Output.Profile.Width : null);
        return Task.CompletedTask;
    }
}
