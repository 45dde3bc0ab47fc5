using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Plugins.Impact.Basic.Search;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>
/// How much the names of tests resemble those of what changed and of what is affected most: people name a test after what it is
/// about. Rare words count most; how rare a word is, is counted among the tests in question, so that others change nothing.
/// </summary>
internal static class Resemblance
{
    /// <summary>How many affected definitions a name may resemble.</summary>
    private const int Nearest = 20;

    /// <summary>Resemblance of each test, 0 to 1.</summary>
    public static double[] Of(ImpactSearch search, AffectedNodes affected, IReadOnlyList<int> tests)
    {
        var index = search.Index;
        var words = index.TestWords;
        var frequency = new int[words.Count];
        foreach (int test in tests)
            foreach (var (word, _) in words.Of(test)) frequency[word]++;
        // The words that count, each with a slot; and what each near definition gives for it.
        var slots = new int[words.Count];
        var rarity = new List<double> { 0 };
        var near = Near(search, affected).Select(n => (n.Score, Words: NameWords.Of(index.Graph.Node(n.Node))
            .Select(w => (Word: words.Find(w.Key), Weight: w.Value)).Where(w => w.Word >= 0 && frequency[w.Word] > 0).ToArray())).ToArray();
        foreach (var (_, own) in near)
            foreach (var (word, _) in own)
                if (slots[word] == 0)
                {
                    slots[word] = rarity.Count;
                    rarity.Add(Rarity(tests.Count, frequency[word]));
                }
        var gives = near.Select(n =>
        {
            var row = new double[rarity.Count];
            foreach (var (word, weight) in n.Words) row[slots[word]] = n.Score * weight * rarity[slots[word]];
            return row;
        }).ToArray();

        var result = new double[tests.Count];
        double greatest = Rarity(tests.Count, 1);
        for (int i = 0; i < result.Length; i++)
        {
            var own = words.Of(tests[i]);
            bool any = false;
            foreach (var (word, _) in own) any |= slots[word] > 0;
            if (!any) continue;
            foreach (double[] row in gives)
            {
                double sum = 0;
                foreach (var (word, weight) in own) sum += row[slots[word]] * weight;
                result[i] = Math.Max(result[i], sum);
            }
            greatest = Math.Max(greatest, result[i]);
        }
        for (int i = 0; i < result.Length; i++) result[i] /= greatest;
        return result;
    }

    private static double Rarity(int tests, int frequency) => Math.Log(1 + tests / (frequency + 0.5));

    /// <summary>What changed, then what is affected most; tests aside.</summary>
    private static IEnumerable<(int Node, double Score)> Near(ImpactSearch search, AffectedNodes affected) =>
        search.Reached.TakeWhile(n => search.Arrivals[search.BestAt(n)].Distance == 0).Select(n => (Node: n, Score: 1.0))
            .Concat(Enumerable.Range(0, affected.Count).Select(i => search.Arrivals[affected.ArrivalAt(i)]).Select(a => (a.Node, a.Score)))
            .Where(n => !search.Index.IsTestCode(n.Node)).Take(Nearest);
}
