using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
using CodexAura.Engine.Impact;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Backtesting;

/// <summary>How far a backtest is.</summary>
/// <param name="Phase">What is being done, in words.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 when not known.</param>
public readonly record struct BacktestProgress(string Phase, int Done, int Total);

/// <summary>
/// Replays a repository's history: each commit is judged with the graph of its parent and what was known then, and compared with
/// what really changed and what had to be fixed later.
/// </summary>
/// <param name="pipeline">Makes the graphs.</param>
/// <param name="analyzer">The impact analyzer to judge.</param>
public sealed class Backtester(AnalysisPipeline pipeline, IImpactAnalyzer analyzer)
{
    private const int WholeHistory = 100_000;

    /// <summary>Runs the backtest.</summary>
    /// <exception cref="AnalysisException">The path is no git repository, or has nothing to analyse.</exception>
    public async Task<BacktestReport> RunAsync(BacktestRequest request, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        string path = Path.GetFullPath(request.Path);
        string head = await GitCommand.ResolveAsync(path, "HEAD", cancellationToken).ConfigureAwait(false);
        string until = await GitCommand.ResolveAsync(path, request.Until, cancellationToken).ConfigureAwait(false);
        var all = await GitHistory.ReadAsync(path, head, WholeHistory, cancellationToken).ConfigureAwait(false);
        var history = until == head ? all : await GitHistory.ReadAsync(path, until, WholeHistory, cancellationToken).ConfigureAwait(false);

        var replayed = history.Take(request.Commits).Reverse().ToArray();
        var known = new CoChanges();
        foreach (var commit in history.Skip(request.Commits).Reverse()) known.Add(commit);
        using var tree = await CommitTree.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        var replay = new CommitReplay(analyzer, request.LargestCommit);
        var facts = new FactsInMemory();
        var names = new NameIndex(tree.Root);
        for (int i = 0; i < replayed.Length; i++)
        {
            progress?.Report(new BacktestProgress("Replaying", i, replayed.Length));
            if (replayed[i].Parent is { } parent && await AnalyseAsync(tree, parent, facts, cancellationToken).ConfigureAwait(false) is { } graph)
            {
                var changes = await GitChanges.BetweenAsync(path, parent, replayed[i].Hash, cancellationToken).ConfigureAwait(false);
                replay.Add(replayed[i], changes, graph, known, names, cancellationToken);
            }
            known.Add(replayed[i]);
        }

        int fixes = 0;
        var candidates = replay.Rated.Select(r => r.Commit.Hash).ToHashSet(StringComparer.Ordinal);
        // A commit is fixed by commits that come after it, so older ones need not be looked at.
        var oldest = replayed.Select(c => c.Time).DefaultIfEmpty().Min();
        var later = await LaterFixes.FindAsync(path, [.. all.Where(c => c.Time >= oldest)], candidates, replay.IsCode,
            () => progress?.Report(new BacktestProgress("Looking for later fixes", ++fixes, 0)), cancellationToken).ConfigureAwait(false);
        return replay.Report(replayed.Length, later);
    }

    private async Task<CodeGraph?> AnalyseAsync(CommitTree tree, string commit, FactsInMemory facts, CancellationToken cancellationToken)
    {
        await tree.MoveToAsync(commit, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await pipeline.RunAsync(new AnalysisRequest { Path = tree.Root }, facts, null, cancellationToken).ConfigureAwait(false);
            return result.Graph;
        }
        catch (AnalysisException e) when (e.Code is "path.no_sources" or "path.nothing_read")
        {
            return null; // Before the first source file.
        }
    }
}
