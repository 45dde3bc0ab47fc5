using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodexAura.Plugins.Rest.Documents;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("What an analysis made.")]
internal sealed record AnalysisDocument
{
    [Description("The job that it was; not where this stands in one.")]
    public string? JobId { get; init; }

    [Description("Under what the graph is stored.")]
    public required string GraphId { get; init; }

    [Description("Always `completed`.")]
    public required string Status { get; init; }

    public required Repository Repository { get; init; }

    public required string? Sha { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Stats Stats { get; init; }

    [Description("Files whose facts came from the cache.")]
    public required int FilesReused { get; init; }

    public required long DurationMs { get; init; }

    [Description("Milliseconds of each phase.")]
    public required IReadOnlyDictionary<string, long> PhasesMs { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("An analysis that somebody asked for.")]
internal sealed record JobDocument(
    string JobId,
    [property: AllowedValues("queued", "running", "completed", "failed", "cancelled", "interrupted"), Description("`interrupted`: the server ended before the analysis did; the graph is as it was before.")] string Status,
    string RepoPath,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    JobProgressDocument? Progress,
    [property: Description("The graph of a completed analysis.")] string? GraphId,
    AnalysisDocument? Result,
    JobErrorDocument? Error);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("How far a running analysis is.")]
internal sealed record JobProgressDocument(
    [property: AllowedValues("scan", "extract", "resolve", "save")] string Phase,
    [property: Description("Files done in this phase.")] int Done,
    [property: Description("Files of this phase; 0 where there are none to count.")] int Total);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("Why an analysis failed.")]
internal sealed record JobErrorDocument(string Code, string Detail);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record JobList(IReadOnlyList<JobDocument> Jobs);
