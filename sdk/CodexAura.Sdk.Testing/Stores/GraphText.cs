using System.Buffers;
using System.Text;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Stores;

/// <summary>Everything that a graph says, as text: equal graphs give equal texts, and others don't.</summary>
internal static class GraphText
{
    // Almost every text is plain: it is taken as a whole, without a look at each of its characters.
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/. ");

    public static string Of(CodeGraph graph)
    {
        var text = new StringBuilder();
        text.Quoted(graph.Repository.Path).Quoted(graph.Repository.Name).Quoted(graph.Repository.Sha).Append(graph.LineCount).Append('\n');
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            text.Append($"{i} {node.Type} file {node.FileIndex} parent {node.Parent} ").Quoted(node.Id).Quoted(node.Name).Quoted(node.QualifiedName)
                .Append($"{node.LineStart}-{node.LineEnd} {node.Complexity} ").Quoted(node.Docstring).Quoted(node.Signature).Append("in");
            foreach (int edge in graph.Incoming(i)) text.Append(edge).Append(',');
            text.Append('\n');
        }
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            text.Append(edge.Source).Append(' ').Quoted(edge.Type).Append($"{edge.Target} {edge.Confidence} ");
            foreach (int line in edge.Lines) text.Append(line).Append(',');
            text.Append('\n');
        }
        foreach (string type in graph.EdgeTypeNames) text.Quoted(type);
        text.AppendJoin(',', graph.Files.ToArray()).Append('\n');
        foreach (var d in graph.Diagnostics) text.Quoted(d.Code).Append($"{d.Severity} ").Quoted(d.Path).Append(d.Line).Append(' ').Quoted(d.Message).Append('\n');
        foreach (var u in graph.Unresolved) text.Quoted(u.Kind).Quoted(u.Reason).Append(u.Count).Append('\n');
        return text.ToString();
    }

    /// <summary>Whether two graphs have the same text, without making it.</summary>
    public static bool Same(CodeGraph one, CodeGraph other)
    {
        if (ReferenceEquals(one, other)) return true;
        if (one.Repository != other.Repository || one.LineCount != other.LineCount || one.NodeCount != other.NodeCount || one.EdgeCount != other.EdgeCount
            || !one.EdgeTypeNames.SequenceEqual(other.EdgeTypeNames) || !one.Files.SequenceEqual(other.Files)
            || !one.Diagnostics.SequenceEqual(other.Diagnostics) || !one.Unresolved.SequenceEqual(other.Unresolved)) return false;
        for (int i = 0; i < one.NodeCount; i++)
        {
            var (a, b) = (one.Node(i), other.Node(i));
            if (a.Type != b.Type || a.FileIndex != b.FileIndex || a.Parent != b.Parent || a.Id != b.Id || a.Name != b.Name || a.QualifiedName != b.QualifiedName || a.LineStart != b.LineStart
                || a.LineEnd != b.LineEnd || a.Complexity != b.Complexity || a.Docstring != b.Docstring || a.Signature != b.Signature || !Same(one.Incoming(i), other.Incoming(i))) return false;
        }
        for (int i = 0; i < one.EdgeCount; i++)
        {
            var (a, b) = (one.Edge(i), other.Edge(i));
            if (a.Source != b.Source || a.Type != b.Type || a.Target != b.Target || a.Confidence != b.Confidence || !a.Lines.SequenceEqual(b.Lines)) return false;
        }
        return true;
    }

    public static string Quote(string? text)
    {
        if (text is null) return "null";
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return $"\"{text}\"";
        return new StringBuilder().Quoted(text).ToString().TrimEnd();
    }

    /// <summary>A text and a space: quotes around it, and what could be mistaken or not be seen as its code.</summary>
    private static StringBuilder Quoted(this StringBuilder to, string? text)
    {
        if (text is null) return to.Append("null ");
        to.Append('"');
        var rest = text.AsSpan();
        while (rest.IndexOfAnyExcept(Plain) is >= 0 and var odd)
        {
            to.Append(rest[..odd]).Append("\\u").Append($"{(int)rest[odd]:x4}");
            rest = rest[(odd + 1)..];
        }
        return to.Append(rest).Append("\" ");
    }

    private static bool Same(EdgeRange one, EdgeRange other)
    {
        if (one.Count != other.Count) return false;
        for (int i = 0; i < one.Count; i++)
            if (one[i] != other[i]) return false;
        return true;
    }
}
