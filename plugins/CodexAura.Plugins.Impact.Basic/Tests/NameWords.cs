using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>Takes names apart into words: <c>visit_AsyncFor</c> is <c>visit</c>, <c>async</c>, <c>for</c>.</summary>
internal static class NameWords
{
    private const double OwnName = 1, ScopeName = 0.8, FileName = 0.6;
    private static readonly HashSet<string> Silent = ["test", "tests", "py", "self", "init", "src", "get", "set", "is", "to", "of", "and", "the", "a"];
    private static readonly string[] Endings = ["ing", "ed", "es", "s", "er"];

    /// <summary>The words by which a definition is known, those of its own name with the greatest weight, then of its classes, then of its file.</summary>
    public static Dictionary<string, double> Of(GraphNode node)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        string path = node.Path;
        var file = path.AsSpan(path.LastIndexOf('/') + 1);
        Add(words, file.LastIndexOf('.') is > 0 and var dot ? file[..dot] : file, FileName);
        if (node.Type == NodeType.File) return words;
        string name = node.QualifiedName;
        int last = name.LastIndexOf('.');
        if (last > 0) Add(words, name.AsSpan(0, last), ScopeName);
        Add(words, name.AsSpan(last + 1), OwnName);
        return words;
    }

    private static void Add(Dictionary<string, double> words, ReadOnlySpan<char> name, double weight)
    {
        for (int start = 0; start < name.Length;)
        {
            int end = EndOfWord(name, start);
            if (end > start)
            {
                string word = Stem(name[start..end].ToString().ToLowerInvariant());
                if (!Silent.Contains(word) && (!words.TryGetValue(word, out double known) || known < weight)) words[word] = weight;
            }
            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>Where the word that starts at a place ends; the place itself where none starts.</summary>
    private static int EndOfWord(ReadOnlySpan<char> name, int start)
    {
        int end = start;
        if (char.IsDigit(name[start]))
        {
            while (end < name.Length && char.IsDigit(name[end])) end++;
            return end;
        }
        while (end < name.Length && char.IsUpper(name[end])) end++;
        // 'HTTPServer' is 'HTTP' and 'Server'.
        if (end - start > 1 && end < name.Length && IsSmall(name[end])) return end - 1;
        while (end < name.Length && IsSmall(name[end])) end++;
        return end;
    }

    private static bool IsSmall(char c) => char.IsLetter(c) && !char.IsUpper(c);

    private static string Stem(string word)
    {
        if (Silent.Contains(word)) return word;
        foreach (string ending in Endings)
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }
}
