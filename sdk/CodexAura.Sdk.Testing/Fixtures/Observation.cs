using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Fixtures;

/// <summary>One thing the graph says about one line: what an annotation can meet.</summary>
internal readonly record struct EdgeObservation(string Path, int Line, string Type, int Source, int Target, Confidence Confidence)
{
    public static IEnumerable<EdgeObservation> All(CodeGraph graph)
    {
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            string path = graph.Node(edge.Source).Path;
            foreach (int line in edge.Lines.ToArray())
                yield return new EdgeObservation(path, line, edge.Type, edge.Source, edge.Target, edge.Confidence);
        }
    }
}

internal static class NodeObservation
{
    public static IEnumerable<GraphNode> All(CodeGraph graph)
    {
        for (int i = 0; i < graph.NodeCount; i++)
            if (graph.Node(i).Type != NodeType.File) yield return graph.Node(i);
    }

    /// <summary>The value of an attribute as annotations spell it.</summary>
    public static string Attribute(CodeGraph graph, GraphNode node, string name) => name switch
    {
        "complexity" => $"{node.Complexity}",
        "lines" => $"{node.LineEnd - node.LineStart + 1}",
        "parent" => graph.Node(node.Parent).QualifiedName,
        "signature" => node.Signature ?? "",
        _ => (node.Docstring ?? "").Replace("\n", "\\n", StringComparison.Ordinal),
    };
}
