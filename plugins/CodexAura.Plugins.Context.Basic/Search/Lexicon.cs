namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>What words mean to a query. Each is looked at once. Safe to use from many threads: who comes second makes an equal entry.</summary>
internal sealed class Lexicon(TermTable table, Vocabulary vocabulary)
{
    private Entry?[] _entries = new Entry?[vocabulary.Count + 64];

    /// <summary>An identifier as a query sees it.</summary>
    /// <param name="Terms">Numbers of the query's terms in it, or null for none.</param>
    /// <param name="Length">How many words it has.</param>
    /// <param name="PhraseWord">Its number among the words of messages, or -1.</param>
    public sealed record Entry(int[]? Terms, int Length, int PhraseWord);

    public Entry Look(ReadOnlySpan<char> word) => Look(vocabulary.Number(word));

    /// <param name="word">Its number in the vocabulary.</param>
    public Entry Look(int word)
    {
        var entries = Volatile.Read(ref _entries);
        if (word < entries.Length && entries[word] is { } known) return known;
        var entry = Make(vocabulary[word]);
        if (word >= entries.Length)
        {
            // What another thread writes into the old one meanwhile is made again.
            Array.Resize(ref entries, Math.Max(word + 1, entries.Length * 2));
            Volatile.Write(ref _entries, entries);
        }
        return entries[word] = entry;
    }

    private Entry Make(string word)
    {
        var parts = new List<string>();
        Identifiers.Split(word, parts);
        List<int>? terms = null;
        if (table.Find("=" + word) is >= 0 and var whole) (terms ??= []).Add(whole);
        foreach (string part in parts)
            if (table.Find(Stemmer.Stem(part)) is >= 0 and var term) (terms ??= []).Add(term);
        return new Entry(terms?.ToArray(), Math.Max(1, parts.Count), table.PhraseWord(word.ToLowerInvariant()));
    }
}
