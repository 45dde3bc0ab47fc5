using System.Text.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Json;

/// <summary>A graph that was read, and when it had been made.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="CreatedAt">Its <c>generated_at</c>.</param>
public sealed record GraphFile(CodeGraph Graph, DateTimeOffset CreatedAt);

/// <summary>Reads what <see cref="GraphJsonWriter"/> writes.</summary>
public static class GraphJsonReader
{
    /// <summary>Reads a graph.</summary>
    /// <param name="stream">Where from; left open.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidDataException">It is no graph of a version that is known; the message says what is wrong.</exception>
    public static async Task<GraphFile> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            var document = await JsonSerializer.DeserializeAsync(stream, GraphDocumentContext.Default.GraphDocument, cancellationToken).ConfigureAwait(false);
            return Build(document ?? throw new InvalidDataException("The graph is null."));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"This is no graph in JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"The graph contradicts itself: {e.Message}", e);
        }
    }

    private static GraphFile Build(GraphDocument document)
    {
        if (document.Version?.Split('.')[0] != "1")
            throw new InvalidDataException($"The graph has the format version '{document.Version}'; this program reads versions 1.x.");
        var builder = new GraphBuilder();
        var handles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in document.Nodes ?? []) handles.Add(Required(node.Id, "id"), AddNode(builder, node, handles));
        foreach (var edge in document.Edges ?? [])
        {
            int source = Handle(handles, edge.Source), target = Handle(handles, edge.Target);
            var confidence = Word<Confidence>(edge.Confidence);
            foreach (int line in edge.Lines ?? [edge.Line]) builder.AddEdge(source, target, Required(edge.Type, "type"), line, confidence);
        }
        foreach (var d in document.Diagnostics ?? [])
            builder.AddDiagnostic(new Diagnostic(Required(d.Code, "code"), Word<DiagnosticSeverity>(d.Severity), d.Path ?? "", d.Line, d.Message ?? ""));
        foreach (var (kind, reasons) in document.Stats?.Unresolved ?? [])
            foreach (var (reason, count) in reasons) builder.AddUnresolved(kind, reason, count);

        var repository = new RepositoryInfo(
            Required(document.Repository?.Path, "repository.path"), Required(document.Repository?.Name, "repository.name"), document.Sha);
        return new GraphFile(builder.Build(repository), document.GeneratedAt ?? default);
    }

    private static int AddNode(GraphBuilder builder, NodeDocument node, Dictionary<string, int> handles)
    {
        if (!NodeId.TryParse(Required(node.Id, "id"), out var type, out string path, out string name))
            throw new InvalidDataException($"'{node.Id}' is no node id.");
        if (node.Lines is not [var start, var end]) throw new InvalidDataException($"Node '{node.Id}' lacks its first and last line.");
        return type == NodeType.File
            ? builder.AddFile(path, end, node.Docstring)
            : builder.AddDefinition(type, Handle(handles, node.Parent), name, start, end, node.Complexity, node.Docstring, node.Signature);
    }

    private static int Handle(Dictionary<string, int> handles, string? id) =>
        handles.TryGetValue(Required(id, "node id"), out int handle) ? handle : throw new InvalidDataException($"The graph refers to the node '{id}', which it lacks or has too late.");

    private static T Word<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw new InvalidDataException($"'{text}' is no {typeof(T).Name.ToLowerInvariant()}.");

    private static string Required(string? value, string name) =>
        value is { Length: > 0 } ? value : throw new InvalidDataException($"The graph lacks a value for '{name}'.");
}
