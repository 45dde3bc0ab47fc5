using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Search;

/// <summary>How often the query's terms stand in each file and definition. Only they are counted; of the text only its words are kept, see <see cref="Vocabulary"/>.</summary>
internal sealed class RepositoryScan
{
    private const float NameBoost = 5, PathBoost = 3;
    private static readonly Dictionary<int, float> _none = [];
    private readonly CodeGraph _graph;
    private readonly TermTable _table;
    private readonly Vocabulary _vocabulary;

    private RepositoryScan(CodeGraph graph, TermTable table)
    {
        (_graph, _table, _vocabulary) = (graph, table, Vocabulary.Of(graph));
        (NodeTerms, NodeLength) = (new (int, float)[graph.NodeCount][], new float[graph.NodeCount]);
        FileTerms = new (int, float)[graph.Files.Length][];
        FileLength = new float[graph.Files.Length];
        (NodePhrases, NodePairs) = (new int[graph.NodeCount][], new int[graph.NodeCount][]);
    }

    /// <summary>Terms with their frequency in the lines of a node that belong to no node inside it; its name counted several times.</summary>
    public (int Term, float Count)[][] NodeTerms { get; }

    public float[] NodeLength { get; }

    /// <summary>Terms with their frequency in a file as a whole, by the file's place among the files.</summary>
    public (int Term, float Count)[][] FileTerms { get; }

    public float[] FileLength { get; }

    /// <summary>Runs of three words of the query's messages and of what was printed that stand in a node.</summary>
    public int[][] NodePhrases { get; }

    /// <summary>Pairs of words that the query writes as one, and options, that stand in a node.</summary>
    public int[][] NodePairs { get; }

    public static RepositoryScan Run(CodeGraph graph, TermTable table, ISourceReader sources, CancellationToken cancellationToken)
    {
        var scan = new RepositoryScan(graph, table);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var lexicon = new Lexicon(table, scan._vocabulary);
        Parallel.For(0, graph.Files.Length, options, file => scan.ReadFile(file, lexicon, sources));
        return scan;
    }

    private void ReadFile(int file, Lexicon lexicon, ISourceReader sources)
    {
        int fileNode = _graph.Files[file];
        var (start, end) = _graph.NodesOfFile(fileNode);
        var counts = new Dictionary<int, float>?[end - start];
        var phrases = new HashSet<int>?[end - start];
        var pairs = new HashSet<int>?[end - start];

        string text = sources.Read(_graph.Node(fileNode).QualifiedName) ?? "";
        ReadBody(text, start, end, lexicon, counts, phrases, pairs);

        var whole = new Dictionary<int, float>();
        for (int i = 0; i < counts.Length; i++)
            foreach (var (term, count) in counts[i] ?? _none) whole[term] = whole.GetValueOrDefault(term) + count;
        // Without the extension: every file has one, and a task that names any file has it too.
        string path = Path.ChangeExtension(_graph.Node(fileNode).QualifiedName, null);
        AddWords(path, PathBoost, lexicon, whole, ref FileLength[file]);
        for (int i = start; i < end; i++)
        {
            FileLength[file] += NodeLength[i];
            AddWords(i == start ? path : _graph.Node(i).QualifiedName, i == start ? 1 : NameBoost, lexicon, counts[i - start] ??= [], ref NodeLength[i]);
            NodeTerms[i] = Sorted(counts[i - start]!);
            NodePhrases[i] = phrases[i - start] is { } found ? [.. found.Order()] : [];
            NodePairs[i] = pairs[i - start] is { } both ? [.. both.Order()] : [];
        }
        FileTerms[file] = Sorted(whole);
    }

    private void ReadBody(string text, int start, int end, Lexicon lexicon, Dictionary<int, float>?[] counts, HashSet<int>?[] phrases, HashSet<int>?[] pairs)
    {
        int[] owners = LineOwners(start, end);
        var (words, lineEnds) = _vocabulary.Read(text);
        int first = -1, second = -1;
        for (int line = 1, at = 0; line <= lineEnds.Length; line++)
        {
            int owner = line < owners.Length ? owners[line] : start;
            for (; at < lineEnds[line - 1]; at++)
            {
                var entry = lexicon.Look(words[at] >> 1);
                NodeLength[owner] += entry.Length;
                if (entry.Terms is { } terms)
                {
                    var own = counts[owner - start] ??= [];
                    foreach (int term in terms) own[term] = own.GetValueOrDefault(term) + 1;
                }
                int third = entry.PhraseWord;
                if (third >= 0)
                {
                    if (second >= 0 && _table.Pair(second, third) is >= 0 and var pair) (pairs[owner - start] ??= []).Add(pair);
                    if ((words[at] & 1) != 0 && _table.Option(third) is >= 0 and var option) (pairs[owner - start] ??= []).Add(option);
                    if (first >= 0 && second >= 0 && _table.Trigram(first, second, third) is >= 0 and var trigram) (phrases[owner - start] ??= []).Add(trigram);
                }
                (first, second) = (second, third);
            }
        }
    }

    /// <summary>The innermost node of each line: nodes come outer ones first.</summary>
    private int[] LineOwners(int start, int end)
    {
        int last = 0;
        for (int i = start; i < end; i++) last = Math.Max(last, _graph.Node(i).LineEnd);
        int[] owners = new int[last + 1];
        owners.AsSpan().Fill(start);
        for (int i = start + 1; i < end; i++)
        {
            var node = _graph.Node(i);
            int from = Math.Max(0, node.LineStart);
            if (node.LineEnd >= from) owners.AsSpan(from, node.LineEnd + 1 - from).Fill(i);
        }
        return owners;
    }

    private static void AddWords(string name, float weight, Lexicon lexicon, Dictionary<int, float> counts, ref float length)
    {
        for (int at = 0; Identifiers.Next(name, ref at, out int from);)
        {
            var entry = lexicon.Look(name.AsSpan(from, at - from));
            length += entry.Length;
            foreach (int term in entry.Terms ?? []) counts[term] = counts.GetValueOrDefault(term) + weight;
        }
    }

    private static (int, float)[] Sorted(Dictionary<int, float> counts) =>
        counts.Count == 0 ? [] : [.. counts.Select(c => (c.Key, c.Value)).OrderBy(c => c.Key)];
}
