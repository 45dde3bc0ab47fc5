using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>One node of a stored graph, read without the rest.</summary>
/// <param name="Type">What it stands for.</param>
/// <param name="Path">Path of its file.</param>
/// <param name="QualifiedName">Dotted name inside the file; the path for files.</param>
/// <param name="ParentId">Id of the enclosing class, function or file; null for files.</param>
/// <param name="LineStart">First line, 1-based.</param>
/// <param name="LineEnd">Last line, inclusive.</param>
/// <param name="Complexity">McCabe's complexity; 0 for classes and files.</param>
/// <param name="Docstring">The documentation string, or null.</param>
/// <param name="Signature">Parameters and return annotation as written; null for classes and files.</param>
public sealed record NodeRecord(NodeType Type, string Path, string QualifiedName, string? ParentId, int LineStart, int LineEnd,
    int Complexity, string? Docstring, string? Signature)
{
    /// <summary>The textual id.</summary>
    public string Id => NodeId.Format(Type, Path, QualifiedName);

    /// <summary>Last part of the qualified name; the file's name for files.</summary>
    public string Name => NodeId.Name(Type, QualifiedName);

    /// <summary>Copies a node out of a graph.</summary>
    public static NodeRecord Of(CodeGraph graph, int node)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var view = graph.Node(node);
        return new NodeRecord(view.Type, view.Path, view.QualifiedName, view.Parent < 0 ? null : graph.Node(view.Parent).Id,
            view.LineStart, view.LineEnd, view.Complexity, view.Docstring, view.Signature);
    }
}

/// <summary>One edge of a stored graph, read without the rest.</summary>
/// <param name="Source">Where it starts.</param>
/// <param name="Target">Where it leads to.</param>
/// <param name="Type">The edge's type.</param>
/// <param name="Confidence">How far it may be relied on.</param>
/// <param name="Lines">All lines where it stands, ascending.</param>
public sealed record EdgeRecord(NodeRecord Source, NodeRecord Target, string Type, Confidence Confidence, IReadOnlyList<int> Lines)
{
    /// <summary>First line where it stands.</summary>
    public int Line => Lines[0];
}

/// <summary>Which way edges are followed.</summary>
public enum EdgeDirection
{
    /// <summary>Along the edges: what a node depends on.</summary>
    Outgoing,

    /// <summary>Against the edges: what depends on a node.</summary>
    Incoming,

    /// <summary>Both ways.</summary>
    Both,
}

/// <summary>Which neighbours are asked for.</summary>
/// <param name="NodeId">Id of the node to start from.</param>
/// <param name="Depth">How many edges to follow at most, 1 or more.</param>
/// <param name="Direction">Which way.</param>
/// <param name="EdgeTypes">Names of the edge types to follow; null or empty for all.</param>
public sealed record NeighbourQuery(string NodeId, int Depth = 1, EdgeDirection Direction = EdgeDirection.Both,
    IReadOnlyCollection<string>? EdgeTypes = null);

/// <summary>What can be reached from a node.</summary>
/// <param name="Nodes">Reached nodes with their distance: the node itself first, then the nearest first, then in graph order.</param>
/// <param name="Edges">The edges that were followed, in graph order.</param>
public sealed record Neighbourhood(IReadOnlyList<Neighbour> Nodes, IReadOnlyList<EdgeRecord> Edges);

/// <summary>A node that was reached.</summary>
/// <param name="Node">The node.</param>
/// <param name="Distance">Edges between it and the one that was started from.</param>
public sealed record Neighbour(NodeRecord Node, int Distance);
