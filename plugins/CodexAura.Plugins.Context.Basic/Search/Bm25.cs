namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>
/// Okapi BM25 (Robertson et al., 1994) over documents whose counts of the query's terms are known. Rarity and average length are those of the
/// documents that have any term of the query, so that one which has none changes nothing by being there.
/// </summary>
internal static class Bm25
{
    private const double K1 = 1.2;

    /// <summary>Scores all documents.</summary>
    /// <param name="documents">Terms with their frequency, for each document.</param>
    /// <param name="lengths">Length of each document.</param>
    /// <param name="weights">Weight of each term in the query.</param>
    /// <param name="b">How strongly long documents are held back, 0 to 1.</param>
    /// <param name="counts">Whether a document counts for the rarity of terms; null for all.</param>
    public static double[] Score((int Term, float Count)[][] documents, float[] lengths, double[] weights, double b, Func<int, bool>? counts = null)
    {
        int[] frequency = new int[weights.Length];
        double total = 0;
        int n = 0;
        for (int d = 0; d < documents.Length; d++)
        {
            if (documents[d].Length == 0 || counts?.Invoke(d) == false) continue;
            n++;
            total += lengths[d];
            foreach (var (term, _) in documents[d]) frequency[term]++;
        }
        double average = n == 0 ? 1 : Math.Max(1, total / n);
        double[] rarity = [.. frequency.Select(f => Math.Log(1 + ((n - f + 0.5) / (f + 0.5))))];
        double[] scores = new double[documents.Length];
        for (int d = 0; d < documents.Length; d++)
        {
            double norm = K1 * (1 - b + (b * lengths[d] / average)), sum = 0;
            foreach (var (term, count) in documents[d])
                sum += weights[term] * Math.Max(0, rarity[term]) * count * (K1 + 1) / (count + norm);
            scores[d] = sum;
        }
        return scores;
    }

    /// <summary>How rare each of a number of things is among the documents that have any.</summary>
    public static double[] Rarity(IEnumerable<IEnumerable<int>> documents, int count)
    {
        int[] frequency = new int[count];
        int n = 0;
        foreach (var document in documents)
        {
            bool any = false;
            foreach (int thing in document) (frequency[thing], any) = (frequency[thing] + 1, true);
            if (any) n++;
        }
        return [.. frequency.Select(f => Math.Log(1 + ((n - f + 0.5) / (f + 0.5))))];
    }
}
