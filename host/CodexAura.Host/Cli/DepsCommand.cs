using System.CommandLine;
using CodexAura.Engine.Graphs;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura deps</c></summary>
internal static class DepsCommand
{
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Argument<string> Node = new("node") { Description = "Id of a node, path of a file, or a name that only one node has" };
    private static readonly Option<int> Depth = SharedOptions.Number("--depth", "How many edges to follow", 1, 1, 100);
    private static readonly Option<string> DirectionOption = new Option<string>("--direction")
    {
        Description = "in: what depends on the node; out: what it depends on; both",
        DefaultValueFactory = _ => "both",
    }.AcceptOnlyFromAmong("in", "out", "both");
    private static readonly Option<string[]> EdgeTypes = SharedOptions.EdgeTypes();
    private static readonly Option<string> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("deps", "Show what a node depends on and what depends on it") { Graph, Node, Depth, DirectionOption, EdgeTypes, Storage, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var store = session.Store(parse.GetRequiredValue(Storage));
        var (_, graph) = await LoadedGraph.FindAsync(store, parse.GetRequiredValue(Graph), cancellationToken);
        int root = NodeSelector.Find(graph, parse.GetRequiredValue(Node));
        var direction = parse.GetRequiredValue(DirectionOption) switch
        {
            "in" => Direction.Incoming,
            "out" => Direction.Outgoing,
            _ => Direction.Both,
        };
        string[] types = SharedOptions.Split(parse.GetValue(EdgeTypes));
        GraphFilter.CheckEdgeTypes(graph, types);
        var dependencies = DependencyWalk.Follow(graph, root, parse.GetValue(Depth), direction, types);
        if (parse.GetValue(Json)) DependenciesView.WriteJson(graph, dependencies);
        else DependenciesView.Write(Consoles.Output, graph, dependencies, Consoles.OutputIsTerminal ? Consoles.Output.Profile.Width : null);
    }
}
