using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>
/// Answers the questions of <see cref="IGraphQuery"/> from a whole graph. It says what the answers are; stores that keep whole
/// graphs may simply use it.
/// </summary>
public static class GraphReads
{
    /// <summary>One node by its id, or null.</summary>
    public static NodeRecord? FindNode(CodeGraph graph, string nodeId)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(nodeId);
        int node = graph.Find(nodeId);
        return node < 0 ? null : NodeRecord.Of(graph, node);
    }

    /// <summary>The nodes of one file, its own node first.</summary>
    public static IReadOnlyList<NodeRecord> NodesOfFile(CodeGraph graph, string path)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int file = graph.FindFile(path);
        if (file < 0) return [];
        var (start, end) = graph.NodesOfFile(file);
        return [.. Enumerable.Range(start, end - start).Select(node => NodeRecord.Of(graph, node))];
    }

    /// <summary>All nodes of this name.</summary>
    public static IReadOnlyList<NodeRecord> NodesNamed(CodeGraph graph, string name)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(name);
        return [.. Enumerable.Range(0, graph.NodeCount).Where(node => graph.Node(node).Name == name).Select(node => NodeRecord.Of(graph, node))];
    }

    /// <summary>Nodes that have all words of a text in their names, then those that need their documentation too.</summary>
    public static IReadOnlyList<NodeRecord> Search(CodeGraph graph, string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var question = SearchWords.OfQuestion(text);
        if (question.Count == 0) return [];
        List<int> byName = [], byAll = [];
        for (int i = 0; i < graph.NodeCount && byName.Count < limit; i++)
        {
            var node = graph.Node(i);
            var words = SearchWords.Of(node.Name);
            if (SearchWords.Match(question, words)) byName.Add(i);
            else if (node.Docstring is not null && byAll.Count < limit && SearchWords.Match(question, [.. words, .. SearchWords.Of(node.Docstring)])) byAll.Add(i);
        }
        return [.. byName.Concat(byAll).Take(limit).Select(node => NodeRecord.Of(graph, node))];
    }

    /// <summary>What can be reached from a node, or null when there is no such node.</summary>
    public static Neighbourhood? Neighbours(CodeGraph graph, NeighbourQuery query)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Depth, 1, nameof(query));
        int root = graph.Find(query.NodeId);
        if (root < 0) return null;
        bool[] follow = [.. graph.EdgeTypeNames.Select(name => query.EdgeTypes is not { Count: > 0 } || query.EdgeTypes.Contains(name))];
        var distance = new Dictionary<int, int> { [root] = 0 };
        var edges = new SortedSet<int>();
        var frontier = new List<int> { root };
        for (int step = 1; step <= query.Depth && frontier.Count > 0; step++)
        {
            var next = new List<int>();
            foreach (int node in frontier)
            {
                if (query.Direction != EdgeDirection.Incoming) Take(graph.Outgoing(node), incoming: false);
                if (query.Direction != EdgeDirection.Outgoing) Take(graph.Incoming(node), incoming: true);
            }
            frontier = next;

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
        }
        var records = distance.Keys.ToDictionary(node => node, node => NodeRecord.Of(graph, node));
        return new Neighbourhood(
            [.. distance.OrderBy(d => d.Value).ThenBy(d => d.Key).Select(d => new Neighbour(records[d.Key], d.Value))],
            [.. edges.Select(graph.Edge).Select(e => new EdgeRecord(records[e.Source], records[e.Target], e.Type, e.Confidence, e.Lines.ToArray()))]);
    }

    /// <summary>The whole graph in batches.</summary>
    public static IEnumerable<GraphBatch> Batches(CodeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        for (int from = 0; from < graph.NodeCount; from += GraphBatch.MaxRows)
            yield return new GraphBatch([.. Enumerable.Range(from, Math.Min(GraphBatch.MaxRows, graph.NodeCount - from)).Select(i => NodeRecord.Of(graph, i))], []);
        for (int from = 0; from < graph.EdgeCount; from += GraphBatch.MaxRows)
            yield return new GraphBatch([], [.. Enumerable.Range(from, Math.Min(GraphBatch.MaxRows, graph.EdgeCount - from)).Select(graph.Edge)
                .Select(e => new EdgeRow(e.Source, e.Target, e.Type, e.Confidence, e.Lines.ToArray()))]);
    }
}
