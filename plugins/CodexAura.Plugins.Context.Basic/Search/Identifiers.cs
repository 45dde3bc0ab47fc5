namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>Finds identifiers and words in text, and takes them apart: <c>parseHTTPHeader_v2</c> is parse, http, header, v2.</summary>
internal static class Identifiers
{
    private const int LongestUseful = 80;

    /// <summary>The next run of letters, digits and underscores at or after a place.</summary>
    /// <returns>False when there is none.</returns>
    public static bool Next(ReadOnlySpan<char> text, ref int at, out int start)
    {
        while (at < text.Length && !IsPart(text[at])) at++;
        start = at;
        while (at < text.Length && IsPart(text[at])) at++;
        return at > start;
    }

    public static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > 127 && char.IsLetterOrDigit(c));

    /// <summary>Whether the identifier is written as only code is: with an underscore inside, a capital after a small letter, or a digit.</summary>
    public static bool LooksLikeCode(ReadOnlySpan<char> word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            if (word[i] == '_' && i < word.Length - 1) return true;
            if (char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1])) return true;
            if (char.IsAsciiDigit(word[i]) && char.IsAsciiLetter(word[i - 1])) return true;
        }
        return word.Length > 2 && word[0] == '_';
    }

    /// <summary>The parts of an identifier, in lower case. Single letters are left out: they stand everywhere and say nothing.</summary>
    public static void Split(ReadOnlySpan<char> word, List<string> parts)
    {
        parts.Clear();
        if (word.Length > LongestUseful) return;
        int start = 0;
        for (int i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && !EndsBefore(word, i)) continue;
            var part = word[start..i].Trim('_');
            if (part.Length > 1 && !IsNumber(part)) parts.Add(part.ToString().ToLowerInvariant());
            start = i;
        }
    }

    private static bool EndsBefore(ReadOnlySpan<char> word, int i)
    {
        if (i == 0) return false;
        char before = word[i - 1], here = word[i];
        if (here == '_' || before == '_') return here != before;
        if (char.IsUpper(here) && char.IsLower(before)) return true;
        // HTTPHeader: the last capital belongs to the word that follows.
        return char.IsUpper(before) && char.IsUpper(here) && i + 1 < word.Length && char.IsLower(word[i + 1]);
    }

    private static bool IsNumber(ReadOnlySpan<char> part)
    {
        foreach (char c in part)
            if (!char.IsAsciiDigit(c)) return false;
        return true;
    }
}
