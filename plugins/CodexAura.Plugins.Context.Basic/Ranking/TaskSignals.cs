using CodexAura.Plugins.Context.Basic.Search;
using CodexAura.Plugins.Context.Basic.Tasks;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>The signals by which files are ranked for a task, each by itself.</summary>
internal enum Signal
{
    /// <summary>BM25 over whole files.</summary>
    FileText,

    /// <summary>The best definition's BM25.</summary>
    BestDefinition,

    /// <summary>The best definitions' BM25 together.</summary>
    TopDefinitions,

    /// <summary>BM25 over whole files, of the title alone.</summary>
    TitleText,

    /// <summary>The definition that is named most.</summary>
    BestName,

    /// <summary>All definitions that are named.</summary>
    AllNames,

    /// <summary>Path given.</summary>
    Path,

    /// <summary>Module imported or named.</summary>
    Module,

    /// <summary>Words of the task that are parts of the path.</summary>
    PathWords,

    /// <summary>Stack frame.</summary>
    Frame,

    /// <summary>Quoted or raised message.</summary>
    Phrase,

    /// <summary>Near to all this in the graph.</summary>
    Graph,

    /// <summary>Definitions that the task's code imports and uses.</summary>
    Imported,

    /// <summary>Pairs of words written as one, such as names of messages and options.</summary>
    Pair,

    /// <summary>Called by tests that resemble the task.</summary>
    Tested,

    /// <summary>The best definition's BM25, of the title alone.</summary>
    TitleDefinition,

    /// <summary>Changed before for a similar reason.</summary>
    PastChange,

    /// <summary>Has lines of what was printed: messages, and code in stack traces.</summary>
    Printed,
}

/// <summary>All signals of a task over a graph.</summary>
internal sealed class TaskSignals
{
    public const int Count = (int)Signal.Printed + 1;
    private const int SeedDefinitions = 30;

    /// <summary>So many runs of words that stand nowhere else are no accident.</summary>
    private const double ManyRuns = 4;

    private TaskSignals(CodeGraph graph)
    {
        Roles = new FileRole[graph.NodeCount];
        foreach (int file in graph.Files) Roles[file] = FileRoles.Of(graph.Node(file).QualifiedName);
        Files = new double[Count][];
        for (int s = 0; s < Count; s++) Files[s] = new double[graph.Files.Length];
    }

    /// <summary>What each file is for, by the number of its node.</summary>
    public FileRole[] Roles { get; }

    /// <summary>For each signal the value of each file, by the file's place among the files; 0 to 1.</summary>
    public double[][] Files { get; }

    /// <summary>BM25 of each node, 0 to 1.</summary>
    public double[] NodeText { get; private set; } = [];

    /// <summary>How often a walk from the seeds is at each node, 0 to 1.</summary>
    public double[] NodeWalk { get; private set; } = [];

    /// <summary>How much of the messages stands in each node, 0 to 1.</summary>
    public double[] NodePhrase { get; private set; } = [];

    /// <summary>How much of what was printed stands in each node, 0 to 1.</summary>
    public double[] NodePrinted { get; private set; } = [];

    public Mentions Mentions { get; private set; } = null!;

    /// <summary>The query's terms in a node, the most telling first; names that must match whole begin with '='.</summary>
    public IEnumerable<string> MatchedTerms(int node) => _nodeTerms[node]
        .OrderByDescending(t => _termValues[t.Term] * t.Count / (t.Count + 1)).ThenBy(t => t.Term).Select(t => _terms[t.Term]);

    private (int Term, float Count)[][] _nodeTerms = [];
    private double[] _termValues = [];
    private string[] _terms = [];

    public static TaskSignals Compute(CodeGraph graph, TaskQuery query, ISourceReader sources,
        IReadOnlyList<PastChange> history, CancellationToken cancellationToken)
    {
        var signals = new TaskSignals(graph);
        var table = new TermTable(query);
        var scan = RepositoryScan.Run(graph, table, sources, cancellationToken);
        signals.AddText(graph, table, scan);
        signals.Mentions = Mentions.Find(graph, NameIndex.Of(graph), signals.Roles, query);
        signals.AddMentions(graph);
        signals.AddPhrases(graph, table, scan);
        signals.AddPairs(graph, table, scan);
        signals.AddTested(graph);
        signals.AddWalk(graph);
        signals.Files[(int)Signal.PastChange] = HistorySignals.Similar(graph, table, history);
        for (int s = 0; s < Count; s++) Scale(signals.Files[s], s == (int)Signal.Printed ? ManyRuns : 0);
        return signals;
    }

    private void AddText(CodeGraph graph, TermTable table, RepositoryScan scan)
    {
        int[] files = graph.Files.ToArray();
        bool IsSource(int f) => Roles[files[f]] == FileRole.Source;
        Files[(int)Signal.FileText] = Bm25.Score(scan.FileTerms, scan.FileLength, table.Weights, 0.6, IsSource);
        double[] title = [.. table.Weights.Select((w, i) => table.IsTitle[i] ? w : 0)];
        Files[(int)Signal.TitleText] = Bm25.Score(scan.FileTerms, scan.FileLength, title, 0.6, IsSource);
        NodeText = Bm25.Score(scan.NodeTerms, scan.NodeLength, table.Weights, 0.5);
        double[] titleOfNode = Bm25.Score(scan.NodeTerms, scan.NodeLength, title, 0.5);

        var rarity = Bm25.Rarity(scan.FileTerms.Where((_, f) => IsSource(f)).Select(t => t.Select(c => c.Term)), table.Count);
        for (int f = 0; f < files.Length; f++)
        {
            var (start, end) = graph.NodesOfFile(files[f]);
            double[] best = [.. NodeText.AsSpan(start, end - start).ToArray().OrderDescending().Take(4)];
            Files[(int)Signal.BestDefinition][f] = best[0];
            for (int i = start; i < end; i++) Files[(int)Signal.TitleDefinition][f] = Math.Max(Files[(int)Signal.TitleDefinition][f], titleOfNode[i]);
            Files[(int)Signal.TopDefinitions][f] = best.Select((s, i) => s / (i + 1)).Sum();
            Files[(int)Signal.PathWords][f] = PathWords(graph.Node(files[f]).QualifiedName, table, rarity);
        }
        Scale(NodeText);
        (_nodeTerms, _terms) = (scan.NodeTerms, table.Terms);
        _termValues = [.. table.Weights.Select((w, t) => w * rarity[t])];
    }

    /// <summary>The file's own name counts most, the folders above it less and less.</summary>
    private static double PathWords(string path, TermTable table, double[] rarity)
    {
        var parts = new List<string>();
        double sum = 0, level = 1;
        int dot = path.LastIndexOf('.');
        foreach (string segment in (dot < 0 ? path : path[..dot]).Split('/').Reverse())
        {
            if (segment == "__init__") continue;
            Identifiers.Split(segment, parts);
            if (parts.Count == 0) parts.Add(segment);
            foreach (string part in parts)
                if (table.Find(Stemmer.Stem(part)) is >= 0 and var term)
                    sum += level / parts.Count * Math.Min(2.2, table.Weights[term]) * (table.IsTitle[term] ? 1.5 : 1) * Math.Sqrt(Math.Max(0, rarity[term]));
            level *= 0.5;
        }
        return sum;
    }

    private void AddMentions(CodeGraph graph)
    {
        for (int f = 0; f < graph.Files.Length; f++)
        {
            int file = graph.Files[f];
            var (start, end) = graph.NodesOfFile(file);
            double best = 0, all = 0, frame = 0, imported = 0;
            for (int i = start; i < end; i++)
            {
                best = Math.Max(best, Mentions.Names[i]);
                all += Mentions.Names[i];
                frame = Math.Max(frame, Mentions.Frames[i]);
                imported += Mentions.Imported[i];
            }
            Files[(int)Signal.BestName][f] = best;
            Files[(int)Signal.AllNames][f] = Math.Sqrt(all);
            Files[(int)Signal.Frame][f] = frame;
            Files[(int)Signal.Imported][f] = Math.Sqrt(imported);
            Files[(int)Signal.Path][f] = Mentions.Paths[file];
            Files[(int)Signal.Module][f] = Mentions.Modules[file];
        }
    }

    private void AddPhrases(CodeGraph graph, TermTable table, RepositoryScan scan)
    {
        int messages = table.MessageTrigrams;
        double[] rarity = Bm25.Rarity(scan.NodePhrases.Select(p => p.Where(t => t < messages)), messages);
        NodePhrase = [.. scan.NodePhrases.Select(p => p.Sum(t => t < messages ? rarity[t] : 0))];
        int[] places = new int[table.TrigramCount];
        foreach (int[] found in scan.NodePhrases)
            foreach (int t in found) places[t]++;
        NodePrinted = [.. scan.NodePhrases.Select(p => p.Sum(t => t < messages ? 0 : 1 / Math.Sqrt(places[t])))];
        for (int f = 0; f < graph.Files.Length; f++)
        {
            var (start, end) = graph.NodesOfFile(graph.Files[f]);
            Files[(int)Signal.Phrase][f] = NodePhrase.AsSpan(start, end - start).ToArray().Max();
            Files[(int)Signal.Printed][f] = NodePrinted.AsSpan(start, end - start).ToArray().Max();
        }
        Scale(NodePhrase);
        Scale(NodePrinted, ManyRuns);
    }

    private void AddPairs(CodeGraph graph, TermTable table, RepositoryScan scan)
    {
        double[] rarity = Bm25.Rarity(scan.NodePairs, table.PairCount);
        for (int f = 0; f < graph.Files.Length; f++)
        {
            var (start, end) = graph.NodesOfFile(graph.Files[f]);
            for (int i = start; i < end; i++)
                Files[(int)Signal.Pair][f] = Math.Max(Files[(int)Signal.Pair][f], scan.NodePairs[i].Sum(p => Math.Max(0, rarity[p])));
        }
    }

    private void AddTested(CodeGraph graph)
    {
        foreach (int i in Enumerable.Range(0, graph.NodeCount).Where(i => NodeText[i] > 0 && Roles[graph.Node(i).FileIndex] == FileRole.Test)
            .OrderByDescending(i => NodeText[i]).ThenBy(i => i).Take(SeedDefinitions))
            foreach (int e in graph.Outgoing(i))
            {
                var edge = graph.Edge(e);
                int file = graph.Node(edge.Target).FileIndex;
                if (Roles[file] != FileRole.Source) continue;
                // What everything calls is called by the tests that matter too, and says nothing.
                double share = NodeText[i] * NodeText[i] / Math.Sqrt(1 + graph.Incoming(edge.Target).Count) * (edge.Type == EdgeTypes.Imports ? 0.3 : 1);
                Files[(int)Signal.Tested][graph.Files.BinarySearch(file)] += share;
            }
    }

    private void AddWalk(CodeGraph graph)
    {
        double[] seeds = new double[graph.NodeCount];
        double strongest = Math.Max(1e-9, Mentions.Names.Max());
        var text = Enumerable.Range(0, graph.NodeCount).Where(i => NodeText[i] > 0)
            .OrderByDescending(i => NodeText[i] * Standing(graph, i)).ThenBy(i => i).Take(SeedDefinitions);
        foreach (int i in text) seeds[i] += NodeText[i] * NodeText[i] * 0.6;
        for (int i = 0; i < seeds.Length; i++)
        {
            seeds[i] += (Mentions.Names[i] / strongest) + (2 * Mentions.Frames[i]) + (1.5 * Mentions.Paths[i]) + (0.5 * Mentions.Modules[i]) + (0.3 * Mentions.Imported[i]) + (NodePhrase[i] > 0.5 ? NodePhrase[i] * 0.5 : 0);
            seeds[i] *= Standing(graph, i);
        }
        NodeWalk = new PageRank(graph, i => Standing(graph, i)).Walk(seeds);
        for (int f = 0; f < graph.Files.Length; f++)
        {
            var (start, end) = graph.NodesOfFile(graph.Files[f]);
            double sum = 0;
            for (int i = start; i < end; i++) sum += NodeWalk[i];
            Files[(int)Signal.Graph][f] = Math.Sqrt(sum);
        }
        Scale(NodeWalk);
    }

    private double Standing(CodeGraph graph, int node) => Roles[graph.Node(node).FileIndex] == FileRole.Source ? 1 : 0.1;

    /// <summary>Divides by the greatest, or by what would be much where that is more.</summary>
    private static void Scale(double[] values, double much = 0)
    {
        double greatest = values.Length == 0 ? 0 : Math.Max(much, values.Max());
        if (greatest <= 0) return;
        for (int i = 0; i < values.Length; i++) values[i] /= greatest;
    }
}
