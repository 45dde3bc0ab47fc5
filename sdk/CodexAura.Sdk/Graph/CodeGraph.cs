namespace CodexAura.Sdk.Graph;

/// <summary>
/// An immutable graph of files, classes and functions. Nodes and edges are integers; adjacency is kept as compressed sparse
/// rows in both directions. Safe to read from many threads.
/// </summary>
/// <remarks>
/// Nodes are ordered by path (ordinal), then by place in the file with the file's own node first, so that the nodes of one
/// file are one contiguous range. Edges are ordered by source, target and type. Equal trees give equal graphs.
/// </remarks>
public sealed class CodeGraph
{
    private readonly int[] _outOffset;
    private readonly int[] _inOffset;
    private readonly int[] _inEdges;
    private readonly int[] _files;

    internal CodeGraph(NodeTable nodes, EdgeTable edges, string[] edgeTypeNames, GraphFacts facts)
    {
        (Nodes, Edges, EdgeTypeNames) = (nodes, edges, edgeTypeNames);
        (Repository, Diagnostics, Unresolved, LineCount) = (facts.Repository, facts.Diagnostics, facts.Unresolved, facts.LineCount);
        _outOffset = Offsets(edges.Source, nodes.Type.Length);
        _inOffset = Offsets(edges.Target, nodes.Type.Length);
        _inEdges = GroupByTarget(edges.Target, _inOffset);
        var files = new List<int>();
        for (int i = 0; i < nodes.Type.Length; i++)
            if (nodes.Type[i] == NodeType.File) files.Add(i);
        _files = [.. files];
    }

    private CodeGraph(CodeGraph body, RepositoryInfo repository)
    {
        (Nodes, Edges, EdgeTypeNames) = (body.Nodes, body.Edges, body.EdgeTypeNames);
        (Repository, Diagnostics, Unresolved, LineCount) = (repository, body.Diagnostics, body.Unresolved, body.LineCount);
        (_outOffset, _inOffset, _inEdges, _files) = (body._outOffset, body._inOffset, body._inEdges, body._files);
    }

    /// <summary>Where the graph came from.</summary>
    public RepositoryInfo Repository { get; }

    /// <summary>The same graph, of another commit or copy whose files have the same content. What the graph consists of is shared.</summary>
    /// <param name="repository">Where it is from.</param>
    public CodeGraph OfRepository(RepositoryInfo repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return new CodeGraph(this, repository);
    }

    private CodeGraph(CodeGraph ends, NodeTable nodes, EdgeTable edges, long lineCount)
    {
        (Nodes, Edges, EdgeTypeNames) = (nodes, edges, ends.EdgeTypeNames);
        (Repository, Diagnostics, Unresolved, LineCount) = (ends.Repository, ends.Diagnostics, ends.Unresolved, lineCount);
        (_outOffset, _inOffset, _inEdges, _files) = (ends._outOffset, ends._inOffset, ends._inEdges, ends._files);
    }

    /// <summary>The same graph after edits that only moved what some files say. What did not move is shared.</summary>
    /// <param name="moves">Where the parts of each such file went.</param>
    /// <returns>Null where a move is not unambiguous, or none of this graph: it then has to be made anew.</returns>
    /// <exception cref="InvalidOperationException">The nodes of a move make no graph.</exception>
    public CodeGraph? Moved(IReadOnlyCollection<Analysis.FileMove> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return MovedGraph.Make(this, moves);
    }

    /// <summary>
    /// The graph after an edit, as far as a part of the program tells: the edited files have their new nodes, edges that the part has after
    /// the edit and not before are there, those that it has before and not after are gone, and all else is as it was.
    /// </summary>
    /// <param name="paths">The files that were edited, or are new.</param>
    /// <param name="was">The part before the edit.</param>
    /// <param name="now">The part after it, made of the same files.</param>
    /// <param name="notices">Diagnostics to add. Those of the edited files are taken from <paramref name="now"/>.</param>
    /// <returns>Null where an edited file is not in <paramref name="now"/>.</returns>
    /// <seealso cref="Analysis.IEditPreview"/>
    public CodeGraph? Edited(IReadOnlyCollection<string> paths, CodeGraph was, CodeGraph now, IEnumerable<Diagnostic> notices)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(notices);
        return EditedGraph.Make(this, paths, was, now, notices);
    }

    /// <summary>The same nodes and edges with other lines.</summary>
    internal CodeGraph With(NodeTable nodes, EdgeTable edges, long lineCount) => new(this, nodes, edges, lineCount);

    /// <summary>What was noticed on the way, ordered by path, line and code.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>References that became no edge, by kind and reason, ordered by kind and reason.</summary>
    public IReadOnlyList<UnresolvedCount> Unresolved { get; }

    /// <summary>Lines in all analysed files together.</summary>
    public long LineCount { get; }

    /// <summary>The edge types that occur, in ordinal order; <see cref="GraphEdge.TypeIndex"/> points in here.</summary>
    public IReadOnlyList<string> EdgeTypeNames { get; }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => Nodes.Type.Length;

    /// <summary>Number of edges.</summary>
    public int EdgeCount => Edges.Source.Length;

    /// <summary>Numbers of the file nodes, in path order.</summary>
    public ReadOnlySpan<int> Files => _files;

    internal NodeTable Nodes { get; }

    internal EdgeTable Edges { get; }

    /// <summary>A view of the node with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public GraphNode Node(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)NodeCount, nameof(index));
        return new GraphNode(this, index);
    }

    /// <summary>A view of the edge with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such edge.</exception>
    public GraphEdge Edge(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)EdgeCount, nameof(index));
        return new GraphEdge(this, index);
    }

    /// <summary>The edges that start at a node: a contiguous range of edge numbers.</summary>
    public EdgeRange Outgoing(int node) => new(null, _outOffset[node], _outOffset[node + 1]);

    /// <summary>The edges that end at a node.</summary>
    public EdgeRange Incoming(int node) => new(_inEdges, _inOffset[node], _inOffset[node + 1]);

    /// <summary>Numbers of the nodes of one file, its own node first: <c>[start, end)</c>.</summary>
    /// <param name="fileNode">Number of the file's node.</param>
    public (int Start, int End) NodesOfFile(int fileNode)
    {
        int at = Array.BinarySearch(_files, fileNode);
        ArgumentOutOfRangeException.ThrowIfNegative(at, nameof(fileNode));
        return (fileNode, at + 1 < _files.Length ? _files[at + 1] : NodeCount);
    }

    /// <summary>Finds a file by its path relative to the root.</summary>
    /// <returns>The node's number, or -1.</returns>
    public int FindFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int low = 0, high = _files.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(Nodes.QualifiedName[_files[middle]], path);
            if (order == 0) return _files[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>Finds a node by its id. Costs a search among the files and one pass over the file's nodes.</summary>
    /// <returns>The node's number, or -1.</returns>
    public int Find(string id)
    {
        if (!NodeId.TryParse(id, out var type, out string path, out string name)) return -1;
        int file = FindFile(path);
        if (type == NodeType.File) return file;
        if (file >= 0)
        {
            var (start, end) = NodesOfFile(file);
            for (int i = start + 1; i < end; i++)
                if (Nodes.Type[i] == type && Nodes.QualifiedName[i] == name) return i;
        }
        // 'a::function::file' reads as a function, but may be a file whose path ends with '::function'.
        return id.EndsWith(NodeId.FileSuffix, StringComparison.Ordinal) ? FindFile(id[..^NodeId.FileSuffix.Length]) : -1;
    }

    /// <summary>Index of an edge type in <see cref="EdgeTypeNames"/>, or -1 when no edge has it.</summary>
    public int EdgeTypeIndex(string type) => Array.IndexOf((string[])EdgeTypeNames, type);

    private static int[] Offsets(int[] keys, int count)
    {
        var offsets = new int[count + 1];
        foreach (int key in keys) offsets[key + 1]++;
        for (int i = 0; i < count; i++) offsets[i + 1] += offsets[i];
        return offsets;
    }

    private static int[] GroupByTarget(int[] targets, int[] offsets)
    {
        var next = offsets.AsSpan(0, offsets.Length - 1).ToArray();
        var edges = new int[targets.Length];
        for (int e = 0; e < targets.Length; e++) edges[next[targets[e]]++] = e;
        return edges;
    }
}
