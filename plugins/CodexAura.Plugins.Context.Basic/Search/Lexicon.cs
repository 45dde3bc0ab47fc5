namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>What an identifier means to a query. One for each thread, for identifiers repeat and are looked at once.</summary>
internal sealed class Lexicon(TermTable table)
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _parts = [];

    /// <summary>An identifier as a query sees it.</summary>
    /// <param name="Terms">Numbers of the query's terms in it, or null for none.</param>
    /// <param name="Length">How many words it has.</param>
    /// <param name="PhraseWord">Its number among the words of messages, or -1.</param>
    public sealed record Entry(int[]? Terms, int Length, int PhraseWord);

    public Entry Look(ReadOnlySpan<char> word)
    {
        var lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var entry)) return entry;
        entry = Make(word.ToString());
        lookup[word] = entry;
        return entry;
    }

    private Entry Make(string word)
    {
        Identifiers.Split(word, _parts);
        List<int>? terms = null;
        if (table.Find("=" + word) is >= 0 and var whole) (terms ??= []).Add(whole);
        foreach (string part in _parts)
            if (table.Find(Stemmer.Stem(part)) is >= 0 and var term) (terms ??= []).Add(term);
        return new Entry(terms?.ToArray(), Math.Max(1, _parts.Count), table.PhraseWord(word.ToLowerInvariant()));
    }
}
