namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>
/// Takes the usual English endings off, so that <c>printing</c>, <c>printer</c> and <c>prints</c> meet. Coarser than Porter's:
/// names in code are cut short anyway, and what counts is that both sides are cut alike.
/// </summary>
internal static class Stemmer
{
    private const int ShortestStem = 4;

    private static readonly string[] _endings =
        ["ations", "ation", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "ies", "ied", "ed", "es", "s", "ly", "able", "ment", "ments", "y", "e"];

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem) return word is { Length: 4 } && word[3] == 's' && word[2] != 's' ? word[..3] : word;
        foreach (string ending in _endings)
        {
            if (word.Length - ending.Length < ShortestStem || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            if (ending == "s" && word[^2] is 's' or 'u') continue;
            return WithoutDouble(word.AsSpan(0, word.Length - ending.Length));
        }
        return word;
    }

    /// <summary>plotting → plot.</summary>
    private static string WithoutDouble(ReadOnlySpan<char> stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1].ToString() : stem.ToString();
}
