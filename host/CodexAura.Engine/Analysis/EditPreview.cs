using CodexAura.Engine.Graphs;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Analysis;

/// <summary>Makes the graph that is shown while everything is resolved anew after an edit: see <see cref="IEditPreview"/>.</summary>
internal static class EditPreview
{
    /// <summary>More files than this are no edit but another branch, and what they change is far too much to be told from the files around them.</summary>
    private const int MaxEdited = 8;

    /// <summary>Whether a preview may be had, and comes sooner than what it is of.</summary>
    /// <param name="facts">All facts.</param>
    /// <param name="from">Bytes of facts from which on resolving takes long.</param>
    public static bool IsOf(FactsOfTree facts, long from)
    {
        if (facts.Changed.Count is 0 or > MaxEdited) return false;
        long bytes = 0;
        foreach (var file in facts.Changed)
            if (file.Run.Analyzer is not IEditPreview) return false;
        foreach (var run in facts.Changed.Select(file => file.Run).Distinct())
            foreach (var file in run.Facts) bytes += file.Body.Length;
        return bytes >= from;
    }

    /// <summary>Makes it.</summary>
    /// <param name="graph">The graph before the edit.</param>
    /// <param name="facts">All facts.</param>
    /// <param name="request">What edges are wanted.</param>
    /// <param name="limit">How long the analyzers may take.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null where there is none, or not in time.</returns>
    public static async Task<CodeGraph?> MakeAsync(CodeGraph graph, FactsOfTree facts, AnalysisRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        CodeGraph? preview = null;
        var token = stop.Token;
        var work = WorkerThreads.RunAsync(() => preview = Make(graph, facts, request, token));
        try
        {
            await work.WaitAsync(token).ConfigureAwait(false);
            return preview;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the analyzer stumbled over: resolving everything is right without, and tells of it if it does again.
            _ = work.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return null;
        }
    }

    private static CodeGraph? Make(CodeGraph? graph, FactsOfTree facts, AnalysisRequest request, CancellationToken cancellationToken)
    {
        foreach (var files in facts.Changed.GroupBy(file => file.Run))
        {
            var (was, now) = (new GraphBuilder(), new GraphBuilder());
            var after = files.Key.Facts;
            var before = new List<FileFacts?>(after);
            foreach (var file in files) before[file.Place] = file.Before;
            if (!((IEditPreview)files.Key.Analyzer).Preview(before, after, [.. files.Select(file => file.Place)], was, now, cancellationToken)) return null;
            var (partBefore, partAfter) = (GraphFilter.ByEdgeTypes(was.Build(graph!.Repository), request.EdgeTypes), GraphFilter.ByEdgeTypes(now.Build(graph.Repository), request.EdgeTypes));
            graph = graph.Edited([.. files.Select(file => file.After.Path)], partBefore, partAfter, files.SelectMany(Notices));
            if (graph is null) return null;
        }
        return graph;
    }

    private static IEnumerable<Diagnostic> Notices(ChangedFacts file) =>
    [
        .. file.After.Diagnostics,
        new(DiagnosticCodes.BeingResolved, DiagnosticSeverity.Info, file.After.Path, 0,
            "The file was edited a moment ago, and what it refers to is being resolved: some references from and to it may be missing, or out of date, until then."),
    ];
}
