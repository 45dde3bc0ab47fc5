using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Analysis;

/// <summary>Explaining edges: the files of a graph are resolved once more, by an analyzer that tells why.</summary>
public sealed partial class AnalysisPipeline
{
    /// <summary>Says why there is an edge between two nodes, or why not.</summary>
    /// <param name="info">The graph; its repository is read as it is now.</param>
    /// <param name="graph">The same graph. Files that are not in it don't count.</param>
    /// <param name="source">Number of the node that edges start at.</param>
    /// <param name="target">Number of the node that they end at.</param>
    /// <param name="store">Where facts of unchanged files are; null to read every file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="AnalysisException">The repository can't be read, or the analyzer does not explain.</exception>
    public async Task<EdgeExplanation> ExplainAsync(GraphInfo info, CodeGraph graph, int source, int target, IGraphStore? store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        var (from, to) = (graph.Node(source), graph.Node(target));
        var request = new AnalysisRequest { Path = info.Repository.Path };
        var repository = await RepositoryLocator.FindAsync(request.Path, cancellationToken).ConfigureAwait(false);
        var scan = Scan(repository, request, default, cancellationToken);
        CheckSize(scan);
        var run = MakeRuns([.. scan.Files.Where(f => graph.FindFile(f.Path) >= 0)]).Find(r => r.Language.Reads(from.Path))
            ?? throw new AnalysisException("analyzer.none", $"No analyzer is installed for '{from.Path}', or none of the graph's files is there any more.");
        if (run.Analyzer is not IEdgeExplainer explainer)
            throw new AnalysisException("analyzer.no_explanations", $"The {run.Language} does not explain its edges.");
        var warnings = new List<string>();
        await OpenCachesAsync([run], repository, request, store as IFactsCache, warnings, cancellationToken).ConfigureAwait(false);
        await ExtractAsync([run], request.Threads, new PhaseClock(null), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (run.Facts.Count == 0) throw NothingRead([run]);
        EdgeExplanation? explanation = null;
        // Resolution recurses; it wants a thread with room.
        await WorkerThreads.RunAsync(() => explanation = explainer.Explain(run.Facts, from.Id, to.Id, cancellationToken)).WaitAsync(cancellationToken).ConfigureAwait(false);
        return explanation!;
    }
}
