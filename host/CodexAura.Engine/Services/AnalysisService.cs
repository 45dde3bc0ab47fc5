using CodexAura.Engine.Analysis;
using CodexAura.Engine.Limits;
using CodexAura.Engine.Scanning;
using CodexAura.Engine.Watching;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Services;

/// <summary>Runs analyses for many callers at once.</summary>
/// <param name="plugins">Has the analyzers and stores.</param>
/// <param name="time">Gives the time.</param>
/// <param name="policy">What may be analysed.</param>
/// <param name="memory">Keeps graphs, so that one that is still the same is not loaded again.</param>
public sealed class AnalysisService(IInstalledPlugins plugins, TimeProvider time, AnalysisPolicy policy, GraphMemory memory) : IAnalysisService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SharedAnalysis> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<(IGraphStore Store, string Path), Watched> _watched = [];

    /// <summary>Facts of a repository that nobody has analysed for so long are let go; the next analysis loads them again.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public AnalysisPolicy Policy => policy;

    /// <inheritdoc/>
    public AnalysisRequest Check(AnalysisRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        plugins.Store(request.Storage);
        string path = PathPolicy.Check(policy, request.Path);
        return Directory.Exists(path) ? request with { Path = path } : throw new AnalysisException("path.not_found", $"There is no folder '{request.Path}'.");
    }

    /// <inheritdoc/>
    public async Task<AnalysisResult> AnalyzeAsync(AnalysisRequest request, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        // The store is looked up before anything starts: a name that is none is the caller's mistake alone.
        var store = plugins.Store(request.Storage);
        var allowed = request with { Path = PathPolicy.Check(policy, request.Path) };
        string key = KeyOf(allowed);
        SharedAnalysis shared;
        lock (_lock)
        {
            if (!_running.TryGetValue(key, out shared!) || !shared.TryJoin(progress))
            {
                _running[key] = shared = new SharedAnalysis(progress);
                var before = _last.GetValueOrDefault(allowed.Path, Task.CompletedTask);
                var mine = shared;
                mine.Start(() => RunAfterAsync(before, allowed, store, mine));
                _last[allowed.Path] = mine.Task;
                _ = mine.Task.ContinueWith(_ => Forget(key, allowed.Path, mine), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
        return await shared.WaitAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AnalysisResult> RunAfterAsync(Task before, AnalysisRequest request, IGraphStore store, SharedAnalysis shared)
    {
        // How the one before ended is a matter of those who asked for it.
        await before.WaitAsync(shared.Cancelled).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        shared.Cancelled.ThrowIfCancellationRequested();
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(shared.Cancelled);
        using var timer = policy.MaxDuration is { } limit ? time.CreateTimer(_ => limited.Cancel(), null, limit, Timeout.InfiniteTimeSpan) : null;
        try
        {
            var result = await new AnalysisPipeline(plugins.Analyzers, time, policy, memory).RunAsync(request, StoreFor(request, store), shared, limited.Token).ConfigureAwait(false);
            memory.Keep(store, result.Info, result.Graph);
            return result;
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested && !shared.Cancelled.IsCancellationRequested)
        {
            throw new AnalysisException("analysis.too_long",
                $"The analysis took longer than {policy.MaxDuration}, which is the limit here; analyse a part of the repository, or leave files out.");
        }
    }

    /// <summary>
    /// Of a repository that is watched facts stay in memory, for all who analyse it: loading those of 130,000 lines takes as long as resolving the edited ones.
    /// </summary>
    private IGraphStore StoreFor(AnalysisRequest request, IGraphStore store)
    {
        lock (_lock)
        {
            var key = (store, request.Path);
            if (!_watched.TryGetValue(key, out var known))
            {
                var limited = LimitedStore.Over(store, () => plugins.DescribeStore(request.Storage));
                if (!request.Preview) return limited;
                _watched.Add(key, known = new Watched(FactsInMemory.Over(limited)));
            }
            // Who watches says when it begins, by asking for previews, but not when it ends.
            known.Timer?.Dispose();
            var current = known;
            known.Timer = time.CreateTimer(_ => LetGo(key, current), null, Unasked, Timeout.InfiniteTimeSpan);
            return known.Store;
        }
    }

    private void LetGo((IGraphStore Store, string Path) key, Watched watched)
    {
        lock (_lock)
        {
            if (_watched.GetValueOrDefault(key) == watched) _watched.Remove(key);
            watched.Timer?.Dispose();
        }
    }

    private sealed class Watched(IGraphStore store)
    {
        public IGraphStore Store => store;
        public ITimer? Timer { get; set; }
    }

    private void Forget(string key, string path, SharedAnalysis shared)
    {
        lock (_lock)
        {
            if (_running.GetValueOrDefault(key) == shared) _running.Remove(key);
            if (_last.GetValueOrDefault(path) == shared.Task) _last.Remove(path);
        }
    }

    /// <summary>What makes two requests equal; records with lists compare the lists by reference.</summary>
    private static string KeyOf(AnalysisRequest request) => string.Join('\0',
        [request.Path, request.Storage?.ToLowerInvariant() ?? "", $"{request.MaxFileSize} {request.Full}",
            .. request.Exclude.Prepend("exclude"), .. request.Paths.Prepend("paths"), .. request.EdgeTypes.Prepend("types")]);
}
