using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>One arrival at a node. Arrivals never change, so the chain over <c>From</c> is the path that gave the score.</summary>
/// <param name="Node">The node.</param>
/// <param name="From">Number of the arrival it came from; -1 for a changed node.</param>
/// <param name="Distance">Steps from the change.</param>
/// <param name="Score">Product of the weights on the way.</param>
/// <param name="Relation">How the node is affected by the one before it.</param>
/// <param name="Guessed">Whether some step on the way is a guess.</param>
internal readonly record struct Arrival(int Node, int From, int Distance, double Score, ImpactRelation Relation, bool Guessed);

/// <summary>
/// Spreads a change against the edges. Works in rounds, one step each, so that with a limit of depth the best path within the
/// limit is found, not the best of all cut off.
/// </summary>
/// <remarks>
/// Costs as much as it reaches, whatever the size of the graph: the columns over all nodes are lent by the index and given back
/// clean. After <see cref="Dispose"/> only arrivals and paths may be asked for.
/// </remarks>
internal sealed class ImpactSearch : IDisposable
{
    private readonly GraphIndex _index;
    private readonly CodeGraph _graph;
    private readonly List<Arrival> _arrivals = [];
    private readonly List<int> _reached = [];
    private SearchColumns? _columns;
    private readonly SpreadGraph _spread;
    private int[] _best;
    private int[] _waiting;
    private double[] _score;
    private List<int> _frontier = [];
    private List<int> _next = [];
    private int _from;
    private Arrival _at;

    public ImpactSearch(GraphIndex index)
    {
        (_index, _graph) = (index, index.Graph);
        _columns = index.Rent();
        (_best, _waiting, _score, _spread) = (_columns.Best, _columns.Waiting, _columns.Score, index.Spread);
    }

    public GraphIndex Index => _index;

    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>Columns for a walk, all 0.</summary>
    public WalkColumns Walk => _columns!.Walk;

    /// <summary>Where a walk ends that shows which tests run what changed: in changed definitions, and in code that mentions them.</summary>
    public IEnumerable<(int Node, double Weight)> Seeds()
    {
        foreach (int node in _reached)
        {
            var arrival = _arrivals[_best[node]];
            if (arrival.Distance == 0 && !_index.IsTestCode(node)) yield return (node, 1);
            else if (arrival.Relation == ImpactRelation.Mentions) yield return (node, arrival.Score * Weights.Call(Confidence.Heuristic));
        }
    }

    /// <summary>Nodes that were reached or changed, each once, the changed ones first.</summary>
    public IReadOnlyList<int> Reached => _reached;

    /// <summary>Number of the best arrival at a node; -1 when it was not reached.</summary>
    public int BestAt(int node) => _best[node];

    public void Dispose()
    {
        if (_columns is null) return;
        foreach (var arrival in _arrivals)
        {
            _best[arrival.Node] = _waiting[arrival.Node] = -1;
            _score[arrival.Node] = 0;
        }
        _index.Return(_columns);
        (_columns, _best, _waiting, _score) = (null, [], [], []);
    }

    public void Run(IReadOnlyList<int> changed, ILookup<int, NameMention> mentions, int depth, CancellationToken cancellationToken)
    {
        foreach (int node in changed)
        {
            (_best[node], _score[node]) = (_arrivals.Count, 1);
            _reached.Add(node);
            _frontier.Add(_arrivals.Count);
            _arrivals.Add(new Arrival(node, -1, 0, 1, ImpactRelation.Changed, false));
        }
        for (int round = 1; _frontier.Count > 0 && (depth == 0 || round <= depth); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int arrival in _frontier)
            {
                // A better way to the same node came up in the same round.
                if (_best[_arrivals[arrival].Node] != arrival) continue;
                (_from, _at) = (arrival, _arrivals[arrival]);
                Spread(mentions);
            }
            // Scores of a round become visible together: a node reached in this round must not spread within it.
            foreach (int arrival in _next)
            {
                int node = _arrivals[arrival].Node;
                if (_waiting[node] != arrival) continue;
                if (_best[node] < 0) _reached.Add(node);
                (_best[node], _waiting[node]) = (arrival, -1);
            }
            (_frontier, _next) = (_next, _frontier);
            _next.Clear();
        }
    }

    /// <summary>Whether a step of this weight from where the search stands leads to anything worth telling.</summary>
    public bool CanReach(double weight) => _at.Score * weight >= Weights.Least;

    public void Reach(int node, double weight, ImpactRelation relation, bool guess)
    {
        // Rounded, so that paths with the same steps in another order have the same score.
        double score = Math.Round(_at.Score * weight * Weights.Scale) / Weights.Scale;
        if (score < Weights.Least || _score[node] >= score) return;
        (_score[node], _waiting[node]) = (score, _arrivals.Count);
        _next.Add(_arrivals.Count);
        _arrivals.Add(new Arrival(node, _from, _at.Distance + 1, score, relation, _at.Guessed || guess));
    }

    /// <summary>The path to an arrival, from the changed node on.</summary>
    public ImpactStep[] PathTo(int arrival)
    {
        var path = new ImpactStep[_arrivals[arrival].Distance + 1];
        for (int at = arrival, i = path.Length - 1; at >= 0; at = _arrivals[at].From, i--)
            path[i] = new ImpactStep(_arrivals[at].Node, _arrivals[at].Relation);
        return path;
    }

    private void Spread(ILookup<int, NameMention> mentions)
    {
        int node = _at.Node;
        if (_at.From < 0)
        {
            SpreadRules.FromChanged(this, node);
            foreach (var mention in mentions[node]) Reach(mention.Node, Weights.Mentions / mention.Candidates, ImpactRelation.Mentions, guess: true);
        }
        var to = _spread.To(node);
        var kinds = _spread.KindsFrom(node);
        for (int i = 0; i < to.Length; i++)
        {
            var step = SpreadGraph.Kinds[kinds[i]];
            Reach(to[i], step.Weight, step.Relation, step.Guess);
        }
        SpreadRules.FromOverride(this, node);
    }
}
