using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Services;

/// <summary>What an analysis made.</summary>
/// <param name="Graph">The graph. One that had not changed may be loaded only when it is asked for.</param>
/// <param name="Info">Under what the graph is kept.</param>
/// <param name="FilesReused">Files whose facts came from the cache.</param>
/// <param name="Timings">Time of each phase, in their order.</param>
/// <param name="Warnings">What went wrong beside the analysis itself, such as a cache that can't be written.</param>
public sealed record AnalysisResult(
    CodeGraph Graph, GraphInfo Info, int FilesReused, IReadOnlyList<PhaseTiming> Timings, IReadOnlyList<string> Warnings)
{
    private readonly CodeGraph? _graph = Graph;
    private readonly Lazy<CodeGraph>? _stored;

    /// <summary>A graph that is stored, and loaded when it is asked for.</summary>
    /// <param name="stored">Loads it.</param>
    /// <param name="info">Under what the graph is kept.</param>
    /// <param name="filesReused">Files whose facts came from the cache.</param>
    /// <param name="timings">Time of each phase, in their order.</param>
    /// <param name="warnings">What went wrong beside the analysis itself.</param>
    public AnalysisResult(Lazy<CodeGraph> stored, GraphInfo info, int filesReused, IReadOnlyList<PhaseTiming> timings, IReadOnlyList<string> warnings)
        : this(default(CodeGraph)!, info, filesReused, timings, warnings) => _stored = stored ?? throw new ArgumentNullException(nameof(stored));

    /// <summary>The graph.</summary>
    public CodeGraph Graph
    {
        get => _graph ?? _stored!.Value;
        init => (_graph, _stored) = (value, null);
    }

    /// <summary>Nothing had changed since the stored graph was made, so it was not made anew.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>It is what is soon known after an edit; the graph itself is still being made. See <see cref="AnalysisRequest.Preview"/>.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Files in the graph.</summary>
    public int Files => Graph.Files.Length;

    /// <summary>Time of all phases together.</summary>
    public TimeSpan Duration => Timings.Aggregate(TimeSpan.Zero, (sum, timing) => sum + timing.Duration);
}
