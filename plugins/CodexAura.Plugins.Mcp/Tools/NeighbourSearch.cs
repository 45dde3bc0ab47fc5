using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>A neighbour that was found, and the edge by which.</summary>
/// <param name="Node">Number of the neighbour.</param>
/// <param name="Edge">Number of the edge.</param>
/// <param name="Distance">Edges from the start, 1 or more.</param>
/// <param name="Via">Number of the node on the other side of the edge.</param>
internal readonly record struct Found(int Node, int Edge, int Distance, int Via);

/// <summary>Follows one relation breadth first.</summary>
internal static class NeighbourSearch
{
    /// <summary>Finds neighbours: the nearest first, guesses and tests last, in the order of their files.</summary>
    public static List<Found> Follow(CodeGraph graph, Relation relation, IReadOnlyList<int> seeds, int depth)
    {
        int type = graph.EdgeTypeIndex(relation.EdgeType);
        var found = new List<Found>();
        if (type < 0) return found;
        var start = seeds.ToHashSet();
        var seen = new HashSet<int>(start);
        var frontier = seeds.ToList();
        for (int distance = 1; distance <= depth && frontier.Count > 0; distance++)
        {
            var next = new List<int>();
            foreach (int node in frontier)
                foreach (int number in relation.Incoming ? graph.Incoming(node) : graph.Outgoing(node))
                {
                    var edge = graph.Edge(number);
                    if (edge.TypeIndex != type) continue;
                    int other = relation.Incoming ? edge.Source : edge.Target;
                    // A recursive call is a caller too; the members of one class among themselves are not asked for.
                    if (start.Contains(other) && !(distance == 1 && other == node && start.Count == 1)) continue;
                    if (distance > 1 && seen.Contains(other)) continue;
                    found.Add(new Found(other, number, distance, node));
                    if (seen.Add(other)) next.Add(other);
                }
            frontier = next;
        }
        return [.. found.OrderBy(f => f.Distance)
            .ThenBy(f => graph.Edge(f.Edge).Confidence == Confidence.Heuristic)
            .ThenBy(f => TestPaths.IsTest(graph.Node(f.Node).Path))
            .ThenBy(f => graph.Node(f.Node).FileIndex).ThenBy(f => relation.Incoming ? graph.Edge(f.Edge).Line : graph.Node(f.Node).LineStart)];
    }
}
