using System.Text.Json;
using CodexAura.Sdk.Services;

namespace CodexAura.Sdk.Json;

/// <summary>Writes what an analysis made as JSON: figures, not the graph itself.</summary>
public static class AnalysisJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteStartObject();
        json.WriteString("graph_id", result.Info.Id);
        json.WriteString("status", "completed");
        GraphInfoJson.WriteOrigin(json, result.Info);
        json.WritePropertyName("stats");
        StatsJson.Write(json, GraphStatsCalculator.Calculate(result.Graph), result.Graph);
        json.WriteNumber("files_reused", result.FilesReused);
        json.WriteNumber("duration_ms", Math.Round(result.Duration.TotalMilliseconds));
        json.WriteStartObject("phases_ms");
        foreach (var timing in result.Timings) json.WriteNumber(JsonFormat.Word(timing.Phase), Math.Round(timing.Duration.TotalMilliseconds));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
