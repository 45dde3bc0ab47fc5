namespace CodexAura.Sdk.Graph;

/// <summary>
/// Collects nodes and edges and makes a <see cref="CodeGraph"/> of them in canonical order, whatever the order of the calls.
/// Not safe for concurrent use.
/// </summary>
public sealed class GraphBuilder
{
    internal const int MaxEdgeTypes = 250;
    private readonly List<NodeRow> _nodes = [];
    private readonly List<EdgeRow> _edges = [];
    private readonly List<string> _typeNames = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<(string Kind, string Reason), int> _unresolved = [];
    private long _lines;

    /// <summary>Number of nodes so far.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>Adds a file.</summary>
    /// <param name="path">Path relative to the root, with <c>/</c>; each at most once.</param>
    /// <param name="lineCount">Number of lines, 0 for an empty file.</param>
    /// <param name="docstring">The module's documentation, or null.</param>
    /// <returns>The handle by which edges and definitions refer to it; not the number it has in the graph.</returns>
    public int AddFile(string path, int lineCount, string? docstring = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(lineCount);
        _lines += lineCount;
        int handle = _nodes.Count;
        _nodes.Add(new NodeRow(NodeType.File, handle, -1, path, lineCount > 0 ? 1 : 0, lineCount, 0, docstring, null));
        return handle;
    }

    /// <summary>Adds a class or function.</summary>
    /// <param name="type">Class or function.</param>
    /// <param name="parent">Handle of the enclosing file, class or function.</param>
    /// <param name="qualifiedName">Dotted name inside the file, unique in it for this type.</param>
    /// <param name="lineStart">First line, 1-based.</param>
    /// <param name="lineEnd">Last line, inclusive.</param>
    /// <param name="complexity">McCabe complexity of a function; 0 for a class.</param>
    /// <param name="docstring">Documentation, or null.</param>
    /// <param name="signature">Parameters and return annotation as written, or null.</param>
    /// <returns>The handle by which edges and definitions refer to it.</returns>
    /// <exception cref="ArgumentException">The type is <see cref="NodeType.File"/>, the parent is unknown, or the line negative.</exception>
    public int AddDefinition(NodeType type, int parent, string qualifiedName, int lineStart, int lineEnd,
        int complexity = 0, string? docstring = null, string? signature = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(qualifiedName);
        if (type == NodeType.File) throw new ArgumentException("Files are added with AddFile.", nameof(type));
        CheckHandle(parent, nameof(parent));
        ArgumentOutOfRangeException.ThrowIfNegative(lineStart);
        int handle = _nodes.Count;
        _nodes.Add(new NodeRow(type, _nodes[parent].File, parent, qualifiedName, lineStart, lineEnd, complexity, docstring, signature));
        return handle;
    }

    /// <summary>
    /// Adds one place where a reference stands. Repeated calls with the same source, target and type make one edge, with all
    /// lines and the highest confidence.
    /// </summary>
    /// <param name="source">Handle of the node it starts from.</param>
    /// <param name="target">Handle of the node it leads to.</param>
    /// <param name="type">Edge type, an upper-case name.</param>
    /// <param name="line">1-based line in the source's file.</param>
    /// <param name="confidence">How far it may be relied on.</param>
    /// <exception cref="ArgumentException">A handle is unknown, the line negative, or there are more than 250 edge types.</exception>
    public void AddEdge(int source, int target, string type, int line, Confidence confidence)
    {
        CheckHandle(source, nameof(source));
        CheckHandle(target, nameof(target));
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        _edges.Add(new EdgeRow(source, target, TypeIndex(type), confidence, line));
    }

    /// <summary>Records a diagnostic.</summary>
    public void AddDiagnostic(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        _diagnostics.Add(diagnostic);
    }

    /// <summary>Counts references that became no edge.</summary>
    /// <param name="kind">Edge type it would have been.</param>
    /// <param name="reason">Short stable reason.</param>
    /// <param name="count">How often.</param>
    public void AddUnresolved(string kind, string reason, int count = 1)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_unresolved, (kind, reason), out _) += count;
    }

    /// <summary>Makes the graph. The builder may be used on.</summary>
    /// <exception cref="InvalidOperationException">Two nodes have the same id.</exception>
    public CodeGraph Build(RepositoryInfo repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        int[] order = CanonicalOrder.Nodes(_nodes);
        var number = new int[order.Length];
        for (int i = 0; i < order.Length; i++) number[order[i]] = i;
        var names = _typeNames.Order(StringComparer.Ordinal).ToArray();
        var typeNumber = _typeNames.Select(name => (byte)Array.IndexOf(names, name)).ToArray();
        return new CodeGraph(CanonicalOrder.NodeColumns(_nodes, order, number), CanonicalOrder.EdgeColumns(_edges, number, typeNumber),
            names, GraphFacts.Of(repository, _diagnostics, _unresolved, _lines));
    }

    private byte TypeIndex(string type)
    {
        int at = _typeNames.IndexOf(type);
        if (at >= 0) return (byte)at;
        ArgumentException.ThrowIfNullOrEmpty(type);
        if (_typeNames.Count == MaxEdgeTypes)
            throw new ArgumentException($"A graph has at most {MaxEdgeTypes} edge types; '{type}' would be one more.", nameof(type));
        _typeNames.Add(type);
        return (byte)(_typeNames.Count - 1);
    }

    private void CheckHandle(int handle, string name)
    {
        if ((uint)handle >= (uint)_nodes.Count) throw new ArgumentException($"No node has the handle {handle}.", name);
    }
}

internal readonly record struct NodeRow(NodeType Type, int File, int Parent, string Name, int LineStart, int LineEnd,
    int Complexity, string? Docstring, string? Signature);

internal readonly record struct EdgeRow(int Source, int Target, byte Type, Confidence Confidence, int Line);
