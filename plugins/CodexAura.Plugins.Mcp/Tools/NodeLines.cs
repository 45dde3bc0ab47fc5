using System.Text.Json.Nodes;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>How nodes are named and shown in every answer.</summary>
internal static class NodeLines
{
    private const int LongestCode = 110, LongestSignature = 90, LongestDocstring = 80;

    /// <summary>The name that an agent can give back: the qualified name; for a file its path.</summary>
    public static string Name(GraphNode node) => node.QualifiedName;

    public static string Kind(NodeType type) => NodeId.TypeName(type);

    public static string Place(GraphNode node) => node.Type == NodeType.File ? node.Path : $"{node.Path}:{node.LineStart}-{node.LineEnd}";

    public static string Signature(GraphNode node) => Cut(OneLine(node.Signature ?? ""), LongestSignature);

    /// <summary>The first line of the documentation, or nothing.</summary>
    public static string Summary(GraphNode node) =>
        Cut((node.Docstring ?? "").AsSpan().Trim().ToString().Split('\n')[0].Trim(), LongestDocstring);

    public static string Code(string line) => Cut(line.Trim(), LongestCode);

    public static JsonArray Lines(GraphNode node) => [node.LineStart, node.LineEnd];

    /// <summary>Nothing for what is certain, so that the marks stand out.</summary>
    public static string Mark(Confidence confidence) => confidence switch
    {
        Confidence.Exact => "",
        Confidence.Inferred => " [inferred]",
        _ => " [guess]",
    };

    public static string Word(Confidence confidence) => confidence.ToString().ToLowerInvariant();

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
