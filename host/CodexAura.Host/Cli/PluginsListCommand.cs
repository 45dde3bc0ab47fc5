using System.CommandLine;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins list</c></summary>
internal static class PluginsListCommand
{
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("list", "List all plugins that were found, with their state") { Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        using var catalog = session.LoadAll();
        var running = session.Running.All();
        if (parse.GetValue(Json)) PluginsView.WriteJson(catalog.Entries, running);
        else if (catalog.Entries.Count == 0) Console.Error.WriteLine("No plugin was found. The bundled ones are in 'plugins' beside the executable; --plugins DIR names more.");
        else PluginsView.Write(Consoles.Output, catalog.Entries, running);
        return Task.CompletedTask;
    }
}
