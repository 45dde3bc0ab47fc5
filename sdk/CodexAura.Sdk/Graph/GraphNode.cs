namespace CodexAura.Sdk.Graph;

/// <summary>A view of one node: two words on the stack, no allocation. Strings are looked up when asked for.</summary>
public readonly struct GraphNode
{
    private readonly CodeGraph _graph;

    internal GraphNode(CodeGraph graph, int index) => (_graph, Index) = (graph, index);

    /// <summary>The node's number in its graph, 0 to <see cref="CodeGraph.NodeCount"/> - 1.</summary>
    public int Index { get; }

    /// <summary>What the node stands for.</summary>
    public NodeType Type => _graph.Nodes.Type[Index];

    /// <summary>The textual id; composed anew at each call.</summary>
    public string Id => NodeId.Format(Type, Path, QualifiedName);

    /// <summary>Path of the node's file, relative to the root, with <c>/</c>.</summary>
    public string Path => _graph.Nodes.QualifiedName[FileIndex];

    /// <summary>Number of the node of the file that holds this node; its own number for files.</summary>
    public int FileIndex => _graph.Nodes.File[Index];

    /// <summary>Dotted name inside the file, with <c>#2</c> for a second definition of the same name; the path for files.</summary>
    public string QualifiedName => _graph.Nodes.QualifiedName[Index];

    /// <summary>Last part of the qualified name; the file's name for files.</summary>
    public string Name => NodeId.Name(Type, QualifiedName);

    /// <summary>Number of the enclosing class, function or file; -1 for files.</summary>
    public int Parent => _graph.Nodes.Parent[Index];

    /// <summary>First line, 1-based: the <c>def</c> or <c>class</c> line, decorators not counted.</summary>
    public int LineStart => _graph.Nodes.LineStart[Index];

    /// <summary>Last line, 1-based, inclusive.</summary>
    public int LineEnd => _graph.Nodes.LineEnd[Index];

    /// <summary>McCabe's cyclomatic complexity, 1 or more for functions; 0 for classes and files.</summary>
    public int Complexity => _graph.Nodes.Complexity[Index];

    /// <summary>The documentation string, or null.</summary>
    public string? Docstring => _graph.Nodes.Docstring[Index];

    /// <summary>Parameters and return annotation as written, such as <c>(self, x: int) -> str</c>; null for classes and files.</summary>
    public string? Signature => _graph.Nodes.Signature[Index];
}

/// <summary>A view of one edge.</summary>
public readonly struct GraphEdge
{
    private readonly CodeGraph _graph;

    internal GraphEdge(CodeGraph graph, int index) => (_graph, Index) = (graph, index);

    /// <summary>The edge's number in its graph.</summary>
    public int Index { get; }

    /// <summary>Number of the node it starts from.</summary>
    public int Source => _graph.Edges.Source[Index];

    /// <summary>Number of the node it leads to.</summary>
    public int Target => _graph.Edges.Target[Index];

    /// <summary>The edge's type, such as <see cref="EdgeTypes.Calls"/>.</summary>
    public string Type => _graph.EdgeTypeNames[_graph.Edges.Type[Index]];

    /// <summary>Index of <see cref="Type"/> in <see cref="CodeGraph.EdgeTypeNames"/>: what hot loops compare.</summary>
    public int TypeIndex => _graph.Edges.Type[Index];

    /// <summary>First line in the source's file where the reference stands, 1-based.</summary>
    public int Line => Lines.IsEmpty ? 0 : Lines[0];

    /// <summary>All lines where it stands, ascending, without repetition.</summary>
    public ReadOnlySpan<int> Lines
    {
        get
        {
            int from = _graph.Edges.LineOffset[Index];
            return _graph.Edges.Lines.AsSpan(from, _graph.Edges.LineOffset[Index + 1] - from);
        }
    }

    /// <summary>How far it may be relied on.</summary>
    public Confidence Confidence => _graph.Edges.Confidence[Index];
}
