using CodexAura.Engine.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Graphs;

/// <summary>Makes smaller graphs of graphs.</summary>
public static class GraphFilter
{
    private static readonly string[] WellKnown = [EdgeTypes.Calls, EdgeTypes.Extends, EdgeTypes.Imports];

    /// <summary>Keeps all nodes, but only edges (and counts of unresolved references) of some types.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="types">Names in any case of letters; empty for all.</param>
    /// <exception cref="AnalysisException">A name is none that the graph or the vocabulary has.</exception>
    public static CodeGraph ByEdgeTypes(CodeGraph graph, IReadOnlyCollection<string> types)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(types);
        if (types.Count == 0) return graph;
        CheckEdgeTypes(graph, types);
        var wanted = types.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Copy(graph, wanted.Contains);
    }

    /// <summary>Refuses names of edge types that make no sense, before they lead to an empty answer.</summary>
    /// <exception cref="AnalysisException">A name is none that the graph or the vocabulary has.</exception>
    public static void CheckEdgeTypes(CodeGraph graph, IEnumerable<string> types)
    {
        ArgumentNullException.ThrowIfNull(graph);
        CheckEdgeTypes(graph.EdgeTypeNames, types);
    }

    /// <summary>The same, where only the names are known.</summary>
    /// <param name="names">The edge types of the graph.</param>
    /// <param name="types">What was asked for.</param>
    /// <exception cref="AnalysisException">A name is none that the graph or the vocabulary has.</exception>
    public static void CheckEdgeTypes(IReadOnlyList<string> names, IEnumerable<string> types)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(types);
        var known = WellKnown.Union(names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (types.FirstOrDefault(t => !known.Contains(t)) is { } unknown)
            throw new AnalysisException("edge_type.unknown",
                $"'{unknown}' is no edge type of this graph; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>The types in the graph's own spelling; a person need not mind it.</summary>
    /// <param name="names">The edge types of the graph.</param>
    /// <param name="types">What was asked for.</param>
    /// <exception cref="AnalysisException">A name is none that the graph or the vocabulary has.</exception>
    public static string[] KnownEdgeTypes(IReadOnlyList<string> names, IReadOnlyCollection<string> types)
    {
        CheckEdgeTypes(names, types);
        return [.. types.Select(type => names.FirstOrDefault(name => name.Equals(type, StringComparison.OrdinalIgnoreCase)) ?? type)];
    }

    private static CodeGraph Copy(CodeGraph graph, Func<string, bool> keepType)
    {
        var builder = new GraphBuilder();
        for (int i = 0; i < graph.NodeCount; i++)
        {
            // In graph order handles equal numbers, and a parent stands before its children.
            var node = graph.Node(i);
            if (node.Type == NodeType.File) builder.AddFile(node.Path, node.LineEnd, node.Docstring);
            else builder.AddDefinition(node.Type, node.Parent, node.QualifiedName, node.LineStart, node.LineEnd, node.Complexity, node.Docstring, node.Signature);
        }
        bool[] keep = [.. graph.EdgeTypeNames.Select(keepType)];
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            if (!keep[edge.TypeIndex]) continue;
            foreach (int line in edge.Lines) builder.AddEdge(edge.Source, edge.Target, edge.Type, line, edge.Confidence);
        }
        foreach (var diagnostic in graph.Diagnostics) builder.AddDiagnostic(diagnostic);
        foreach (var unresolved in graph.Unresolved)
            if (keepType(unresolved.Kind)) builder.AddUnresolved(unresolved.Kind, unresolved.Reason, unresolved.Count);
        return builder.Build(graph.Repository);
    }
}
