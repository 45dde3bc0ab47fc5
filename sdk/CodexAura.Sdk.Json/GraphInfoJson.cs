using System.Text.Json;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Json;

/// <summary>Writes what <see cref="GraphInfo"/> says.</summary>
public static class GraphInfoJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, GraphInfo info)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(info);
        json.WriteStartObject();
        json.WriteString("id", info.Id);
        WriteOrigin(json, info);
        json.WriteNumber("node_count", info.NodeCount);
        json.WriteNumber("edge_count", info.EdgeCount);
        json.WriteEndObject();
    }

    /// <summary>Writes repository, sha and created_at into an object that is open.</summary>
    public static void WriteOrigin(Utf8JsonWriter json, GraphInfo info)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(info);
        json.WritePropertyName("repository");
        GraphJsonParts.WriteRepository(json, info.Repository);
        json.WriteString("sha", info.Repository.Sha);
        json.WriteString("created_at", JsonFormat.Time(info.CreatedAt));
    }
}
