using System.Text.Json;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Json;

/// <summary>Writes the objects that JSON about graphs is made of. Property order is fixed: it is part of the format.</summary>
public static class GraphJsonParts
{
    /// <summary>Writes a node.</summary>
    public static void WriteNode(Utf8JsonWriter json, CodeGraph graph, int index, NodeBlame? blame = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(graph);
        var node = graph.Node(index);
        json.WriteStartObject();
        WriteNodeProperties(json, graph, node, blame);
        json.WriteEndObject();
    }

    /// <summary>Writes the properties of a node into an object that is open.</summary>
    public static void WriteNodeProperties(Utf8JsonWriter json, CodeGraph graph, GraphNode node, NodeBlame? blame = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(graph);
        json.WriteString("id"u8, node.Id);
        json.WriteString("type"u8, NodeId.TypeName(node.Type));
        json.WriteString("name"u8, node.Name);
        json.WriteString("path"u8, node.Path);
        json.WriteStartArray("lines"u8);
        json.WriteNumberValue(node.LineStart);
        json.WriteNumberValue(node.LineEnd);
        json.WriteEndArray();
        json.WriteString("docstring"u8, node.Docstring);
        WriteBlame(json, blame);
        if (node.Type == NodeType.File) return;
        json.WriteString("qualified_name"u8, node.QualifiedName);
        json.WriteString("parent"u8, graph.Node(node.Parent).Id);
        // Classes have neither, unless an analyzer says so.
        if (node is { Type: NodeType.Class, Signature: null, Complexity: 0 }) return;
        json.WriteString("signature"u8, node.Signature);
        json.WriteNumber("complexity"u8, node.Complexity);
    }

    /// <summary>Writes the properties of a node that was read without its graph into an object that is open.</summary>
    public static void WriteNodeProperties(Utf8JsonWriter json, NodeRecord node)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(node);
        json.WriteString("id"u8, node.Id);
        json.WriteString("type"u8, NodeId.TypeName(node.Type));
        json.WriteString("name"u8, node.Name);
        json.WriteString("path"u8, node.Path);
        json.WriteStartArray("lines"u8);
        json.WriteNumberValue(node.LineStart);
        json.WriteNumberValue(node.LineEnd);
        json.WriteEndArray();
        json.WriteString("docstring"u8, node.Docstring);
        json.WriteNull("blame"u8);
        if (node.Type == NodeType.File) return;
        json.WriteString("qualified_name"u8, node.QualifiedName);
        json.WriteString("parent"u8, node.ParentId);
        if (node is { Type: NodeType.Class, Signature: null, Complexity: 0 }) return;
        json.WriteString("signature"u8, node.Signature);
        json.WriteNumber("complexity"u8, node.Complexity);
    }

    private static void WriteBlame(Utf8JsonWriter json, NodeBlame? blame)
    {
        if (blame is null)
        {
            json.WriteNull("blame"u8);
            return;
        }
        json.WriteStartObject("blame"u8);
        json.WriteString("commit"u8, blame.Commit);
        json.WriteString("author"u8, blame.Author);
        json.WriteString("time"u8, JsonFormat.Time(blame.Time));
        json.WriteEndObject();
    }

    /// <summary>Writes an edge that was read without its graph.</summary>
    public static void WriteEdge(Utf8JsonWriter json, EdgeRecord edge)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(edge);
        WriteEdge(json, edge.Source.Id, edge.Target.Id, edge.Type, edge.Lines.ToArray(), edge.Confidence);
    }

    /// <summary>Writes an edge.</summary>
    public static void WriteEdge(Utf8JsonWriter json, CodeGraph graph, int index)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(graph);
        var edge = graph.Edge(index);
        WriteEdge(json, graph.Node(edge.Source).Id, graph.Node(edge.Target).Id, edge.Type, edge.Lines, edge.Confidence);
    }

    /// <summary>Writes a diagnostic.</summary>
    public static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(diagnostic);
        json.WriteStartObject();
        json.WriteString("code"u8, diagnostic.Code);
        json.WriteString("severity"u8, JsonFormat.Word(diagnostic.Severity));
        json.WriteString("path"u8, diagnostic.Path);
        json.WriteNumber("line"u8, diagnostic.Line);
        json.WriteString("message"u8, diagnostic.Message);
        json.WriteEndObject();
    }

    /// <summary>Writes a repository's path and name.</summary>
    public static void WriteRepository(Utf8JsonWriter json, RepositoryInfo repository)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(repository);
        json.WriteStartObject();
        json.WriteString("path"u8, repository.Path);
        json.WriteString("name"u8, repository.Name);
        json.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter json, string source, string target, string type, ReadOnlySpan<int> lines, Confidence confidence)
    {
        json.WriteStartObject();
        json.WriteString("source"u8, source);
        json.WriteString("target"u8, target);
        json.WriteString("type"u8, type);
        json.WriteNumber("line"u8, lines[0]);
        if (lines.Length > 1)
        {
            json.WriteStartArray("lines"u8);
            foreach (int line in lines) json.WriteNumberValue(line);
            json.WriteEndArray();
        }
        json.WriteString("confidence"u8, JsonFormat.Word(confidence));
        json.WriteEndObject();
    }
}
