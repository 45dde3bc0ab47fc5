using System.Text.Json.Serialization;

namespace CodexAura.Sdk.Json;

/// <summary>The graph format as it is read. Figures are not: they follow from the rest, but for what is in no edge.</summary>
internal sealed record GraphDocument(
    string? Version, DateTimeOffset? GeneratedAt, RepositoryDocument? Repository, string? Sha, StatsDocument? Stats,
    List<NodeDocument>? Nodes, List<EdgeDocument>? Edges, List<DiagnosticDocument>? Diagnostics);

internal sealed record RepositoryDocument(string? Path, string? Name);

internal sealed record StatsDocument(int TotalNodes, int TotalEdges, Dictionary<string, Dictionary<string, int>>? Unresolved);

internal sealed record NodeDocument(
    string? Id, string? Type, string? Path, int[]? Lines, string? Docstring, string? QualifiedName, string? Parent, string? Signature, int Complexity);

internal sealed record EdgeDocument(string? Source, string? Target, string? Type, int Line, int[]? Lines, string? Confidence);

internal sealed record DiagnosticDocument(string? Code, string? Severity, string? Path, int Line, string? Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GraphDocument))]
[JsonSerializable(typeof(RepositoryDocument))]
[JsonSerializable(typeof(StatsDocument))]
internal sealed partial class GraphDocumentContext : JsonSerializerContext;
