using System.CommandLine;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins info</c></summary>
internal static class PluginsInfoCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "Id of a plugin" };
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("info", "Show all that is known of one plugin") { Id, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        string id = parse.GetRequiredValue(Id);
        using var catalog = session.LoadAll();
        var found = catalog.Entries.Where(e => e.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (found.Length == 0) throw new UsageException($"There is no plugin '{id}'. 'codex-aura plugins list' shows all.");
        if (parse.GetValue(Json)) PluginInfoView.WriteJson(found);
        else PluginInfoView.Write(Consoles.Output, found);
        return Task.CompletedTask;
    }
}
