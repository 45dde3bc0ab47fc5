namespace CodexAura.Sdk.Services;

/// <summary>What an analysis is doing.</summary>
public enum AnalysisPhase
{
    /// <summary>Looking for files.</summary>
    Scan,

    /// <summary>Reading files into facts.</summary>
    Extract,

    /// <summary>Making nodes and edges of the facts.</summary>
    Resolve,

    /// <summary>Storing the graph.</summary>
    Save,
}

/// <summary>How far an analysis is. Reported from several threads at once, as often as there are files.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">Files done in this phase; 0 where it has no files to count.</param>
/// <param name="Total">Files of this phase; 0 where there are none to count.</param>
public readonly record struct AnalysisProgress(AnalysisPhase Phase, int Done, int Total);

/// <summary>Time spent in one phase.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Duration">Wall-clock time.</param>
public readonly record struct PhaseTiming(AnalysisPhase Phase, TimeSpan Duration);
