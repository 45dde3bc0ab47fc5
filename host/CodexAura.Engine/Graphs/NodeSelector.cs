using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Graphs;

/// <summary>Finds the node that a person means.</summary>
public static class NodeSelector
{
    private const int MaxCandidates = 10;

    /// <summary>Finds a node by its id, a file's path, or a name (qualified or simple) that only one node has.</summary>
    /// <returns>The node's number.</returns>
    /// <exception cref="NodeSelectionException">None fits, or more than one.</exception>
    public static int Find(CodeGraph graph, string reference)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(reference);
        int exact = graph.Find(reference);
        if (exact < 0) exact = graph.FindFile(reference.StartsWith("./", StringComparison.Ordinal) ? reference[2..] : reference);
        if (exact >= 0) return exact;

        var found = Matches(graph, n => n.QualifiedName == reference);
        if (found.Count == 0) found = Matches(graph, n => n.Name == reference || n.Path.EndsWith("/" + reference, StringComparison.Ordinal) && n.Type == NodeType.File);
        if (found.Count == 1) return found[0];
        if (found.Count > 1)
            throw new NodeSelectionException("node.ambiguous", $"'{reference}' fits {found.Count} nodes; give the id of one:{Lines(graph, found)}")
            {
                Suggestions = [.. found.Take(MaxCandidates).Select(node => graph.Node(node).Id)],
            };

        var similar = SymbolSearch.Find(graph, new SymbolQuery(reference) { Limit = SymbolSearch.Suggestions }).Matches.Select(m => m.Node).ToList();
        throw new NodeSelectionException("node.not_found", $"The graph has no node '{reference}'."
            + (similar.Count > 0 ? $" Nearest:{Lines(graph, similar)}" : " Ids look like src/utils.py::function::Helper.run."))
        {
            Suggestions = [.. similar.Select(node => graph.Node(node).Id)],
        };
    }

    /// <summary>Finds a node in a stored graph, reading no more of it than needed.</summary>
    /// <param name="query">The store, as one that reads parts.</param>
    /// <param name="graphId">The graph.</param>
    /// <param name="reference">What was given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The node's id; null where none fits, or more than one: the whole graph has what is to be said then.</returns>
    public static async Task<string?> FindAsync(IGraphQuery query, string graphId, string reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reference);
        string path = reference.StartsWith("./", StringComparison.Ordinal) ? reference[2..] : reference;
        foreach (string id in (string[])[reference, NodeId.Format(NodeType.File, path, "")])
            if (await query.FindNodeAsync(graphId, id, cancellationToken).ConfigureAwait(false) is { } exact) return exact.Id;

        var named = new HashSet<NodeRecord>();
        foreach (string name in new HashSet<string> { reference, NodeId.SimpleName(reference), NodeId.Name(NodeType.File, reference) })
            if (name.Length > 0) named.UnionWith(await query.NodesNamedAsync(graphId, name, cancellationToken).ConfigureAwait(false));
        var found = named.Where(n => n.QualifiedName == reference).ToList();
        if (found.Count == 0) found = [.. named.Where(n => n.Name == reference || n.Path.EndsWith("/" + reference, StringComparison.Ordinal) && n.Type == NodeType.File)];
        return found.Count == 1 ? found[0].Id : null;
    }

    /// <summary>Finds a node in a stored graph, reading no more of it than needed. What that does not find is looked for in the whole graph.</summary>
    /// <param name="store">Where the graph is.</param>
    /// <param name="query">The same store, as one that reads parts.</param>
    /// <param name="graphId">The graph.</param>
    /// <param name="reference">What was given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The node's id.</returns>
    /// <exception cref="NodeSelectionException">None fits, or more than one.</exception>
    public static async Task<string> FindAsync(IGraphStore store, IGraphQuery query, string graphId, string reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await FindAsync(query, graphId, reference, cancellationToken).ConfigureAwait(false) is { } found) return found;
        var graph = await store.LoadAsync(graphId, cancellationToken).ConfigureAwait(false)
            ?? throw new NodeSelectionException("node.not_found", $"The graph {graphId} was deleted a moment ago.");
        return graph.Node(Find(graph, reference)).Id;
    }

    private static List<int> Matches(CodeGraph graph, Func<GraphNode, bool> fits) =>
        [.. Enumerable.Range(0, graph.NodeCount).Where(i => fits(graph.Node(i)))];

    private static string Lines(CodeGraph graph, List<int> nodes)
    {
        string more = nodes.Count > MaxCandidates ? $"\n  … and {nodes.Count - MaxCandidates} more" : "";
        return string.Concat(nodes.Take(MaxCandidates).Select(i => "\n  " + graph.Node(i).Id)) + more;
    }
}
