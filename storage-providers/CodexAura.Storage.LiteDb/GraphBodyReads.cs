using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Storage.LiteDb;

/// <summary>Answers questions from chunks.</summary>
internal static class GraphBodyReads
{
    public static List<NodeRecord> Search(GraphBody body, string text, int limit)
    {
        var question = SearchWords.OfQuestion(text);
        if (question.Count == 0 || limit == 0) return [];
        List<int> byName = [], byAll = [];
        foreach (var chunk in body.All(withEdges: false))
        {
            for (int i = 0; i < chunk.Nodes.Count && byName.Count < limit; i++)
            {
                var node = chunk.Nodes[i];
                var words = SearchWords.Of(NodeId.Name(node.Type, node.Name));
                if (SearchWords.Match(question, words)) byName.Add(chunk.First + i);
                else if (node.Docstring is not null && byAll.Count < limit && SearchWords.Match(question, [.. words, .. SearchWords.Of(node.Docstring)])) byAll.Add(chunk.First + i);
            }
        }
        return [.. byName.Concat(byAll).Take(limit).Select(body.Node)];
    }

    public static Neighbourhood? Neighbours(GraphBody body, NeighbourQuery query)
    {
        int root = body.Find(query.NodeId);
        if (root < 0) return null;
        bool[] follow = [.. body.Head.EdgeTypes.Select(name => query.EdgeTypes is not { Count: > 0 } || query.EdgeTypes.Contains(name))];
        var distance = new Dictionary<int, int> { [root] = 0 };
        var edges = new SortedDictionary<(int, int, byte), GraphChunk.Edge>();
        var frontier = new List<int> { root };
        for (int step = 1; step <= query.Depth && frontier.Count > 0; step++)
        {
            var next = new List<int>();
            foreach (int node in frontier)
            {
                if (query.Direction != EdgeDirection.Incoming) Take(body.Outgoing(node), incoming: false);
                if (query.Direction != EdgeDirection.Outgoing) Take(body.Incoming(node), incoming: true);
            }
            frontier = next;

            void Take(IEnumerable<GraphChunk.Edge> found, bool incoming)
            {
                foreach (var edge in found)
                {
                    if (edge.Type >= follow.Length) throw new InvalidDataException($"no edge type has the number {edge.Type}");
                    if (!follow[edge.Type]) continue;
                    edges.TryAdd((edge.Source, edge.Target, edge.Type), edge);
                    int reached = incoming ? edge.Source : edge.Target;
                    if (distance.TryAdd(reached, step)) next.Add(reached);
                }
            }
        }
        return new Neighbourhood(
            [.. distance.OrderBy(d => d.Value).ThenBy(d => d.Key).Select(d => new Neighbour(body.Node(d.Key), d.Value))],
            [.. edges.Values.Select(e => new EdgeRecord(body.Node(e.Source), body.Node(e.Target), body.Head.EdgeTypes[e.Type], e.Confidence, e.Lines))]);
    }
}
