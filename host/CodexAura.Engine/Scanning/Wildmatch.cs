namespace CodexAura.Engine.Scanning;

/// <summary>
/// Matches a path against a pattern by the rules of gitignore: <c>*</c> and <c>?</c> stop at slashes, <c>**</c> between slashes
/// crosses them, <c>[a-z]</c>, <c>[!a-z]</c> and <c>[[:digit:]]</c> are classes, a backslash takes the next character literally.
/// </summary>
/// <remarks>
/// Time is bounded by pattern times text: it suffices to take back the last <c>*</c> and the last <c>**</c>, so a hostile
/// pattern can't make a scan hang.
/// </remarks>
internal static class Wildmatch
{
    /// <summary>Whether a pattern fits the whole of a text.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">A path, or a name.</param>
    /// <param name="start">How many characters are known to be the same in both.</param>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int start = 0)
    {
        int p = start, t = start;
        int starPattern = -1, starText = 0;
        int deepPattern = -1, deepText = 0;
        while (true)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                if (IsDeep(pattern, p, out int afterStars))
                {
                    if (afterStars == pattern.Length) return true;
                    // "**/" may stand for nothing: go on behind its slash at the same place.
                    (deepPattern, deepText, p, starPattern) = (afterStars + 1, t, afterStars + 1, -1);
                    continue;
                }
                (starPattern, starText, p) = (afterStars, t, afterStars);
                continue;
            }
            if (p == pattern.Length && t == text.Length) return true;
            if (p < pattern.Length && t < text.Length && MatchOne(pattern, p, text[t], out int next))
            {
                p = next;
                t++;
                continue;
            }
            if (starPattern >= 0 && starText < text.Length && text[starText] != '/')
            {
                t = ++starText;
                p = starPattern;
                continue;
            }
            int slash = deepPattern < 0 ? -1 : text[deepText..].IndexOf('/');
            if (slash < 0) return false;
            deepText += slash + 1;
            (t, p, starPattern) = (deepText, deepPattern, -1);
        }
    }

    /// <summary>Whether the stars here are a <c>**</c> that fills the space between two slashes or ends of the pattern.</summary>
    private static bool IsDeep(ReadOnlySpan<char> pattern, int at, out int afterStars)
    {
        afterStars = at;
        while (afterStars < pattern.Length && pattern[afterStars] == '*') afterStars++;
        return afterStars - at >= 2 && (at == 0 || pattern[at - 1] == '/')
            && (afterStars == pattern.Length || pattern[afterStars] == '/');
    }

    private static bool MatchOne(ReadOnlySpan<char> pattern, int p, char c, out int next)
    {
        next = p + 1;
        switch (pattern[p])
        {
            case '?':
                return c != '/';
            case '[':
                return MatchClass(pattern, p + 1, c, out next);
            case '\\':
                if (next == pattern.Length) return false;
                return pattern[next++] == c;
            default:
                return pattern[p] == c;
        }
    }

    private static bool MatchClass(ReadOnlySpan<char> pattern, int p, char c, out int next)
    {
        next = p;
        bool negated = p < pattern.Length && pattern[p] is '!' or '^';
        if (negated) p++;
        bool found = false;
        for (int first = p; p < pattern.Length; p++)
        {
            if (pattern[p] == ']' && p > first)
            {
                next = p + 1;
                return found != negated && c != '/';
            }
            if (pattern[p..].StartsWith("[:") && pattern[(p + 2)..].IndexOf(":]") is >= 0 and var length)
            {
                found |= InNamedClass(pattern.Slice(p + 2, length), c);
                p += length + 3;
                continue;
            }
            if (pattern[p] == '\\' && p + 1 < pattern.Length) p++;
            char low = pattern[p];
            if (p + 2 < pattern.Length && pattern[p + 1] == '-' && pattern[p + 2] != ']')
            {
                p += 2;
                if (pattern[p] == '\\' && p + 1 < pattern.Length) p++;
                found |= low <= c && c <= pattern[p];
            }
            else
            {
                found |= c == low;
            }
        }
        return false;
    }

    private static bool InNamedClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "alpha" => char.IsAsciiLetter(c),
        "blank" => c is ' ' or '\t',
        "cntrl" => char.IsControl(c),
        "digit" => char.IsAsciiDigit(c),
        "graph" => c is > ' ' and < (char)127,
        "lower" => char.IsAsciiLetterLower(c),
        "print" => c is >= ' ' and < (char)127,
        "punct" => c is > ' ' and < (char)127 && !char.IsAsciiLetterOrDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        _ => false,
    };
}
