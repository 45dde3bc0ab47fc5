using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Watching;

/// <summary>The graph was brought up to date.</summary>
/// <param name="Result">What the analysis made.</param>
/// <param name="Latency">From the first change of the batch until the graph was stored; for the first one, the time it took.</param>
/// <param name="IsFirst">Made before any change was waited for.</param>
public readonly record struct WatchUpdate(AnalysisResult Result, TimeSpan Latency, bool IsFirst);

/// <summary>Keeps the stored graph of a repository up to date while its files change.</summary>
/// <param name="pipeline">Makes the graph.</param>
/// <param name="request">What to analyse.</param>
/// <param name="store">Where the graph is kept.</param>
/// <param name="time">Measures.</param>
public sealed class RepositoryWatch(AnalysisPipeline pipeline, AnalysisRequest request, IGraphStore store, TimeProvider time)
{
    /// <summary>Analyses once, then after each batch of changes, until cancelled.</summary>
    /// <param name="updated">Told of each graph that differs from the one before.</param>
    /// <param name="failed">Told why a batch could not be analysed; the next one is tried again.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="AnalysisException">The path can't be analysed or watched at all.</exception>
    /// <exception cref="OperationCanceledException">The token was triggered.</exception>
    public async Task RunAsync(Action<WatchUpdate> updated, Action<Exception> failed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updated);
        ArgumentNullException.ThrowIfNull(failed);
        var repository = await RepositoryLocator.FindAsync(request.Path, cancellationToken).ConfigureAwait(false);
        // Watching starts first, so that nothing that changes during the first analysis is missed.
        using var changes = new ChangeFeed(repository.Path, GitWorkTree.Find(repository.Path)?.GitFolder, pipeline.Reads, time);
        var memory = FactsInMemory.Over(store);
        long since = time.GetTimestamp();
        updated(new WatchUpdate(await pipeline.RunAsync(request, memory, null, cancellationToken).ConfigureAwait(false), time.GetElapsedTime(since), IsFirst: true));
        while (true)
        {
            since = await changes.NextBatchAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var result = await pipeline.RunAsync(request with { Full = false }, memory, null, cancellationToken).ConfigureAwait(false);
                if (!result.IsUnchanged) updated(new WatchUpdate(result, time.GetElapsedTime(since), IsFirst: false));
            }
            catch (Exception e) when (e is AnalysisException or GraphStoreException)
            {
                failed(e);
            }
        }
    }
}
