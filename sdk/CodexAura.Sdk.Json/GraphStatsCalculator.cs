using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Json;

/// <summary>Computes <see cref="GraphStats"/>.</summary>
public static class GraphStatsCalculator
{
    /// <summary>Computes the figures of a graph, in one pass over nodes and one over edges.</summary>
    public static GraphStats Calculate(CodeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var nodeTypes = new int[3];
        long complexity = 0;
        var hotSpots = new List<HotSpot>();
        var connected = new List<ConnectedNode>(graph.NodeCount);
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            nodeTypes[(int)node.Type]++;
            var degree = new ConnectedNode(i, CountSure(graph, graph.Incoming(i)), CountSure(graph, graph.Outgoing(i)));
            if (degree.Incoming + degree.Outgoing > 0) connected.Add(degree);
            if (node.Type != NodeType.Function) continue;
            complexity += node.Complexity;
            var hotSpot = new HotSpot(i, node.Complexity, degree.Incoming + degree.Outgoing);
            if (hotSpot is { Complexity: >= GraphStats.HotSpotMinComplexity, Score: >= GraphStats.HotSpotMinScore }) hotSpots.Add(hotSpot);
        }
        int functions = nodeTypes[(int)NodeType.Function];
        var (edgeTypes, confidence) = CountEdges(graph);
        return new GraphStats
        {
            TotalNodes = graph.NodeCount,
            TotalEdges = graph.EdgeCount,
            NodesByType = Enum.GetValues<NodeType>().ToDictionary(NodeId.TypeName, type => nodeTypes[(int)type]),
            EdgesByType = edgeTypes,
            EdgesByConfidence = confidence,
            Files = nodeTypes[(int)NodeType.File],
            Lines = graph.LineCount,
            Extensions = CountExtensions(graph),
            AverageComplexity = functions == 0 ? 0 : Math.Round((double)complexity / functions, 2),
            HotSpotCount = hotSpots.Count,
            HotSpots = [.. hotSpots.OrderByDescending(h => h.Score).ThenBy(h => h.Node).Take(GraphStats.ListLength)],
            MostConnected = [.. connected.OrderByDescending(c => c.Incoming + c.Outgoing).ThenBy(c => c.Node).Take(GraphStats.ListLength)],
            Unresolved = graph.Unresolved,
            Diagnostics = Enum.GetValues<DiagnosticSeverity>().OrderDescending()
                .ToDictionary(s => s.ToString().ToLowerInvariant(), s => graph.Diagnostics.Count(d => d.Severity == s)),
        };
    }

    /// <summary>Guesses are left out: a method that has a common name would lead every list.</summary>
    private static int CountSure(CodeGraph graph, EdgeRange edges)
    {
        int count = 0;
        foreach (int edge in edges)
            if (graph.Edge(edge).Confidence != Confidence.Heuristic) count++;
        return count;
    }

    private static (SortedDictionary<string, int> Types, Dictionary<string, int> Confidence) CountEdges(CodeGraph graph)
    {
        var types = new int[graph.EdgeTypeNames.Count];
        var confidence = new int[3];
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            types[edge.TypeIndex]++;
            confidence[(int)edge.Confidence]++;
        }
        var byType = new SortedDictionary<string, int>(StringComparer.Ordinal) { [EdgeTypes.Calls] = 0, [EdgeTypes.Extends] = 0, [EdgeTypes.Imports] = 0 };
        for (int i = 0; i < types.Length; i++) byType[graph.EdgeTypeNames[i]] = types[i];
        return (byType, Enum.GetValues<Confidence>().OrderDescending()
            .ToDictionary(c => c.ToString().ToLowerInvariant(), c => confidence[(int)c]));
    }

    private static List<ExtensionCount> CountExtensions(CodeGraph graph)
    {
        var counts = new Dictionary<string, (int Files, long Lines)>(StringComparer.Ordinal);
        foreach (int file in graph.Files)
        {
            var node = graph.Node(file);
            string extension = Path.GetExtension(node.Name).ToLowerInvariant();
            var (files, lines) = counts.GetValueOrDefault(extension);
            counts[extension] = (files + 1, lines + node.LineEnd);
        }
        return [.. counts.Select(c => new ExtensionCount(c.Key, c.Value.Files, c.Value.Lines))
            .OrderByDescending(e => e.Lines).ThenBy(e => e.Extension, StringComparer.Ordinal)];
    }
}
