using System.Globalization;
using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Risk;

/// <summary>
/// How risky a change is. Each part says how likely harm would be if it stood alone; the score is the chance that at least one of
/// them does harm: 1 - (1 - a)(1 - b)… . No part falls when a caller is added, so the score never does.
/// </summary>
internal static class RiskModel
{
    // For each part the measure at which it is half of its greatest share, and that share. What the history of nine projects says
    // of them (docs/impact.md): complexity and lines foretell fixes best; reach foretells them less, but makes the harm greater.
    // Weights fitted to eight of them do no better on the ninth than these, so they are not fitted further.
    private const double HalfReach = 80;
    private const double GreatestReach = 0.9;
    private const double HalfBreadth = 10;
    private const double GreatestBreadth = 0.4;
    private const double HalfSize = 10;
    private const double GreatestSize = 0.3;
    private const double HalfLines = 30;
    private const double GreatestLines = 0.5;
    private const double HalfComplexity = 20;
    private const double GreatestComplexity = 0.9;
    private const double HalfApi = 3;
    private const double GreatestApi = 0.15;
    private const double HalfFixes = 10;
    private const double GreatestFixes = 0.15;

    public const double Critical = 0.7;
    public const double High = 0.5;
    public const double Medium = 0.3;

    public static RiskAssessment Assess(ImpactSearch search, ChangeSet changes, int publicApi, int productFiles, Ignorance ignorance, IReadOnlyList<FileChange> fileChanges)
    {
        var index = search.Index;
        var graph = index.Graph;
        long millionths = 0;
        int direct = 0;
        foreach (int node in search.Reached)
        {
            var arrival = search.Arrivals[search.BestAt(node)];
            if (arrival.Distance == 0 || index.IsTestCode(node)) continue;
            millionths += (long)Math.Round(arrival.Score * Levels.Million);
            if (arrival.Distance == 1 && arrival.Relation != ImpactRelation.Has) direct++;
        }
        int[] definitions = [.. changes.Nodes.Where(n => !index.IsTestCode(n))];
        int complexity = definitions.Select(n => graph.Node(n).Complexity).DefaultIfEmpty(0).Max();
        FileChange[] product = changes.TouchesProduct(index) ? [.. fileChanges.Where(f => !TestConventions.IsTestFile(f.Path) && !(graph.FindFile(f.Path) is >= 0 and var file && index.IsTestCode(file)))] : [];
        int lines = product.Sum(f => f.Lines ?? 0), fixes = product.Sum(f => f.RecentFixes);
        RiskPart[] parts =
        [
            Part("reach", Math.Round(millionths / Levels.Million, 3), HalfReach, GreatestReach),
            Part("breadth", productFiles, HalfBreadth, GreatestBreadth),
            Part("size", definitions.Length, HalfSize, GreatestSize),
            Part("lines", lines, HalfLines, GreatestLines),
            Part("complexity", complexity, HalfComplexity, GreatestComplexity),
            Part("public_api", publicApi, HalfApi, GreatestApi),
            Part("recent_fixes", fixes, HalfFixes, GreatestFixes),
            new RiskPart("unresolved", Math.Round(ignorance.Share, 3), 0),
        ];
        double score = 1 - parts.Aggregate(1.0, (spared, part) => spared * (1 - part.Share));
        var level = LevelOf(score);
        bool unknown = ignorance.Share > Ignorance.TooMuch && level < RiskLevel.High;
        return new RiskAssessment(unknown ? RiskLevel.Unknown : level, score, Reasons().ToArray(), parts);

        IEnumerable<string> Reasons()
        {
            if (unknown)
            {
                yield return "Too much of what may use the change is unresolved to call the risk low or medium.";
                foreach (string reason in ignorance.Reasons) yield return reason;
            }
            if (!changes.TouchesProduct(index))
            {
                yield return changes.Nodes.Count > 0 ? "Only tests changed." : "No code changed that the graph knows.";
                yield break;
            }
            if (millionths > 0) yield return $"{Count(direct, "definition or file uses", "definitions and files use")} it directly; it reaches {Count(productFiles, "other file", "other files")}.";
            else yield return "Nothing in the repository is known to use it.";
            if (publicApi > 0) yield return $"It touches the public API in {Count(publicApi, "place", "places")}.";
            if (complexity > 10) yield return $"The most complex function that changed has a complexity of {complexity}.";
            if (definitions.Length > 5) yield return $"{definitions.Length} definitions changed at once.";
            if (lines > 50) yield return $"{lines} lines changed.";
            if (fixes > 0) yield return $"{Count(fixes, "recent commit that fixed something", "recent commits that fixed something")} touched the same files.";
            if (!unknown)
                foreach (string reason in ignorance.Reasons) yield return reason;
        }
    }

    private static RiskLevel LevelOf(double score) => score switch
    {
        >= Critical => RiskLevel.Critical,
        >= High => RiskLevel.High,
        >= Medium => RiskLevel.Medium,
        _ => RiskLevel.Low,
    };

    private static RiskPart Part(string name, double value, double half, double greatest) => new(name, value, greatest * value / (value + half));

    private static string Count(int count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
