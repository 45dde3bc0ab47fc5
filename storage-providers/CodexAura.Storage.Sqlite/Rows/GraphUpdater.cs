using System.Runtime.InteropServices;
using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>
/// Brings the body of a stored graph up to date by writing only the rows that differ. Reading a row costs a tenth of writing it; an update does not
/// even read rows of files whose <see cref="FileDigests"/> say that all is the same.
/// </summary>
internal static class GraphUpdater
{
    public const string FilesSql = "SELECT id, path FROM nodes WHERE graph_id = ?1 AND type = 0 ORDER BY path";
    public const string DigestsSql = "SELECT file_id, digest FROM file_digests WHERE graph_id = ?1 ORDER BY file_id";
    private const string NodesInSql = """
        SELECT type, parent_id, qualified_name, line_start, line_end, complexity, signature, docstring, id
        FROM nodes WHERE graph_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id
        """;
    public const string EdgesInSql = """
        SELECT source_id, target_id, type, line, confidence, more_lines
        FROM edges WHERE graph_id = ?1 AND source_id >= ?2 AND source_id < ?3 ORDER BY source_id, target_id, type
        """;

    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="key">The graph's number.</param>
    /// <param name="graph">What it is to be.</param>
    /// <param name="readAll">Whether to read all rows, rather than to believe in digests.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when so much differs that writing all anew is less work; nothing was changed then.</returns>
    public static bool TryUpdate(Connection connection, long key, CodeGraph graph, bool readAll, CancellationToken cancellationToken)
    {
        if (!GraphReader.ReadEdgeTypes(connection, key).SequenceEqual(graph.EdgeTypeNames)) return false;
        var stored = StoredFiles(connection, key);
        if (NodeNumbers.Keep(graph, stored) is not { } numbers) return false;
        var digests = FileDigests.Of(graph, numbers);
        var files = Differing(connection, key, graph, stored, readAll ? null : digests);
        if (Nodes(connection, key, graph, numbers, files, cancellationToken) is not { } nodes
            || Edges(connection, key, graph, numbers, files, cancellationToken) is not { } edges) return false;

        WriteNodes(connection, key, graph, numbers, nodes, cancellationToken);
        GraphWriter.DeleteEdges(connection, key, edges.Removed);
        GraphWriter.WriteEdges(connection, key, graph, numbers, edges.Written, cancellationToken);
        GraphWriter.WriteIncoming(connection, key, graph, numbers, edges.Added);
        WriteDigests(connection, key, graph, numbers, digests, files);
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

    /// <summary>A file of which rows may differ: where it is stored, if it is, and its place among the files of the graph; -1 when it is gone.</summary>
    private readonly record struct DifferingFile(StoredFile? Stored, int Index);

    private static List<DifferingFile> Differing(Connection connection, long key, CodeGraph graph, List<StoredFile> stored, FileDigests? digests)
    {
        var places = stored.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var known = new Dictionary<int, byte[]>();
        using (var query = connection.Prepare(DigestsSql).Bind(1, key))
            while (query.Step()) known[query.Int32(0)] = query.Blob(1).ToArray();
        var files = new List<DifferingFile>();
        for (int i = 0; i < graph.Files.Length; i++)
        {
            if (!places.Remove(graph.Node(graph.Files[i]).Path, out var place)) files.Add(new DifferingFile(null, i));
            else if (digests is null || !digests[i].SequenceEqual(known.GetValueOrDefault(place.Number))) files.Add(new DifferingFile(place, i));
        }
        foreach (var gone in places.Values) files.Add(new DifferingFile(gone, -1));
        return files;
    }

    private static void WriteDigests(Connection connection, long key, CodeGraph graph, NodeNumbers numbers, FileDigests digests, List<DifferingFile> files)
    {
        using (var delete = connection.Prepare("DELETE FROM file_digests WHERE graph_id = ?1 AND file_id = ?2").Bind(1, key))
            foreach (var file in files)
                if (file is { Index: < 0, Stored: { } gone }) delete.Bind(2, gone.Number).Step();
        digests.Write(connection, key, graph, numbers, files.Where(file => file.Index >= 0).Select(file => file.Index));
    }

    /// <summary>Numbers of rows to remove, and of the graph's nodes to write; null when that is most of them.</summary>
    private static (List<int> Removed, List<int> Written)? Nodes(Connection connection, long key, CodeGraph graph, NodeNumbers numbers,
        List<DifferingFile> files, CancellationToken cancellationToken)
    {
        List<int> removed = [], written = [];
        using var query = connection.Prepare(NodesInSql).Bind(1, key);
        foreach (var (stored, index) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (next, end) = index < 0 ? (0, 0) : graph.NodesOfFile(graph.Files[index]);
            if (stored is { } place) query.Bind(2, place.Number).Bind(3, place.End);
            while (stored is not null && query.Step())
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
        return written.Count * 2 > graph.NodeCount + 100 ? null : (removed, written);
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

    /// <summary>Goes through the stored edges of each file and those of the graph side by side; both are in the same order.</summary>
    /// <returns>
    /// Keys of rows to remove, numbers of edges to write, and those among them that were not there in any form; null when that is
    /// most of them.
    /// </returns>
    private static (List<(int, int, int)> Removed, List<int> Written, List<int> Added)? Edges(Connection connection, long key, CodeGraph graph,
        NodeNumbers numbers, List<DifferingFile> files, CancellationToken cancellationToken)
    {
        List<(int, int, int)> removed = [];
        List<int> written = [], added = [], lines = [];
        using var query = connection.Prepare(EdgesInSql).Bind(1, key);
        foreach (var (stored, index) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (removed.Count > 1000 + graph.EdgeCount / 2) return null;
            var (at, end) = index < 0 ? (0, 0) : EdgesOf(graph, graph.Files[index]);
            if (stored is { } place) query.Bind(2, place.Number).Bind(3, place.End);
            while (stored is not null && query.Step())
            {
                var row = (query.Int32(0), query.Int32(1), query.Int32(2));
                while (at < end && Key(at).CompareTo(row) < 0) Add(at++);
                if (at == end || Key(at) != row)
                {
                    removed.Add(row);
                    continue;
                }
                var edge = graph.Edge(at);
                LineList.Read(query.Int32(3), query.Blob(5), lines);
                if (query.Int64(4) != (int)edge.Confidence || !edge.Lines.SequenceEqual(CollectionsMarshal.AsSpan(lines))) written.Add(at);
                at++;
            }
            while (at < end) Add(at++);
        }
        return written.Count > 1000 + graph.EdgeCount / 2 ? null : (removed, written, added);

        (int, int, int) Key(int number) => graph.Edge(number) is var edge ? (numbers[edge.Source], numbers[edge.Target], edge.TypeIndex) : default;

        void Add(int number)
        {
            written.Add(number);
            added.Add(number);
        }
    }

    /// <summary>Numbers of the edges that start in a file: one range, as its nodes are one.</summary>
    private static (int Start, int End) EdgesOf(CodeGraph graph, int file)
    {
        var (start, end) = graph.NodesOfFile(file);
        int first = -1, count = 0;
        for (int node = start; node < end; node++)
        {
            var edges = graph.Outgoing(node);
            if (edges.Count > 0 && first < 0) first = edges[0];
            count += edges.Count;
        }
        return first < 0 ? (0, 0) : (first, first + count);
    }
}
