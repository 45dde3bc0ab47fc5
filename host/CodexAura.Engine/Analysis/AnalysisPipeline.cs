using System.Globalization;
using CodexAura.Engine.Git;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Limits;
using CodexAura.Engine.Scanning;
using CodexAura.Engine.Services;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Analysis;

/// <summary>Makes the graph of a repository: scan, extract file by file in parallel, resolve, save.</summary>
/// <remarks>
/// The same tree gives the same graph, whatever the number of threads and whatever came from the cache: results are placed by
/// the file's number, never by the order in which they were ready.
/// </remarks>
/// <param name="analyzers">The installed analyzers. Where two read the same ending, the first gets the file.</param>
/// <param name="time">Gives the time that graphs are stamped with.</param>
/// <param name="policy">What may be analysed; null for anything.</param>
/// <param name="memory">Has graphs that need not be loaded from the store; null where there are none.</param>
public sealed partial class AnalysisPipeline(IReadOnlyList<LanguageAnalyzer> analyzers, TimeProvider time, AnalysisPolicy? policy = null, GraphMemory? memory = null)
{
    /// <summary>
    /// How long an analyzer may take for one file; after that it is left out, with a diagnostic. Far beyond what a file takes on a busy
    /// machine: it is there for analyzers that hang. Default: the seconds in <c>CODEX_AURA_FILE_TIMEOUT</c>, else 5 minutes.
    /// </summary>
    public TimeSpan FileTimeLimit { get; init; } =
        double.TryParse(Environment.GetEnvironmentVariable("CODEX_AURA_FILE_TIMEOUT"), CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an analyzer may take to resolve the facts; after that nothing of its language is in the graph, and a diagnostic says so.
    /// Default: that of <see cref="CallLimits"/>.
    /// </summary>
    public TimeSpan ResolveTimeLimit { get; init; } = CallLimits.Current.Resolve;

    /// <summary>Analyses a repository and stores its graph.</summary>
    /// <param name="request">What to analyse.</param>
    /// <param name="store">Where the graph goes; null to keep it nowhere. One that is an <see cref="IFactsCache"/> keeps facts too.</param>
    /// <param name="progress">Told how far the work is, from several threads; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work; no graph is stored then.</param>
    /// <exception cref="AnalysisException">The path can't be analysed.</exception>
    /// <exception cref="GraphStoreException">The graph can't be stored.</exception>
    public Task<AnalysisResult> RunAsync(AnalysisRequest request, IGraphStore? store, IProgress<AnalysisProgress>? progress,
        CancellationToken cancellationToken = default) => RunAsync(request, store, progress, null, cancellationToken);

    /// <inheritdoc cref="RunAsync(AnalysisRequest, IGraphStore?, IProgress{AnalysisProgress}?, CancellationToken)"/>
    /// <param name="previewed">Told of the preview once it is stored, where the request asks for one; null for nobody.</param>
    internal async Task<AnalysisResult> RunAsync(AnalysisRequest request, IGraphStore? store, IProgress<AnalysisProgress>? progress, Action<AnalysisResult>? previewed,
        CancellationToken cancellationToken)
    {
        var result = await AnalyzeAsync(request, store, progress, previewed, cancellationToken).ConfigureAwait(false);
        if (store is not null && policy is { KeptGraphs: > 0 and var kept }) await RemoveOldAsync(store, result.Info, kept, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Removes older graphs of a repository. The one that was just made stays, even where it is older than others.</summary>
    private static async Task RemoveOldAsync(IGraphStore store, GraphInfo current, int kept, CancellationToken cancellationToken)
    {
        var others = (await store.ListAsync(current.Repository.Path, cancellationToken).ConfigureAwait(false)).Where(graph => graph.Id != current.Id).ToArray();
        foreach (var old in kept == 1 ? others : new SnapshotRetention(kept - 1).Surplus(others)) await store.DeleteAsync(old.Id, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AnalysisResult> AnalyzeAsync(AnalysisRequest request, IGraphStore? store, IProgress<AnalysisProgress>? progress, Action<AnalysisResult>? previewed,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Threads, 1, nameof(request));
        var clock = new PhaseClock(progress);
        var warnings = new List<string>();

        clock.Start(AnalysisPhase.Scan);
        var repository = await RepositoryLocator.FindAsync(request.Path, cancellationToken).ConfigureAwait(false);
        // What the scan before took of each folder is there.
        var opening = OpenRecordsAsync(store, repository, cancellationToken);
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var known = opening.IsCompletedSuccessfully ? await opening.ConfigureAwait(false) : null;
        if (request.Full) known?.Forget();
        // Where the store can't be used and the tree neither, what is wrong with the tree is told.
        var scan = Scan(repository, request, known?.Folders ?? default, cancellationToken);
        CheckSize(scan);
        var runs = MakeRuns(scan.Files);
        var records = await opening.ConfigureAwait(false);
        records?.Learn(scan.Folders);
        var settings = AnalysisRecord.SettingsOf(repository, request, runs, scan.Diagnostics);
        var listing = AnalysisRecord.ListingOf(scan.Files);
        if (records is not null && await records.FindAsync(settings, r => r.Listing == listing && listing != AnalysisRecord.ListingUnknown, cancellationToken)
            .ConfigureAwait(false) is { } same
            && await TakeAsync(store!, records, same, null, repository, scan.Files.Count, clock, warnings, cancellationToken).ConfigureAwait(false) is { } taken)
            return taken;

        clock.Start(AnalysisPhase.Extract);
        HeapPages.PreferHuge();
        await OpenCachesAsync(runs, repository, request, store as IFactsCache, warnings, cancellationToken).ConfigureAwait(false);
        await CallerThread.WaitForAsync(ExtractAsync(runs, request.Threads, clock, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (runs.TrueForAll(r => r.Facts.Count == 0)) throw NothingRead(runs);
        var facts = FactsOfTree.Of(runs);
        var record = facts is null ? null : new AnalysisRecord(settings, IsSettled(runs) ? listing : AnalysisRecord.ListingUnknown, facts.Content, 0);
        int reused = runs.Sum(r => r.Reused);
        // The facts hold whatever becomes of the graph, and writing them leaves the other processor free.
        var caching = store is null ? Task.FromResult<IReadOnlyList<string>>([]) : SaveCachesAsync(runs, cancellationToken);
        try
        {
            if (records is not null && record is not null
                && await records.FindAsync(settings, r => r.Content == record.Content, cancellationToken).ConfigureAwait(false) is { } equal)
            {
                warnings.AddRange(await CallerThread.WaitForAsync(caching).ConfigureAwait(false));
                var fresh = equal with { Record = record with { CreatedTicks = equal.Record.CreatedTicks } };
                if (await TakeAsync(store!, records, fresh, runs, repository, reused, clock, warnings, cancellationToken).ConfigureAwait(false) is { } unchanged)
                    return unchanged;
            }
            var graph = records is null || facts is null ? null : await MoveAsync(store!, records, settings, facts, cancellationToken).ConfigureAwait(false);
            if (graph is null)
            {
                clock.Start(AnalysisPhase.Resolve);
                if (records is not null && facts is not null)
                    await PreviewAsync(new PreviewFor(repository, request, store, previewed), records, settings, facts, reused, cancellationToken).ConfigureAwait(false);
                await CallerThread.WaitForAsync(
                    WorkerThreads.RunAsync(() => graph = GraphAssembly.Build(repository, runs, scan.Diagnostics, ResolveTimeLimit, cancellationToken)), cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                graph = GraphFilter.ByEdgeTypes(graph!, request.EdgeTypes);
            }
            else if (graph.Repository != repository) graph = graph.OfRepository(repository);
            var info = GraphInfo.Of(graph, time.GetUtcNow());
            if (store is not null)
            {
                clock.Start(AnalysisPhase.Save);
                await (request.Full ? store.SaveAsync(info, graph, cancellationToken) : ReplaceAsync(store, info, graph, cancellationToken)).ConfigureAwait(false);
                // The graph is there: from here on the analysis is done, and is not to be reported as stopped.
                warnings.AddRange(await CallerThread.WaitForAsync(caching).ConfigureAwait(false));
                await NoteAsync(records, record, info, runs, warnings).ConfigureAwait(false);
            }
            return new AnalysisResult(graph, info, reused, clock.Stop(), warnings);
        }
        catch
        {
            await ((Task)caching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>
    /// Takes a stored graph for this tree, as all that it was made of is the same. Where it is that of another commit, it is stored
    /// under this one too.
    /// </summary>
    /// <returns>Null when the graph is gone.</returns>
    private async Task<AnalysisResult?> TakeAsync(IGraphStore store, AnalysisRecords records, KnownGraph known, List<LanguageRun>? runs, RepositoryInfo repository, int reused,
        PhaseClock clock, List<string> warnings, CancellationToken cancellationToken)
    {
        if (known.Info.Repository == repository)
        {
            await NoteAsync(records, known.Record, known.Info, runs, warnings).ConfigureAwait(false);
            // A process that asks once may need no more than the id.
            if (memory is null)
                return new AnalysisResult(new Lazy<CodeGraph>(() => Load(store, known.Info)), known.Info, reused, clock.Stop(), warnings) { IsUnchanged = true };
            return await memory.LoadAsync(store, known.Info, cancellationToken).ConfigureAwait(false) is { } stored
                ? new AnalysisResult(stored, known.Info, reused, clock.Stop(), warnings) { IsUnchanged = true }
                : null;
        }
        if (await LoadAsync(store, known.Info, cancellationToken).ConfigureAwait(false) is not { } other) return null;
        var graph = other.OfRepository(repository);
        var info = GraphInfo.Of(graph, time.GetUtcNow());
        clock.Start(AnalysisPhase.Save);
        await store.SaveAsync(info, graph, cancellationToken).ConfigureAwait(false);
        await NoteAsync(records, known.Record, info, runs, warnings).ConfigureAwait(false);
        return new AnalysisResult(graph, info, reused, clock.Stop(), warnings);
    }

    private static async Task<AnalysisRecords?> OpenRecordsAsync(IGraphStore? store, RepositoryInfo repository, CancellationToken cancellationToken)
    {
        // A store that can't be used is better known before the work than after it.
        if (store is null) return null;
        var stored = await store.ListAsync(repository.Path, cancellationToken).ConfigureAwait(false);
        return await AnalysisRecords.OpenAsync(store, repository, stored, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The graph of the analysis before, where since then what the files say only moved.</summary>
    /// <returns>Null where it has to be made anew.</returns>
    private async Task<CodeGraph?> MoveAsync(IGraphStore store, AnalysisRecords records, Digest settings, FactsOfTree facts, CancellationToken cancellationToken)
    {
        if (facts.FindMoves(ResolveTimeLimit) is not var (before, moves)
            || await records.FindAsync(settings, r => r.Content == before, cancellationToken).ConfigureAwait(false) is not { } known
            || await LoadAsync(store, known.Info, cancellationToken).ConfigureAwait(false) is not { } graph) return null;
        try
        {
            return graph.Moved(moves);
        }
        catch (InvalidOperationException)
        {
            return null; // The analyzer gave no graph; resolving says which one.
        }
    }

    private static CodeGraph Load(IGraphStore store, GraphInfo info) =>
        Task.Run(() => store.LoadAsync(info.Id, CancellationToken.None)).GetAwaiter().GetResult()
        ?? throw new AnalysisException("graph.not_found", $"The graph '{info.Id}' of '{info.Repository.Path}' was removed meanwhile; analyse again.");

    private static Task NoteAsync(AnalysisRecords? records, AnalysisRecord? record, GraphInfo info, List<LanguageRun>? runs, List<string> warnings) =>
        records is null || record is null || warnings.Count > 0
            ? Task.CompletedTask
            : SaveRecordAsync(records, info.Id, record with { CreatedTicks = info.CreatedAt.UtcTicks }, runs is null ? null : FileContents.Of(info, runs), warnings);

    /// <summary>Compares the graph that is in a store, as far as it was brought up to date, with one made from nothing.</summary>
    /// <param name="request">What the stored graph was made of.</param>
    /// <param name="store">Where it is.</param>
    /// <param name="progress">Told how far the work is, from several threads; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The first difference, or null when the two are the same, byte for byte.</returns>
    public async Task<GraphDifference?> VerifyAsync(AnalysisRequest request, IGraphStore store, IProgress<AnalysisProgress>? progress,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var fresh = await RunAsync(request, null, progress, cancellationToken).ConfigureAwait(false);
        var stored = await store.LoadAsync(fresh.Info.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new AnalysisException("graph.not_found", $"There is no graph '{fresh.Info.Id}' of '{fresh.Info.Repository.Path}' to compare with.");
        return await GraphDifference.FindAsync(stored, fresh.Graph, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether sizes and times alone will tell next time that nothing changed.</summary>
    private static bool IsSettled(List<LanguageRun> runs) =>
        runs.TrueForAll(run =>
        {
            for (int i = 0; i < run.Files.Count; i++)
                if (run.Extracted[i].CacheEntry?.ModifiedTicks != run.Files[i].ModifiedTicks) return false;
            return true;
        });

    private static async Task SaveRecordAsync(AnalysisRecords records, string id, AnalysisRecord record, byte[]? contents, List<string> warnings)
    {
        try
        {
            await records.SaveAsync(id, record, contents, CancellationToken.None).ConfigureAwait(false);
        }
        catch (GraphStoreException e)
        {
            warnings.Add($"It can't be noted from what the graph was made, so the next analysis makes it anew: {e.Message}");
        }
    }

    private Task<CodeGraph?> LoadAsync(IGraphStore store, GraphInfo info, CancellationToken cancellationToken) =>
        memory is null ? store.LoadAsync(info.Id, cancellationToken) : memory.LoadAsync(store, info, cancellationToken);

    /// <summary>Whether one of the analyzers reads a file.</summary>
    internal bool Reads(string path) => analyzers.Any(a => a.Reads(path));

    private ScanResult Scan(RepositoryInfo repository, AnalysisRequest request, ReadOnlyMemory<byte> folders, CancellationToken cancellationToken)
    {
        var options = new ScanOptions
        {
            Extensions = [.. analyzers.SelectMany(a => a.Extensions).Distinct(StringComparer.OrdinalIgnoreCase)],
            Exclude = request.Exclude,
            Paths = RepositoryLocator.PartsOf(repository.Path, request.Paths),
            MaxFileSize = request.MaxFileSize,
        };
        try
        {
            var scan = SourceScanner.Scan(repository.Path, options, folders, time, cancellationToken);
            return scan.Files.Count > 0 ? scan : throw NoSources(repository.Path, options, scan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AnalysisException("path.unreadable", $"The folder '{repository.Path}' can't be read: {e.Message}", e);
        }
    }

    private void CheckSize(ScanResult scan)
    {
        if (policy?.MaxFiles is { } files && scan.Files.Count > files)
            throw new AnalysisException("analysis.too_many_files", $"There are {scan.Files.Count} files to analyse, and no more than {files} are allowed here; analyse a part of the repository, or leave files out.");
        if (policy?.MaxBytes is { } bytes && scan.Files.Sum(f => f.Size) is var size && size > bytes)
            throw new AnalysisException("analysis.too_large", $"The files to analyse have {size} bytes, and no more than {bytes} are allowed here; analyse a part of the repository, or leave files out.");
    }

    private List<LanguageRun> MakeRuns(IReadOnlyList<ScannedFile> files)
    {
        var groups = files.GroupBy(f => analyzers.First(a => a.Reads(f.Path)));
        return [.. groups.Select(g => new LanguageRun(g.Key, g.Key.Create(), [.. g])).OrderBy(r => r.Language.Language, StringComparer.Ordinal)];
    }

    private async Task OpenCachesAsync(List<LanguageRun> runs, RepositoryInfo repository, AnalysisRequest request, IFactsCache? cache,
        List<string> warnings, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            try
            {
                if (cache is not null)
                    run.Cache = await FactsCacheSession.OpenAsync(
                        cache, repository.Path, run.Language.Language, run.FactsVersion, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphStoreException e)
            {
                warnings.Add($"The cache of facts can't be read, so all files are read anew: {e.Message}");
            }
            run.Extraction = new FileExtraction(
                repository.Path, run.Language, run.Analyzer, request.MaxFileSize, run.Cache, request.Full, time);
        }
    }

    private Task ExtractAsync(List<LanguageRun> runs, int threads, PhaseClock clock, CancellationToken cancellationToken)
    {
        // Largest first: a long file that comes last would keep one thread busy while the others have nothing left.
        var work = new List<FileOfRun>();
        foreach (var run in runs)
            for (int i = 0; i < run.Files.Count; i++) work.Add(new FileOfRun(run, i));
        work.Sort(static (a, b) => b.Size.CompareTo(a.Size));
        int done = 0;
        return new LimitedWork<ExtractedFile>(work.Count,
            i => work[i].Run.Extraction!.Extract(work[i].Run.Files[work[i].Index], cancellationToken),
            (i, extracted) =>
            {
                work[i].Run.Extracted[work[i].Index] = extracted;
                clock.Report(Interlocked.Increment(ref done), work.Count);
            },
            FileTimeLimit, i => FileExtraction.TooLate(work[i].Run.Language, work[i].Run.Files[work[i].Index], FileTimeLimit), cancellationToken).RunAsync(threads);
    }

    private sealed record FileOfRun(LanguageRun Run, int Index)
    {
        public long Size => Run.Files[Index].Size;
    }

    /// <returns>What went wrong.</returns>
    private static async Task<IReadOnlyList<string>> SaveCachesAsync(List<LanguageRun> runs, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        foreach (var run in runs)
        {
            if (run.Cache is null) continue;
            try
            {
                await run.Cache.SaveAsync(run.CacheEntries, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphStoreException e)
            {
                warnings.Add($"The cache of facts can't be written, so the next analysis reads all files anew: {e.Message}");
            }
        }
        return warnings;
    }

    private static AnalysisException NoSources(string root, ScanOptions options, ScanResult scan)
    {
        if (options.Extensions.Count == 0)
            return new AnalysisException("analyzer.none", "No analyzer is installed, so nothing can be read; 'codex-aura plugins list' shows why.");
        string endings = string.Join(", ", options.Extensions.Order(StringComparer.Ordinal).Select(e => "*" + e));
        string leftOut = string.Concat(scan.Diagnostics.Take(3).Select(d => $"\n  {d.Path}: {d.Message}"));
        return new AnalysisException("path.no_sources",
            $"Nothing to analyse in '{root}': no file that matches {endings} and is not ignored or excluded.{leftOut}");
    }

    private static AnalysisException NothingRead(List<LanguageRun> runs)
    {
        var first = runs.SelectMany(r => r.Diagnostics).First();
        return new AnalysisException("path.nothing_read",
            $"None of the {runs.Sum(r => r.Files.Count)} files could be read. The first: {first.Path}: {first.Message}");
    }
}
