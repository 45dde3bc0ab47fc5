using System.CommandLine;
using CodexAura.Engine.Impact;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Json;

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
    private static readonly Option<int> Limit = SharedOptions.Number("--limit", "The most affected files, functions and tests, of each, that --json lists; 0 for all. Totals are stated in any case", 0, 0, int.MaxValue);
    private static readonly Option<bool> Owners = new("--owners") { Description = "Also who changed the changed and affected files most" };
    private static readonly Option<bool> NoHistory = new("--no-history") { Description = "Leave out files that are affected only because they used to change together" };
    private static readonly Option<string?> Plugin = SharedOptions.ImpactPlugin();
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();
    private static readonly Option<string> FormatOption = new Option<string>("--format")
    {
        Description = "How the answer is written: for people; as a comment for a pull request; the tests to run first, one on a line; JSON",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "markdown", "tests", "json");
    private static readonly Option<string[]> FailOn = new Option<string[]>("--fail-on")
    {
        Description = $"Exit with {ExitCode.TooRisky} where the risk is this or higher: low, medium, high, critical; unknown only where it is named",
        HelpName = "LEVEL",
    };

    public static Command Create()
    {
        var command = new Command("impact", "Show what a change may break, how risky it is, and which tests to run")
        {
            Graph, Files, Symbols, Since, WorkTree, Depth, Limit, Owners, NoHistory, FormatOption, FailOn, Plugin, Storage, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Files) is not { Length: > 0 } && result.GetValue(Symbols) is not { Length: > 0 }
                && result.GetValue(Since) is null && !result.GetValue(WorkTree))
                result.AddError("Say what changed: --files, --symbols, --since or --worktree.");
            if (result.GetValue(Json) && result.GetResult(FormatOption) is { Implicit: false } && result.GetValue(FormatOption) != "json")
                result.AddError("--json and another --format contradict each other.");
            foreach (string level in SharedOptions.Split(result.GetValue(FailOn)))
                if (!TryLevel(level, out _)) result.AddError($"There is no risk level '{level}'; there are low, medium, high, critical and unknown.");
        });
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
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
        switch (parse.GetValue(Json) ? "json" : parse.GetRequiredValue(FormatOption))
        {
            case "json": ImpactView.WriteJson(info.Id, answer, parse.GetValue(Limit)); break;
            case "markdown": Consoles.Out.Write(ImpactMarkdown.Write(answer)); break;
            case "tests": ImpactView.WriteTests(answer); break;
            default: ImpactView.Write(Consoles.Output, answer, Consoles.OutputIsTerminal ? Consoles.Output.Profile.Width : null); break;
        }
        var risk = answer.Result.Risk.Level;
        if (!IsTooRisky(risk, SharedOptions.Split(parse.GetValue(FailOn)))) return ExitCode.Done;
        Console.Error.WriteLine($"The risk is {JsonFormat.Word(risk)}, which --fail-on forbids.");
        return ExitCode.TooRisky;
    }

    /// <summary>Unknown is neither higher nor lower than the others, so it counts only where it is named.</summary>
    private static bool IsTooRisky(RiskLevel risk, string[] named)
    {
        foreach (string word in named)
            if (TryLevel(word, out var level) && (level == risk || (level != RiskLevel.Unknown && risk > level))) return true;
        return false;
    }

    private static bool TryLevel(string word, out RiskLevel level) => Enum.TryParse(word, ignoreCase: true, out level) && Enum.IsDefined(level) && !char.IsAsciiDigit(word[0]);

    private static Option<string[]> Many(string name, string description, string help) => new(name)
    {
        Description = description, HelpName = help, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true,
    };
}
