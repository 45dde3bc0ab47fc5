using CodexAura.Sdk.Services;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace CodexAura.Plugins.Mcp.Repositories;

/// <summary>
/// Passes the progress of an analysis on to a client that asked for it: in percent of the whole, always rising, a few times a
/// second at most. A check that finds nothing to do says nothing.
/// </summary>
internal sealed class ProgressRelay : IProgress<AnalysisProgress>
{
    private const int MinimumInterval = 250;
    private readonly Lock _lock = new();
    private readonly Func<ProgressNotificationValue, Task> _send;
    private Task _sent = Task.CompletedTask;
    private AnalysisPhase? _phase;
    private long _last;
    private double _percent;
    private bool _done;

    public ProgressRelay(Func<ProgressNotificationValue, Task> send) => _send = send;

    public void Report(AnalysisProgress value)
    {
        if (value.Phase == AnalysisPhase.Scan) return;
        lock (_lock)
        {
            double percent = PercentOf(value);
            long now = Environment.TickCount64;
            bool worthSaying = value.Phase != _phase || now - _last >= MinimumInterval;
            if (_done || percent <= _percent || !worthSaying) return;
            (_phase, _last, _percent) = (value.Phase, now, percent);
            var notification = new ProgressNotificationValue { Progress = (float)Math.Round(percent, 1), Total = 100, Message = Words(value) };
            // One after the other, so that they arrive in order; the analysis never waits for the client.
            _sent = _sent.ContinueWith(_ => SendAsync(notification), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
        }
    }

    /// <summary>Stops, and waits until what was reported is sent: no progress may follow the answer.</summary>
    public async Task FinishAsync()
    {
        Task sent;
        lock (_lock) (_done, sent) = (true, _sent);
        await sent.ConfigureAwait(false);
    }

    internal static string Words(AnalysisProgress value) => value.Phase switch
    {
        AnalysisPhase.Scan => "Looking for source files",
        AnalysisPhase.Extract when value.Total > 0 => $"Reading source files: {value.Done} of {value.Total}",
        AnalysisPhase.Extract => "Reading source files",
        AnalysisPhase.Resolve => "Resolving imports, calls and bases",
        _ => "Saving the graph",
    };

    /// <summary>Reading files and resolving take about as long; the rest is short.</summary>
    private static double PercentOf(AnalysisProgress value)
    {
        double share = value.Total > 0 ? Math.Clamp((double)value.Done / value.Total, 0, 1) : 0;
        return value.Phase switch
        {
            AnalysisPhase.Scan => 1 + 4 * share,
            AnalysisPhase.Extract => 5 + 45 * share,
            AnalysisPhase.Resolve => 50 + 45 * share,
            _ => 95 + 4 * share,
        };
    }

    private async Task SendAsync(ProgressNotificationValue notification)
    {
        try
        {
            await _send(notification).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The client is gone; whoever waits for the analysis will notice.
        }
    }
}
