namespace CodexAura.Sdk.Services;

/// <summary>Analyses repositories and stores their graphs. Offered by the host; called from many threads at once.</summary>
/// <remarks>
/// Where a graph of the repository is stored already, only what changed is read; where nothing changed, the stored graph is the
/// answer. Two equal requests at once are one analysis, which goes on until nobody waits for it any more. Of one repository there
/// is never more than one analysis at a time.
/// </remarks>
public interface IAnalysisService
{
    /// <summary>What may be analysed here.</summary>
    AnalysisPolicy Policy { get; }

    /// <summary>Refuses at once what <see cref="AnalyzeAsync"/> would refuse without a look into the repository.</summary>
    /// <param name="request">What is to be analysed.</param>
    /// <returns>The request with the path resolved through all links.</returns>
    /// <exception cref="CodexAuraException">There is no such store or folder, or it may not be analysed.</exception>
    AnalysisRequest Check(AnalysisRequest request);

    /// <summary>Analyses a repository and stores its graph.</summary>
    /// <param name="request">What to analyse.</param>
    /// <param name="progress">Told how far the work is, from several threads; null for nobody.</param>
    /// <param name="cancellationToken">Stops waiting; the work stops too when nobody else waits for it. Nothing is stored then.</param>
    /// <exception cref="AnalysisException">
    /// The path can't be analysed, or may not be: <c>path.outside_roots</c>, <c>analysis.too_many_files</c>,
    /// <c>analysis.too_large</c>, <c>analysis.too_long</c>.
    /// </exception>
    /// <exception cref="Storage.GraphStoreException">The graph can't be stored.</exception>
    Task<AnalysisResult> AnalyzeAsync(AnalysisRequest request, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default);
}

/// <summary>Limits of what is analysed. The host sets them; requests can't widen them.</summary>
public sealed record AnalysisPolicy
{
    /// <summary>Folders inside of which everything that is analysed must be, as absolute paths without links; empty for no limit. Default: empty.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>The most files of one analysis; null for no limit. Default: null.</summary>
    public int? MaxFiles { get; init; }

    /// <summary>The most bytes of all files of one analysis together; null for no limit. Default: null.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>The longest time of one analysis; null for no limit. Default: null.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>How many analyses a server runs at once, 1 or more. Default: 1, as one uses all processors.</summary>
    public int MaxRunning { get; init; } = 1;

    /// <summary>How many analyses may wait for their turn in a server. Default: 16.</summary>
    public int MaxWaiting { get; init; } = 16;

    /// <summary>How many graphs of a repository stay after an analysis: the one it made, and the newest of the others. 0 for all. Default: 0.</summary>
    public int KeptGraphs { get; init; }
}
