using CodexAura.Sdk.Graph;
using CodexAura.Storage.Sqlite.Access;
using CodexAura.Storage.Sqlite.Schema;

namespace CodexAura.Storage.Sqlite.Rows;

/// <summary>Writes a graph's body in the order of each table, so that every row but those of one index goes to the end of its tree.</summary>
internal static class GraphWriter
{
    private const int RowsBetweenLooks = 4096;
    private const int NodesWorthSorting = 20_000;

    public static void Write(Connection connection, long key, CodeGraph graph, CancellationToken cancellationToken)
    {
        var numbers = NodeNumbers.Spread(graph);
        // Names come in no order. Where the index holds no other graph's, it is made of all of them at the end, sorted.
        bool indexAfterwards = graph.NodeCount >= NodesWorthSorting && connection.Number("SELECT count(*) FROM graphs") == 1;
        if (indexAfterwards) connection.Execute("DROP INDEX nodes_by_name");
        WriteNodes(connection, key, graph, numbers, Enumerable.Range(0, graph.NodeCount), cancellationToken);
        if (indexAfterwards) connection.Execute(Version2.NamesSql + Version2.NamesStatisticsSql);
        WriteEdgeTypes(connection, key, graph);
        WriteEdges(connection, key, graph, numbers, Enumerable.Range(0, graph.EdgeCount), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        WriteIncoming(connection, key, graph, numbers, ByTarget(graph));
        FileDigests.Of(graph, numbers).Write(connection, key, graph, numbers, Enumerable.Range(0, graph.Files.Length));
        WriteNotes(connection, key, graph);
    }

    /// <summary>Writes diagnostics and counts of what is unresolved.</summary>
    public static void WriteNotes(Connection connection, long key, CodeGraph graph)
    {
        DiagnosticRows.Write(connection, DiagnosticRows.OfGraph, key, graph.Diagnostics);
        WriteUnresolved(connection, key, graph);
    }

    /// <summary>Writes these nodes, whose rows are not there.</summary>
    public static void WriteNodes(Connection connection, long key, CodeGraph graph, NodeNumbers numbers, IEnumerable<int> nodes, CancellationToken cancellationToken)
    {
        using var insert = connection.Prepare("""
            INSERT INTO nodes (graph_id, id, type, file_id, parent_id, name, qualified_name, path, line_start, line_end, complexity, signature, docstring)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """);
        insert.Bind(1, key);
        using var words = WordRows.Inserting(connection);
        int file = -1;
        foreach (int i in nodes)
        {
            if (i % RowsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            var node = graph.Node(i);
            insert.Bind(2, numbers[i]).Bind(3, (int)node.Type).Bind(4, numbers[node.FileIndex]);
            if (node.Parent < 0) insert.BindNull(5).Bind(8, node.Path);
            else insert.Bind(5, numbers[node.Parent]);
            // Bound values stay until they are replaced, so the path is bound once for all nodes of a file.
            if (node.FileIndex != file && node.Parent >= 0) insert.Bind(8, node.Path);
            file = node.FileIndex;
            insert.Bind(6, node.Name).Bind(7, node.QualifiedName).Bind(9, node.LineStart).Bind(10, node.LineEnd)
                .Bind(11, node.Complexity).Bind(12, node.Signature).Bind(13, node.Docstring).Step();
            WordRows.Add(words, key, numbers[i], node.Name, node.Docstring);
        }
    }

    private static void WriteEdgeTypes(Connection connection, long key, CodeGraph graph)
    {
        using var insert = connection.Prepare("INSERT INTO edge_types (graph_id, id, name) VALUES (?1, ?2, ?3)");
        insert.Bind(1, key);
        for (int i = 0; i < graph.EdgeTypeNames.Count; i++) insert.Bind(2, i).Bind(3, graph.EdgeTypeNames[i]).Step();
    }

    /// <summary>Writes these edges, in place of rows with the same ends and type.</summary>
    public static void WriteEdges(Connection connection, long key, CodeGraph graph, NodeNumbers numbers, IEnumerable<int> edges, CancellationToken cancellationToken)
    {
        using var insert = connection.Prepare("""
            INSERT OR REPLACE INTO edges (graph_id, source_id, target_id, type, line, confidence, more_lines)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """);
        insert.Bind(1, key);
        byte[] buffer = new byte[64];
        bool hadMoreLines = true;
        foreach (int i in edges)
        {
            if (i % RowsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            var edge = graph.Edge(i);
            var lines = edge.Lines;
            insert.Bind(2, numbers[edge.Source]).Bind(3, numbers[edge.Target]).Bind(4, edge.TypeIndex).Bind(5, lines[0]).Bind(6, (int)edge.Confidence);
            if (lines.Length > 1)
            {
                if (buffer.Length < lines.Length * 5) buffer = new byte[lines.Length * 8];
                insert.BindBlob(7, buffer.AsSpan(0, LineList.Write(lines, buffer)));
            }
            else if (hadMoreLines) insert.BindNull(7);
            hadMoreLines = lines.Length > 1;
            insert.Step();
        }
    }

    /// <summary>Notes these edges, which were not there, by their targets.</summary>
    public static void WriteIncoming(Connection connection, long key, CodeGraph graph, NodeNumbers numbers, IEnumerable<int> edges)
    {
        using var insert = connection.Prepare("INSERT INTO incoming (graph_id, target_id, source_id, type) VALUES (?1, ?2, ?3, ?4)");
        insert.Bind(1, key);
        foreach (int i in edges)
        {
            var edge = graph.Edge(i);
            insert.Bind(2, numbers[edge.Target]).Bind(3, numbers[edge.Source]).Bind(4, edge.TypeIndex).Step();
        }
    }

    /// <summary>Removes edges.</summary>
    public static void DeleteEdges(Connection connection, long key, IReadOnlyList<(int Source, int Target, int Type)> edges)
    {
        using var delete = connection.Prepare("DELETE FROM edges WHERE graph_id = ?1 AND source_id = ?2 AND target_id = ?3 AND type = ?4").Bind(1, key);
        using var note = connection.Prepare("DELETE FROM incoming WHERE graph_id = ?1 AND source_id = ?2 AND target_id = ?3 AND type = ?4").Bind(1, key);
        foreach (var (source, target, type) in edges)
        {
            delete.Bind(2, source).Bind(3, target).Bind(4, type).Step();
            note.Bind(2, source).Bind(3, target).Bind(4, type).Step();
        }
    }

    private static IEnumerable<int> ByTarget(CodeGraph graph)
    {
        for (int node = 0; node < graph.NodeCount; node++)
            foreach (int edge in graph.Incoming(node)) yield return edge;
    }

    private static void WriteUnresolved(Connection connection, long key, CodeGraph graph)
    {
        using var insert = connection.Prepare("INSERT INTO unresolved (graph_id, seq, kind, reason, count) VALUES (?1, ?2, ?3, ?4, ?5)");
        insert.Bind(1, key);
        for (int i = 0; i < graph.Unresolved.Count; i++)
        {
            var entry = graph.Unresolved[i];
            insert.Bind(2, i).Bind(3, entry.Kind).Bind(4, entry.Reason).Bind(5, entry.Count).Step();
        }
    }
}
