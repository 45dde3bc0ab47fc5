using System.CommandLine;
using CodexAura.Composition;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura plugins doctor</c></summary>
internal static class PluginsDoctorCommand
{
    private static readonly Argument<string?> Folder = new("dir") { Description = "Folder of a plugin. Default: all plugins", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Score = new("--score") { Description = "Also let the plugin work on this repository, and show what it did: nodes and edges, time, memory, diagnostics", HelpName = "REPOSITORY" };
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("doctor", "Load a plugin step by step and say what is wrong; exit code 1 if anything is") { Folder, Score, Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Score) is not null && result.GetValue(Folder) is null) result.AddError("--score is of one plugin: give its folder too.");
        });
        command.SetBody(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken) =>
        parse.GetValue(Score) is { } repository ? ScoreAsync(parse, session, repository, cancellationToken) : Task.FromResult(Check(parse, session));

    private static int Check(ParseResult parse, HostSession session)
    {
        string? folder = parse.GetValue(Folder);
        using var catalog = folder is null ? session.LoadAll() : session.Inspect(folder);
        if (parse.GetValue(Json)) PluginsView.WriteJson(catalog.Entries);
        else PluginsView.WriteFindings(Consoles.Output, catalog.Entries);
        bool healthy = catalog.Entries.All(e => e.State is PluginState.Active or PluginState.Disabled);
        return healthy ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> ScoreAsync(ParseResult parse, HostSession session, string repository, CancellationToken cancellationToken)
    {
        // A store works in a folder of its own: nothing of the user's is touched.
        var data = Directory.CreateTempSubdirectory("codex-aura-score-");
        try
        {
            using var own = session.WithData(data.FullName);
            using var catalog = own.Inspect(parse.GetRequiredValue(Folder)!);
            var plugin = catalog.Entries[0];
            if (plugin.State != PluginState.Active)
            {
                if (parse.GetValue(Json)) PluginsView.WriteJson(catalog.Entries);
                else PluginsView.WriteFindings(Consoles.Output, catalog.Entries);
                return ExitCode.Failed;
            }
            var score = await new PluginScore(catalog, session.Analyzers()).RunAsync(repository, cancellationToken);
            if (parse.GetValue(Json)) PluginScoreView.WriteJson(plugin, score);
            else
            {
                PluginsView.WriteFindings(Consoles.Output, catalog.Entries);
                PluginScoreView.Write(Consoles.Output, score);
            }
            return ExitCode.Done;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
