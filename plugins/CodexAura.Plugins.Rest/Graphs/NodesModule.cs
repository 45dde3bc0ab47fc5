using System.Composition;
using System.Text.Json;
using Carter;
using CodexAura.Plugins.Rest.Answers;
using CodexAura.Plugins.Rest.Documents;
using CodexAura.Plugins.Rest.Requests;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Plugins.Rest.Graphs;

/// <summary>Single nodes, and what they are connected to.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class NodesModule : ICarterModule
{
    private const int MaxDepth = 5;
    private const int DefaultEdges = 1000;
    private const int MaxEdges = 100_000;

    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var graphs = app.MapGroup("/api/v1/graph/{id}").WithTags("Graphs").CacheOutput(app.ServiceProvider.GetRequiredService<GraphVersionPolicy>());
        graphs.MapGet("/node", NodeAsync).Describe("getNode", "Read a node", "A node with its edges in and out, and its code if wanted. `node_id` may also be the path of a file, or a name that only one node has.")
            .Graph().Storage()
            .Parameter("node_id", "Id of a node, path of a file, or a name that only one node has.", "src/shop/cart.py::class::Cart").Required("node_id")
            .Parameter("include_code", "Whether the node comes with its code, as it stands in the working tree now.", true)
            .Parameter("max_edges", "The most edges of each direction.", 1000).Limits("max_edges", 0, MaxEdges, DefaultEdges)
            .Answers<NodeDocument>(200, "node").Answers(304, "The client has it already: `If-None-Match` has its entity tag.").Refuses(400, 404);
        graphs.MapGet("/dependencies", DependenciesAsync).Describe("getDependencies", "What a node depends on, and what depends on it",
                "All nodes within `depth` edges, nearest first, and the edges between them that were followed.")
            .Graph().Storage()
            .Parameter("node_id", "Id of a node, path of a file, or a name that only one node has.", "src/shop/cart.py::class::Cart").Required("node_id")
            .Parameter("depth", "How many edges to follow.", 2).Limits("depth", 1, MaxDepth, 1)
            .Parameter("direction", "`incoming`: what depends on the node; `outgoing`: what it depends on; `both`, the default.", "incoming", "incoming", "outgoing", "both", "in", "out")
            .Parameter("edge_types", "Follow only edges of these types, separated by commas.", "CALLS")
            .Answers<DependenciesDocument>(200, "dependencies").Answers(304, "The client has it already: `If-None-Match` has its entity tag.").Refuses(400, 404);
    }

    private static async Task<IResult> NodeAsync(HttpContext http, [FromServices] GraphAccess graphs, [FromRoute] string id, [FromQuery(Name = "node_id")] string? node_id,
        [FromQuery(Name = "include_code")] bool? include_code, [FromQuery(Name = "max_edges")] int? max_edges, [FromQuery] string? storage, CancellationToken cancellationToken)
    {
        string reference = Check.Text(node_id, "node_id");
        int most = Check.Number(max_edges, "max_edges", DefaultEdges, 0, MaxEdges);
        var stored = await graphs.LoadAsync(Check.Text(id, "id"), Check.Optional(storage, "storage"), cancellationToken);
        bool wantsCode = include_code ?? false;
        if (!wantsCode && ETags.Matches(http, stored.Info)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var graph = stored.Graph;
        var node = graph.Node(Find(graphs, graph, reference));
        string? code = wantsCode ? new CodeLines(graph, graphs.Service.Sources).Of(node) : null;
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("node"u8);
            json.WriteStartObject();
            GraphJsonParts.WriteNodeProperties(json, graph, node);
            if (wantsCode) json.WriteString("code"u8, code);
            json.WriteEndObject();
            WriteEdges(json, graph, "incoming", graph.Incoming(node.Index), most);
            WriteEdges(json, graph, "outgoing", graph.Outgoing(node.Index), most);
            json.WriteEndObject();
        });
    }

    private static int Find(GraphAccess graphs, CodeGraph graph, string reference)
    {
        try
        {
            return graphs.Service.FindNode(graph, reference);
        }
        catch (NodeSelectionException unknown)
        {
            throw RequestException.WithField(unknown, "node_id");
        }
    }

    private static void WriteEdges(Utf8JsonWriter json, CodeGraph graph, string name, EdgeRange edges, int most)
    {
        json.WriteNumber(name + "_total", edges.Count);
        json.WriteStartArray(name);
        foreach (int edge in edges)
        {
            if (most-- == 0) break;
            GraphJsonParts.WriteEdge(json, graph, edge);
        }
        json.WriteEndArray();
    }

    private static async Task<IResult> DependenciesAsync(HttpContext http, [FromServices] GraphAccess graphs, [FromRoute] string id, [FromQuery(Name = "node_id")] string? node_id,
        [FromQuery] int? depth, [FromQuery] string? direction, [FromQuery(Name = "edge_types")] string? edge_types, [FromQuery] string? storage, CancellationToken cancellationToken)
    {
        var query = new NeighbourQuery(Check.Text(node_id, "node_id"), Check.Number(depth, "depth", 1, 1, MaxDepth),
            Check.Direction(direction, "direction"), [.. Check.Names(edge_types, "edge_types")]);
        var stored = await graphs.LoadAsync(Check.Text(id, "id"), Check.Optional(storage, "storage"), cancellationToken);
        if (ETags.Matches(http, stored.Info)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        Neighbourhood found;
        try
        {
            found = graphs.Service.Dependencies(stored.Graph, query);
        }
        catch (CodexAuraException unknown) when (unknown.Code == "edge_type.unknown")
        {
            throw RequestException.WithField(unknown, "edge_types");
        }
        catch (NodeSelectionException unknown)
        {
            throw RequestException.WithField(unknown, "node_id");
        }
        return new JsonAnswer(json => DependenciesJson.Write(json, found, query.Depth));
    }
}
