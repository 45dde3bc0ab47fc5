using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Graphs;

/// <summary>Which way edges are followed.</summary>
public enum Direction
{
    /// <summary>Against the edges: what depends on the node.</summary>
    Incoming,

    /// <summary>Along the edges: what the node depends on.</summary>
    Outgoing,

    /// <summary>Both ways.</summary>
    Both,
}

/// <summary>What can be reached from a node.</summary>
/// <param name="Root">Number of the node.</param>
/// <param name="Depth">How many edges were followed at most.</param>
/// <param name="Nodes">Reached nodes with their distance, nearest first, then in graph order; the root is the first.</param>
/// <param name="Edges">Numbers of the edges that were followed, in graph order.</param>
public sealed record Dependencies(int Root, int Depth, IReadOnlyList<ReachedNode> Nodes, IReadOnlyList<int> Edges);

/// <summary>A node that was reached.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Distance">Edges between it and the root.</param>
public readonly record struct ReachedNode(int Node, int Distance);

/// <summary>Follows edges breadth first.</summary>
public static class DependencyWalk
{
    /// <summary>Finds what can be reached from a node.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="root">Number of the node to start from.</param>
    /// <param name="depth">How many edges to follow at most, 1 or more.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="edgeTypes">Names of the edge types to follow, in any case of letters; null or empty for all.</param>
    public static Dependencies Follow(CodeGraph graph, int root, int depth, Direction direction, IReadOnlyCollection<string>? edgeTypes = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        bool[] follow = [.. graph.EdgeTypeNames.Select(name => edgeTypes is not { Count: > 0 } || edgeTypes.Contains(name, StringComparer.OrdinalIgnoreCase))];
        var distance = new Dictionary<int, int> { [root] = 0 };
        var edges = new SortedSet<int>();
        var frontier = new List<int> { root };
        for (int step = 1; step <= depth && frontier.Count > 0; step++)
        {
            var next = new List<int>();
            void Take(EdgeRange range, bool incoming)
            {
                foreach (int number in range)
                {
                    var edge = graph.Edge(number);
                    if (!follow[edge.TypeIndex]) continue;
                    edges.Add(number);
                    int reached = incoming ? edge.Source : edge.Target;
                    if (distance.TryAdd(reached, step)) next.Add(reached);
                }
            }
            foreach (int node in frontier)
            {
                if (direction != Direction.Incoming) Take(graph.Outgoing(node), incoming: false);
                if (direction != Direction.Outgoing) Take(graph.Incoming(node), incoming: true);
            }
            frontier = next;
        }
        var nodes = distance.Select(d => new ReachedNode(d.Key, d.Value)).OrderBy(n => n.Distance).ThenBy(n => n.Node).ToArray();
        return new Dependencies(root, depth, nodes, [.. edges]);
    }
}
