using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Analysis;

public sealed partial class AnalysisPipeline
{
    /// <summary>How long analyzers may take for a preview: later it would come at the same time as what it is of. Default: 2 seconds.</summary>
    public TimeSpan PreviewTimeLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// From how many bytes of facts on a preview is made where one is asked for; below, everything is resolved as soon. Default: 1 MiB, some
    /// 15,000 lines.
    /// </summary>
    public long PreviewFrom { get; init; } = 1 << 20;

    /// <summary>
    /// Stores what is soon known of the graph after an edit. No record is kept of it: whatever happens next, no analysis takes it for the graph.
    /// </summary>
    private async Task PreviewAsync(PreviewFor run, AnalysisRecords records, Digest settings, FactsOfTree facts, int reused, CancellationToken cancellationToken)
    {
        if (!run.Request.Preview || run.Request.Full || run.Store is not { } store || !EditPreview.IsOf(facts, PreviewFrom)) return;
        try
        {
            var before = facts.Before;
            if (await records.FindAsync(settings, r => r.Content == before, cancellationToken).ConfigureAwait(false) is not { } known
                || await LoadAsync(store, known.Info, cancellationToken).ConfigureAwait(false) is not { } graph
                || await EditPreview.MakeAsync(graph, facts, run.Request, PreviewTimeLimit, cancellationToken).ConfigureAwait(false) is not { } preview) return;
            if (preview.Repository != run.Repository) preview = preview.OfRepository(run.Repository);
            var info = GraphInfo.Of(preview, time.GetUtcNow());
            await ReplaceAsync(store, info, preview, cancellationToken).ConfigureAwait(false);
            memory?.Keep(store, info, preview);
            run.Stored?.Invoke(new AnalysisResult(preview, info, reused, [], []) { IsPreview = true });
        }
        catch (GraphStoreException)
        {
            // Without a preview, everything is resolved just the same; where the store is no better by then, saving the graph tells.
        }
    }

    /// <summary>Stores a graph in place of the one before it, by what differs where the store can do that.</summary>
    private static Task ReplaceAsync(IGraphStore store, GraphInfo info, CodeGraph graph, CancellationToken cancellationToken) =>
        store is IGraphUpdate update ? update.UpdateAsync(info, graph, cancellationToken) : store.SaveAsync(info, graph, cancellationToken);

    private sealed record PreviewFor(RepositoryInfo Repository, AnalysisRequest Request, IGraphStore? Store, Action<AnalysisResult>? Stored);
}
