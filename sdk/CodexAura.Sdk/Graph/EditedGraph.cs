namespace CodexAura.Sdk.Graph;

/// <summary>
/// Applies to a graph what differs between two graphs of a part of the program, before and after an edit. What both say or neither does
/// stays as it was: the whole program told it, and a part of it knows less.
/// </summary>
internal sealed class EditedGraph
{
    private readonly CodeGraph _graph, _was, _now;
    private readonly EditedNodes _nodes;
    private readonly string[] _types;
    private readonly byte[] _typeOfGraph, _typeOfWas, _typeOfNow;
    private readonly List<int> _source = [], _target = [], _lineOffset = [], _lines = [];
    private readonly List<byte> _type = [];
    private readonly List<Confidence> _confidence = [];

    private EditedGraph(CodeGraph graph, CodeGraph was, CodeGraph now, EditedNodes nodes)
    {
        (_graph, _was, _now, _nodes) = (graph, was, now, nodes);
        _types = [.. graph.EdgeTypeNames.Union(was.EdgeTypeNames).Union(now.EdgeTypeNames).Order(StringComparer.Ordinal)];
        (_typeOfGraph, _typeOfWas, _typeOfNow) = (TypesOf(graph), TypesOf(was), TypesOf(now));

        byte[] TypesOf(CodeGraph of) => [.. of.EdgeTypeNames.Select(name => (byte)Array.IndexOf(_types, name))];
    }

    /// <returns>Null where a file that was edited is not in the graph after the edit.</returns>
    public static CodeGraph? Make(CodeGraph graph, IReadOnlyCollection<string> paths, CodeGraph was, CodeGraph now, IEnumerable<Diagnostic> notices)
    {
        if (EditedNodes.Make(graph, paths, was, now) is not { } nodes) return null;
        var edges = new EditedGraph(graph, was, now, nodes).Edges(out string[] types);
        var edited = paths.ToHashSet(StringComparer.Ordinal);
        var diagnostics = graph.Diagnostics.Where(d => !edited.Contains(d.Path)).Concat(now.Diagnostics.Where(d => edited.Contains(d.Path))).Concat(notices);
        var facts = GraphFacts.Of(graph.Repository, diagnostics, graph.Unresolved.ToDictionary(u => (u.Kind, u.Reason), u => u.Count), nodes.LineCount);
        return new CodeGraph(nodes.Table, edges, types, facts);
    }

    private readonly record struct Row(ulong TargetAndType, Confidence Confidence, int[] Lines, int From, int Until, int Shift = 0, int LastLine = int.MaxValue);

    private EdgeTable Edges(out string[] types)
    {
        var rows = new List<Row>();
        var known = new Dictionary<ulong, int>();
        for (int node = 0; node < _nodes.Count; node++)
        {
            rows.Clear();
            var (old, was, now, isEdited) = _nodes[node];
            if (was < 0 && now < 0) Keep(rows, old);
            else Compare(rows, known, old, was, now, isEdited);
            Append(node, rows);
        }
        _lineOffset.Add(_lines.Count);
        types = Used();
        return new EdgeTable
        {
            Source = [.. _source], Target = [.. _target], Type = [.. _type], Confidence = [.. _confidence], LineOffset = [.. _lineOffset], Lines = [.. _lines],
        };
    }

    /// <summary>Edges of a node of which the edit says nothing, but for those to what is gone.</summary>
    private void Keep(List<Row> rows, int old)
    {
        var edges = _graph.Edges;
        foreach (int e in _graph.Outgoing(old))
            if (_nodes.OfGraph(edges.Target[e]) is >= 0 and var target)
                rows.Add(new Row(Key(target, _typeOfGraph[edges.Type[e]]), edges.Confidence[e], edges.Lines, edges.LineOffset[e], edges.LineOffset[e + 1]));
    }

    private void Compare(List<Row> rows, Dictionary<ulong, int> known, int old, int was, int now, bool isEdited)
    {
        var before = new Dictionary<ulong, Confidence>();
        if (was >= 0)
            foreach (int e in _was.Outgoing(was))
                if (_nodes.OfWas(_was.Edges.Target[e]) is >= 0 and var target) before[Key(target, _typeOfWas[_was.Edges.Type[e]])] = _was.Edges.Confidence[e];
        known.Clear();
        if (now >= 0)
            foreach (int e in _now.Outgoing(now))
                if (_nodes.OfNow(_now.Edges.Target[e]) is >= 0 and var target) known[Key(target, _typeOfNow[_now.Edges.Type[e]])] = e;
        if (old >= 0)
        {
            var edges = _graph.Edges;
            var (shift, last) = isEdited && now >= 0 ? (_now.Nodes.LineStart[now] - _graph.Nodes.LineStart[old], _now.Nodes.LineEnd[now]) : (0, int.MaxValue);
            foreach (int e in _graph.Outgoing(old))
            {
                if (_nodes.OfGraph(edges.Target[e]) is not (>= 0 and var target)) continue;
                ulong key = Key(target, _typeOfGraph[edges.Type[e]]);
                bool isNow = known.Remove(key, out int same);
                if (!isNow && before.ContainsKey(key)) continue;
                if (!isNow || !isEdited)
                {
                    rows.Add(new Row(key, edges.Confidence[e], edges.Lines, edges.LineOffset[e], edges.LineOffset[e + 1], shift, last));
                    continue;
                }
                var confidence = _now.Edges.Confidence[same];
                bool isAsBefore = before.TryGetValue(key, out var earlier) && earlier == confidence;
                rows.Add(new Row(key, isAsBefore ? edges.Confidence[e] : confidence, _now.Edges.Lines, _now.Edges.LineOffset[same], _now.Edges.LineOffset[same + 1]));
            }
        }
        foreach (var (key, e) in known)
            // What the part alone said before already, the whole knew better.
            if (!before.ContainsKey(key))
                rows.Add(new Row(key, _now.Edges.Confidence[e], _now.Edges.Lines, _now.Edges.LineOffset[e], _now.Edges.LineOffset[e + 1]));
    }

    private void Append(int source, List<Row> rows)
    {
        // Nodes that did not change are in the same order as before, and so are the edges to them.
        for (int i = 1; i < rows.Count; i++)
        {
            if (rows[i - 1].TargetAndType <= rows[i].TargetAndType) continue;
            rows.Sort(static (a, b) => a.TargetAndType.CompareTo(b.TargetAndType));
            break;
        }
        foreach (var row in rows)
        {
            int first = _lines.Count;
            // What was an edited node's is not what stands below its end now.
            for (int i = row.From; i < row.Until; i++)
                if (Math.Max(1, row.Lines[i] + row.Shift) is var line && line <= row.LastLine) _lines.Add(line);
            if (_lines.Count == first && row.From < row.Until) continue;
            _lineOffset.Add(first);
            _source.Add(source);
            _target.Add((int)(row.TargetAndType >> 8));
            _type.Add((byte)row.TargetAndType);
            _confidence.Add(row.Confidence);
        }
    }

    private static ulong Key(int target, byte type) => (ulong)(uint)target << 8 | type;

    /// <summary>The types that occur; the edges are numbered by them.</summary>
    private string[] Used()
    {
        var occurs = new bool[_types.Length];
        foreach (byte type in _type) occurs[type] = true;
        if (!occurs.Contains(false)) return _types;
        string[] used = [.. _types.Where((_, i) => occurs[i])];
        for (int e = 0; e < _type.Count; e++) _type[e] = (byte)Array.IndexOf(used, _types[_type[e]]);
        return used;
    }
}
