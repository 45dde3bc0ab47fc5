using System.CommandLine;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Json;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura analyze</c></summary>
internal static class AnalyzeCommand
{
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Also write the graph as JSON to FILE; '-' is standard output", HelpName = "FILE" };
    private static readonly Option<bool> Blame = SharedOptions.Blame();
    private static readonly Option<bool> Full = new("--full") { Description = "Read every file anew, also those that are unchanged" };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Then analyse from nothing too, and compare the two graphs byte for byte" };
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "No progress; print only the id of the graph" };
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("analyze", "Analyse a repository and store its graph") { AnalysisOptions.Path, Output, Blame, AnalysisOptions.Storage, Full, Verify, Quiet, Json };
        foreach (var option in AnalysisOptions.Selection) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Output) == "-" && result.GetValue(Json))
                result.AddError("'-o -' and '--json' both write to standard output; give one of them.");
            if (result.GetValue(Blame) && result.GetValue(Output) is null)
                result.AddError("'--blame' is for the JSON; say with '-o' where that goes.");
        });
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var request = AnalysisOptions.Request(parse) with { Full = parse.GetValue(Full) };
        bool toStandardOutput = parse.GetValue(Output) == "-";
        var store = session.AnalysisStore(parse.GetValue(AnalysisOptions.Storage));
        await using var file = parse.GetValue(Output) is { } path && !toStandardOutput ? OutputFile.Open(path) : null;

        var result = await ProgressDisplay.RunAsync(parse.GetValue(Quiet),
            progress => session.Pipeline().RunAsync(request, store, progress, cancellationToken));
        if (result.Warnings.Count > 0) AnalysisView.WriteWarnings(result);
        if (parse.GetValue(Verify)) await VerifyAsync(parse, session, request, store, cancellationToken);
        if (file is not null) await ExportCommand.WriteToFileAsync(file, result.Info, result.Graph, parse.GetValue(Blame), cancellationToken);
        if (toStandardOutput) await ExportCommand.WriteToStandardOutputAsync(result.Info, result.Graph, parse.GetValue(Blame), cancellationToken);
        else if (parse.GetValue(Json)) JsonOutput.Write(json => AnalysisJson.Write(json, result));
        else if (parse.GetValue(Quiet)) Consoles.Out.WriteLine(result.Info.Id);
        else Print(parse, session, result);
    }

    private static async Task VerifyAsync(ParseResult parse, HostSession session, AnalysisRequest request, IGraphStore store, CancellationToken cancellationToken)
    {
        bool quiet = parse.GetValue(Quiet);
        var difference = await ProgressDisplay.RunAsync(quiet, progress => session.Pipeline().VerifyAsync(request, store, progress, cancellationToken));
        if (difference is not null)
            throw new AnalysisException("graph.differs",
                $"The stored graph differs from one made from nothing, first in line {difference.Line} of their JSON form:\n  stored: {difference.Left ?? "(ends)"}\n  anew:   {difference.Right ?? "(ends)"}\n"
                + "'codex-aura analyze --full' makes it right; please report this, for the two should never differ.");
        if (!quiet) Console.Error.WriteLine("Verified: the stored graph equals one made from nothing, byte for byte.");
    }

    private static void Print(ParseResult parse, HostSession session, AnalysisResult result)
    {
        new StatsView(Consoles.Output, Consoles.LayoutWidth, Consoles.OutputIsTerminal, session.Analyzers())
            .Write(result.Graph, GraphStatsCalculator.Calculate(result.Graph));
        AnalysisView.Write(Consoles.Output, result, session, parse.GetValue(AnalysisOptions.Storage));
    }
}
