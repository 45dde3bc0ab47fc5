namespace CodexAura.Sdk.Graph;

/// <summary>Turns a builder's rows, in whatever order they came, into the one order every equal graph has.</summary>
internal static class CanonicalOrder
{
    /// <summary>Handles in graph order: files by path, each followed by its definitions by line, outer ones first where lines tie.</summary>
    public static int[] Nodes(List<NodeRow> rows)
    {
        var order = new int[rows.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        var files = new List<int>();
        foreach (int i in order)
            if (rows[i].Type == NodeType.File) files.Add(i);
        files.Sort((a, b) => string.CompareOrdinal(rows[a].Name, rows[b].Name));
        var paths = new Dictionary<int, int>(files.Count);
        for (int i = 0; i < files.Count; i++)
        {
            if (i > 0 && rows[files[i - 1]].Name == rows[files[i]].Name)
                throw new InvalidOperationException($"Two nodes have the id '{rows[files[i]].Name}::file'.");
            paths.Add(files[i], i);
        }

        var keys = new NodeKey[order.Length];
        for (int i = 0; i < order.Length; i++)
            keys[i] = new NodeKey(paths[rows[i].File], rows[i].Type == NodeType.File ? -1 : rows[i].LineStart, rows[i].LineEnd, rows[i].Name, rows[i].Type);
        // Numbers by a comparison: that is compiled ahead of time, and sorting structs of our own is not.
        order.AsSpan().Sort((a, b) => keys[a].CompareTo(keys[b]));
        CheckUnique(rows, order);
        return order;
    }

    public static NodeTable NodeColumns(List<NodeRow> rows, int[] order, int[] number)
    {
        int n = order.Length;
        var table = new NodeTable
        {
            Type = new NodeType[n], File = new int[n], Parent = new int[n], QualifiedName = new string[n], LineStart = new int[n],
            LineEnd = new int[n], Complexity = new int[n], Docstring = new string?[n], Signature = new string?[n],
        };
        for (int i = 0; i < n; i++)
        {
            var row = rows[order[i]];
            table.Type[i] = row.Type;
            table.File[i] = number[row.File];
            table.Parent[i] = row.Parent < 0 ? -1 : number[row.Parent];
            table.QualifiedName[i] = row.Name;
            table.LineStart[i] = row.LineStart;
            table.LineEnd[i] = row.LineEnd;
            table.Complexity[i] = row.Complexity;
            table.Docstring[i] = row.Docstring;
            table.Signature[i] = row.Signature;
        }
        return table;
    }

    /// <summary>Sorts, then merges rows of one source, target and type into one edge with all its lines and the best confidence.</summary>
    public static EdgeTable EdgeColumns(List<EdgeRow> rows, int[] number, byte[] typeNumber)
    {
        var keys = new EdgeKey[rows.Count];
        var order = new int[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            var row = rows[i];
            order[i] = i;
            keys[i] = new EdgeKey((ulong)number[row.Source] << 32 | (uint)number[row.Target],
                (ulong)typeNumber[row.Type] << 32 | (uint)row.Line, row.Confidence);
        }
        order.AsSpan().Sort((a, b) => keys[a].CompareTo(keys[b]));

        List<int> source = [], target = [], lineOffset = [], lines = [];
        List<byte> type = [];
        List<Confidence> confidence = [];
        EdgeKey last = default;
        for (int i = 0; i < order.Length; i++)
        {
            var key = keys[order[i]];
            int line = (int)key.TypeAndLine;
            bool same = i > 0 && last.Ends == key.Ends && last.TypeAndLine >> 32 == key.TypeAndLine >> 32;
            last = key;
            if (same)
            {
                if (key.Confidence > confidence[^1]) confidence[^1] = key.Confidence;
                if (line != lines[^1]) lines.Add(line);
                continue;
            }
            lineOffset.Add(lines.Count);
            source.Add((int)(key.Ends >> 32));
            target.Add((int)key.Ends);
            type.Add((byte)(key.TypeAndLine >> 32));
            confidence.Add(key.Confidence);
            lines.Add(line);
        }
        lineOffset.Add(lines.Count);
        return new EdgeTable
        {
            Source = [.. source], Target = [.. target], Type = [.. type], Confidence = [.. confidence],
            LineOffset = [.. lineOffset], Lines = [.. lines],
        };
    }

    private static void CheckUnique(List<NodeRow> rows, int[] order)
    {
        var seen = new HashSet<(NodeType, string)>();
        foreach (int i in order)
        {
            if (rows[i].Type == NodeType.File) seen.Clear();
            if (rows[i].Type != NodeType.File && !seen.Add((rows[i].Type, rows[i].Name)))
                throw new InvalidOperationException(
                    $"Two nodes have the id '{NodeId.Format(rows[i].Type, rows[rows[i].File].Name, rows[i].Name)}'.");
        }
    }

    private readonly record struct NodeKey(int File, int Line, int LineEnd, string Name, NodeType Type)
    {
        public int CompareTo(NodeKey other)
        {
            int order = File.CompareTo(other.File);
            if (order == 0) order = Line.CompareTo(other.Line);
            if (order == 0) order = other.LineEnd.CompareTo(LineEnd);
            if (order == 0) order = string.CompareOrdinal(Name, other.Name);
            return order != 0 ? order : Type.CompareTo(other.Type);
        }
    }

    private readonly record struct EdgeKey(ulong Ends, ulong TypeAndLine, Confidence Confidence)
    {
        public int CompareTo(EdgeKey other)
        {
            int order = Ends.CompareTo(other.Ends);
            if (order != 0) return order;
            order = TypeAndLine.CompareTo(other.TypeAndLine);
            return order != 0 ? order : Confidence.CompareTo(other.Confidence);
        }
    }
}
