using CodexAura.Engine.Git;
using CodexAura.Engine.Impact;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Backtesting;

/// <summary>A commit with the risk it would have been given.</summary>
internal sealed record RatedCommit(GitCommit Commit, RiskAssessment Risk, int Lines);

/// <summary>Judges commits one by one, each with the graph of its parent.</summary>
internal sealed class CommitReplay(IImpactAnalyzer analyzer, int largestCommit)
{
    private readonly PredictorScore _impact = new("impact (graph and history)");
    private readonly PredictorScore _graph = new("impact (graph alone)");
    private readonly PredictorScore _together = new("changed together before");
    private readonly PredictorScore _folder = new("same directory");
    private readonly List<RatedCommit> _rated = [];
    private readonly HashSet<string> _code = new(StringComparer.Ordinal);
    private int _commits;
    private int _queries;

    /// <summary>Commits that have a risk.</summary>
    public IReadOnlyList<RatedCommit> Rated => _rated;

    /// <summary>Whether a path was a file with code other than tests in some graph.</summary>
    public bool IsCode(string path) => _code.Contains(path);

    public void Add(GitCommit commit, ChangedTree changes, CodeGraph graph, CoChanges known, NameIndex names, CancellationToken cancellationToken)
    {
        var files = changes.Files.Where(f => f.OldPath is not null && f.NewPath is not null && f.Hunks.Count > 0 && graph.FindFile(f.OldPath) >= 0).ToArray();
        if (files.Length == 0) return;
        var parts = files.Select(f => (File: f.Path, Changed: Definitions(graph, f))).ToArray();
        Rate(commit, files, parts.Select(p => p.Changed), graph, known, names, cancellationToken);
        if (files.Length < 2 || files.Length > largestCommit) return;

        var paths = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        bool asked = false;
        foreach (var (file, changed) in parts)
        {
            if (changed.Nodes.Count == 0) continue;
            asked = true;
            _queries++;
            var rest = paths.Where(p => p != file).ToHashSet(StringComparer.Ordinal);
            var together = known.With([file]);
            var request = Request(graph, changed, names, cancellationToken);
            _graph.Add(Files(analyzer.Analyze(request, graph, cancellationToken)), rest);
            _impact.Add(Files(analyzer.Analyze(request with { History = together }, graph, cancellationToken)), rest);
            _together.Add([.. together.Select(c => c.Path).Where(p => graph.FindFile(p) >= 0)], rest);
            _folder.Add(SameFolder(graph, file), rest);
        }
        if (!asked) return;
        _commits++;
        foreach (var score in Predictors) score.EndCommit();
    }

    public BacktestReport Report(int commits, IReadOnlySet<string> laterFixed)
    {
        bool Fixed(RatedCommit c) => laterFixed.Contains(c.Commit.Hash);
        var levels = Enum.GetValues<RiskLevel>().Select(level => _rated.Where(r => r.Risk.Level == level).ToArray())
            .Where(g => g.Length > 0).Select(g => new LevelFigures(g[0].Risk.Level, g.Length, g.Count(Fixed)));
        double? AucOf(Func<RatedCommit, double> figure) =>
            Auc.Of([.. _rated.Where(Fixed).Select(figure)], [.. _rated.Where(r => !Fixed(r)).Select(figure)]);
        return new BacktestReport(commits, _commits, _queries, [.. Predictors.Select(p => p.Figures())], _rated.Count, _rated.Count(Fixed), [.. levels],
            AucOf(r => r.Risk.Score), AucOf(r => r.Lines), [.. _rated.Select(r => new CommitFigures(r.Commit.Hash, r.Risk, r.Lines, Fixed(r)))]);
    }

    private PredictorScore[] Predictors => [_impact, _graph, _together, _folder];

    private void Rate(GitCommit commit, FileDiff[] files, IEnumerable<ChangedDefinitions> parts, CodeGraph graph, CoChanges known, NameIndex names, CancellationToken cancellationToken)
    {
        var changed = new ChangedDefinitions();
        foreach (var part in parts)
        {
            foreach (int node in part.Nodes) changed.Add(node);
            foreach (var (file, name) in part.Constants) changed.AddConstant(file, name);
        }
        if (changed.Nodes.Count == 0) return;
        var request = Request(graph, changed, names, cancellationToken) with { FileChanges = [.. files.Select(f => known.PastOf(f.Path, f.ChangedLines))] };
        var result = analyzer.Analyze(request, graph, cancellationToken);
        // A commit whose only known code is tests has no part that counts, and can't be blamed for a fault.
        if (result.Risk.Parts.Count == 0 || result.Risk.Score == 0) return;
        foreach (var file in files) _code.Add(file.Path);
        _rated.Add(new RatedCommit(commit, result.Risk, files.Sum(f => f.ChangedLines)));
    }

    private static ImpactRequest Request(CodeGraph graph, ChangedDefinitions changed, NameIndex names, CancellationToken cancellationToken) => new()
    {
        ChangedSymbols = [.. changed.Nodes.Select(n => graph.Node(n).Id)],
        Mentions = MentionFinder.Find(graph, changed, names, cancellationToken),
    };

    private static ChangedDefinitions Definitions(CodeGraph graph, FileDiff file)
    {
        var changed = new ChangedDefinitions();
        ChangedLines.Map(graph, graph.FindFile(file.OldPath!), file, graphIsNew: false, changed);
        return changed;
    }

    private static string[] Files(ImpactResult result) => [.. result.Files.Select(f => f.Path)];

    private static List<string> SameFolder(CodeGraph graph, string path)
    {
        string folder = path[..(path.LastIndexOf('/') + 1)];
        var found = new List<string>();
        foreach (int file in graph.Files)
        {
            string other = graph.Node(file).Path;
            if (other != path && other.StartsWith(folder, StringComparison.Ordinal) && other.IndexOf('/', folder.Length) < 0) found.Add(other);
        }
        return found;
    }
}
