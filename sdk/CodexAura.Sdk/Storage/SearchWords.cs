using System.Buffers;
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
    public static IReadOnlyList<string> Of(string? text) => Collect(text, humps: true);

    /// <summary>Writes the words that <see cref="Of"/> gives, in UTF-8 with a blank behind each; a word may be there more than once.</summary>
    /// <param name="text">A name or documentation.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!Ascii.IsValid(text))
        {
            foreach (string word in Collect(text, humps: true)) output.Write(Encoding.UTF8.GetBytes(word + " "));
            return;
        }
        // A run is there twice at most, as a whole and in humps, and a blank follows each.
        var to = output.GetSpan(text.Length * 3 + 1);
        int written = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = WordLength(text[at..]);
            if (length > 0) written = WriteRun(text.Slice(at, length), to, written);
            at += Math.Max(length, 1);
        }
        output.Advance(written);
    }

    private static int WriteRun(ReadOnlySpan<char> run, Span<byte> to, int at)
    {
        Ascii.ToLower(run, to[at..], out int length);
        to[at + length] = (byte)' ';
        int next = at + length + 1, start = 0;
        for (int i = 1; i <= length; i++)
        {
            if (!EndsHump(run, i) || (start == 0 && i == length)) continue;
            to.Slice(at + start, i - start).CopyTo(to[next..]);
            next += i - start;
            to[next++] = (byte)' ';
            start = i;
        }
        return next;
    }

    /// <summary>The words of a question: whole runs only, each once.</summary>
    public static IReadOnlyList<string> OfQuestion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Collect(text, humps: false);
    }

    /// <summary>Whether each word of a question begins one of these words.</summary>
    public static bool Match(IReadOnlyList<string> question, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.All(part => words.Any(word => word.StartsWith(part, StringComparison.Ordinal)));
    }

    // Called for every node that a store saves, so it allocates nothing but the words.
    private static List<string> Collect(ReadOnlySpan<char> text, bool humps)
    {
        var words = new WordSet();
        for (int at = 0; at < text.Length;)
        {
            int length = WordLength(text[at..]);
            if (length == 0)
            {
                at++;
                continue;
            }
            var run = text.Slice(at, length);
            words.Add(run);
            if (humps) AddHumps(words, run);
            at += length;
        }
        return words.Words;
    }

    private static void AddHumps(WordSet words, ReadOnlySpan<char> run)
    {
        for (int start = 0, i = 1; i <= run.Length; i++)
        {
            if (!EndsHump(run, i)) continue;
            if (i - start < run.Length) words.Add(run[start..i]);
            start = i;
        }
    }

    private static bool EndsHump(ReadOnlySpan<char> run, int i) => i == run.Length
        || char.IsUpper(run[i]) && (!char.IsUpper(run[i - 1]) || i + 1 < run.Length && char.IsLower(run[i + 1]));

    /// <summary>Length of the run of letters and digits that a text begins with. Halves of surrogate pairs are no letters.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsAscii(text[at]))
            {
                if (!char.IsAsciiLetterOrDigit(text[at])) break;
                at++;
                continue;
            }
            if (Rune.DecodeFromUtf16(text[at..], out var rune, out int length) != OperationStatus.Done || !Rune.IsLetterOrDigit(rune)) break;
            at += length;
        }
        return at;
    }

    /// <summary>Words in lower case, each once.</summary>
    private sealed class WordSet
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private char[] _lower = new char[64];

        public List<string> Words { get; } = [];

        public void Add(ReadOnlySpan<char> word)
        {
            if (_lower.Length < word.Length) _lower = new char[word.Length * 2];
            var lower = _lower.AsSpan(0, word.ToLowerInvariant(_lower));
            if (!_seen.GetAlternateLookup<ReadOnlySpan<char>>().Add(lower)) return;
            _seen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out string? text);
            Words.Add(text!);
        }
    }
}
