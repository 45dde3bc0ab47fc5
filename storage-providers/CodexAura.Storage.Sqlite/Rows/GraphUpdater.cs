using System.Runtime.InteropServices;
using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>
/// Brings the body of a stored graph up to date by writing only the rows that differ. Reading a row costs a tenth of writing it.
/// </summary>
internal static class GraphUpdater
{
    public const string FilesSql = "SELECT id, path FROM nodes WHERE graph_id = ?1 AND type = 0 ORDER BY path";
    private const int RowsBetweenLooks = 4096;

    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="key">The graph's number.</param>
    /// <param name="stored">How many nodes and edges are stored.</param>
    /// <param name="graph">What it is to be.</param>
    /// <param name="changedFiles">Files that may have other nodes, or null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when so much differs that writing all anew is less work; nothing was changed then.</returns>
    public static bool TryUpdate(Connection connection, long key, (int Nodes, int Edges) stored, CodeGraph graph,
        IReadOnlySet<string>? changedFiles, CancellationToken cancellationToken)
    {
        if (!GraphReader.ReadEdgeTypes(connection, key).SequenceEqual(graph.EdgeTypeNames)) return false;
        var nodes = ChangedNodes(connection, key, stored.Nodes, graph, changedFiles, cancellationToken);
        if (nodes.Count * 2 > graph.NodeCount + 100) return false;
        if (Edges(connection, key, graph, cancellationToken) is not var (removed, written)) return false;

        WriteNodes(connection, key, stored.Nodes, graph, nodes, cancellationToken);
        using var delete = connection.Prepare("DELETE FROM edges WHERE graph_id = ?1 AND source_id = ?2 AND target_id = ?3 AND type = ?4").Bind(1, key);
        foreach (var (source, target, type) in removed) delete.Bind(2, source).Bind(3, target).Bind(4, type).Step();
        GraphWriter.WriteEdges(connection, key, graph, written, cancellationToken);
        foreach (string table in (string[])["diagnostics", "unresolved"])
        {
            using var clear = connection.Prepare($"DELETE FROM {table} WHERE graph_id = ?1").Bind(1, key);
            clear.Step();
        }
        GraphWriter.WriteNotes(connection, key, graph);
        return true;
    }

    /// <summary>Numbers of the nodes whose rows are missing or differ.</summary>
    private static List<int> ChangedNodes(Connection connection, long key, int stored, CodeGraph graph, IReadOnlySet<string>? changedFiles,
        CancellationToken cancellationToken)
    {
        var before = new List<(int Start, string Path)>();
        using (var files = connection.Prepare(FilesSql).Bind(1, key))
            while (files.Step()) before.Add((files.Int32(0), files.Text(1)));
        before.Sort((a, b) => a.Start.CompareTo(b.Start));
        before.Add((stored, ""));
        var places = new Dictionary<(int Start, int End), string>();
        for (int i = 0; i + 1 < before.Count; i++) places[(before[i].Start, before[i + 1].Start)] = before[i].Path;

        var changed = new List<int>();
        using var query = connection.Prepare(GraphReader.NodesSql.Replace("ORDER BY", "AND id BETWEEN ?2 AND ?3 ORDER BY", StringComparison.Ordinal)).Bind(1, key);
        foreach (int file in graph.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (start, end) = graph.NodesOfFile(file);
            // The numbers of a file that nobody changed stay what they are as long as no node came or went above it.
            string path = graph.Node(file).Path;
            bool inPlace = places.TryGetValue((start, end), out string? there) && there == path;
            if (inPlace && changedFiles is not null && !changedFiles.Contains(path)) continue;
            int expected = start;
            query.Bind(2, start).Bind(3, end - 1);
            while (query.Step())
            {
                int number = query.Int32(8);
                while (expected < number) changed.Add(expected++);
                if (!IsSame(query, graph.Node(expected))) changed.Add(expected);
                expected++;
            }
            while (expected < end) changed.Add(expected++);
        }
        return changed;
    }

    private static bool IsSame(Statement row, GraphNode node) => row.Int64(0) == (int)node.Type
        && (row.IsNull(1) ? -1 : row.Int64(1)) == node.Parent && row.Int64(3) == node.LineStart && row.Int64(4) == node.LineEnd
        && row.Int64(5) == node.Complexity && row.Text(2) == node.QualifiedName && row.OptionalText(6) == node.Signature
        && row.OptionalText(7) == node.Docstring;

    private static void WriteNodes(Connection connection, long key, int stored, CodeGraph graph, List<int> nodes, CancellationToken cancellationToken)
    {
        // All that goes is removed before anything comes: two files may change places, and their paths are unique.
        using (var delete = connection.Prepare("DELETE FROM nodes WHERE graph_id = ?1 AND id = ?2").Bind(1, key))
        using (var words = WordRows.Deleting(connection))
        {
            foreach (int node in nodes.Where(node => node < stored).Concat(Enumerable.Range(graph.NodeCount, Math.Max(0, stored - graph.NodeCount))))
            {
                delete.Bind(2, node).Step();
                words.Bind(1, WordRows.RowId(key, node)).Step();
            }
        }
        GraphWriter.WriteNodes(connection, key, graph, nodes, cancellationToken);
    }

    /// <summary>Goes through the stored edges and those of the graph side by side; both are in the same order.</summary>
    /// <returns>Keys of rows to remove and numbers of edges to write; null when that is most of them.</returns>
    private static (List<(int, int, int)> Removed, List<int> Written)? Edges(Connection connection, long key, CodeGraph graph,
        CancellationToken cancellationToken)
    {
        List<(int, int, int)> removed = [];
        List<int> written = [], lines = [];
        int at = 0, rows = 0;
        using var query = connection.Prepare(GraphReader.EdgesSql).Bind(1, key);
        while (query.Step())
        {
            if (rows++ % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (removed.Count > 1000 + graph.EdgeCount / 2) return null;
            }
            var row = (query.Int32(0), query.Int32(1), query.Int32(2));
            while (at < graph.EdgeCount && Key(graph.Edge(at)).CompareTo(row) < 0) written.Add(at++);
            if (at == graph.EdgeCount || Key(graph.Edge(at)) != row)
            {
                removed.Add(row);
                continue;
            }
            var edge = graph.Edge(at);
            LineList.Read(query.Int32(3), query.Blob(5), lines);
            if (query.Int64(4) != (int)edge.Confidence || !edge.Lines.SequenceEqual(CollectionsMarshal.AsSpan(lines)))
            {
                removed.Add(row);
                written.Add(at);
            }
            at++;
        }
        while (at < graph.EdgeCount) written.Add(at++);
        return written.Count > 1000 + graph.EdgeCount / 2 ? null : (removed, written);
    }

    private static (int, int, int) Key(GraphEdge edge) => (edge.Source, edge.Target, edge.TypeIndex);
}
