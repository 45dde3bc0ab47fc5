using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>One arrival at a node. Arrivals never change, so the chain over <c>From</c> is the path that gave the score.</summary>
/// <param name="Node">The node.</param>
/// <param name="From">Number of the arrival it came from; -1 for a changed node.</param>
/// <param name="Distance">Steps from the change.</param>
/// <param name="Level">The score, as a level (<see cref="Levels"/>).</param>
/// <param name="Relation">How the node is affected by the one before it.</param>
/// <param name="Guessed">Whether some step on the way is a guess.</param>
internal readonly record struct Arrival(int Node, int From, int Distance, int Level, ImpactRelation Relation, bool Guessed)
{
    /// <summary>Product of the weights on the way.</summary>
    public double Score { get; } = Levels.ScoreOf(Level);

    /// <summary>How it was reached.</summary>
    public Label Label => new(Level, From, Distance, Relation, Guessed);
}

/// <summary>
/// Spreads a change against the edges. Without a limit of depth nodes are taken by score, each once (<see cref="ScoreBuckets"/>); with one
/// it works in rounds, one step each, so that the best path within the limit is found, not the best of all cut off.
/// </summary>
/// <remarks>
/// Costs as much as it reaches, whatever the size of the graph: the columns over all nodes are lent by the index and given back
/// clean. After <see cref="Dispose"/> only arrivals and paths may be asked for.
/// </remarks>
internal sealed partial class ImpactSearch : IDisposable
{
    private readonly GraphIndex _index;
    private readonly CodeGraph _graph;
    private readonly List<Arrival> _arrivals;
    private readonly List<int> _reached = [];
    private SearchColumns? _columns;
    private readonly SpreadGraph _spread;
    private int[] _best;
    private bool _byScore;
    private bool _finished;
    private int _from;
    private Arrival _at;

    public ImpactSearch(GraphIndex index)
    {
        (_index, _graph) = (index, index.Graph);
        _columns = index.Rent();
        (_best, _arrivals, _spread) = (_columns.Best, _columns.Arrivals, index.Spread);
    }

    public GraphIndex Index => _index;

    /// <summary>All arrivals; those of changed nodes come first.</summary>
    public Arrival[] Arrivals { get; private set; } = [];

    /// <summary>Columns for a walk, all 0.</summary>
    public WalkColumns Walk => _columns!.Walk;

    /// <summary>Where a walk ends that shows which tests run what changed: in changed definitions, and in code that mentions them.</summary>
    public IEnumerable<(int Node, double Weight)> Seeds()
    {
        foreach (int node in _reached)
        {
            var arrival = Arrivals[_best[node]];
            if (arrival.Distance == 0 && !_index.IsTestCode(node)) yield return (node, 1);
            else if (arrival.Relation == ImpactRelation.Mentions) yield return (node, arrival.Score * Weights.Call(Confidence.Heuristic));
        }
    }

    /// <summary>Nodes that were reached or changed, each once, the changed ones first.</summary>
    public List<int> Reached => _reached;

    /// <summary>Number of the best arrival at a node; -1 when it was not reached.</summary>
    public int BestAt(int node) => _best[node];

    public void Dispose()
    {
        if (_columns is null) return;
        if (_finished) GiveBack(_columns);
        // Columns of a search that was stopped are not worth cleaning.
        (_columns, _best) = (null, []);
    }

    private void GiveBack(SearchColumns columns)
    {
        foreach (var arrival in Arrivals)
        {
            _best[arrival.Node] = -1;
            if (_byScore) columns.Labels[arrival.Node] = default;
            else (columns.Waiting[arrival.Node], columns.Level[arrival.Node]) = (-1, 0);
        }
        foreach (int method in columns.Dispatched) columns.Dispatches[method] = default;
        columns.Dispatched.Clear();
        foreach (var bucket in columns.Buckets) bucket.Clear();
        _arrivals.Clear();
        _index.Return(columns);
    }

    public void Run(IReadOnlyList<int> changed, ILookup<int, NameMention> mentions, int depth, CancellationToken cancellationToken)
    {
        _byScore = depth == 0;
        if (_byScore) RunByScore(changed, mentions, cancellationToken);
        else RunByRounds(changed, mentions, depth, cancellationToken);
        // The answer keeps them for its paths, the columns go on to the next search.
        (Arrivals, _finished) = ([.. _arrivals], true);
    }

    /// <summary>Whether a step of this cost from where the search stands leads to anything worth telling.</summary>
    public bool CanReach(int cost) => _at.Level > cost;

    public void Reach(int node, int cost, ImpactRelation relation, bool guess)
    {
        int level = _at.Level - cost;
        if (level <= 0) return;
        if (_byScore) Offer(node, new Label(level, _from, _at.Distance + 1, relation, _at.Guessed || guess));
        else if (_columns!.Level[node] <= level) Arrive(new Arrival(node, _from, _at.Distance + 1, level, relation, _at.Guessed || guess));
    }

    /// <summary>
    /// Which of two ways with the same score is told: the shorter, the one without a guess, the relation that comes first. What is told
    /// hangs on neither the order of the search nor the limit of depth, but for which of several nodes alike it came over.
    /// </summary>
    private static bool IsBetter(in Label label, in Label known)
    {
        if (label.Distance != known.Distance) return label.Distance < known.Distance;
        return label.Guessed != known.Guessed ? known.Guessed : label.Relation < known.Relation;
    }

    /// <summary>The path to an arrival, from the changed node on.</summary>
    public ImpactStep[] PathTo(int arrival)
    {
        var path = new ImpactStep[Arrivals[arrival].Distance + 1];
        for (int at = arrival, i = path.Length - 1; at >= 0; at = Arrivals[at].From, i--)
            path[i] = new ImpactStep(Arrivals[at].Node, Arrivals[at].Relation);
        return path;
    }

    /// <summary>From the node that the search stands at, but for the callers of what it overrides.</summary>
    private void Spread(ILookup<int, NameMention> mentions)
    {
        int node = _at.Node;
        if (_at.From < 0)
        {
            SpreadRules.FromChanged(this, node);
            // What stands outside of the graph's files, in configuration, has no node: it counts for the risk alone.
            foreach (var mention in mentions[node])
                if (mention.Node >= 0) Reach(mention.Node, SpreadRules.Mention(mention.Candidates), ImpactRelation.Mentions, guess: true);
        }
        var to = _spread.To(node);
        var kinds = _spread.KindsFrom(node);
        // Most steps lead to where a better way is known: they end here.
        var labels = _byScore ? _columns!.Labels : null;
        for (int i = 0; i < to.Length; i++)
        {
            ref readonly var step = ref SpreadGraph.Kinds[kinds[i]];
            if (labels is not null)
            {
                ref readonly var known = ref labels[to[i]];
                int lead = known.Level - (_at.Level - step.Cost);
                if (lead > 0 || (lead == 0 && known.Distance <= _at.Distance)) continue;
            }
            Reach(to[i], step.Cost, step.Relation, step.Guess);
        }
    }
}
