using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>Leaves of the mentions those that no edge explains.</summary>
internal static class MentionFilter
{
    public static IReadOnlyList<NameMention> Unexplained(IReadOnlyList<NameMention>? mentions, ChangeSet changes, CodeGraph graph)
    {
        if (mentions is null) return [];
        var changed = changes.Nodes.ToHashSet();
        return [.. mentions
            .Where(m => (uint)m.Symbol < (uint)graph.NodeCount && m.Node < graph.NodeCount && m.Candidates > 0 && changed.Contains(m.Symbol))
            .Where(m => m.Node < 0 || !changed.Contains(m.Node) && !IsInside(graph, m.Node, m.Symbol) && !HasEdge(graph, m.Node, m.Symbol))
            .DistinctBy(m => (m.Symbol, m.Node))
            .OrderBy(m => m.Symbol).ThenBy(m => m.Node)];
    }

    /// <summary>Definitions inside a definition speak of it by their nature; those in a file need not.</summary>
    private static bool IsInside(CodeGraph graph, int node, int scope)
    {
        if (graph.Node(scope).Type == NodeType.File) return false;
        for (int at = node; at >= 0; at = graph.Node(at).Parent)
            if (at == scope) return true;
        return false;
    }

    /// <summary>An edge to the node, or to another definition of the same name: then the mention is known to mean that one.</summary>
    private static bool HasEdge(CodeGraph graph, int node, int symbol)
    {
        if (graph.Node(symbol).Type == NodeType.File) return false;
        string name = graph.Node(symbol).Name;
        foreach (int number in graph.Outgoing(node))
        {
            int target = graph.Edge(number).Target;
            if (target == symbol || (graph.Node(target).Type != NodeType.File && graph.Node(target).Name == name)) return true;
        }
        return false;
    }
}
