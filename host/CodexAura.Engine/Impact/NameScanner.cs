namespace CodexAura.Engine.Impact;

/// <summary>How a name stands in the text.</summary>
internal enum NameKind
{
    /// <summary>By itself.</summary>
    Bare,

    /// <summary>After a dot.</summary>
    Attribute,

    /// <summary>As a whole string.</summary>
    Quoted,
}

/// <summary>A place where a name stands.</summary>
/// <param name="Name">The name.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Kind">How it stands there.</param>
/// <param name="IsUsed">Whether it looks like being called, decorated with or passed on, not assigned or declared.</param>
internal readonly record struct NamePlace(string Name, int Line, NameKind Kind, bool IsUsed);

/// <summary>
/// Finds identifiers in source text of most languages, without parsing it: comments, imports and long strings are passed over,
/// of short strings those count that are a name and nothing else.
/// </summary>
internal static class NameScanner
{
    /// <summary>What nearly all lines give.</summary>
    private static readonly List<NamePlace> Nothing = [];

    public static IEnumerable<NamePlace> Scan(string text, HashSet<string> names)
    {
        var wanted = names.GetAlternateLookup<ReadOnlySpan<char>>();
        string? longString = null;
        int line = 0;
        foreach (string content in text.Split('\n'))
        {
            line++;
            var trimmed = content.AsSpan().TrimStart();
            bool skip = longString is null && (trimmed.StartsWith("import ") || trimmed.StartsWith("from ") || trimmed.StartsWith("def ") || trimmed.StartsWith("class "));
            foreach (var place in ScanLine(content, line, skip, wanted, ref longString)) yield return place;
        }
    }

    private static List<NamePlace> ScanLine(string text, int line, bool skip, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wanted, ref string? longString)
    {
        List<NamePlace> found = Nothing;
        for (int i = 0; i < text.Length; i++)
        {
            if (longString is not null)
            {
                int end = text.IndexOf(longString, i, StringComparison.Ordinal);
                if (end < 0) return found;
                i = end + longString.Length - 1;
                longString = null;
                continue;
            }
            char c = text[i];
            if (c == '#' || (c == '/' && i + 1 < text.Length && text[i + 1] == '/' && (i == 0 || text[i - 1] == ' '))) return found;
            if (c is '"' or '\'')
            {
                if (string.CompareOrdinal(text, i, new string(c, 3), 0, 3) == 0)
                {
                    longString = new string(c, 3);
                    i += 2;
                    continue;
                }
                int end = EndOfString(text, i);
                if (end < 0) continue;
                var inside = text.AsSpan((i + 1)..end);
                if (!skip && wanted.TryGetValue(inside, out string? quoted)) Add(ref found, new NamePlace(quoted, line, NameKind.Quoted, true));
                i = end;
            }
            else if (IsPart(c) && !char.IsAsciiDigit(c))
            {
                int start = i;
                while (i + 1 < text.Length && IsPart(text[i + 1])) i++;
                if (skip || !wanted.TryGetValue(text.AsSpan(start..(i + 1)), out string? name)) continue;
                bool attribute = start > 0 && text[start - 1] == '.';
                Add(ref found, new NamePlace(name, line, attribute ? NameKind.Attribute : NameKind.Bare, IsUse(text, start, i + 1)));
            }
            else if (char.IsAsciiDigit(c))
                while (i + 1 < text.Length && IsPart(text[i + 1])) i++;
        }
        return found;
    }

    private static bool IsUse(string text, int start, int end)
    {
        if (start > 0 && text[start - 1] is '@' or '.') return true;
        while (end < text.Length && text[end] == ' ') end++;
        return end < text.Length && text[end] is '(' or ')' or ',' or '[';
    }

    private static int EndOfString(string text, int start)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == text[start]) return i;
        }
        return -1;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static void Add(ref List<NamePlace> found, NamePlace place)
    {
        if (ReferenceEquals(found, Nothing)) found = [];
        found.Add(place);
    }
}
