using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Analysis;

/// <summary>Lets the analyzers resolve the facts, and builds the graph.</summary>
internal static class GraphAssembly
{
    /// <summary>
    /// Builds the graph of all languages. An analyzer that throws or hangs is left out with a diagnostic: the others start over on a new
    /// builder, as nobody knows what it left behind in the old one, or still does.
    /// </summary>
    /// <exception cref="AnalysisException">No analyzer got through.</exception>
    public static CodeGraph Build(RepositoryInfo repository, IReadOnlyList<LanguageRun> runs, IEnumerable<Diagnostic> diagnostics,
        TimeSpan limit, CancellationToken cancellationToken)
    {
        var remaining = runs.ToList();
        var failures = new List<Diagnostic>();
        while (true)
        {
            var builder = new GraphBuilder();
            string code = DiagnosticCodes.AnalyzerFailedToResolve, what = "failed to resolve references";
            if (FindFailure(remaining, builder, limit, cancellationToken) is not var (failed, thrown))
            {
                try
                {
                    foreach (var diagnostic in diagnostics.Concat(runs.SelectMany(r => r.Diagnostics)).Concat(failures))
                        builder.AddDiagnostic(diagnostic);
                    return builder.Build(repository);
                }
                catch (InvalidOperationException e)
                {
                    (failed, thrown) = FindInvalid(repository, remaining, e, limit, cancellationToken);
                    (code, what) = (DiagnosticCodes.AnalyzerGraphInvalid, "gave what makes no graph");
                }
            }
            else if (thrown is ResolveTooLongException) (code, what) = (DiagnosticCodes.AnalyzerHangsInResolve, $"took longer than {limit.TotalSeconds:0.#} s to resolve references");
            // An edge to a node that is not there is seen by the builder at once.
            else if (thrown is ArgumentException) (code, what) = (DiagnosticCodes.AnalyzerGraphInvalid, "gave what makes no graph");
            remaining.Remove(failed);
            string message = $"The {failed.Language} {what}, nothing of its files is in the graph{(thrown is ResolveTooLongException ? "." : $": {thrown.GetType().Name}: {thrown.Message}")}";
            if (remaining.Count == 0) throw new AnalysisException("analyzer.failed", message, thrown);
            failures.Add(new Diagnostic(code, DiagnosticSeverity.Error, "", 0, message));
        }
    }

    /// <summary>
    /// Which analyzer gave nodes that are there twice: the first whose nodes alone make no graph, else (two gave the same file) the
    /// last one.
    /// </summary>
    private static (LanguageRun Run, Exception Thrown) FindInvalid(RepositoryInfo repository, IReadOnlyList<LanguageRun> runs, Exception thrown, TimeSpan limit, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            var alone = new GraphBuilder();
            if (FindFailure([run], alone, limit, cancellationToken) is var (failed, again)) return (failed, again);
            try
            {
                alone.Build(repository);
            }
            catch (InvalidOperationException e)
            {
                return (run, e);
            }
        }
        return (runs[^1], thrown);
    }

    private static (LanguageRun Run, Exception Thrown)? FindFailure(
        IReadOnlyList<LanguageRun> runs, GraphBuilder builder, TimeSpan limit, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            try
            {
                Resolve(run, builder, limit, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                return (run, e);
            }
        }
        return null;
    }

    private static void Resolve(LanguageRun run, GraphBuilder builder, TimeSpan limit, CancellationToken cancellationToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = WorkerThreads.RunAsync(() => run.Analyzer.Resolve(run.Facts, builder, stop.Token));
        if (Task.WaitAny([work], (int)Math.Min(limit.TotalMilliseconds, int.MaxValue), CancellationToken.None) < 0)
        {
            // Its thread can't be ended from outside. The builder goes with it, and nobody else has that one.
            _ = stop.CancelAsync();
            _ = work.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new ResolveTooLongException();
        }
        stop.Dispose();
        work.GetAwaiter().GetResult();
    }

    private sealed class ResolveTooLongException : TimeoutException;
}
