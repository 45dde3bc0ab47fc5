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
    private const string NodesInSql = """
        SELECT type, parent_id, qualified_name, line_start, line_end, complexity, signature, docstring, id
        FROM nodes WHERE graph_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id
        """;
    private const int RowsBetweenLooks = 4096;

    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="key">The graph's number.</param>
    /// <param name="graph">What it is to be.</param>
    /// <param name="changedFiles">Files that may have other nodes, or null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when so much differs that writing all anew is less work; nothing was changed then.</returns>
    public static bool TryUpdate(Connection connection, long key, CodeGraph graph, IReadOnlySet<string>? changedFiles, CancellationToken cancellationToken)
    {
        if (!GraphReader.ReadEdgeTypes(connection, key).SequenceEqual(graph.EdgeTypeNames)) return false;
        var stored = StoredFiles(connection, key);
        if (NodeNumbers.Keep(graph, stored) is not { } numbers) return false;
        var nodes = Nodes(connection, key, graph, numbers, stored, changedFiles, cancellationToken);
        if (nodes.Written.Count * 2 > graph.NodeCount + 100) return false;
        if (Edges(connection, key, graph, numbers, cancellationToken) is not { } edges) return false;

        WriteNodes(connection, key, graph, numbers, nodes, cancellationToken);
        GraphWriter.DeleteEdges(connection, key, edges.Removed);
        GraphWriter.WriteEdges(connection, key, graph, numbers, edges.Written, cancellationToken);
        GraphWriter.WriteIncoming(connection, key, graph, numbers, edges.Added);
        foreach (string table in (string[])["diagnostics", "unresolved"])
        {
            using var clear = connection.Prepare($"DELETE FROM {table} WHERE graph_id = ?1").Bind(1, key);
            clear.Step();
        }
        GraphWriter.WriteNotes(connection, key, graph);
        return true;
    }

    /// <summary>The files of a stored graph, in order.</summary>
    private static List<StoredFile> StoredFiles(Connection connection, long key)
    {
        var files = new List<StoredFile>();
        using (var query = connection.Prepare(FilesSql).Bind(1, key))
            while (query.Step()) files.Add(new StoredFile(query.Int32(0), int.MaxValue, query.Text(1)));
        files.Sort((a, b) => a.Number.CompareTo(b.Number));
        for (int i = 0; i + 1 < files.Count; i++) files[i] = files[i] with { End = files[i + 1].Number };
        return files;
    }

    /// <summary>Numbers of rows to remove, and of the graph's nodes to write.</summary>
    private static (List<int> Removed, List<int> Written) Nodes(Connection connection, long key, CodeGraph graph, NodeNumbers numbers,
        List<StoredFile> stored, IReadOnlySet<string>? changedFiles, CancellationToken cancellationToken)
    {
        List<int> removed = [], written = [];
        var places = stored.ToDictionary(file => file.Path, StringComparer.Ordinal);
        using var query = connection.Prepare(NodesInSql).Bind(1, key);
        foreach (int file in graph.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (next, end) = graph.NodesOfFile(file);
            string path = graph.Node(file).Path;
            bool isThere = places.Remove(path, out var place);
            if (isThere && changedFiles is not null && !changedFiles.Contains(path)) continue;
            if (isThere) query.Bind(2, place.Number).Bind(3, place.End);
            while (isThere && query.Step())
            {
                int number = query.Int32(8);
                while (next < end && numbers[next] < number) written.Add(next++);
                if (next < end && numbers[next] == number && IsSame(query, graph.Node(next), numbers))
                {
                    next++;
                    continue;
                }
                removed.Add(number);
                if (next < end && numbers[next] == number) written.Add(next++);
            }
            while (next < end) written.Add(next++);
        }
        foreach (var gone in places.Values)
        {
            query.Bind(2, gone.Number).Bind(3, gone.End);
            while (query.Step()) removed.Add(query.Int32(8));
        }
        return (removed, written);
    }

    private static bool IsSame(Statement row, GraphNode node, NodeNumbers numbers) => row.Int64(0) == (int)node.Type
        && (row.IsNull(1) ? -1 : row.Int64(1)) == (node.Parent < 0 ? -1 : numbers[node.Parent]) && row.Int64(3) == node.LineStart
        && row.Int64(4) == node.LineEnd && row.Int64(5) == node.Complexity && row.Text(2) == node.QualifiedName
        && row.OptionalText(6) == node.Signature && row.OptionalText(7) == node.Docstring;

    private static void WriteNodes(Connection connection, long key, CodeGraph graph, NodeNumbers numbers, (List<int> Removed, List<int> Written) nodes,
        CancellationToken cancellationToken)
    {
        // All that goes is removed before anything comes: paths are unique.
        using (var delete = connection.Prepare("DELETE FROM nodes WHERE graph_id = ?1 AND id = ?2").Bind(1, key))
        using (var words = WordRows.Deleting(connection))
        {
            foreach (int number in nodes.Removed)
            {
                delete.Bind(2, number).Step();
                words.Bind(1, WordRows.RowId(key, number)).Step();
            }
        }
        GraphWriter.WriteNodes(connection, key, graph, numbers, nodes.Written, cancellationToken);
    }

    /// <summary>Goes through the stored edges and those of the graph side by side; both are in the same order.</summary>
    /// <returns>
    /// Keys of rows to remove, numbers of edges to write, and those among them that were not there in any form; null when that is
    /// most of them.
    /// </returns>
    private static (List<(int, int, int)> Removed, List<int> Written, List<int> Added)? Edges(Connection connection, long key, CodeGraph graph,
        NodeNumbers numbers, CancellationToken cancellationToken)
    {
        List<(int, int, int)> removed = [];
        List<int> written = [], added = [], lines = [];
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
            while (at < graph.EdgeCount && Key(at).CompareTo(row) < 0) Add(at++);
            if (at == graph.EdgeCount || Key(at) != row)
            {
                removed.Add(row);
                continue;
            }
            var edge = graph.Edge(at);
            LineList.Read(query.Int32(3), query.Blob(5), lines);
            if (query.Int64(4) != (int)edge.Confidence || !edge.Lines.SequenceEqual(CollectionsMarshal.AsSpan(lines))) written.Add(at);
            at++;
        }
        while (at < graph.EdgeCount) Add(at++);
        return written.Count > 1000 + graph.EdgeCount / 2 ? null : (removed, written, added);

        (int, int, int) Key(int number) => graph.Edge(number) is var edge ? (numbers[edge.Source], numbers[edge.Target], edge.TypeIndex) : default;

        void Add(int number)
        {
            written.Add(number);
            added.Add(number);
        }
    }
}
