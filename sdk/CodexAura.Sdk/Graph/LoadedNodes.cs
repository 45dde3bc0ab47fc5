namespace CodexAura.Sdk.Graph;

/// <summary>Columns of nodes that come in canonical order, checked as they come.</summary>
internal sealed class LoadedNodes(int capacity)
{
    private readonly List<NodeRow> _rows = new(capacity);
    private readonly HashSet<(NodeType, string)> _namesInFile = [];
    private int _file = -1;

    public int Count => _rows.Count;

    public long LineCount { get; private set; }

    public void Add(NodeType type, int parent, string name, int lineStart, int lineEnd, int complexity, string? docstring, string? signature)
    {
        int node = _rows.Count;
        if (name.Length == 0 || type > NodeType.Function) throw Broken("has no name or an unknown type");
        if (lineStart < 0) throw Broken("starts at a negative line");
        if (type == NodeType.File)
        {
            if (parent != -1) throw Broken("is a file with a parent");
            if (_file >= 0 && string.CompareOrdinal(_rows[_file].Name, name) >= 0) throw Broken("is a file out of order");
            _file = node;
            _namesInFile.Clear();
            LineCount += lineEnd;
        }
        else
        {
            if (_file < 0) throw Broken("belongs to no file");
            if (parent < _file || parent == node) throw Broken($"has the parent {parent} outside of its file");
            if (_file < node - 1 && _rows[node - 1].LineStart > lineStart) throw Broken("is out of order");
            if (!_namesInFile.Add((type, name))) throw Broken($"is there twice in '{_rows[_file].Name}'");
        }
        _rows.Add(new NodeRow(type, _file, parent, name, lineStart, lineEnd, complexity, docstring, signature));

        InvalidDataException Broken(string what) => new($"Node {node} ('{name}') {what}.");
    }

    public NodeTable ToTable()
    {
        CheckParents();
        var same = new int[_rows.Count];
        for (int i = 0; i < same.Length; i++) same[i] = i;
        return CanonicalOrder.NodeColumns(_rows, same, same);
    }

    /// <summary>
    /// A parent nearly always comes before its children, and then no circle is possible. Only where a definition starts above its
    /// parent is there something to follow.
    /// </summary>
    private void CheckParents()
    {
        for (int node = 0; node < _rows.Count; node++)
        {
            int parent = _rows[node].Parent;
            if (parent < node) continue;
            for (int steps = 0; _rows[node].Type != NodeType.File; steps++)
            {
                if (parent >= _rows.Count || _rows[parent].File != _rows[node].File || steps > _rows.Count)
                    throw new InvalidDataException($"Node {node} ('{_rows[node].Name}') has no way up to its file.");
                if (_rows[parent].Type == NodeType.File) break;
                parent = _rows[parent].Parent;
            }
        }
    }
}
