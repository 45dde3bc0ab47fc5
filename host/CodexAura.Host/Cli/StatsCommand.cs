using System.CommandLine;
using CodexAura.Engine.Graphs;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura stats</c></summary>
internal static class StatsCommand
{
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("stats", "Show figures about a graph: sizes, most connected nodes, hot spots, what is unresolved") { Graph, Storage, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var (info, graph) = await LoadedGraph.FindAsync(session.Store(parse.GetValue(Storage)), parse.GetRequiredValue(Graph), cancellationToken);
        var stats = GraphStatsCalculator.Calculate(graph);
        if (!parse.GetValue(Json))
        {
            new StatsView(Consoles.Output, Consoles.LayoutWidth, Consoles.OutputIsTerminal, session.Analyzers()).Write(graph, stats);
            return;
        }
        JsonOutput.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("graph_id", info.Id);
            GraphInfoJson.WriteOrigin(json, info);
            json.WritePropertyName("stats");
            StatsJson.Write(json, stats, graph);
            json.WriteEndObject();
        });
    }
}
