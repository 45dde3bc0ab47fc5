using System.CommandLine;
using CodexAura.Composition;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using Spectre.Console;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins install</c></summary>
internal static class PluginsInstallCommand
{
    private static readonly Argument<string> Source = new("source") { Description = "A plugin's folder, or a zip file of one, as 'dotnet publish -t:PackPlugin' makes them" };
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("install", "Install a plugin for this user, in place of one with the same id; plugins run with all your rights, so install those that you trust") { Source, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var (plugin, replaced) = session.Installer.Install(parse.GetRequiredValue(Source));
        // Files alone were looked at so far. Whether it works shows only when it is loaded.
        using var catalog = session.Inspect(plugin.Folder);
        var loaded = catalog.Entries[0];
        if (parse.GetValue(Json)) PluginsView.WriteJson(catalog.Entries);
        else
        {
            string instead = replaced is null ? "" : replaced == plugin.Version ? ", again" : $", in place of {replaced}";
            Consoles.Output.WriteLine(Format.Printable($"Installed {plugin.Id} {plugin.Version}{instead}, into {plugin.Folder}"));
            PluginsView.WriteFindings(Consoles.Output, catalog.Entries);
        }
        if (loaded.State == PluginState.Active) return Task.FromResult(ExitCode.Done);
        if (loaded.State == PluginState.Failed)
            Console.Error.WriteLine($"It is installed but doesn't work. 'codex-aura plugins remove {plugin.Id}' removes it.");
        return Task.FromResult(loaded.State == PluginState.Disabled ? ExitCode.Done : ExitCode.Failed);
    }
}
