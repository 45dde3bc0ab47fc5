using CodexAura.Plugins.Context.Basic.Search;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>
/// What the past says: a file that was changed for a similar reason is likely to be changed again. Similar reports as in BugLocator (Zhou et al., 2012), over messages of commits.
/// </summary>
internal static class HistorySignals
{
    /// <summary>How many changes are worth reading.</summary>
    public const int Limit = 2000;

    private const int LargestChange = 10, SimilarChanges = 30;

    /// <summary>How much each file was changed for a reason that resembles the query, by its place among the files.</summary>
    public static double[] Similar(CodeGraph graph, TermTable table, IReadOnlyList<PastChange> changes)
    {
        double[] scores = new double[graph.Files.Length];
        if (changes.Count == 0) return scores;
        var lexicon = new Lexicon(table, Vocabulary.Of(graph));
        var documents = new (int, float)[changes.Count][];
        float[] lengths = new float[changes.Count];
        var counts = new Dictionary<int, float>();
        for (int c = 0; c < documents.Length; c++)
        {
            counts.Clear();
            for (int at = 0; Identifiers.Next(changes[c].Message, ref at, out int from);)
            {
                var entry = lexicon.Look(changes[c].Message.AsSpan(from, at - from));
                lengths[c] += entry.Length;
                foreach (int term in entry.Terms ?? []) counts[term] = counts.GetValueOrDefault(term) + 1;
            }
            documents[c] = [.. counts.Select(t => (t.Key, t.Value)).OrderBy(t => t.Key)];
        }
        double[] similarity = Bm25.Score(documents, lengths, table.Weights, 0.5);
        foreach (int c in Enumerable.Range(0, similarity.Length).Where(c => similarity[c] > 0).OrderByDescending(c => similarity[c]).ThenBy(c => c).Take(SimilarChanges))
        {
            var files = Changed(graph, changes[c]);
            // The square, for a few that are much alike say more than many that are a little.
            foreach (int f in files) scores[f] += similarity[c] * similarity[c] / files.Count;
        }
        return scores;
    }

    /// <summary>The graph's files among those that a change touched; none where it touched so many that it says nothing.</summary>
    private static List<int> Changed(CodeGraph graph, PastChange change)
    {
        var files = new List<int>();
        if (change.Files.Count > 3 * LargestChange) return files;
        foreach (string path in change.Files)
            if (graph.FindFile(path) is >= 0 and var node && FileRoles.Of(path) == FileRole.Source) files.Add(graph.Files.BinarySearch(node));
        return files.Count > LargestChange ? [] : files;
    }
}
