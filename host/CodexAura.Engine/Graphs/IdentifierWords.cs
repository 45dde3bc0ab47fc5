namespace CodexAura.Engine.Graphs;

/// <summary>Takes identifiers apart into the words that people see in them: <c>HTTPServer_v2</c> is http, server, v2.</summary>
internal static class IdentifierWords
{
    /// <summary>The words in lower case.</summary>
    public static string[] Split(ReadOnlySpan<char> identifier)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 0; i <= identifier.Length; i++)
        {
            bool ends = i == identifier.Length || !char.IsLetterOrDigit(identifier[i]) || i > start && StartsWord(identifier, i);
            if (!ends) continue;
            if (i > start) words.Add(identifier[start..i].ToString().ToLowerInvariant());
            start = i < identifier.Length && char.IsLetterOrDigit(identifier[i]) ? i : i + 1;
        }
        return [.. words];
    }

    /// <summary>A capital after a small letter, or the last capital of several before a small letter.</summary>
    private static bool StartsWord(ReadOnlySpan<char> text, int i) =>
        char.IsUpper(text[i]) && (!char.IsUpper(text[i - 1]) || i + 1 < text.Length && char.IsLower(text[i + 1]));
}
