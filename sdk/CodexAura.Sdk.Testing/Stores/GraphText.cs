using System.Text;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Everything that a graph says, as text: equal graphs give equal texts, and others don't.</summary>
internal static class GraphText
{
    public static string Of(CodeGraph graph)
    {
        var text = new StringBuilder();
        text.Append($"{Quote(graph.Repository.Path)} {Quote(graph.Repository.Name)} {Quote(graph.Repository.Sha)} {graph.LineCount}\n");
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            text.Append($"{i} {node.Type} file {node.FileIndex} parent {node.Parent} {Quote(node.Id)} {Quote(node.Name)} {Quote(node.QualifiedName)} ")
                .Append($"{node.LineStart}-{node.LineEnd} {node.Complexity} {Quote(node.Docstring)} {Quote(node.Signature)} in")
                .AppendJoin(',', graph.Incoming(i).ToArray()).Append('\n');
        }
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            text.Append($"{edge.Source} {Quote(edge.Type)} {edge.Target} {edge.Confidence} ").AppendJoin(',', edge.Lines.ToArray()).Append('\n');
        }
        text.AppendJoin(' ', graph.EdgeTypeNames.Select(Quote)).Append(' ').AppendJoin(',', graph.Files.ToArray()).Append('\n');
        foreach (var d in graph.Diagnostics) text.Append($"{Quote(d.Code)} {d.Severity} {Quote(d.Path)} {d.Line} {Quote(d.Message)}\n");
        foreach (var u in graph.Unresolved) text.Append($"{Quote(u.Kind)} {Quote(u.Reason)} {u.Count}\n");
        return text.ToString();
    }

    public static string Quote(string? text) => text is null
        ? "null"
        : '"' + string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or ' ' ? c.ToString() : $"\\u{(int)c:x4}")) + '"';

    private static int[] ToArray(this EdgeRange range)
    {
        var edges = new int[range.Count];
        for (int i = 0; i < edges.Length; i++) edges[i] = range[i];
        return edges;
    }
}
