using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Sdk.Testing.Queries;

/// <summary>An impact analyzer under test, and what holds for each of its answers.</summary>
internal sealed class ImpactBench(Func<IImpactAnalyzer> create, CancellationToken stop)
{
    private IImpactAnalyzer? _analyzer;

    public IImpactAnalyzer Analyzer => _analyzer ??= New();

    public IImpactAnalyzer New() => create() ?? throw new ConformanceException("Create gave null instead of an impact analyzer.");

    public ImpactResult Ask(ImpactRequest request, CodeGraph graph, IImpactAnalyzer? analyzer = null)
    {
        var result = (analyzer ?? Analyzer).Analyze(request, graph, stop);
        Conformance.Require(result is not null, "The analyzer gave null instead of an answer.");
        Check(request, graph, result!);
        return result!;
    }

    public static string Text(ImpactResult result) => string.Join('\n',
    [
        string.Join(' ', result.Changed),
        .. result.Affected.Select(a => $"{a.Node} {a.Distance} {a.Score:R} {Steps(a.Path)}"),
        .. result.Files.Select(f => $"{f.Path} {f.Distance} {f.Score:R} {Steps(f.Why)} {f.History}"),
        .. result.Tests.Select(t => $"{t.Node} {t.Distance} {t.Score:R} {t.Evidence} {Steps(t.Path)}"),
        string.Join(' ', result.PublicApi), $"{result.Risk.Level} {result.Risk.Score:R}", .. result.Risk.Reasons, .. result.Notes,
    ]);

    private static string Steps(IEnumerable<ImpactStep> path) => string.Join('>', path.Select(s => $"{s.Node}:{s.Relation}"));

    private static void Check(ImpactRequest request, CodeGraph graph, ImpactResult result)
    {
        void Node(int node, string where) => Conformance.Require((uint)node < (uint)graph.NodeCount, $"{where} has node {node}, which is not in the graph.");
        var changed = result.Changed.ToHashSet();
        foreach (int node in result.Changed.Concat(result.PublicApi)) Node(node, "Changed or PublicApi");
        foreach (var affected in result.Affected)
        {
            Node(affected.Node, "Affected");
            Conformance.Require(!changed.Contains(affected.Node), $"'{graph.Node(affected.Node).Id}' changed and is among the affected ones too.");
            Conformance.Require(affected.Distance >= 1 && (request.Depth == 0 || affected.Distance <= request.Depth), $"'{graph.Node(affected.Node).Id}' is at distance {affected.Distance}, with a depth of {request.Depth}.");
            Score(affected.Score, "an affected node");
            Conformance.Require(affected.Path.Count > 0 && affected.Path[^1].Node == affected.Node && changed.Contains(affected.Path[0].Node),
                $"The path to '{graph.Node(affected.Node).Id}' does not lead from a changed node to it.");
        }
        Conformance.Require(result.Affected.Select(a => a.Node).Distinct().Count() == result.Affected.Count, "A node is among the affected ones twice.");
        Descending([.. result.Affected.Select(a => a.Score)], "affected nodes");
        Descending([.. result.Files.Select(f => f.Score)], "affected files");
        foreach (var file in result.Files)
        {
            Score(file.Score, "an affected file");
            Conformance.Require(!request.ChangedFiles.Contains(file.Path), $"'{file.Path}' changed and is among the affected files too.");
        }
        Conformance.Require(result.Files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count() == result.Files.Count, "A file is among the affected ones twice.");
        foreach (var test in result.Tests)
        {
            Node(test.Node, "Tests");
            Score(test.Score, "a test");
        }
        Score(result.Risk.Score, "the risk");
        Conformance.Require(result.Risk.Reasons.Count > 0, "A risk has reasons.");
    }

    private static void Score(double score, string of) => Conformance.Require(score is >= 0 and <= 1, $"The score of {of} is {score}; it is 0 to 1.");

    private static void Descending(double[] scores, string of)
    {
        for (int i = 1; i < scores.Length; i++) Conformance.Require(scores[i] <= scores[i - 1], $"The {of} are not in order, most affected first: number {i} has {scores[i]} after {scores[i - 1]}.");
    }
}
