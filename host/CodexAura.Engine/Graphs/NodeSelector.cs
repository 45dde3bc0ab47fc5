using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Graphs;

/// <summary>Finds the node that a person means.</summary>
public static class NodeSelector
{
    private const int MaxCandidates = 10;

    /// <summary>Finds a node by its id, a file's path, or a name (qualified or simple) that only one node has.</summary>
    /// <returns>The node's number.</returns>
    /// <exception cref="NodeSelectionException">None fits, or more than one.</exception>
    public static int Find(CodeGraph graph, string reference)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(reference);
        int exact = graph.Find(reference);
        if (exact < 0) exact = graph.FindFile(reference.StartsWith("./", StringComparison.Ordinal) ? reference[2..] : reference);
        if (exact >= 0) return exact;

        var found = Matches(graph, n => n.QualifiedName == reference);
        if (found.Count == 0) found = Matches(graph, n => n.Name == reference || n.Path.EndsWith("/" + reference, StringComparison.Ordinal) && n.Type == NodeType.File);
        if (found.Count == 1) return found[0];
        if (found.Count > 1)
            throw new NodeSelectionException("node.ambiguous", $"'{reference}' fits {found.Count} nodes; give the id of one:{Lines(graph, found)}");

        string last = reference[(reference.LastIndexOfAny(['.', ':', '/']) + 1)..];
        var similar = last.Length == 0 ? [] : Matches(graph, n => n.Name.Contains(last, StringComparison.OrdinalIgnoreCase));
        throw new NodeSelectionException("node.not_found", $"The graph has no node '{reference}'."
            + (similar.Count > 0 ? $" Similar:{Lines(graph, similar)}" : " Ids look like src/utils.py::function::Helper.run."));
    }

    private static List<int> Matches(CodeGraph graph, Func<GraphNode, bool> fits) =>
        [.. Enumerable.Range(0, graph.NodeCount).Where(i => fits(graph.Node(i)))];

    private static string Lines(CodeGraph graph, List<int> nodes)
    {
        string more = nodes.Count > MaxCandidates ? $"\n  … and {nodes.Count - MaxCandidates} more" : "";
        return string.Concat(nodes.Take(MaxCandidates).Select(i => "\n  " + graph.Node(i).Id)) + more;
    }
}

/// <summary>A reference to a node fits none, or more than one.</summary>
public sealed class NodeSelectionException(string code, string message) : Exception(message)
{
    /// <summary>Stable code: <c>node.not_found</c> or <c>node.ambiguous</c>.</summary>
    public string Code { get; } = code;
}
