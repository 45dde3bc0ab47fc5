using CodexAura.Plugins.Context.Basic.Embeddings;
using CodexAura.Plugins.Context.Basic.Tasks;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>Finds what a request needs: by files and symbols, by a task, or by both together.</summary>
internal sealed class Selection(CodeGraph graph, ContextRequest request, ISourceReader sources, Similarity? similarity)
{
    private const int MaxCandidates = 400, FewestFiles = 50, MostFiles = 200;
    private const double RestOfFile = 0.9, Negligible = 0.005;
    private readonly double[] _scores = new double[graph.NodeCount];
    private readonly string?[] _reasons = new string?[graph.NodeCount];
    private readonly HashSet<int> _requested = [];
    private double[] _files = new double[graph.Files.Length];

    /// <summary>What was found, the most relevant first.</summary>
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    /// <summary>Files, the most relevant first.</summary>
    public IReadOnlyList<RankedFile> Files { get; private set; } = [];

    /// <summary>What was asked for and is not there.</summary>
    public List<string> Notes { get; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (graph.NodeCount == 0) return;
        if (!string.IsNullOrWhiteSpace(request.Task)) await RankTaskAsync(request.Task, cancellationToken).ConfigureAwait(false);
        FollowStarts();
        RankFiles();
        RankCandidates();
    }

    private async Task RankTaskAsync(string task, CancellationToken cancellationToken)
    {
        var history = request.History is { } past ? await past.ReadAsync(HistorySignals.Limit, cancellationToken).ConfigureAwait(false) : [];
        var query = TaskQuery.Parse(task);
        var signals = TaskSignals.Compute(graph, query, sources, history, cancellationToken);
        _files = TaskRanking.Files(graph, signals);
        double[] nodes = TaskRanking.Nodes(graph, signals, _files, request.Depth > 0);
        if (nodes.Max() <= 0) return;
        if (similarity is not null)
        {
            var (alike, problem) = await EmbeddingSignal.ComputeAsync(similarity, task, nodes, graph, sources, cancellationToken).ConfigureAwait(false);
            if (alike is null) Notes.Add($"Ranked without embeddings: {problem}.");
            else TaskRanking.AddSimilarity(graph, signals, alike, _files, nodes);
        }
        double greatest = nodes.Max();
        var reasons = new Reasons(graph, signals, query);
        foreach (int i in Enumerable.Range(0, nodes.Length).OrderByDescending(i => nodes[i]).ThenBy(i => i).Take(MaxCandidates))
            if (nodes[i] > Negligible * greatest) (_scores[i], _reasons[i]) = (nodes[i] / greatest, reasons.Of(i));
    }

    private void FollowStarts()
    {
        var starts = new List<(int Node, double Score, string Reason)>();
        foreach (string path in request.Files) AddFile(path, starts);
        foreach (string symbol in request.Symbols) AddSymbol(symbol, starts);
        if (starts.Count == 0) return;
        var walk = NeighbourWalk.Follow(graph, starts, request.Depth,
            i => FileRoles.Of(graph.Node(i).Path) == FileRole.Source ? 1 : 0.4);
        for (int i = 0; i < _scores.Length; i++)
        {
            if (walk.Scores[i] <= 0) continue;
            if (walk.Scores[i] > _scores[i]) _reasons[i] = walk.Reasons[i];
            // What was asked for outright comes before all that was found for it.
            _scores[i] = _requested.Contains(i) ? 2 : (0.5 * _scores[i]) + walk.Scores[i];
        }
    }

    private void AddFile(string path, List<(int, double, string)> starts)
    {
        int file = graph.FindFile(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);
        if (file < 0)
        {
            Notes.Add($"The graph has no file '{path}'.");
            return;
        }
        _requested.Add(file);
        var (start, end) = graph.NodesOfFile(file);
        starts.Add((start, 1, "asked for"));
        for (int i = start + 1; i < end; i++) starts.Add((i, RestOfFile, "in " + graph.Node(file).Name));
    }

    private void AddSymbol(string symbol, List<(int, double, string)> starts)
    {
        int exact = graph.Find(symbol);
        var found = exact >= 0 ? [exact] : Enumerable.Range(0, graph.NodeCount).Where(i => graph.Node(i).QualifiedName == symbol).ToList();
        if (found.Count == 0) found = [.. NameIndex.Of(graph).DefinitionsOfDotted(symbol, out _)];
        if (found.Count == 0) Notes.Add($"The graph has no symbol '{symbol}'.");
        foreach (int node in found)
        {
            _requested.Add(node);
            starts.Add((node, 1, "asked for"));
        }
    }

    private void RankFiles()
    {
        double greatest = _files.DefaultIfEmpty(0).Max();
        double[] scores = new double[_files.Length];
        for (int f = 0; f < scores.Length; f++)
        {
            var (start, end) = graph.NodesOfFile(graph.Files[f]);
            double best = 0;
            if (_requested.Count > 0)
                for (int i = start; i < end; i++) best = Math.Max(best, _scores[i]);
            scores[f] = best + (greatest > 0 ? _files[f] / greatest : 0);
        }
        double most = Math.Max(1e-12, scores.DefaultIfEmpty(0).Max());
        Files = [.. Enumerable.Range(0, scores.Length).Where(f => scores[f] > 0)
            .OrderByDescending(f => scores[f]).ThenBy(f => f)
            .TakeWhile((f, rank) => rank < FewestFiles || (rank < MostFiles && scores[f] > 0.05 * most))
            .Select(f => new RankedFile(graph.Node(graph.Files[f]).QualifiedName, Math.Round(scores[f] / most, 4)))];
    }

    private void RankCandidates()
    {
        double most = Math.Max(1e-12, _scores.Max());
        Candidates = [.. Enumerable.Range(0, _scores.Length).Where(i => _scores[i] > Negligible * most)
            .OrderByDescending(i => _scores[i]).ThenBy(i => i).Take(MaxCandidates)
            .Select(i => new Candidate(i, Math.Round(_scores[i] / most, 4), _reasons[i] ?? "related", _requested.Contains(i)))];
    }
}
