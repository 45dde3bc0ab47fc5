using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Analysis;

/// <summary>Lets the analyzers resolve the facts, and builds the graph.</summary>
internal static class GraphAssembly
{
    /// <summary>
    /// Builds the graph of all languages. An analyzer that throws is left out with a diagnostic: the others start over on a new
    /// builder, as nobody knows what it left behind in the old one.
    /// </summary>
    /// <exception cref="AnalysisException">No analyzer got through.</exception>
    public static CodeGraph Build(RepositoryInfo repository, IReadOnlyList<LanguageRun> runs, IEnumerable<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var remaining = runs.ToList();
        var failures = new List<Diagnostic>();
        while (true)
        {
            var builder = new GraphBuilder();
            if (FindFailure(remaining, builder, cancellationToken) is not var (failed, thrown))
            {
                foreach (var diagnostic in diagnostics.Concat(runs.SelectMany(r => r.Diagnostics)).Concat(failures))
                    builder.AddDiagnostic(diagnostic);
                return builder.Build(repository);
            }
            remaining.Remove(failed);
            string message = $"The analyzer for {failed.Language.Language} failed to resolve references, nothing of its files is in the graph: "
                + $"{thrown.GetType().Name}: {thrown.Message}";
            if (remaining.Count == 0) throw new AnalysisException("analyzer.failed", message, thrown);
            failures.Add(new Diagnostic(DiagnosticCodes.AnalyzerFailedToResolve, DiagnosticSeverity.Error, "", 0, message));
        }
    }

    private static (LanguageRun Run, Exception Thrown)? FindFailure(
        IReadOnlyList<LanguageRun> runs, GraphBuilder builder, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            try
            {
                run.Analyzer.Resolve(run.Facts, builder, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                return (run, e);
            }
        }
        return null;
    }
}
