using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>Follows edges from where a request starts, the strongest first, each step weaker than the one before.</summary>
internal sealed class NeighbourWalk
{
    private readonly CodeGraph _graph;
    private readonly Func<int, double> _standing;

    private NeighbourWalk(CodeGraph graph, Func<int, double> standing)
    {
        (_graph, _standing) = (graph, standing);
        (Scores, Reasons) = (new double[graph.NodeCount], new string?[graph.NodeCount]);
    }

    /// <summary>How near each node is: 1 for a start, 0 for what was not reached.</summary>
    public double[] Scores { get; }

    /// <summary>Why each node was reached.</summary>
    public string?[] Reasons { get; }

    public static NeighbourWalk Follow(CodeGraph graph, IReadOnlyList<(int Node, double Score, string Reason)> starts, int depth, Func<int, double> standing)
    {
        var walk = new NeighbourWalk(graph, standing);
        var queue = new PriorityQueue<(int Node, int Depth), (double, int)>();
        var settledAt = new Dictionary<int, int>();
        foreach (var (node, score, reason) in starts) walk.Reach(node, score, reason, 0, queue);
        while (queue.TryDequeue(out var at, out _))
        {
            // Reached again with more steps left, it may lead further.
            if (settledAt.TryGetValue(at.Node, out int earlier) && earlier <= at.Depth) continue;
            settledAt[at.Node] = at.Depth;
            if (at.Depth < depth) walk.Expand(at.Node, at.Depth + 1, queue);
        }
        return walk;
    }

    private void Expand(int node, int depth, PriorityQueue<(int, int), (double, int)> queue)
    {
        double score = Scores[node];
        string name = _graph.Node(node).Name;
        foreach (int e in _graph.Outgoing(node))
        {
            var edge = _graph.Edge(e);
            var (weight, reason) = edge.Type switch
            {
                EdgeTypes.Calls => (0.6, "called by "),
                EdgeTypes.Extends => (0.65, "base of "),
                EdgeTypes.Imports => (0.3, "imported by "),
                _ => (0.3, edge.Type + " from "),
            };
            Reach(edge.Target, score * weight * Certainty(edge), reason + name, depth, queue);
        }
        foreach (int e in _graph.Incoming(node))
        {
            var edge = _graph.Edge(e);
            var (weight, reason) = edge.Type switch
            {
                EdgeTypes.Calls => (0.5, "caller of "),
                EdgeTypes.Extends => (0.4, "derived from "),
                EdgeTypes.Imports => (0.15, "imports "),
                _ => (0.2, edge.Type + " to "),
            };
            Reach(edge.Source, score * weight * Certainty(edge), reason + name, depth, queue);
        }
        int parent = _graph.Node(node).Parent;
        if (parent >= 0 && _graph.Node(parent).Type == NodeType.Class) Reach(parent, score * 0.5, "class of " + name, depth, queue);
    }

    private void Reach(int node, double score, string reason, int depth, PriorityQueue<(int, int), (double, int)> queue)
    {
        if (depth > 0) score *= _standing(node);
        if (score <= 0.001) return;
        if (score > Scores[node]) (Scores[node], Reasons[node]) = (score, reason);
        queue.Enqueue((node, depth), (-score, node));
    }

    private static double Certainty(GraphEdge edge) => edge.Confidence == Confidence.Heuristic ? 0.5 : 1;
}
