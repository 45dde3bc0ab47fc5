using System.Text.Json;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Json;

/// <summary>Writes what a node is connected to as JSON.</summary>
public static class DependenciesJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="found">The answer.</param>
    /// <param name="depth">How many edges were followed at most.</param>
    public static void Write(Utf8JsonWriter json, Neighbourhood found, int depth)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(found);
        json.WriteStartObject();
        json.WriteString("root", found.Nodes[0].Node.Id);
        json.WriteNumber("depth", depth);
        json.WriteStartArray("nodes");
        foreach (var reached in found.Nodes)
        {
            json.WriteStartObject();
            GraphJsonParts.WriteNodeProperties(json, reached.Node);
            json.WriteNumber("distance", reached.Distance);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in found.Edges) GraphJsonParts.WriteEdge(json, edge);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
