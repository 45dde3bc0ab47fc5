using System.IO.Pipelines;
using System.Text.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Rest.Graphs;

/// <summary>
/// A graph in the format "1.0", or a page or part of it. It is written from the graph in memory into the connection as fast as the
/// client reads, so that the largest graph costs a buffer and no copy.
/// </summary>
internal sealed class GraphAnswer(StoredGraph stored, GraphQuery query, GraphAccess access) : IResult
{
    private const int FlushAt = 32 * 1024;
    private readonly CodeGraph _graph = stored.Graph;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Wrong names are told before the first byte.
        var edgeTypes = WantedEdgeTypes();
        httpContext.Response.ContentType = JsonAnswer.ContentType;
        var pipe = httpContext.Response.BodyWriter;
        var json = new Utf8JsonWriter(pipe, JsonFormat.Compact);
        await using (json)
        {
            json.WriteStartObject();
            json.WriteString("version"u8, GraphJsonWriter.Version);
            json.WriteString("id"u8, stored.Info.Id);
            json.WriteString("generated_at"u8, JsonFormat.Time(stored.Info.CreatedAt));
            json.WritePropertyName("repository"u8);
            GraphJsonParts.WriteRepository(json, _graph.Repository);
            json.WriteString("sha"u8, _graph.Repository.Sha);
            json.WritePropertyName("stats"u8);
            StatsJson.Write(json, access.StatsOf(_graph), _graph);
            var nodes = Nodes();
            if (query.Page is { } page) WritePage(json, page);
            await WriteAllAsync(json, pipe, nodes, edgeTypes, httpContext.RequestAborted);
            json.WriteEndObject();
            json.Flush();
            await pipe.FlushAsync(httpContext.RequestAborted);
        }
    }

    private async Task WriteAllAsync(Utf8JsonWriter json, PipeWriter pipe, (int From, int To) nodes, bool[]? edgeTypes, CancellationToken cancellationToken)
    {
        var code = query.Code ? new CodeLines(_graph, access.Service.Sources) : null;
        json.WriteStartArray("nodes"u8);
        for (int i = nodes.From; i < nodes.To; i++)
        {
            var node = _graph.Node(i);
            if (!IsWanted(node.Type)) continue;
            json.WriteStartObject();
            GraphJsonParts.WriteNodeProperties(json, _graph, node);
            // Of a file it would be the code of all that is in it once more.
            if (code is not null && node.Type != NodeType.File) json.WriteString("code"u8, code.Of(node));
            json.WriteEndObject();
            if (json.BytesPending > FlushAt) await FlushAsync();
        }
        json.WriteEndArray();
        json.WriteStartArray("edges"u8);
        for (int i = nodes.From; i < nodes.To; i++)
        {
            if (!IsWanted(_graph.Node(i).Type)) continue;
            foreach (int number in _graph.Outgoing(i))
            {
                var edge = _graph.Edge(number);
                if (edgeTypes?[edge.TypeIndex] == false || !IsWanted(_graph.Node(edge.Target).Type)) continue;
                GraphJsonParts.WriteEdge(json, _graph, number);
            }
            if (json.BytesPending > FlushAt) await FlushAsync();
        }
        json.WriteEndArray();
        json.WriteStartArray("diagnostics"u8);
        if (query.Page is null or 1)
            foreach (var diagnostic in _graph.Diagnostics) GraphJsonParts.WriteDiagnostic(json, diagnostic);
        json.WriteEndArray();

        async ValueTask FlushAsync()
        {
            json.Flush();
            await pipe.FlushAsync(cancellationToken);
        }
    }

    private void WritePage(Utf8JsonWriter json, int page)
    {
        int total = Count();
        json.WriteStartObject("page"u8);
        json.WriteNumber("page"u8, page);
        json.WriteNumber("page_size"u8, query.PageSize);
        json.WriteNumber("pages"u8, (total + query.PageSize - 1) / query.PageSize);
        json.WriteNumber("total_nodes"u8, total);
        json.WriteEndObject();
    }

    private int Count()
    {
        if (query.NodeTypes.Count == 0) return _graph.NodeCount;
        int count = 0;
        for (int i = 0; i < _graph.NodeCount; i++)
            if (IsWanted(_graph.Node(i).Type)) count++;
        return count;
    }

    /// <summary>The range of node numbers that the page lies in.</summary>
    private (int From, int To) Nodes()
    {
        if (query.Page is not { } page) return (0, _graph.NodeCount);
        long skip = (page - 1L) * query.PageSize;
        int from = 0;
        for (; from < _graph.NodeCount && skip > 0; from++)
            if (IsWanted(_graph.Node(from).Type)) skip--;
        int to = from;
        for (int taken = 0; to < _graph.NodeCount && taken < query.PageSize; to++)
            if (IsWanted(_graph.Node(to).Type)) taken++;
        return (from, to);
    }

    private bool IsWanted(NodeType type) => query.NodeTypes.Count == 0 || query.NodeTypes.Contains(type);

    private bool[]? WantedEdgeTypes()
    {
        if (query.EdgeTypes.Count == 0) return null;
        string[] known = [.. _graph.EdgeTypeNames.Union([EdgeTypes.Calls, EdgeTypes.Extends, EdgeTypes.Imports])];
        if (query.EdgeTypes.FirstOrDefault(type => !known.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new Requests.RequestException("edge_type.unknown", $"'{unknown}' is no edge type of this graph; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.", "edge_types");
        return [.. _graph.EdgeTypeNames.Select(name => query.EdgeTypes.Contains(name, StringComparer.OrdinalIgnoreCase))];
    }
}
