namespace CodexAura.Engine.Services;

/// <summary>One analysis that several callers wait for. It stops when the last of them has given up.</summary>
internal sealed class SharedAnalysis(IProgress<AnalysisProgress>? first) : IProgress<AnalysisProgress>
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancel = new();
    // Replaced as a whole, so that reporting, which happens for every file, takes no lock.
    private volatile IProgress<AnalysisProgress>[] _progress = first is null ? [] : [first];
    private int _waiting = 1;
    private volatile bool _reads;

    public Task<AnalysisResult> Task { get; private set; } = null!;

    /// <summary>Triggered when nobody waits any more.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    public void Start(Func<Task<AnalysisResult>> work) => Task = System.Threading.Tasks.Task.Run(work);

    /// <summary>
    /// Adds a caller, unless the analysis is being stopped, or has begun to read files: what was edited just before the call may have
    /// been read already. One that comes after it finds nearly everything cached.
    /// </summary>
    public bool TryJoin(IProgress<AnalysisProgress>? progress)
    {
        lock (_lock)
        {
            if (_waiting == 0 || _reads || Task.IsCompleted) return false;
            _waiting++;
            if (progress is not null) _progress = [.. _progress, progress];
            return true;
        }
    }

    public async Task<AnalysisResult> WaitAsync(IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(progress);
        }
    }

    public void Report(AnalysisProgress value)
    {
        if (value.Phase > AnalysisPhase.Scan) _reads = true;
        foreach (var progress in _progress) progress.Report(value);
    }

    private void Leave(IProgress<AnalysisProgress>? progress)
    {
        lock (_lock)
        {
            if (progress is not null) _progress = [.. _progress.Where(p => p != progress)];
            if (--_waiting > 0) return;
        }
        _cancel.Cancel();
    }
}
