using System.CommandLine;
using CodexAura.Engine.Git;
using CodexAura.Engine.Json;
using CodexAura.Host.Hosting;
using CodexAura.Sdk.Graph;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura export</c></summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Option<string> Output = new("--output", "-o") { Description = "Where to; '-' is standard output", HelpName = "FILE", DefaultValueFactory = _ => "-" };
    private static readonly Option<bool> Blame = SharedOptions.Blame();
    private static readonly Option<string?> Storage = SharedOptions.Storage();

    public static Command Create()
    {
        var command = new Command("export", "Write a graph as JSON") { Graph, Output, Blame, Storage };
        command.SetBody(RunAsync);
        return command;
    }

    public static async Task WriteToStandardOutputAsync(GraphInfo info, CodeGraph graph, bool blame, CancellationToken cancellationToken)
    {
        var blames = blame ? await GitBlame.OfAsync(graph, cancellationToken) : null;
        await using var output = Console.OpenStandardOutput();
        await GraphJsonWriter.WriteAsync(output, graph, info.CreatedAt, cancellationToken, blames: blames);
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var (info, graph) = await LoadedGraph.FindAsync(session.Store(parse.GetValue(Storage)), parse.GetRequiredValue(Graph), cancellationToken);
        string path = parse.GetRequiredValue(Output);
        if (path == "-")
        {
            await WriteToStandardOutputAsync(info, graph, parse.GetValue(Blame), cancellationToken);
            return;
        }
        await WriteToFileAsync(OutputFile.Open(path), info, graph, parse.GetValue(Blame), cancellationToken);
    }

    public static async Task WriteToFileAsync(OutputFile file, GraphInfo info, CodeGraph graph, bool blame, CancellationToken cancellationToken)
    {
        await using (file)
        {
            var blames = blame ? await GitBlame.OfAsync(graph, cancellationToken) : null;
            await GraphJsonWriter.WriteAsync(file.Stream, graph, info.CreatedAt, cancellationToken, blames: blames);
            await file.CommitAsync(cancellationToken);
        }
    }
}
