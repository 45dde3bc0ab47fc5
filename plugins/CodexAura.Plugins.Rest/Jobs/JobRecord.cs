using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>What is known of a job: what clients see, and what is kept on disk so that it outlives the server.</summary>
internal sealed record JobRecord
{
    /// <summary>32 hexadecimal digits; later jobs sort after earlier ones.</summary>
    public required string Id { get; init; }

    public JobState Status { get; init; }

    public required string RepoPath { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public JobProgress? Progress { get; init; }

    /// <summary>The answer of a completed analysis, as it is sent.</summary>
    public JsonElement? Result { get; init; }

    public JobError? Error { get; init; }

    [JsonIgnore]
    public bool IsOver => Status is not (JobState.Queued or JobState.Running);

    public void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, this, JobJson.Default.JobRecord);
}

/// <summary>How far a running analysis is.</summary>
/// <param name="Phase">scan, extract, resolve or save.</param>
/// <param name="Done">Files done in this phase.</param>
/// <param name="Total">Files of this phase; 0 where there are none to count.</param>
internal sealed record JobProgress(string Phase, int Done, int Total);

/// <summary>Why an analysis failed.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Detail">What happened, for a person.</param>
internal sealed record JobError(string Code, string Detail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(JobStateConverter)])]
[JsonSerializable(typeof(JobRecord))]
internal sealed partial class JobJson : JsonSerializerContext;

internal sealed class JobStateConverter() : JsonStringEnumConverter<JobState>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
