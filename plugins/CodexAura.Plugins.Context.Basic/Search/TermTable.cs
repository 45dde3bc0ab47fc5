using CodexAura.Plugins.Context.Basic.Tasks;

namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>The terms of a query, numbered, and the runs of three words of its messages.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _phraseWords = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int, int), int> _trigrams = [];
    private readonly Dictionary<(int, int), int> _pairs = [];

    public TermTable(TaskQuery query)
    {
        var ordered = query.Terms.OrderBy(t => t.Key, StringComparer.Ordinal).ToArray();
        for (int i = 0; i < ordered.Length; i++) _terms.Add(ordered[i].Key, i);
        Terms = [.. ordered.Select(t => t.Key)];
        Weights = [.. ordered.Select(t => t.Value)];
        IsTitle = [.. ordered.Select(t => query.TitleTerms.Contains(t.Key))];
        foreach (string[] words in query.Phrases)
        {
            int[] numbers = [.. words.Select(Number)];
            for (int i = 2; i < numbers.Length; i++) _trigrams.TryAdd((numbers[i - 2], numbers[i - 1], numbers[i]), _trigrams.Count);
        }
        MessageTrigrams = _trigrams.Count;
        foreach (string[] words in query.Printed)
        {
            int[] numbers = [.. words.Select(Number)];
            for (int i = 2; i < numbers.Length; i++) _trigrams.TryAdd((numbers[i - 2], numbers[i - 1], numbers[i]), _trigrams.Count);
        }
        foreach (var (first, second) in query.Pairs.Order()) _pairs.TryAdd((Number(first), Number(second)), _pairs.Count);
        _dashes = _phraseWords.GetValueOrDefault(TaskQuery.Dashes, -1);
    }

    private readonly int _dashes;

    public int Count => Weights.Length;

    public string[] Terms { get; }

    public double[] Weights { get; }

    public bool[] IsTitle { get; }

    public int TrigramCount => _trigrams.Count;

    /// <summary>How many of the runs, the first ones, stand in messages; the others stand in what was printed.</summary>
    public int MessageTrigrams { get; }

    public int PairCount => _pairs.Count;

    public int Find(string term) => _terms.GetValueOrDefault(term, -1);

    public int PhraseWord(string lowerCaseWord) => _phraseWords.GetValueOrDefault(lowerCaseWord, -1);

    public int Trigram(int first, int second, int third) => _trigrams.GetValueOrDefault((first, second, third), -1);

    public int Pair(int first, int second) => _pairs.GetValueOrDefault((first, second), -1);

    /// <summary>The option of one word that this word is behind two dashes, or -1.</summary>
    public int Option(int word) => _dashes < 0 ? -1 : Pair(_dashes, word);

    private int Number(string word)
    {
        if (!_phraseWords.TryGetValue(word, out int number)) _phraseWords.Add(word, number = _phraseWords.Count);
        return number;
    }
}
