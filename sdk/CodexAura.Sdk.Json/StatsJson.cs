using System.Text.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Json;

/// <summary>Writes <see cref="GraphStats"/> as the <c>stats</c> object of the graph format.</summary>
public static class StatsJson
{
    /// <summary>Writes the figures of a graph.</summary>
    public static void Write(Utf8JsonWriter json, GraphStats stats, CodeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(stats);
        ArgumentNullException.ThrowIfNull(graph);
        json.WriteStartObject();
        json.WriteNumber("total_nodes", stats.TotalNodes);
        json.WriteNumber("total_edges", stats.TotalEdges);
        WriteCounts(json, "node_types", stats.NodesByType);
        WriteCounts(json, "edge_types", stats.EdgesByType);
        json.WriteNumber("files", stats.Files);
        json.WriteNumber("lines", stats.Lines);
        json.WriteNumber("average_complexity", stats.AverageComplexity);
        json.WriteNumber("hot_spots_count", stats.HotSpotCount);
        json.WriteStartArray("hot_spots");
        foreach (var hotSpot in stats.HotSpots) WriteHotSpot(json, hotSpot, graph);
        json.WriteEndArray();
        WriteCounts(json, "confidence", stats.EdgesByConfidence);
        json.WriteStartArray("most_connected");
        foreach (var node in stats.MostConnected) WriteConnected(json, node, graph);
        json.WriteEndArray();
        WriteUnresolved(json, stats.Unresolved);
        json.WriteStartArray("extensions");
        foreach (var extension in stats.Extensions) WriteExtension(json, extension);
        json.WriteEndArray();
        WriteCounts(json, "diagnostics", stats.Diagnostics);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, int>> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts) json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private static void WriteHotSpot(Utf8JsonWriter json, HotSpot hotSpot, CodeGraph graph)
    {
        json.WriteStartObject();
        json.WriteString("id", graph.Node(hotSpot.Node).Id);
        json.WriteNumber("complexity", hotSpot.Complexity);
        json.WriteNumber("connections", hotSpot.Connections);
        json.WriteNumber("score", hotSpot.Score);
        json.WriteEndObject();
    }

    private static void WriteConnected(Utf8JsonWriter json, ConnectedNode node, CodeGraph graph)
    {
        json.WriteStartObject();
        json.WriteString("id", graph.Node(node.Node).Id);
        json.WriteNumber("incoming", node.Incoming);
        json.WriteNumber("outgoing", node.Outgoing);
        json.WriteEndObject();
    }

    private static void WriteUnresolved(Utf8JsonWriter json, IEnumerable<UnresolvedCount> counts)
    {
        json.WriteStartObject("unresolved");
        foreach (var kind in counts.GroupBy(u => u.Kind))
            WriteCounts(json, kind.Key, kind.Select(u => KeyValuePair.Create(u.Reason, u.Count)));
        json.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter json, ExtensionCount extension)
    {
        json.WriteStartObject();
        json.WriteString("extension", extension.Extension);
        json.WriteNumber("files", extension.Files);
        json.WriteNumber("lines", extension.Lines);
        json.WriteEndObject();
    }
}
