using System.Runtime.InteropServices;

namespace CodexAura.Sdk.Graph;

/// <summary>
/// Puts a graph together again from rows that a store kept in the order of the graph they came from. Faster than
/// <see cref="GraphBuilder"/>, because nothing is sorted; but everything is checked, so that a damaged store never gives a
/// damaged graph. Nodes come first, then edges. Not safe for concurrent use.
/// </summary>
public sealed class GraphLoader
{
    private const int LargestHint = 1 << 22;
    private readonly string[] _edgeTypes;
    private readonly LoadedNodes _nodes;
    private readonly LoadedEdges _edges;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<(string Kind, string Reason), int> _unresolved = [];

    /// <summary>Starts a graph.</summary>
    /// <param name="edgeTypes">The graph's <see cref="CodeGraph.EdgeTypeNames"/>.</param>
    /// <param name="expectedNodes">How many nodes are expected; a hint.</param>
    /// <param name="expectedEdges">How many edges are expected; a hint.</param>
    /// <exception cref="InvalidDataException">The edge types are not in strictly ascending ordinal order, or too many.</exception>
    public GraphLoader(IReadOnlyList<string> edgeTypes, int expectedNodes = 0, int expectedEdges = 0)
    {
        ArgumentNullException.ThrowIfNull(edgeTypes);
        _edgeTypes = [.. edgeTypes];
        if (_edgeTypes.Length > GraphBuilder.MaxEdgeTypes)
            throw new InvalidDataException($"A graph has at most {GraphBuilder.MaxEdgeTypes} edge types, not {_edgeTypes.Length}.");
        for (int i = 0; i < _edgeTypes.Length; i++)
            if (string.CompareOrdinal(_edgeTypes[i], i == 0 ? "" : _edgeTypes[i - 1]) <= 0)
                throw new InvalidDataException($"Edge type {i}, '{_edgeTypes[i]}', is out of order.");
        _nodes = new LoadedNodes(Math.Clamp(expectedNodes, 0, LargestHint));
        _edges = new LoadedEdges(Math.Clamp(expectedEdges, 0, LargestHint));
    }

    /// <summary>Adds the next node.</summary>
    /// <param name="type">What it stands for. Definitions belong to the file that was added last.</param>
    /// <param name="parent">Its <see cref="GraphNode.Parent"/>; -1 for files.</param>
    /// <param name="qualifiedName">Its <see cref="GraphNode.QualifiedName"/>.</param>
    /// <param name="lineStart">Its <see cref="GraphNode.LineStart"/>.</param>
    /// <param name="lineEnd">Its <see cref="GraphNode.LineEnd"/>.</param>
    /// <param name="complexity">Its <see cref="GraphNode.Complexity"/>.</param>
    /// <param name="docstring">Its <see cref="GraphNode.Docstring"/>.</param>
    /// <param name="signature">Its <see cref="GraphNode.Signature"/>.</param>
    /// <exception cref="InvalidDataException">No graph has such a node here: out of order, of no file, or there twice.</exception>
    public void AddNode(NodeType type, int parent, string qualifiedName, int lineStart, int lineEnd, int complexity,
        string? docstring, string? signature)
    {
        ArgumentNullException.ThrowIfNull(qualifiedName);
        _nodes.Add(type, parent, qualifiedName, lineStart, lineEnd, complexity, docstring, signature);
    }

    /// <summary>Adds the next edge.</summary>
    /// <param name="source">Number of the node it starts from.</param>
    /// <param name="target">Number of the node it leads to.</param>
    /// <param name="type">Index of its type.</param>
    /// <param name="confidence">How far it may be relied on.</param>
    /// <param name="lines">Its <see cref="GraphEdge.Lines"/>; at least one.</param>
    /// <exception cref="InvalidDataException">No graph has such an edge here: out of order, or of unknown nodes.</exception>
    public void AddEdge(int source, int target, int type, Confidence confidence, ReadOnlySpan<int> lines)
    {
        if ((uint)source >= (uint)_nodes.Count || (uint)target >= (uint)_nodes.Count || (uint)type >= (uint)_edgeTypes.Length)
            throw new InvalidDataException($"Edge {_edges.Count} leads from node {source} to node {target} with type {type}; there is no such thing.");
        _edges.Add(source, target, (byte)type, confidence, lines);
    }

    /// <summary>Adds a diagnostic.</summary>
    public void AddDiagnostic(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        _diagnostics.Add(diagnostic);
    }

    /// <summary>Adds a count of references that became no edge.</summary>
    public void AddUnresolved(UnresolvedCount unresolved)
    {
        ArgumentNullException.ThrowIfNull(unresolved);
        CollectionsMarshal.GetValueRefOrAddDefault(_unresolved, (unresolved.Kind, unresolved.Reason), out _) += unresolved.Count;
    }

    /// <summary>Makes the graph. The loader is used up.</summary>
    /// <exception cref="InvalidDataException">The nodes' parents make no tree, or an edge type has no edge.</exception>
    public CodeGraph Build(RepositoryInfo repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var nodes = _nodes.ToTable();
        var edges = _edges.ToTable();
        for (int i = 0; i < _edgeTypes.Length; i++)
            if (!edges.Type.AsSpan().Contains((byte)i))
                throw new InvalidDataException($"No edge has the type '{_edgeTypes[i]}'.");
        return new CodeGraph(nodes, edges, _edgeTypes, GraphFacts.Of(repository, _diagnostics, _unresolved, _nodes.LineCount));
    }
}
