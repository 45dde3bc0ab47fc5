using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>
/// The words of a graph's files, numbered, and the texts that were read as such numbers. What a word means to a query is then looked up once
/// for each word, not for each place of it, and a text is taken apart once for all queries, as long as whoever reads it hands out the same
/// string. Safe to use from many threads.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly ConditionalWeakTable<CodeGraph, Vocabulary> OfGraphs = [];
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    // A text is known by being the same object: comparing its characters would cost as much as reading it.
    private readonly ConditionalWeakTable<string, TextWords> _texts = [];
    private readonly Lock _lock = new();
    private string[] _words = new string[1024];

    private Vocabulary() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>That of a graph, which lives as long as the graph does.</summary>
    public static Vocabulary Of(CodeGraph graph) => OfGraphs.GetValue(graph, static _ => new Vocabulary());

    /// <summary>The word of a number.</summary>
    public string this[int number] => Volatile.Read(ref _words)[number];

    /// <summary>The number of a word.</summary>
    public int Number(ReadOnlySpan<char> word)
    {
        if (_bySpan.TryGetValue(word, out int number)) return number;
        lock (_lock)
        {
            if (_bySpan.TryGetValue(word, out number)) return number;
            if (Count == _words.Length)
            {
                var larger = _words;
                Array.Resize(ref larger, Count * 2);
                Volatile.Write(ref _words, larger);
            }
            string text = word.ToString();
            _words[Count] = text;
            // Last: whoever finds the number finds the word.
            _numbers[text] = Count;
            return Count++;
        }
    }

    /// <summary>A text as numbers of words.</summary>
    public TextWords Read(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        var words = new List<int>(text.Length / 8);
        var lines = new List<int>(text.Length / 32);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            for (int at = 0; Identifiers.Next(line, ref at, out int from);)
            {
                bool isOption = from > 1 && line[from - 1] == '-' && line[from - 2] == '-';
                words.Add(Number(line[from..at]) << 1 | (isOption ? 1 : 0));
            }
            lines.Add(words.Count);
        }
        return _texts.GetValue(text, _ => new TextWords([.. words], [.. lines]));
    }
}

/// <summary>The words of a text.</summary>
/// <param name="Words">Numbers of words, doubled; one more for a word behind two dashes.</param>
/// <param name="LineEnds">For each line how many words there are up to its end.</param>
internal sealed record TextWords(int[] Words, int[] LineEnds);
