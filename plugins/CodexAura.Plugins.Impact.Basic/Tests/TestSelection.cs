using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>The tests that may tell whether a change broke something, with how that is known.</summary>
internal static class TestSelection
{
    /// <param name="search">The finished search.</param>
    /// <param name="changes">What changed.</param>
    /// <param name="byImports">Whether callers may be hidden, so that tests whose files import the changed ones are to run too.</param>
    /// <param name="depth">How many edges to follow at most; 0 for no limit.</param>
    public static IReadOnlyList<AffectedTest> Of(ImpactSearch search, ChangeSet changes, bool byImports, int depth)
    {
        var index = search.Index;
        var tests = new Dictionary<int, AffectedTest>();
        foreach (int node in search.Reached)
        {
            if (!index.IsTestCode(node)) continue;
            int arrival = search.BestAt(node);
            var at = search.Arrivals[arrival];
            if (index.TestAround(node) is >= 0 and var test)
                Offer(tests, new AffectedTest(test, at.Distance, at.Score, EvidenceOf(at), new LazyPath(search, arrival)));
            else if (index.Graph.Node(node).Type == NodeType.File && at.Distance > 0)
                foreach (int inside in TestsOf(search, node))
                    Offer(tests, new AffectedTest(inside, at.Distance + 1, at.Score * Weights.PartOf, TestEvidence.Imports, new LazyPath(search, arrival)));
        }
        // Something uses what changed, but no test is known to lead there: a way was lost.
        bool lost = tests.Count == 0 && search.Reached.Any(n => search.Arrivals[search.BestAt(n)].Distance > 0);
        if (byImports || lost) AddImporters(search, changes, tests, depth);
        return [.. tests.Values.OrderBy(t => t.Node)];
    }

    private static TestEvidence EvidenceOf(Arrival at) =>
        at.Distance == 0 ? TestEvidence.Changed : at.Guessed ? TestEvidence.MayCall : TestEvidence.Calls;

    private static void AddImporters(ImpactSearch search, ChangeSet changes, Dictionary<int, AffectedTest> tests, int depth)
    {
        var index = search.Index;
        var from = new Dictionary<int, (int File, int Distance)>();
        var queue = new Queue<int>();
        foreach (int file in changes.Nodes.Where(n => !index.IsTestCode(n)).Select(n => index.Graph.Node(n).FileIndex).Distinct())
        {
            from.Add(file, (-1, 0));
            queue.Enqueue(file);
        }
        var found = new List<int>();
        while (queue.TryDequeue(out int file))
        {
            int distance = from[file].Distance;
            if (index.IsTestCode(file)) found.Add(file);
            if (depth > 0 && distance >= depth) continue;
            foreach (int number in index.Graph.Incoming(file))
            {
                var edge = index.Graph.Edge(number);
                if (edge.TypeIndex == index.Imports && from.TryAdd(edge.Source, (file, distance + 1))) queue.Enqueue(edge.Source);
            }
        }
        foreach (int file in found)
        {
            ImpactStep[]? path = null;
            foreach (int test in TestsOf(search, file))
                Offer(tests, new AffectedTest(test, from[file].Distance + 1, Weights.Least, TestEvidence.Imports, path ??= PathTo(from, file)));
        }
    }

    private static ImpactStep[] PathTo(Dictionary<int, (int File, int Distance)> from, int file)
    {
        var path = new ImpactStep[from[file].Distance + 1];
        for (int i = path.Length - 1; i > 0; file = from[file].File, i--) path[i] = new ImpactStep(file, ImpactRelation.Imports);
        path[0] = new ImpactStep(file, ImpactRelation.Changed);
        return path;
    }

    private static IEnumerable<int> TestsOf(ImpactSearch search, int file)
    {
        var (start, end) = search.Index.Graph.NodesOfFile(file);
        for (int node = start; node < end; node++)
            if (search.Index.IsTest(node)) yield return node;
    }

    private static void Offer(Dictionary<int, AffectedTest> tests, AffectedTest test)
    {
        if (!tests.TryGetValue(test.Node, out var known) || (test.Evidence, test.Distance, -test.Score).CompareTo((known.Evidence, known.Distance, -known.Score)) < 0)
            tests[test.Node] = test;
    }
}
