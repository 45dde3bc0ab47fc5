using System.Text.Json;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
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
        var query = new NeighbourQuery(Check.Text(node_id, "node_id"));
        int most = Check.Number(max_edges, "max_edges", DefaultEdges, 0, MaxEdges);
        var (graph, store) = (Check.Text(id, "id"), Check.Optional(storage, "storage"));
        bool wantsCode = include_code ?? false;
        if (wantsCode)
        {
            var stored = await graphs.LoadAsync(graph, store, cancellationToken);
            var found = Naming(() => graphs.Service.Dependencies(stored.Graph, query));
            string? code = new CodeLines(stored.Graph, graphs.Service.Sources).Of(stored.Graph.Node(stored.Graph.Find(found.Nodes[0].Node.Id)));
            return Answer(found, json => json.WriteString("code"u8, code));
        }
        if (await ETags.ClientHasAsync(http, graphs, graph, store, cancellationToken)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var (info, read) = await Naming(() => graphs.NeighboursAsync(graph, query, store, cancellationToken));
        return ETags.Matches(http, info) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : Answer(read, _ => { });

        IResult Answer(Neighbourhood found, Action<Utf8JsonWriter> more) => new JsonAnswer(json =>
        {
            var node = found.Nodes[0].Node;
            json.WriteStartObject();
            json.WritePropertyName("node"u8);
            json.WriteStartObject();
            GraphJsonParts.WriteNodeProperties(json, node);
            more(json);
            json.WriteEndObject();
            WriteEdges(json, "incoming", [.. found.Edges.Where(edge => edge.Target == node)], most);
            WriteEdges(json, "outgoing", [.. found.Edges.Where(edge => edge.Source == node)], most);
            json.WriteEndObject();
        });
    }

    private static void WriteEdges(Utf8JsonWriter json, string name, EdgeRecord[] edges, int most)
    {
        json.WriteNumber(name + "_total", edges.Length);
        json.WriteStartArray(name);
        foreach (var edge in edges.AsSpan(0, Math.Min(most, edges.Length))) GraphJsonParts.WriteEdge(json, edge);
        json.WriteEndArray();
    }

    private static async Task<IResult> DependenciesAsync(HttpContext http, [FromServices] GraphAccess graphs, [FromRoute] string id, [FromQuery(Name = "node_id")] string? node_id,
        [FromQuery] int? depth, [FromQuery] string? direction, [FromQuery(Name = "edge_types")] string? edge_types, [FromQuery] string? storage, CancellationToken cancellationToken)
    {
        var query = new NeighbourQuery(Check.Text(node_id, "node_id"), Check.Number(depth, "depth", 1, 1, MaxDepth),
            Check.Direction(direction, "direction"), [.. Check.Names(edge_types, "edge_types")]);
        var (graph, store) = (Check.Text(id, "id"), Check.Optional(storage, "storage"));
        if (await ETags.ClientHasAsync(http, graphs, graph, store, cancellationToken)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var (info, found) = await Naming(() => graphs.NeighboursAsync(graph, query, store, cancellationToken));
        return ETags.Matches(http, info) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : new JsonAnswer(json => DependenciesJson.Write(json, found, query.Depth));
    }

    /// <summary>Names the field of the request that is to blame.</summary>
    private static T Naming<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (CodexAuraException wrong) when (FieldOf(wrong) is { } field)
        {
            throw RequestException.WithField(wrong, field);
        }
    }

    /// <inheritdoc cref="Naming{T}(Func{T})"/>
    private static async Task<T> Naming<T>(Func<Task<T>> find)
    {
        try
        {
            return await find();
        }
        catch (CodexAuraException wrong) when (FieldOf(wrong) is { } field)
        {
            throw RequestException.WithField(wrong, field);
        }
    }

    private static string? FieldOf(CodexAuraException wrong) => wrong is NodeSelectionException ? "node_id" : wrong.Code == "edge_type.unknown" ? "edge_types" : null;
}
