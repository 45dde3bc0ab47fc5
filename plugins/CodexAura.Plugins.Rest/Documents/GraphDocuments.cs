using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodexAura.Plugins.Rest.Documents;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A page of the stored graphs.")]
internal sealed record GraphList(
    [property: Description("Newest first.")] IReadOnlyList<GraphSummary> Graphs,
    [property: Description("How many there are on all pages.")] int Total,
    [property: Description("Number of this page, from 1.")] int Page,
    [property: Description("Graphs on a page.")] int PageSize);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A stored graph without its body.")]
internal sealed record GraphSummary(
    [property: Description("16 hexadecimal digits, the same for every analysis of one commit of one repository.")] string Id,
    Repository Repository,
    [property: Description("Commit of the analysed tree.")] string? Sha,
    [property: Description("When the graph was made.")] DateTimeOffset CreatedAt,
    int NodeCount,
    int EdgeCount);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("Where a graph came from.")]
internal sealed record Repository(
    [property: Description("Absolute path of the analysed root on the server.")] string Path,
    [property: Description("Name of the root folder.")] string Name);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A graph in the format 1.0, or a part of it.")]
internal sealed record GraphDocument
{
    [Description("Version of the format.")]
    public required string Version { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required Repository Repository { get; init; }

    public required string? Sha { get; init; }

    public required Stats Stats { get; init; }

    public Page? Page { get; init; }

    public required IReadOnlyList<NodeWithCode> Nodes { get; init; }

    public required IReadOnlyList<Edge> Edges { get; init; }

    public required IReadOnlyList<DiagnosticDocument> Diagnostics { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("Which part of the graph this is; only where a page was asked for.")]
internal sealed record Page(
    [property: JsonPropertyName("page"), Description("Number of this page, from 1.")] int Number,
    [property: Description("Nodes on a page.")] int PageSize,
    [property: Description("Number of pages.")] int Pages,
    [property: Description("Nodes on all pages.")] int TotalNodes);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("Figures about a graph.")]
internal sealed record Stats(
    int TotalNodes,
    int TotalEdges,
    [property: Description("Nodes of each type.")] IReadOnlyDictionary<string, int> NodeTypes,
    [property: Description("Edges of each type.")] IReadOnlyDictionary<string, int> EdgeTypes,
    int Files,
    long Lines,
    [property: Description("Mean McCabe complexity of all functions.")] double AverageComplexity,
    int HotSpotsCount,
    [property: Description("Functions with the highest complexity × connections.")] IReadOnlyList<HotSpot> HotSpots,
    [property: Description("Edges of each confidence.")] IReadOnlyDictionary<string, int> Confidence,
    [property: Description("Nodes with the most edges.")] IReadOnlyList<ConnectedNode> MostConnected,
    [property: Description("References that became no edge: how often, by edge type and reason.")] IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Unresolved,
    [property: Description("Files and lines by the ending of file names.")] IReadOnlyList<ExtensionCount> Extensions,
    [property: Description("Diagnostics of each severity.")] IReadOnlyDictionary<string, int> Diagnostics);

internal sealed record HotSpot(string Id, int Complexity, int Connections, long Score);

internal sealed record ConnectedNode(string Id, int Incoming, int Outgoing);

internal sealed record ExtensionCount(string Extension, int Files, long Lines);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A file, class or function.")]
internal record Node
{
    [Description("`{path}::file`, `{path}::class::{qualified name}` or `{path}::function::{qualified name}`.")]
    public required string Id { get; init; }

    [AllowedValues("file", "class", "function")]
    public required string Type { get; init; }

    public required string Name { get; init; }

    [Description("Path of its file, relative to the root.")]
    public required string Path { get; init; }

    [MinLength(2), MaxLength(2), Description("First and last line, from 1, inclusive.")]
    public required IReadOnlyList<int> Lines { get; init; }

    public required string? Docstring { get; init; }

    [Description("Who changed it last; null unless asked for at the analysis.")]
    public required object? Blame { get; init; }

    [Description("Dotted name inside the file; files have none.")]
    public string? QualifiedName { get; init; }

    [Description("Id of what it is in; files have none.")]
    public string? Parent { get; init; }

    [Description("Parameters and return annotation as written; functions only.")]
    public string? Signature { get; init; }

    [Description("McCabe's cyclomatic complexity; functions only.")]
    public int? Complexity { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A node, with its code if that was asked for.")]
internal sealed record NodeWithCode : Node
{
    [Description("Its lines as they stand in the working tree now; null where they are gone. Only with `include_code`.")]
    public string? Code { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A node and how far it is.")]
internal sealed record ReachedNode : Node
{
    [Description("Edges between it and the node that was asked for.")]
    public required int Distance { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A reference from one node to another.")]
internal sealed record Edge
{
    public required string Source { get; init; }

    public required string Target { get; init; }

    [Description("IMPORTS, CALLS, EXTENDS, or a name of a plugin's own.")]
    public required string Type { get; init; }

    [Description("First line where it stands.")]
    public required int Line { get; init; }

    [Description("All lines where it stands; left out where there is one.")]
    public IReadOnlyList<int>? Lines { get; init; }

    [AllowedValues("exact", "inferred", "heuristic"), Description("How far it may be relied on.")]
    public required string Confidence { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("Something that was noticed while the repository was read.")]
internal sealed record DiagnosticDocument(string Code, string Severity, string Path, int Line, string Message);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("A node and its edges.")]
internal sealed record NodeDocument(
    NodeWithCode Node,
    [property: Description("Number of edges that end at it.")] int IncomingTotal,
    [property: Description("Edges that end at it, as many as `max_edges` allows.")] IReadOnlyList<Edge> Incoming,
    [property: Description("Number of edges that start at it.")] int OutgoingTotal,
    [property: Description("Edges that start at it, as many as `max_edges` allows.")] IReadOnlyList<Edge> Outgoing);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("What a node is connected to.")]
internal sealed record DependenciesDocument(
    [property: Description("Id of the node that was asked for.")] string Root,
    [property: Description("How many edges were followed at most.")] int Depth,
    [property: Description("The node itself, then the nearest first.")] IReadOnlyList<ReachedNode> Nodes,
    [property: Description("The edges that were followed.")] IReadOnlyList<Edge> Edges);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DeletedGraph(string GraphId, bool Deleted);
