using System.Text.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Json;

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
        var handles = AddNodes(builder, document.Nodes ?? []);
        foreach (var edge in document.Edges ?? [])
        {
            int source = Handle(handles, edge.Source), target = Handle(handles, edge.Target);
            var confidence = Word<Confidence>(edge.Confidence);
            foreach (int line in edge.Lines ?? [edge.Line]) builder.AddEdge(source, target, Required(edge.Type, "type"), line, confidence);
        }
        foreach (var d in document.Diagnostics ?? [])
            builder.AddDiagnostic(new Diagnostic(Present(d.Code, "code"), Word<DiagnosticSeverity>(d.Severity), d.Path ?? "", d.Line, d.Message ?? ""));
        foreach (var (kind, reasons) in document.Stats?.Unresolved ?? [])
            foreach (var (reason, count) in reasons) builder.AddUnresolved(kind, reason, count);

        var repository = new RepositoryInfo(
            Present(document.Repository?.Path, "repository.path"), Present(document.Repository?.Name, "repository.name"), document.Sha);
        return new GraphFile(builder.Build(repository), document.GeneratedAt ?? default);
    }

    /// <summary>
    /// Files first, then definitions, each after what encloses it. That is nearly always their order anyway; only where a definition
    /// stands above its parent are there some left over for another round.
    /// </summary>
    private static Dictionary<string, int> AddNodes(GraphBuilder builder, List<NodeDocument> nodes)
    {
        var handles = new Dictionary<string, int>(nodes.Count, StringComparer.Ordinal);
        var left = new List<NodeDocument>();
        foreach (var node in nodes)
        {
            var type = TypeOf(node, out string path, out _);
            if (node.Lines is not [_, var end]) throw new InvalidDataException($"Node '{node.Id}' lacks its first and last line.");
            if (type == NodeType.File) handles.Add(Required(node.Id, "id"), builder.AddFile(path, end, node.Docstring));
            else left.Add(node);
        }
        while (left.Count > 0)
        {
            var waiting = new List<NodeDocument>();
            foreach (var node in left)
            {
                if (!handles.TryGetValue(Required(node.Parent, "parent"), out int parent))
                {
                    waiting.Add(node);
                    continue;
                }
                var definition = TypeOf(node, out _, out string name);
                handles.Add(Required(node.Id, "id"), builder.AddDefinition(definition, parent, name, node.Lines![0], node.Lines[1], node.Complexity, node.Docstring, node.Signature));
            }
            if (waiting.Count == left.Count) throw new InvalidDataException($"Node '{left[0].Id}' has the parent '{left[0].Parent}', which the graph lacks.");
            left = waiting;
        }
        return handles;
    }

    /// <summary>What the properties say; the id alone says it too, unless names have <c>::</c> in them.</summary>
    private static NodeType TypeOf(NodeDocument node, out string path, out string name)
    {
        if (!NodeId.TryParse(Required(node.Id, "id"), out var type, out path, out name)) throw new InvalidDataException($"'{node.Id}' is no node id.");
        if (node is { Type: not null, Path: not null }) (type, path, name) = (Word<NodeType>(node.Type), node.Path, node.QualifiedName ?? name);
        return type;
    }

    private static int Handle(Dictionary<string, int> handles, string? id) =>
        handles.TryGetValue(Required(id, "node id"), out int handle) ? handle : throw new InvalidDataException($"The graph refers to the node '{id}', which it lacks.");

    private static T Word<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw new InvalidDataException($"'{text}' is no {typeof(T).Name.ToLowerInvariant()}.");

    private static string Present(string? value, string name) => value ?? throw new InvalidDataException($"The graph lacks a value for '{name}'.");

    private static string Required(string? value, string name) =>
        value is { Length: > 0 } ? value : throw new InvalidDataException($"The graph lacks a value for '{name}'.");
}
