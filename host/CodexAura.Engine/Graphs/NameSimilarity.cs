namespace CodexAura.Engine.Graphs;

/// <summary>
/// How alike two names are, 0 to 1: by the edits that make one of the other, letters exchanged counting once (optimal string
/// alignment), and by the same measure for their words one by one, so that words in another order or one too many still count.
/// </summary>
internal sealed class NameSimilarity
{
    private const double WordsCount = 0.92, ExtraWord = 0.06;
    private readonly string _whole;
    private readonly string[] _words;

    public NameSimilarity(string name) => (_whole, _words) = (name.ToLowerInvariant(), IdentifierWords.Split(name));

    public double To(string name)
    {
        double whole = Ratio(_whole, name.ToLowerInvariant());
        if (_words.Length == 0) return whole;
        string[] words = IdentifierWords.Split(name);
        double sum = 0;
        foreach (string word in _words)
        {
            double best = 0;
            foreach (string other in words) best = Math.Max(best, Ratio(word, other));
            sum += best;
        }
        return Math.Max(whole, WordsCount * sum / _words.Length - ExtraWord * Math.Abs(words.Length - _words.Length));
    }

    private static double Ratio(string a, string b)
    {
        int longest = Math.Max(a.Length, b.Length);
        return longest == 0 ? 1 : 1 - (double)Distance(a, b) / longest;
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        Span<int> rows = 3 * (b.Length + 1) <= 768 ? stackalloc int[3 * (b.Length + 1)] : new int[3 * (b.Length + 1)];
        int width = b.Length + 1;
        for (int j = 0; j < width; j++) rows[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            var above = rows.Slice((i - 1) % 3 * width, width);
            var twoAbove = rows.Slice((i + 1) % 3 * width, width);
            var row = rows.Slice(i % 3 * width, width);
            row[0] = i;
            for (int j = 1; j < width; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, twoAbove[j - 2] + 1);
                row[j] = best;
            }
        }
        return rows[a.Length % 3 * width + b.Length];
    }
}
