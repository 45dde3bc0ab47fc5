namespace CodexAura.Sdk.Graph;

/// <summary>
/// What is different between two graphs. Nodes are the same when their ids are, edges when source, target and type are.
/// </summary>
public sealed class GraphDiff
{
    private GraphDiff(CodeGraph before, CodeGraph after) => (Before, After) = (before, after);

    /// <summary>The graph that is compared with.</summary>
    public CodeGraph Before { get; }

    /// <summary>The graph that is compared.</summary>
    public CodeGraph After { get; }

    /// <summary>Numbers in <see cref="After"/> of the nodes that came.</summary>
    public IReadOnlyList<int> AddedNodes { get; private set; } = [];

    /// <summary>Numbers in <see cref="Before"/> of the nodes that went.</summary>
    public IReadOnlyList<int> RemovedNodes { get; private set; } = [];

    /// <summary>Nodes that are there in both, and differ.</summary>
    public IReadOnlyList<NodeChange> ChangedNodes { get; private set; } = [];

    /// <summary>Numbers in <see cref="After"/> of the edges that came.</summary>
    public IReadOnlyList<int> AddedEdges { get; private set; } = [];

    /// <summary>Numbers in <see cref="Before"/> of the edges that went.</summary>
    public IReadOnlyList<int> RemovedEdges { get; private set; } = [];

    /// <summary>Edges that are there in both with other lines or another confidence.</summary>
    public IReadOnlyList<EdgeChange> ChangedEdges { get; private set; } = [];

    /// <summary>True when the graphs have the same nodes and edges.</summary>
    public bool IsEmpty => AddedNodes.Count + RemovedNodes.Count + ChangedNodes.Count + AddedEdges.Count + RemovedEdges.Count + ChangedEdges.Count == 0;

    /// <summary>Compares two graphs.</summary>
    /// <param name="before">The graph to compare with.</param>
    /// <param name="after">The graph to compare.</param>
    public static GraphDiff Of(CodeGraph before, CodeGraph after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var diff = new GraphDiff(before, after);
        int[] counterpart = diff.CompareNodes();
        diff.CompareEdges(counterpart);
        return diff;
    }

    /// <returns>For each node of <see cref="After"/> its number in <see cref="Before"/>, or -1.</returns>
    private int[] CompareNodes()
    {
        var old = new Dictionary<(NodeType, string, string), int>(Before.NodeCount);
        for (int i = 0; i < Before.NodeCount; i++) old.Add(Key(Before.Node(i)), i);
        var counterpart = new int[After.NodeCount];
        List<int> added = [];
        List<NodeChange> changed = [];
        for (int i = 0; i < counterpart.Length; i++)
        {
            if (!old.Remove(Key(After.Node(i)), out int same))
            {
                counterpart[i] = -1;
                added.Add(i);
                continue;
            }
            counterpart[i] = same;
            var what = Compare(Before.Node(same), After.Node(i));
            if (ParentName(Before, same) != ParentName(After, i)) what |= NodeAspects.Parent;
            if (what != NodeAspects.None) changed.Add(new NodeChange(same, i, what));
        }
        (AddedNodes, ChangedNodes, RemovedNodes) = (added, changed, [.. old.Values.Order()]);
        return counterpart;

        static (NodeType, string, string) Key(GraphNode node) => (node.Type, node.Path, node.QualifiedName);
        static (NodeType, string)? ParentName(CodeGraph graph, int node) =>
            graph.Node(node).Parent is var parent and >= 0 ? (graph.Node(parent).Type, graph.Node(parent).QualifiedName) : null;
    }

    private static NodeAspects Compare(GraphNode before, GraphNode after) =>
        (before.LineStart != after.LineStart || before.LineEnd != after.LineEnd ? NodeAspects.Lines : 0)
        | (before.Signature != after.Signature ? NodeAspects.Signature : 0)
        | (before.Docstring != after.Docstring ? NodeAspects.Docstring : 0)
        | (before.Complexity != after.Complexity ? NodeAspects.Complexity : 0);

    private void CompareEdges(int[] counterpart)
    {
        var old = new Dictionary<(int, int, string), int>(Before.EdgeCount);
        for (int i = 0; i < Before.EdgeCount; i++)
        {
            var edge = Before.Edge(i);
            old.Add((edge.Source, edge.Target, edge.Type), i);
        }
        List<int> added = [];
        List<EdgeChange> changed = [];
        for (int i = 0; i < After.EdgeCount; i++)
        {
            var edge = After.Edge(i);
            if (!old.Remove((counterpart[edge.Source], counterpart[edge.Target], edge.Type), out int same)) added.Add(i);
            else if (Before.Edge(same).Confidence != edge.Confidence || !Before.Edge(same).Lines.SequenceEqual(edge.Lines))
                changed.Add(new EdgeChange(same, i));
        }
        (AddedEdges, ChangedEdges, RemovedEdges) = (added, changed, [.. old.Values.Order()]);
    }
}

/// <summary>What may change about a node that stays itself.</summary>
[Flags]
public enum NodeAspects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Where it stands in its file.</summary>
    Lines = 1,

    /// <summary>Its signature.</summary>
    Signature = 2,

    /// <summary>Its documentation.</summary>
    Docstring = 4,

    /// <summary>Its complexity.</summary>
    Complexity = 8,

    /// <summary>What encloses it.</summary>
    Parent = 16,
}

/// <summary>A node that changed.</summary>
/// <param name="Before">Its number in the graph before.</param>
/// <param name="After">Its number in the graph after.</param>
/// <param name="What">What changed.</param>
public readonly record struct NodeChange(int Before, int After, NodeAspects What);

/// <summary>An edge that changed.</summary>
/// <param name="Before">Its number in the graph before.</param>
/// <param name="After">Its number in the graph after.</param>
public readonly record struct EdgeChange(int Before, int After);
