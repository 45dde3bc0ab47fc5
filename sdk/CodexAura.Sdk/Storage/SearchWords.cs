using System.Text;

namespace CodexAura.Sdk.Storage;

/// <summary>
/// The words by which <see cref="IGraphQuery.SearchAsync"/> finds nodes, so that every store finds the same ones.
/// </summary>
/// <remarks>
/// A word is a run of letters and digits, in lower case. Where a run has humps, they are words too: <c>parseUserId_2</c> has the
/// words <c>parseuserid</c>, <c>parse</c>, <c>user</c>, <c>id</c> and <c>2</c>.
/// </remarks>
public static class SearchWords
{
    /// <summary>The words of a name or documentation, humps among them, each once, in order of their first place.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var words = new List<string>();
        foreach (var run in Runs(text))
        {
            Add(words, run);
            for (int start = 0, i = 1; i <= run.Length; i++)
            {
                bool ends = i == run.Length || char.IsUpper(run[i]) && (!char.IsUpper(run[i - 1]) || i + 1 < run.Length && char.IsLower(run[i + 1]));
                if (!ends) continue;
                if (i - start < run.Length) Add(words, run[start..i]);
                start = i;
            }
        }
        return [.. words.Distinct()];
    }

    /// <summary>The words of a question: whole runs only, each once.</summary>
    public static IReadOnlyList<string> OfQuestion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Runs(text).Select(Lower).Distinct()];
    }

    /// <summary>Whether each word of a question begins one of these words.</summary>
    public static bool Match(IReadOnlyList<string> question, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.All(part => words.Any(word => word.StartsWith(part, StringComparison.Ordinal)));
    }

    private static void Add(List<string> words, string word) => words.Add(Lower(word));

    private static string Lower(string word) => word.ToLowerInvariant();

    private static IEnumerable<string> Runs(string? text)
    {
        if (text is null) yield break;
        int start = -1, at = 0;
        while (at < text.Length)
        {
            // Halves of surrogate pairs are no letters.
            bool inWord = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out int length) == System.Buffers.OperationStatus.Done
                && Rune.IsLetterOrDigit(rune);
            if (inWord && start < 0) start = at;
            if (!inWord && start >= 0)
            {
                yield return text[start..at];
                start = -1;
            }
            at += length;
        }
        if (start >= 0) yield return text[start..];
    }
}
