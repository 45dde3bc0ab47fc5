namespace CodexAura.Sdk.Graph;

/// <summary>The nodes of a graph after an edit, and which of them they are in the graph before it and in the two graphs of a part of the program.</summary>
internal sealed class EditedNodes
{
    private readonly int[] _ofGraph, _ofWas, _ofNow;
    private readonly List<Origin> _origins = [];

    private EditedNodes(CodeGraph graph, CodeGraph was, CodeGraph now) =>
        (_ofGraph, _ofWas, _ofNow) = (Nowhere(graph), Nowhere(was), Nowhere(now));

    /// <summary>Which node it is in the graph before, in the part before and in the part after; -1 where it is not there.</summary>
    /// <param name="Graph">Its number in the graph before.</param>
    /// <param name="Was">Its number in the part before.</param>
    /// <param name="Now">Its number in the part after.</param>
    /// <param name="IsEdited">Its file was edited.</param>
    public readonly record struct Origin(int Graph, int Was, int Now, bool IsEdited);

    public int Count => _origins.Count;

    public Origin this[int node] => _origins[node];

    public NodeTable Table { get; private set; } = null!;

    public long LineCount { get; private set; }

    /// <summary>The new number of a node of the graph before; -1 where it is gone.</summary>
    public int OfGraph(int node) => _ofGraph[node];

    /// <summary>The new number of a node of the part before.</summary>
    public int OfWas(int node) => _ofWas[node];

    /// <summary>The new number of a node of the part after.</summary>
    public int OfNow(int node) => _ofNow[node];

    /// <returns>Null where a file that was edited is not in the part after the edit.</returns>
    public static EditedNodes? Make(CodeGraph graph, IEnumerable<string> paths, CodeGraph was, CodeGraph now)
    {
        var nodes = new EditedNodes(graph, was, now) { LineCount = graph.LineCount };
        string[] edited = [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var table = new GraphColumns();
        int next = 0;
        foreach (int file in graph.Files)
        {
            string path = graph.Nodes.QualifiedName[file];
            for (; next < edited.Length && string.CompareOrdinal(edited[next], path) < 0; next++)
                if (!nodes.AddEdited(table, graph, -1, was, now, edited[next])) return null;
            if (next < edited.Length && edited[next] == path)
            {
                if (!nodes.AddEdited(table, graph, file, was, now, edited[next++])) return null;
            }
            else nodes.AddKept(table, graph, file, was, now);
        }
        for (; next < edited.Length; next++)
            if (!nodes.AddEdited(table, graph, -1, was, now, edited[next])) return null;
        nodes.Table = table.ToTable();
        return nodes;
    }

    private void AddKept(GraphColumns table, CodeGraph graph, int file, CodeGraph was, CodeGraph now)
    {
        var (start, end) = graph.NodesOfFile(file);
        int first = table.Add(graph, start, end);
        for (int i = start; i < end; i++)
        {
            _ofGraph[i] = first + i - start;
            _origins.Add(new Origin(i, -1, -1, false));
        }
        string path = graph.Nodes.QualifiedName[file];
        if (now.FindFile(path) is >= 0 and var after) Join(now, after, _ofNow, first, end - start, (origin, i) => origin with { Now = i });
        if (was.FindFile(path) is >= 0 and var before) Join(was, before, _ofWas, first, end - start, (origin, i) => origin with { Was = i });
    }

    private bool AddEdited(GraphColumns table, CodeGraph graph, int file, CodeGraph was, CodeGraph now, string path)
    {
        if (now.FindFile(path) is not (>= 0 and var after)) return false;
        var (start, end) = now.NodesOfFile(after);
        int first = table.Add(now, start, end);
        LineCount += now.Nodes.LineEnd[after] - (file < 0 ? 0 : graph.Nodes.LineEnd[file]);
        for (int i = start; i < end; i++)
        {
            _ofNow[i] = first + i - start;
            _origins.Add(new Origin(-1, -1, i, true));
        }
        var places = new Dictionary<(NodeType, string), int>();
        for (int i = start + 1; i < end; i++) places[(now.Nodes.Type[i], now.Nodes.QualifiedName[i])] = first + i - start;
        if (file >= 0) Match(graph, file, _ofGraph, first, places, (origin, i) => origin with { Graph = i });
        if (was.FindFile(path) is >= 0 and var before) Match(was, before, _ofWas, first, places, (origin, i) => origin with { Was = i });
        return true;
    }

    /// <summary>A file of a part that was not edited has the nodes that it has in the whole, in the same order.</summary>
    private void Join(CodeGraph part, int file, int[] numbers, int first, int count, Func<Origin, int, Origin> with)
    {
        var (start, end) = part.NodesOfFile(file);
        if (end - start != count) return;
        for (int i = start; i < end; i++)
        {
            numbers[i] = first + i - start;
            _origins[numbers[i]] = with(_origins[numbers[i]], i);
        }
    }

    /// <summary>Nodes of a file that was edited are those of the same kind and name.</summary>
    private void Match(CodeGraph before, int file, int[] numbers, int first, Dictionary<(NodeType, string), int> places, Func<Origin, int, Origin> with)
    {
        var (start, end) = before.NodesOfFile(file);
        for (int i = start; i < end; i++)
        {
            int place = i == start ? first : places.GetValueOrDefault((before.Nodes.Type[i], before.Nodes.QualifiedName[i]), -1);
            numbers[i] = place;
            if (place >= 0) _origins[place] = with(_origins[place], i);
        }
    }

    private static int[] Nowhere(CodeGraph graph)
    {
        var numbers = new int[graph.NodeCount];
        Array.Fill(numbers, -1);
        return numbers;
    }

    /// <summary>Columns of nodes taken over from graphs, file by file.</summary>
    private sealed class GraphColumns
    {
        private readonly List<NodeType> _type = [];
        private readonly List<int> _file = [], _parent = [], _lineStart = [], _lineEnd = [], _complexity = [];
        private readonly List<string> _name = [];
        private readonly List<string?> _docstring = [], _signature = [];

        /// <summary>Adds the nodes of one file.</summary>
        /// <returns>The number of the first.</returns>
        public int Add(CodeGraph graph, int start, int end)
        {
            int first = _type.Count, count = end - start;
            _type.AddRange(graph.Nodes.Type.AsSpan(start, count));
            _name.AddRange(graph.Nodes.QualifiedName.AsSpan(start, count));
            _lineStart.AddRange(graph.Nodes.LineStart.AsSpan(start, count));
            _lineEnd.AddRange(graph.Nodes.LineEnd.AsSpan(start, count));
            _complexity.AddRange(graph.Nodes.Complexity.AsSpan(start, count));
            _docstring.AddRange(graph.Nodes.Docstring.AsSpan(start, count));
            _signature.AddRange(graph.Nodes.Signature.AsSpan(start, count));
            for (int i = start; i < end; i++)
            {
                _file.Add(first);
                _parent.Add(graph.Nodes.Parent[i] < 0 ? -1 : graph.Nodes.Parent[i] - start + first);
            }
            return first;
        }

        public NodeTable ToTable() => new()
        {
            Type = [.. _type], File = [.. _file], Parent = [.. _parent], QualifiedName = [.. _name], LineStart = [.. _lineStart], LineEnd = [.. _lineEnd],
            Complexity = [.. _complexity], Docstring = [.. _docstring], Signature = [.. _signature],
        };
    }
}
