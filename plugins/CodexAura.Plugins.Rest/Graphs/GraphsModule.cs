namespace CodexAura.Plugins.Rest.Graphs;

/// <summary>Stored graphs: listing, reading and deleting them.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class GraphsModule : ICarterModule
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var graphs = app.MapGroup("/api/v1").WithTags("Graphs");
        graphs.MapGet("/graphs", ListAsync).Describe("listGraphs", "List the stored graphs", "Newest first, without their bodies.")
            .Parameter("repo_path", "Only those of this repository, by its absolute path.", "/srv/repos/shop")
            .Parameter("page", "Number of the page, from 1.", 1).Limits("page", 1, int.MaxValue, 1)
            .Parameter("page_size", "Graphs on a page.", 100).Limits("page_size", 1, MaxPageSize, DefaultPageSize)
            .Storage().Answers<GraphList>(200, "graphs").Refuses(400);
        graphs.MapGet("/graph/{id}", ReadAsync).Describe("getGraph", "Read a graph",
                "The whole graph, streamed; or, with `page` or `page_size`, a page of its nodes with the edges that start at them, so that each edge is on one page. "
                + "`stats` are those of the whole graph in any case. With `node_types`, edges are left out that start or end at a node that is left out.")
            .Graph().Storage()
            .Parameter("node_types", "Only nodes of these types, separated by commas: file, class, function.", "class,function")
            .Parameter("edge_types", "Only edges of these types, separated by commas.", "CALLS,EXTENDS")
            .Parameter("include_code", "Whether classes and functions come with their code, as it stands in the working tree now.", false)
            .Parameter("page", "Number of the page, from 1; without it and `page_size`, everything.", 1).Limits("page", 1, int.MaxValue, 1)
            .Parameter("page_size", "Nodes on a page.", 1000).Limits("page_size", 1, GraphQuery.MaxPageSize, GraphQuery.DefaultPageSize)
            .Answers<GraphDocument>(200, "graph").Answers(304, "The client has it already: `If-None-Match` has its entity tag.").Refuses(400, 404);
        graphs.MapDelete("/graph/{id}", DeleteAsync).Describe("deleteGraph", "Delete a graph", "What was analysed stays as it is; analysing it again makes the graph anew.")
            .Graph().Storage().Answers<DeletedGraph>(200, "deleted").Refuses(400, 404);
    }

    private static async Task<IResult> ListAsync([FromServices] GraphAccess graphs, [FromQuery(Name = "repo_path")] string? repo_path,
        [FromQuery] int? page, [FromQuery(Name = "page_size")] int? page_size, [FromQuery] string? storage, CancellationToken cancellationToken)
    {
        int number = Check.Number(page, "page", 1, 1, int.MaxValue);
        int size = Check.Number(page_size, "page_size", DefaultPageSize, 1, MaxPageSize);
        string? path = repo_path is null ? null : Check.RepositoryPath(repo_path, "repo_path");
        var all = await graphs.ListAsync(path, Check.Optional(storage, "storage"), cancellationToken);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("graphs"u8);
            long from = (number - 1L) * size;
            for (long i = from; i < all.Count && i < from + size; i++) GraphInfoJson.Write(json, all[(int)i]);
            json.WriteEndArray();
            json.WriteNumber("total"u8, all.Count);
            json.WriteNumber("page"u8, number);
            json.WriteNumber("page_size"u8, size);
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> ReadAsync(HttpContext http, [FromServices] GraphAccess graphs, [FromRoute] string id,
        [FromQuery(Name = "node_types")] string? node_types, [FromQuery(Name = "edge_types")] string? edge_types, [FromQuery(Name = "include_code")] bool? include_code,
        [FromQuery] int? page, [FromQuery(Name = "page_size")] int? page_size, [FromQuery] string? storage, CancellationToken cancellationToken)
    {
        var query = GraphQuery.Read(node_types, edge_types, include_code, page, page_size);
        var (graph, store) = (Check.Text(id, "id"), Check.Optional(storage, "storage"));
        // Code is read from the working tree, of which the tag knows nothing.
        if (!query.Code && await ETags.ClientHasAsync(http, graphs, graph, store, cancellationToken)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var stored = await graphs.LoadAsync(graph, store, cancellationToken);
        if (!query.Code && ETags.Matches(http, stored.Info)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return new GraphAnswer(stored, query, graphs);
    }

    private static async Task<IResult> DeleteAsync([FromServices] GraphAccess graphs, [FromRoute] string id, [FromQuery] string? storage, CancellationToken cancellationToken)
    {
        string? store = Check.Optional(storage, "storage");
        var found = await graphs.FindAsync(Check.Text(id, "id"), store, cancellationToken);
        var deleted = await graphs.Service.DeleteAsync(found.Id, store, cancellationToken);
        graphs.Forget();
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("graph_id"u8, deleted.Id);
            json.WriteBoolean("deleted"u8, true);
            json.WriteEndObject();
        });
    }
}
