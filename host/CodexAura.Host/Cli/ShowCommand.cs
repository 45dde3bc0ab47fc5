using System.CommandLine;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using Spectre.Console;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura show</c></summary>
internal static class ShowCommand
{
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Diagnostics = new("--diagnostics") { Description = "Print the diagnostics instead of the nodes" };
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("show", "Print a graph: its files with their classes and functions") { Graph, Storage, Diagnostics, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var (info, graph) = await LoadedGraph.FindAsync(session.Store(parse.GetValue(Storage)), parse.GetRequiredValue(Graph), cancellationToken);
        if (parse.GetValue(Diagnostics)) PrintDiagnostics(graph, parse.GetValue(Json));
        else if (parse.GetValue(Json)) await ExportCommand.WriteToStandardOutputAsync(info, graph, blame: false, cancellationToken);
        else GraphView.Write(Consoles.Output, graph, cancellationToken);
    }

    private static void PrintDiagnostics(Sdk.Graph.CodeGraph graph, bool asJson)
    {
        if (!asJson)
        {
            foreach (var diagnostic in graph.Diagnostics) Consoles.Output.MarkupLine(StatsView.DiagnosticLine(diagnostic));
            return;
        }
        JsonOutput.Write(json =>
        {
            json.WriteStartArray();
            foreach (var diagnostic in graph.Diagnostics) GraphJsonParts.WriteDiagnostic(json, diagnostic);
            json.WriteEndArray();
        });
    }
}
