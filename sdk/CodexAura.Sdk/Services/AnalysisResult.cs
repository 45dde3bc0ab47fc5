using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Services;

/// <summary>What an analysis made.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Info">Under what the graph is kept.</param>
/// <param name="FilesReused">Files whose facts came from the cache.</param>
/// <param name="Timings">Time of each phase, in their order.</param>
/// <param name="Warnings">What went wrong beside the analysis itself, such as a cache that can't be written.</param>
public sealed record AnalysisResult(
    CodeGraph Graph, GraphInfo Info, int FilesReused, IReadOnlyList<PhaseTiming> Timings, IReadOnlyList<string> Warnings)
{
    /// <summary>Nothing had changed since the stored graph was made, so it was not made anew.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Files in the graph.</summary>
    public int Files => Graph.Files.Length;

    /// <summary>Time of all phases together.</summary>
    public TimeSpan Duration => Timings.Aggregate(TimeSpan.Zero, (sum, timing) => sum + timing.Duration);
}
