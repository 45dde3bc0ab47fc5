using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Watching;

/// <summary>The graph was brought up to date, or there is a preview of it (<see cref="AnalysisResult.IsPreview"/>).</summary>
/// <param name="Result">What the analysis made.</param>
/// <param name="Latency">From the first change of the batch until the graph was stored; for the first one, the time it took.</param>
/// <param name="IsFirst">Made before any change was waited for.</param>
public readonly record struct WatchUpdate(AnalysisResult Result, TimeSpan Latency, bool IsFirst);

/// <summary>Keeps the stored graph of a repository up to date while its files change.</summary>
public sealed class RepositoryWatch
{
    private volatile AnalysisPipeline _pipeline;
    private volatile ChangeFeed? _changes;
    private readonly AnalysisRequest _request;
    private readonly Func<AnalysisRequest, Action<AnalysisResult>, CancellationToken, Task<AnalysisResult>> _analyze;
    private readonly TimeProvider _time;

    /// <summary>Watches with a pipeline of its own, and facts in memory: for a process that does nothing else.</summary>
    /// <param name="pipeline">Makes the graph.</param>
    /// <param name="request">What to analyse.</param>
    /// <param name="store">Where the graph is kept.</param>
    /// <param name="time">Measures.</param>
    public RepositoryWatch(AnalysisPipeline pipeline, AnalysisRequest request, IGraphStore store, TimeProvider time)
    {
        (_pipeline, _request, _time) = (pipeline, request, time);
        var memory = FactsInMemory.Over(store);
        _analyze = (what, previewed, cancellationToken) => _pipeline.RunAsync(what, memory, null, previewed, cancellationToken);
    }

    /// <summary>
    /// Watches through a service that others use too, so that of the repository there is never more than one analysis at a time. Previews are
    /// stored and not told of.
    /// </summary>
    /// <param name="pipeline">Knows which files are read.</param>
    /// <param name="request">What to analyse.</param>
    /// <param name="service">Makes the graph.</param>
    /// <param name="time">Measures.</param>
    public RepositoryWatch(AnalysisPipeline pipeline, AnalysisRequest request, IAnalysisService service, TimeProvider time)
    {
        (_pipeline, _request, _time) = (pipeline, request, time);
        _analyze = (what, _, cancellationToken) => service.AnalyzeAsync(what, null, cancellationToken);
    }

    /// <summary>Goes on with other analyzers, and analyses with them as after a change.</summary>
    /// <param name="pipeline">Has the analyzers.</param>
    public void Use(AnalysisPipeline pipeline)
    {
        _pipeline = pipeline;
        _changes?.Wake();
    }

    /// <summary>Analyses once, then after each batch of changes, until cancelled.</summary>
    /// <param name="updated">Told of each graph that differs from the one before, previews included.</param>
    /// <param name="failed">Told why a batch could not be analysed; the next one is tried again.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="AnalysisException">The path can't be analysed or watched at all.</exception>
    /// <exception cref="OperationCanceledException">The token was triggered.</exception>
    public async Task RunAsync(Action<WatchUpdate> updated, Action<Exception> failed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updated);
        ArgumentNullException.ThrowIfNull(failed);
        var repository = await RepositoryLocator.FindAsync(_request.Path, cancellationToken).ConfigureAwait(false);
        // Watching starts first, so that nothing that changes during the first analysis is missed.
        using var changes = new ChangeFeed(repository.Path, GitWorkTree.Find(repository.Path)?.GitFolder, path => _pipeline.Reads(path), _time);
        _changes = changes;
        long since = _time.GetTimestamp();
        void Previewed(AnalysisResult preview) => updated(new WatchUpdate(preview, _time.GetElapsedTime(since), IsFirst: false));
        updated(new WatchUpdate(await _analyze(_request, Previewed, cancellationToken).ConfigureAwait(false), _time.GetElapsedTime(since), IsFirst: true));
        while (true)
        {
            since = await changes.NextBatchAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var result = await _analyze(_request with { Full = false, Preview = true }, Previewed, cancellationToken).ConfigureAwait(false);
                if (!result.IsUnchanged) updated(new WatchUpdate(result, _time.GetElapsedTime(since), IsFirst: false));
            }
            catch (Exception e) when (e is AnalysisException or GraphStoreException)
            {
                failed(e);
            }
        }
    }
}
