using System.CommandLine;
using CodexAura.Engine.Backtesting;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura backtest</c></summary>
internal static class BacktestCommand
{
    private static readonly Argument<string> Repository = new("repository") { Description = "A git repository, with or without a work tree; it is only read" };
    private static readonly Option<int> Commits = SharedOptions.Number("--commits", "How many commits to replay", 200, 1, 100_000);
    private static readonly Option<string> Until = new("--until") { Description = "The newest commit to replay; later ones tell what had to be fixed", HelpName = "REV", DefaultValueFactory = _ => "HEAD" };
    private static readonly Option<string?> Plugin = SharedOptions.ImpactPlugin();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("backtest", "Replay a repository's history: how well would impact have foretold it?") { Repository, Commits, Until, Plugin, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var tester = new Backtester(session.Pipeline(), session.ImpactAnalyzer(parse.GetValue(Plugin)));
        using var progress = new ProgressLine();
        var report = await tester.RunAsync(new BacktestRequest
        {
            Path = parse.GetRequiredValue(Repository),
            Commits = parse.GetValue(Commits),
            Until = parse.GetRequiredValue(Until),
        }, progress, cancellationToken);
        progress.Clear();
        if (parse.GetValue(Json)) BacktestView.WriteJson(report);
        else BacktestView.Write(Consoles.Output, report);
    }
}
