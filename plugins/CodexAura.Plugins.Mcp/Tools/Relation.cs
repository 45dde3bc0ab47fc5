using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>One sort of neighbours: which edges lead to them, and which way.</summary>
/// <param name="Name">Name that agents choose it by.</param>
/// <param name="EdgeType">The edges to follow.</param>
/// <param name="Incoming">Whether against the edges.</param>
internal sealed record Relation(string Name, string EdgeType, bool Incoming)
{
    public static IReadOnlyList<Relation> All { get; } =
    [
        new("callers", EdgeTypes.Calls, true),
        new("callees", EdgeTypes.Calls, false),
        new("importers", EdgeTypes.Imports, true),
        new("imports", EdgeTypes.Imports, false),
        new("bases", EdgeTypes.Extends, false),
        new("subclasses", EdgeTypes.Extends, true),
    ];

    /// <summary>The relations that say something about a node.</summary>
    public static IEnumerable<Relation> For(NodeType type) => All.Where(r => r.EdgeType switch
    {
        EdgeTypes.Extends => type == NodeType.Class,
        EdgeTypes.Imports => type == NodeType.File,
        _ => true,
    });

    /// <summary>
    /// The nodes to start from: of a class or file its members too where it is about calls, as these are theirs; of a function its
    /// file where it is about imports, and its class where it is about bases.
    /// </summary>
    /// <returns>Empty where the relation means nothing for the node.</returns>
    public IReadOnlyList<int> Seeds(CodeGraph graph, int node)
    {
        var view = graph.Node(node);
        if (EdgeType == EdgeTypes.Imports) return [view.FileIndex];
        if (EdgeType == EdgeTypes.Extends)
        {
            while (node >= 0 && graph.Node(node).Type == NodeType.Function) node = graph.Node(node).Parent;
            return node >= 0 && graph.Node(node).Type == NodeType.Class ? [node] : [];
        }
        // Who calls a class makes instances of it; what it calls, its methods call.
        if (view.Type == NodeType.Function || view.Type == NodeType.Class && Incoming) return [node];
        return Inside(graph, node);
    }

    private static List<int> Inside(CodeGraph graph, int node)
    {
        var inside = new List<int> { node };
        var set = new HashSet<int> { node };
        for (int i = node + 1, end = graph.NodesOfFile(graph.Node(node).FileIndex).End; i < end; i++)
            if (set.Contains(graph.Node(i).Parent) && set.Add(i)) inside.Add(i);
        return inside;
    }
}
