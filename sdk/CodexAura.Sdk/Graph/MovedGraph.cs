using CodexAura.Sdk.Analysis;

namespace CodexAura.Sdk.Graph;

/// <summary>Applies moves of lines to a graph. Columns that hold no lines are shared with the graph as it was.</summary>
internal static class MovedGraph
{
    /// <returns>Null where the moves are not those of this graph.</returns>
    public static CodeGraph? Make(CodeGraph graph, IEnumerable<FileMove> moves)
    {
        var nodes = new NodeTable
        {
            Type = graph.Nodes.Type, File = graph.Nodes.File, Parent = graph.Nodes.Parent, QualifiedName = graph.Nodes.QualifiedName,
            LineStart = [.. graph.Nodes.LineStart], LineEnd = [.. graph.Nodes.LineEnd], Complexity = [.. graph.Nodes.Complexity],
            Docstring = [.. graph.Nodes.Docstring], Signature = [.. graph.Nodes.Signature],
        };
        var moved = new FileMove?[graph.NodeCount];
        long lines = graph.LineCount;
        foreach (var move in moves)
        {
            int file = graph.FindFile(move.Path);
            if (file < 0 || !move.IsUnambiguous || move.Nodes.Build(graph.Repository) is not { } now || !Fits(graph, file, now)) return null;
            lines += now.LineCount - graph.Nodes.LineEnd[file];
            now.Nodes.LineStart.CopyTo(nodes.LineStart, file);
            now.Nodes.LineEnd.CopyTo(nodes.LineEnd, file);
            now.Nodes.Complexity.CopyTo(nodes.Complexity, file);
            now.Nodes.Docstring.CopyTo(nodes.Docstring, file);
            now.Nodes.Signature.CopyTo(nodes.Signature, file);
            moved.AsSpan(file, now.NodeCount).Fill(move);
        }
        return Edges(graph.Edges, moved) is { } edges ? graph.With(nodes, edges, lines) : null;
    }

    /// <summary>Whether these are the nodes of a file, in the same order.</summary>
    private static bool Fits(CodeGraph graph, int file, CodeGraph now)
    {
        var (start, end) = graph.NodesOfFile(file);
        if (end - start != now.NodeCount || now.Files.Length != 1) return false;
        for (int i = 0; i < now.NodeCount; i++)
        {
            if (graph.Nodes.Type[start + i] != now.Nodes.Type[i] || graph.Nodes.QualifiedName[start + i] != now.Nodes.QualifiedName[i]) return false;
            if (i > 0 && graph.Nodes.Parent[start + i] != start + now.Nodes.Parent[i]) return false;
        }
        return true;
    }

    /// <summary>An edge's lines are those of its source's file. Where two became one they are one; the edges stay as many and in their order.</summary>
    private static EdgeTable? Edges(EdgeTable edges, FileMove?[] moved)
    {
        int[] lines = [.. edges.Lines], offsets = [.. edges.LineOffset];
        int at = 0;
        for (int e = 0; e < edges.Source.Length; e++)
        {
            int start = at, from = edges.LineOffset[e], until = edges.LineOffset[e + 1];
            var move = moved[edges.Source[e]];
            for (int i = from; i < until; i++)
            {
                int line = edges.Lines[i];
                if (move is not null && !move.TryGetLine(line, out line)) return null;
                lines[at++] = line;
            }
            if (move is not null) at = start + SortOut(lines.AsSpan(start, at - start));
            offsets[e + 1] = at;
        }
        if (at < lines.Length) Array.Resize(ref lines, at);
        return new EdgeTable
        {
            Source = edges.Source, Target = edges.Target, Type = edges.Type, Confidence = edges.Confidence, LineOffset = offsets, Lines = lines,
        };
    }

    /// <summary>Puts lines in order and each there once.</summary>
    /// <returns>How many are left, at the beginning.</returns>
    private static int SortOut(Span<int> lines)
    {
        lines.Sort();
        int count = 1;
        for (int i = 1; i < lines.Length; i++)
            if (lines[i] != lines[count - 1]) lines[count++] = lines[i];
        return count;
    }
}
