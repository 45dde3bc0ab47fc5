using CodexAura.Engine.Analysis;
using CodexAura.Engine.Backtesting;
using CodexAura.Engine.Git;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Tests.Backtesting;

public sealed class BacktesterTests
{
    [Fact]
    public async Task A_history_is_replayed_with_the_graphs_of_the_parents_and_the_repository_stays_as_it_is()
    {
        using var tree = new TempTree();
        tree.Git("init", "-q");
        Commit(tree, "start", ("a.toy", "def f\ncall x\n"), ("b.toy", "def g\ncall f\n"), ("sub/c.toy", "def h\n"));
        Commit(tree, "change f and g", ("a.toy", "def f1\ncall x\n"), ("b.toy", "def g1\ncall f1\n"));
        Commit(tree, "Fix f1", ("a.toy", "def f2\ncall x\n"));
        tree.Write("a.toy", "not committed\n");
        string before = tree.Git("status", "--porcelain");
        var pipeline = new AnalysisPipeline([ToyAnalyzer.Installed()], TimeProvider.System);

        var report = await new Backtester(pipeline, new CallersOfFile()).RunAsync(
            new BacktestRequest { Path = tree.Root, Commits = 10 }, null, TestContext.Current.CancellationToken);

        Assert.Equal((3, 1, 2), (report.Commits, report.PredictedCommits, report.Queries));
        // From a.toy the analyzer names b.toy; from b.toy nothing: half of the rest.
        var impact = report.Predictors.Single(p => p.Name == "impact (graph alone)");
        Assert.Equal((0.5, 1.0, 0.5), (impact.RecallAt5, impact.PrecisionAt5, impact.Answered));
        // Both were made in the first commit together.
        Assert.Equal(1.0, report.Predictors.Single(p => p.Name == "changed together before").RecallAt5);
        // The second commit wrote what the third fixed.
        Assert.Equal((2, 1), (report.RatedCommits, report.LaterFixed));
        Assert.Equal(before, tree.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("Fix crash in parser", true)]
    [InlineData("fixes #12: wrong order", true)]
    [InlineData("Fix typo in docs", false)]
    [InlineData("Add a fixture", false)]
    [InlineData("Revert \"Make it fast\"", true)]
    public void Fixes_are_told_by_their_messages(string message, bool expected) =>
        Assert.Equal(expected, FixCommits.IsFix(new GitCommit("", "", "", "", default, message, [])));

    [Fact]
    public void Auc_counts_ties_as_half()
    {
        Assert.Equal(0.75, Auc.Of([3, 1], [1, 0, 2, 1]));
        Assert.Null(Auc.Of([], [1]));
    }

    private static void Commit(TempTree tree, string message, params (string Path, string Content)[] files)
    {
        foreach (var (path, content) in files) tree.Write(path, content);
        tree.Git("add", ".");
        tree.Git("commit", "-qm", message);
    }

    /// <summary>Names the files with direct callers, and gives every change the same risk.</summary>
    private sealed class CallersOfFile : IImpactAnalyzer
    {
        public ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default)
        {
            int[] changed = [.. request.ChangedSymbols.Select(graph.Find)];
            var files = changed.SelectMany(n => Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge).Where(e => e.Target == n))
                .Select(e => graph.Node(e.Source).Path).Distinct().Select(p => new AffectedFile(p, 1, 0.5, []));
            return new ImpactResult
            {
                Changed = changed, Affected = [], Files = [.. files], Tests = [], PublicApi = [],
                Risk = new RiskAssessment(RiskLevel.Medium, 0.4, [], [new RiskPart("reach", 1, 0.4)]),
            };
        }
    }
}
