using System.Text.Json;

namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>Writes jobs for clients.</summary>
internal static class JobDocuments
{
    public static void Write(Utf8JsonWriter json, JobRecord job)
    {
        json.WriteStartObject();
        json.WriteString("job_id"u8, job.Id);
        json.WriteString("status"u8, JsonFormat.Word(job.Status));
        json.WriteString("repo_path"u8, job.RepoPath);
        json.WriteString("created_at"u8, JsonFormat.ExactTime(job.CreatedAt));
        WriteTime(json, "started_at", job.StartedAt);
        WriteTime(json, "finished_at", job.FinishedAt);
        if (job.Progress is { } progress)
        {
            json.WriteStartObject("progress"u8);
            json.WriteString("phase"u8, progress.Phase);
            json.WriteNumber("done"u8, progress.Done);
            json.WriteNumber("total"u8, progress.Total);
            json.WriteEndObject();
        }
        else json.WriteNull("progress"u8);
        json.WritePropertyName("graph_id"u8);
        if (job.Result is { } result && result.TryGetProperty("graph_id", out var graph)) graph.WriteTo(json);
        else json.WriteNullValue();
        json.WritePropertyName("result"u8);
        if (job.Result is { } answer) answer.WriteTo(json);
        else json.WriteNullValue();
        if (job.Error is { } error)
        {
            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, error.Code);
            json.WriteString("detail"u8, error.Detail);
            json.WriteEndObject();
        }
        else json.WriteNull("error"u8);
        json.WriteEndObject();
    }

    /// <summary>Writes the answer of a completed analysis, with the job that it was.</summary>
    public static void WriteResult(Utf8JsonWriter json, JobRecord job)
    {
        json.WriteStartObject();
        json.WriteString("job_id"u8, job.Id);
        foreach (var property in job.Result!.Value.EnumerateObject()) property.WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known) json.WriteString(name, JsonFormat.ExactTime(known));
        else json.WriteNull(name);
    }
}
