using System.CommandLine;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Json;
using CodexAura.Engine.Scanning;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura analyze</c></summary>
internal static class AnalyzeCommand
{
    private static readonly Argument<string> PathArgument = new("path") { Description = "Folder of the repository" };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Also write the graph as JSON to FILE; '-' is standard output", HelpName = "FILE" };
    private static readonly Option<string> Storage = SharedOptions.Storage();
    private static readonly Option<string[]> EdgeTypes = SharedOptions.EdgeTypes();
    private static readonly Option<string[]> Exclude = new("--exclude") { Description = "Leave out files and folders that match, as in .gitignore; '!PATTERN' takes in what would be left out; repeatable", HelpName = "GLOB" };
    private static readonly Option<int> MaxFileSize = SharedOptions.Number("--max-file-size", "Leave out files of more than N MiB", (int)(ScanOptions.DefaultMaxFileSize >> 20), 1, 1024);
    private static readonly Option<int> Threads = SharedOptions.Number("--threads", "Files read at once", Environment.ProcessorCount, 1, 1024);
    private static readonly Option<bool> Full = new("--full") { Description = "Read every file anew, also those that are unchanged" };
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "No progress; print only the id of the graph" };
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("analyze", "Analyse a repository and store its graph") { PathArgument, Output, Storage, EdgeTypes, Exclude, MaxFileSize, Threads, Full, Quiet, Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Output) == "-" && result.GetValue(Json))
                result.AddError("'-o -' and '--json' both write to standard output; give one of them.");
        });
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var request = new AnalysisRequest
        {
            Path = parse.GetRequiredValue(PathArgument),
            Exclude = parse.GetValue(Exclude) ?? [],
            EdgeTypes = SharedOptions.Split(parse.GetValue(EdgeTypes)),
            MaxFileSize = (long)parse.GetValue(MaxFileSize) << 20,
            Threads = parse.GetValue(Threads),
            Full = parse.GetValue(Full),
        };
        bool toStandardOutput = parse.GetValue(Output) == "-";
        var store = session.Store(parse.GetRequiredValue(Storage));
        await using var file = parse.GetValue(Output) is { } path && !toStandardOutput ? OutputFile.Open(path) : null;

        var result = await ProgressDisplay.RunAsync(parse.GetValue(Quiet),
            progress => session.Pipeline().RunAsync(request, store, progress, cancellationToken));
        AnalysisView.WriteWarnings(result);
        if (file is not null)
        {
            await GraphJsonWriter.WriteAsync(file.Stream, result.Graph, result.Info.CreatedAt, cancellationToken);
            await file.CommitAsync(cancellationToken);
        }
        if (toStandardOutput)
        {
            await using var output = Console.OpenStandardOutput();
            await GraphJsonWriter.WriteAsync(output, result.Graph, result.Info.CreatedAt, cancellationToken);
        }
        else if (parse.GetValue(Json)) PrintJson(result);
        else if (parse.GetValue(Quiet)) Console.Out.WriteLine(result.Info.Id);
        else Print(parse, session, result);
    }

    private static void Print(ParseResult parse, HostSession session, AnalysisResult result)
    {
        new StatsView(Consoles.Output, Consoles.LayoutWidth, Consoles.OutputIsTerminal, session.Analyzers())
            .Write(result.Graph, GraphStatsCalculator.Calculate(result.Graph));
        AnalysisView.Write(Consoles.Output, result, session.DataFolder, parse.GetRequiredValue(Storage));
    }

    private static void PrintJson(AnalysisResult result) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("graph_id", result.Info.Id);
        json.WriteString("status", "completed");
        GraphInfoJson.WriteOrigin(json, result.Info);
        json.WritePropertyName("stats");
        StatsJson.Write(json, GraphStatsCalculator.Calculate(result.Graph), result.Graph);
        json.WriteNumber("files_reused", result.FilesReused);
        json.WriteNumber("duration_ms", Math.Round(result.Duration.TotalMilliseconds));
        json.WriteStartObject("phases_ms");
        foreach (var timing in result.Timings) json.WriteNumber(JsonFormat.Word(timing.Phase), Math.Round(timing.Duration.TotalMilliseconds));
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
