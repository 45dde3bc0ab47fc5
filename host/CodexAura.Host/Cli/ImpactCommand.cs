using System.CommandLine;
using CodexAura.Engine.Impact;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura impact</c></summary>
internal static class ImpactCommand
{
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Option<string[]> Files = Many("--files", "Changed files, all that is in them; relative to the repository", "FILE");
    private static readonly Option<string[]> Symbols = Many("--symbols", "Changed functions or classes: ids, or names that only one node has", "NAME");
    private static readonly Option<string?> Since = new("--since") { Description = "What changed since this commit up to HEAD, or in a range A..B", HelpName = "REV" };
    private static readonly Option<bool> WorkTree = new("--worktree") { Description = "What is not committed; with --since all from there up to now" };
    private static readonly Option<int> Depth = SharedOptions.Number("--depth", "How many steps to follow; 0 for no limit", 0, 0, 100);
    private static readonly Option<bool> Owners = new("--owners") { Description = "Also who changed the changed and affected files most" };
    private static readonly Option<bool> NoHistory = new("--no-history") { Description = "Leave out files that are affected only because they used to change together" };
    private static readonly Option<string?> Plugin = SharedOptions.ImpactPlugin();
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("impact", "Show what a change may break, how risky it is, and which tests to run")
        {
            Graph, Files, Symbols, Since, WorkTree, Depth, Owners, NoHistory, Plugin, Storage, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Files) is not { Length: > 0 } && result.GetValue(Symbols) is not { Length: > 0 }
                && result.GetValue(Since) is null && !result.GetValue(WorkTree))
                result.AddError("Say what changed: --files, --symbols, --since or --worktree.");
        });
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var query = new ImpactQuery(session.ImpactAnalyzer(parse.GetValue(Plugin)));
        var (info, graph) = await LoadedGraph.FindAsync(session.Store(parse.GetValue(Storage)), parse.GetRequiredValue(Graph), cancellationToken);
        var answer = await query.AskAsync(graph, new ImpactQuestion
        {
            Files = parse.GetValue(Files) ?? [],
            Symbols = parse.GetValue(Symbols) ?? [],
            Since = parse.GetValue(Since),
            WorkTree = parse.GetValue(WorkTree),
            Depth = parse.GetValue(Depth),
            Owners = parse.GetValue(Owners),
            History = !parse.GetValue(NoHistory),
        }, cancellationToken);
        if (parse.GetValue(Json)) ImpactView.WriteJson(info.Id, answer);
        else ImpactView.Write(Consoles.Output, answer, Consoles.OutputIsTerminal ? Consoles.Output.Profile.Width : null);
    }

    private static Option<string[]> Many(string name, string description, string help) => new(name)
    {
        Description = description, HelpName = help, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true,
    };
}
