using System.CommandLine;
using CodexAura.Composition;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins doctor</c></summary>
internal static class PluginsDoctorCommand
{
    private static readonly Argument<string?> Folder = new("dir") { Description = "Folder of a plugin. Default: all plugins", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("doctor", "Load a plugin step by step and say what is wrong; exit code 1 if anything is") { Folder, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        string? folder = parse.GetValue(Folder);
        using var catalog = folder is null ? session.LoadAll() : session.Inspect(folder);
        if (parse.GetValue(Json)) PluginsView.WriteJson(catalog.Entries);
        else PluginsView.WriteFindings(Consoles.Output, catalog.Entries);
        bool healthy = catalog.Entries.All(e => e.State is PluginState.Active or PluginState.Disabled);
        return Task.FromResult(healthy ? ExitCode.Done : ExitCode.Failed);
    }
}
