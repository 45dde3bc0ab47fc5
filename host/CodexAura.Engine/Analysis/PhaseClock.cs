using System.Diagnostics;

namespace CodexAura.Engine.Analysis;

/// <summary>Measures the phases of an analysis and passes progress on.</summary>
internal sealed class PhaseClock(IProgress<AnalysisProgress>? progress)
{
    private readonly List<PhaseTiming> _timings = [];
    private AnalysisPhase? _phase;
    private long _startedAt;

    public void Start(AnalysisPhase phase)
    {
        Stop();
        (_phase, _startedAt) = (phase, Stopwatch.GetTimestamp());
        Report(0, 0);
    }

    public void Report(int done, int total) => progress?.Report(new AnalysisProgress(_phase!.Value, done, total));

    public IReadOnlyList<PhaseTiming> Stop()
    {
        if (_phase is { } phase) _timings.Add(new PhaseTiming(phase, Stopwatch.GetElapsedTime(_startedAt)));
        _phase = null;
        return _timings;
    }
}
