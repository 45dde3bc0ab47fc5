using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>Follows the edges of stored graphs breadth first, reading only the rows that it comes by.</summary>
internal static class NeighbourRows
{
    public const string OutgoingSql = "SELECT source_id, target_id, type, line, confidence, more_lines FROM edges WHERE graph_id = ?1 AND source_id = ?2";
    public const string IncomingSql = """
        SELECT e.source_id, e.target_id, e.type, e.line, e.confidence, e.more_lines
        FROM incoming i CROSS JOIN edges e ON e.graph_id = i.graph_id AND e.source_id = i.source_id AND e.target_id = i.target_id AND e.type = i.type
        WHERE i.graph_id = ?1 AND i.target_id = ?2
        """;
    private const int NodesBetweenLooks = 64;

    public static Neighbourhood? Read(Connection connection, long key, NeighbourQuery query, CancellationToken cancellationToken)
    {
        using var nodes = new NodeRows(connection, key);
        int root = nodes.Find(query.NodeId);
        if (root < 0) return null;
        var types = GraphReader.ReadEdgeTypes(connection, key);
        bool[] follow = [.. types.Select(name => query.EdgeTypes is not { Count: > 0 } || query.EdgeTypes.Contains(name))];
        using var outgoing = connection.Prepare(OutgoingSql).Bind(1, key);
        using var incoming = connection.Prepare(IncomingSql).Bind(1, key);
        var distance = new Dictionary<int, int> { [root] = 0 };
        var edges = new SortedDictionary<(int Source, int Target, int Type), (Confidence Confidence, int[] Lines)>();
        var lines = new List<int>();
        var frontier = new List<int> { root };
        for (int step = 1; step <= query.Depth && frontier.Count > 0; step++)
        {
            var next = new List<int>();
            for (int i = 0; i < frontier.Count; i++)
            {
                if (i % NodesBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
                if (query.Direction != EdgeDirection.Incoming) Take(outgoing.Bind(2, frontier[i]), otherEnd: 1);
                if (query.Direction != EdgeDirection.Outgoing) Take(incoming.Bind(2, frontier[i]), otherEnd: 0);
            }
            frontier = next;

            void Take(Statement rows, int otherEnd)
            {
                while (rows.Step())
                {
                    int type = rows.Int32(2);
                    if ((uint)type >= (uint)follow.Length) throw new InvalidDataException($"no edge type has the number {type}");
                    if (!follow[type]) continue;
                    LineList.Read(rows.Int32(3), rows.Blob(5), lines);
                    edges.TryAdd((rows.Int32(0), rows.Int32(1), type), ((Confidence)rows.Int32(4), [.. lines]));
                    int reached = rows.Int32(otherEnd);
                    if (distance.TryAdd(reached, step)) next.Add(reached);
                }
            }
        }
        // In order of their numbers: rows that lie side by side are then read one after the other.
        foreach (int node in distance.Keys.Order()) _ = nodes[node];
        return new Neighbourhood(
            [.. distance.OrderBy(d => d.Value).ThenBy(d => d.Key).Select(d => new Neighbour(nodes[d.Key], d.Value))],
            [.. edges.Select(e => new EdgeRecord(nodes[e.Key.Source], nodes[e.Key.Target], types[e.Key.Type], e.Value.Confidence, e.Value.Lines))]);
    }
}
