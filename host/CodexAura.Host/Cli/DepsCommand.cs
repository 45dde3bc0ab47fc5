using System.CommandLine;
using CodexAura.Engine.Graphs;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Storage;

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
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("deps", "Show what a node depends on and what depends on it") { Graph, Node, Depth, DirectionOption, EdgeTypes, Storage, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var store = session.Store(parse.GetValue(Storage));
        string[] types = SharedOptions.Split(parse.GetValue(EdgeTypes));
        var direction = parse.GetRequiredValue(DirectionOption) switch
        {
            "in" => EdgeDirection.Incoming,
            "out" => EdgeDirection.Outgoing,
            _ => EdgeDirection.Both,
        };
        var (depth, reference) = (parse.GetValue(Depth), parse.GetRequiredValue(Node));
        var found = store is IGraphQuery query
            ? await ReadAsync(query)
            : await LoadAsync();
        if (parse.GetValue(Json)) JsonOutput.Write(json => DependenciesJson.Write(json, found, depth));
        else DependenciesView.Write(Consoles.Output, found, Consoles.OutputIsTerminal ? Consoles.Output.Profile.Width : null);

        async Task<Neighbourhood> ReadAsync(IGraphQuery query)
        {
            var info = await GraphSelector.FindAsync(store, parse.GetRequiredValue(Graph), cancellationToken);
            string node = await NodeSelector.FindAsync(store, query, info.Id, reference, cancellationToken);
            var wanted = GraphFilter.KnownEdgeTypes(await query.EdgeTypesAsync(info.Id, cancellationToken), types);
            return await query.NeighboursAsync(info.Id, new NeighbourQuery(node, depth, direction, wanted), cancellationToken)
                ?? throw new GraphSelectionException("graph.not_found", $"The graph {info.Id} was replaced a moment ago; try again.", []);
        }

        async Task<Neighbourhood> LoadAsync()
        {
            var (_, graph) = await LoadedGraph.FindAsync(store, parse.GetRequiredValue(Graph), cancellationToken);
            string node = graph.Node(NodeSelector.Find(graph, reference)).Id;
            return GraphReads.Neighbours(graph, new NeighbourQuery(node, depth, direction, GraphFilter.KnownEdgeTypes(graph.EdgeTypeNames, types)))!;
        }
    }
}
