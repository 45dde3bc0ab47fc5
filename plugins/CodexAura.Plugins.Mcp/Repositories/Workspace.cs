using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Repositories;

/// <summary>
/// One repository, whose graph is brought up to date before each answer. A check starts after the call that needs it came in, so
/// no answer is older than its question; calls that come while one runs share the next.
/// </summary>
internal sealed class Workspace(AuraServices services, ServerSettings settings, string path, CancellationToken serverStops)
{
    private readonly Lock _lock = new();
    private Check? _running;
    private Check? _next;
    private Current? _last;

    /// <summary>Path of the repository, as it was given.</summary>
    public string Path => path;

    /// <summary>Called when an analysis made another graph than the one before.</summary>
    public event Action<CodeGraph>? Changed;

    /// <summary>Gives the graph as it is now.</summary>
    /// <param name="progress">Told of an analysis, where one is needed.</param>
    /// <param name="cancellationToken">Stops the waiting; the analysis goes on for the next call.</param>
    /// <exception cref="ToolException">The first analysis takes longer than a call may wait.</exception>
    /// <exception cref="CodexAuraException">The repository can't be analysed.</exception>
    public async Task<Snapshot> GetAsync(IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        var check = Request();
        using var listening = check.Listen(progress);
        try
        {
            return SnapshotOf(await check.Task.WaitAsync(settings.Patience, services.Time, cancellationToken).ConfigureAwait(false), null);
        }
        catch (TimeoutException)
        {
            string far = check.Progress is { } p ? ProgressRelay.Words(p) : "waiting";
            if (_last is { } last) return SnapshotOf(last, $"an analysis of the changes is still running ({far}).");
            throw new ToolException($"The first analysis of {path} is still running ({far}). It goes on; ask again in half a minute.");
        }
        catch (CodexAuraException e) when (_last is not null && e.Kind is FailureKind.Unavailable or FailureKind.Failed)
        {
            return SnapshotOf(_last!, $"the repository can't be analysed now: {e.Message}");
        }
    }

    /// <summary>Analyses everything anew, whatever is known. Stops when the call is cancelled.</summary>
    public async Task<Snapshot> AnalyzeFullyAsync(IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        var result = await services.Analysis.AnalyzeAsync(RequestFor(full: true), progress, cancellationToken).ConfigureAwait(false);
        return SnapshotOf(await KeepAsync(result, cancellationToken).ConfigureAwait(false), null);
    }

    private Check Request()
    {
        lock (_lock)
        {
            if (_running is null) return Start(_running = new Check(null));
            return _next ??= new Check(_running);
        }
    }

    private Check Start(Check check)
    {
        // On a thread of its own kind: nothing of the caller's, such as its cancellation, is to reach into it.
        _ = Task.Run(() => RunAsync(check), CancellationToken.None);
        return check;
    }

    private async Task RunAsync(Check check)
    {
        try
        {
            var result = await services.Analysis.AnalyzeAsync(RequestFor(full: false), check, serverStops).ConfigureAwait(false);
            check.Finish(await KeepAsync(result, serverStops).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            check.Fail(e);
        }
        finally
        {
            lock (_lock)
            {
                (_running, _next) = (_next, null);
                if (_running is not null) Start(_running);
            }
        }
    }

    private AnalysisRequest RequestFor(bool full) =>
        new() { Path = path, Storage = settings.Storage, Exclude = settings.Exclude, Full = full };

    private async Task<Current> KeepAsync(AnalysisResult result, CancellationToken cancellationToken)
    {
        // What differs from the commit can be another set only when the graph is another one: its files would have changed.
        bool same = _last is { } last && last.Result.Info == result.Info;
        var uncommitted = same ? _last!.Uncommitted : await GitChangedFiles.OfAsync(result.Graph, cancellationToken).ConfigureAwait(false);
        var current = new Current(result, uncommitted);
        _last = current;
        if (!same) Changed?.Invoke(result.Graph);
        return current;
    }

    private Snapshot SnapshotOf(Current current, string? why)
    {
        var (info, graph) = (current.Result.Info, current.Result.Graph);
        var stale = why is null ? [] : services.Graphs.StaleFiles(new StoredGraph(info, graph));
        return new Snapshot(info, graph, new GraphStamp(info.Repository.Sha, current.Uncommitted, stale, why), services.Graphs.Sources(graph)) { Analysis = current.Result };
    }

    private sealed record Current(AnalysisResult Result, IReadOnlyList<string> Uncommitted);

    /// <summary>One run, for whoever waits for it.</summary>
    /// <param name="ahead">The one that has to end first; null where it starts at once.</param>
    private sealed class Check(Check? ahead) : IProgress<AnalysisProgress>
    {
        private readonly TaskCompletionSource<Current> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile IProgress<AnalysisProgress>[] _listeners = [];
        private AnalysisProgress? _progress;

        public Task<Current> Task => _done.Task;

        /// <summary>How far the work is that is waited for.</summary>
        public AnalysisProgress? Progress => _progress ?? ahead?.Progress;

        public void Finish(Current current) => _done.TrySetResult(current);

        public void Fail(Exception e)
        {
            _done.TrySetException(e);
            _ = _done.Task.Exception; // Seen: it may be that nobody waits any more.
        }

        public void Report(AnalysisProgress value)
        {
            _progress = value;
            foreach (var listener in _listeners) listener.Report(value);
        }

        /// <summary>Adds a listener, to what is ahead too: most of the waiting is for that.</summary>
        public IDisposable? Listen(IProgress<AnalysisProgress>? listener)
        {
            if (listener is null) return null;
            lock (_done) _listeners = [.. _listeners, listener];
            var further = ahead?.Listen(listener);
            return new Listening(() =>
            {
                lock (_done) _listeners = [.. _listeners.Where(l => l != listener)];
                further?.Dispose();
            });
        }

        private sealed class Listening(Action end) : IDisposable
        {
            public void Dispose() => end();
        }
    }
}
