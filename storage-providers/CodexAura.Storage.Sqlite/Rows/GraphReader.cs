using System.Runtime.InteropServices;
using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>Reads a graph's body, in the order in which it was written.</summary>
internal static class GraphReader
{
    public const string NodesSql = """
        SELECT type, parent_id, qualified_name, line_start, line_end, complexity, signature, docstring, id
        FROM nodes WHERE graph_id = ?1 ORDER BY id
        """;
    public const string EdgesSql = """
        SELECT source_id, target_id, type, line, confidence, more_lines
        FROM edges WHERE graph_id = ?1 ORDER BY source_id, target_id, type
        """;
    private const int RowsBetweenLooks = 4096;

    /// <exception cref="InvalidDataException">The rows make no graph.</exception>
    public static CodeGraph Read(Connection connection, long key, GraphInfo info, CancellationToken cancellationToken)
    {
        var loader = new GraphLoader(ReadEdgeTypes(connection, key), info.NodeCount, info.EdgeCount);
        var order = new NodeOrder();
        ReadNodes(connection, key, loader, order, cancellationToken);
        int edges = ReadEdges(connection, key, loader, order, cancellationToken);
        if ((order.Count, edges) != (info.NodeCount, info.EdgeCount))
            throw new InvalidDataException($"graph {info.Id} has {order.Count} nodes and {edges} edges instead of {info.NodeCount} and {info.EdgeCount}");
        foreach (var (_, diagnostic) in DiagnosticRows.Read(connection, DiagnosticRows.OfGraph, key)) loader.AddDiagnostic(diagnostic);
        ReadUnresolved(connection, key, loader);
        return loader.Build(info.Repository);
    }

    public static List<string> ReadEdgeTypes(Connection connection, long key)
    {
        using var query = connection.Prepare("SELECT name FROM edge_types WHERE graph_id = ?1 ORDER BY id").Bind(1, key);
        var names = new List<string>();
        while (query.Step()) names.Add(query.Text(0));
        return names;
    }

    private static void ReadNodes(Connection connection, long key, GraphLoader loader, NodeOrder order, CancellationToken cancellationToken)
    {
        using var query = connection.Prepare(NodesSql).Bind(1, key);
        int file = 0, number = 0;
        while (query.Step())
        {
            if (order.Count % RowsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            var type = (NodeType)Byte(query, 0);
            int at = query.Int32(8);
            order.Add(at, type == NodeType.File);
            if (type == NodeType.File) (file, number) = (order.Count - 1, at);
            // A definition and its parent are of one file, whose nodes lie side by side.
            loader.AddNode(type, query.IsNull(1) ? -1 : file + query.Int32(1) - number, query.Text(2), query.Int32(3), query.Int32(4),
                query.Int32(5), signature: query.OptionalText(6), docstring: query.OptionalText(7));
        }
    }

    private static int ReadEdges(Connection connection, long key, GraphLoader loader, NodeOrder order, CancellationToken cancellationToken)
    {
        using var query = connection.Prepare(EdgesSql).Bind(1, key);
        var lines = new List<int>();
        int count = 0;
        for (; query.Step(); count++)
        {
            if (count % RowsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            LineList.Read(query.Int32(3), query.Blob(5), lines);
            loader.AddEdge(order.Of(query.Int32(0)), order.Of(query.Int32(1)), query.Int32(2), (Confidence)Byte(query, 4), CollectionsMarshal.AsSpan(lines));
        }
        return count;
    }

    private static void ReadUnresolved(Connection connection, long key, GraphLoader loader)
    {
        using var query = connection.Prepare("SELECT kind, reason, count FROM unresolved WHERE graph_id = ?1 ORDER BY seq").Bind(1, key);
        while (query.Step()) loader.AddUnresolved(new UnresolvedCount(query.Text(0), query.Text(1), query.Int32(2)));
    }

    private static byte Byte(Statement query, int column)
    {
        long value = query.Int64(column);
        return value is >= 0 and <= byte.MaxValue ? (byte)value : throw new InvalidDataException($"{value} is no byte");
    }
}
