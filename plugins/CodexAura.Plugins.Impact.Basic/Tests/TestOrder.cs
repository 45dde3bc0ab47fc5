using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>
/// Puts tests in the order in which they are likely to tell most: tests that changed; then by how much of a test runs what
/// changed, how much its name resembles it, and how often its file changed with it. Tests of one class tend to fail together,
/// so each that is chosen lets the others of its class wait.
/// </summary>
internal static class TestOrder
{
    /// <summary>Tests with this priority or more are to be run first. Seeded faults chose it (docs/impact.md): below it, the suite's share grows faster than the faults caught.</summary>
    public const double First = 0.15;

    /// <summary>At least so many tests are to be run first: they cost little.</summary>
    private const int FewestFirst = 20;
    private const double WalkWeight = 2, NameWeight = 1, HistoryWeight = 0.5;

    /// <summary>What is left of the priority of the others of a class with each of its tests that is chosen.</summary>
    private const double SameClass = 0.7;

    /// <summary>Orders tests and gives them their priority.</summary>
    public static IReadOnlyList<AffectedTest> Of(ImpactSearch search, AffectedNodes affected, IReadOnlyList<AffectedTest> tests, ImpactRequest request)
    {
        if (tests.Count == 0) return tests;
        int[] nodes = [.. tests.Select(t => t.Node)];
        double[] walk = Walks(search, nodes), names = Resemblance.Of(search, affected, nodes), habits = Habits(search.Index, nodes, request.History);
        double whole = WalkWeight + NameWeight + (request.History is null ? 0 : HistoryWeight);
        var ranked = tests.Select((t, i) => t with
        {
            // Shares fall by powers of ten with each step and each fellow; the root brings them near to what names say.
            Priority = t.Evidence == TestEvidence.Changed ? 1 : (WalkWeight * Math.Sqrt(walk[i]) + NameWeight * names[i] + HistoryWeight * habits[i]) / whole,
        }).OrderByDescending(t => t.Evidence == TestEvidence.Changed).ThenByDescending(t => t.Priority).ThenBy(t => t.Evidence).ThenBy(t => t.Distance)
            .ThenBy(t => Length(search.Index, t.Node)).ThenBy(t => t.Node).ToArray();
        return Spread(search.Index, ranked);
    }

    /// <summary>How many of ordered tests to run first.</summary>
    public static int CountFirst(IReadOnlyList<AffectedTest> ordered)
    {
        int count = 0;
        while (count < ordered.Count && (count < FewestFirst || ordered[count].Priority >= First || ordered[count].Evidence == TestEvidence.Changed)) count++;
        return count;
    }

    private static List<AffectedTest> Spread(GraphIndex index, AffectedTest[] ranked)
    {
        var chosen = new Dictionary<int, int>();
        var waiting = new PriorityQueue<(int Rank, int Fellows), (bool Later, double Priority, int Rank)>();
        var ordered = new List<AffectedTest>(ranked.Length);
        for (int i = 0; i < ranked.Length; i++) Enqueue(i, 0);
        while (waiting.TryDequeue(out var next, out _))
        {
            var test = ranked[next.Rank];
            int scope = index.Graph.Node(test.Node).Parent;
            int fellows = chosen.GetValueOrDefault(scope);
            if (fellows != next.Fellows && test.Evidence != TestEvidence.Changed)
            {
                Enqueue(next.Rank, fellows);
                continue;
            }
            ordered.Add(test with { Priority = Waits(test, next.Fellows) });
            chosen[scope] = fellows + 1;
        }
        return ordered;

        void Enqueue(int rank, int fellows) =>
            waiting.Enqueue((rank, fellows), (ranked[rank].Evidence != TestEvidence.Changed, -Waits(ranked[rank], fellows), rank));
    }

    private static double Waits(AffectedTest test, int fellows) => test.Evidence == TestEvidence.Changed ? 1 : test.Priority * Math.Pow(SameClass, fellows);

    /// <summary>The share of each test that runs what changed, as a part of the greatest.</summary>
    private static double[] Walks(ImpactSearch search, int[] tests)
    {
        var columns = search.Walk;
        try
        {
            search.Index.Execution.Contributions(search.Seeds(), columns);
            double greatest = tests.Max(t => columns.Share[t]);
            return [.. tests.Select(t => greatest > 0 ? columns.Share[t] / greatest : 0)];
        }
        finally
        {
            columns.Clear();
        }
    }

    private static double[] Habits(GraphIndex index, int[] tests, IReadOnlyList<CoChange>? history)
    {
        var habits = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var change in history ?? []) habits[change.Path] = Math.Max(habits.GetValueOrDefault(change.Path), AffectedFiles.Habit(change));
        return [.. tests.Select(t => habits.Count == 0 ? 0 : habits.GetValueOrDefault(index.Graph.Node(t).Path))];
    }

    private static int Length(GraphIndex index, int test) => index.Graph.Node(test).LineEnd - index.Graph.Node(test).LineStart;
}
