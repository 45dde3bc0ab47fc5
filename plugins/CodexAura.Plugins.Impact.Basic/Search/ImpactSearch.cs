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
internal sealed class ImpactSearch
{
    private readonly GraphIndex _index;
    private readonly CodeGraph _graph;
    private readonly List<Arrival> _arrivals = [];
    private readonly int[] _best;
    private readonly int[] _waiting;
    private List<int> _frontier = [];
    private List<int> _next = [];
    private int _from;

    public ImpactSearch(GraphIndex index)
    {
        (_index, _graph) = (index, index.Graph);
        _best = new int[_graph.NodeCount];
        _waiting = new int[_graph.NodeCount];
        Array.Fill(_best, -1);
        Array.Fill(_waiting, -1);
    }

    public GraphIndex Index => _index;

    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>Number of the best arrival at a node; -1 when it was not reached.</summary>
    public int BestAt(int node) => _best[node];

    /// <summary>Nodes that were reached or changed, in graph order.</summary>
    public IEnumerable<int> Reached()
    {
        for (int node = 0; node < _best.Length; node++)
            if (_best[node] >= 0) yield return node;
    }

    public void Run(IReadOnlyList<int> changed, ILookup<int, NameMention> mentions, int depth, CancellationToken cancellationToken)
    {
        foreach (int node in changed)
        {
            _best[node] = _arrivals.Count;
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
                _from = arrival;
                Spread(_arrivals[arrival], mentions);
            }
            // Scores of a round become visible together: a node reached in this round must not spread within it.
            foreach (int arrival in _next)
            {
                int node = _arrivals[arrival].Node;
                if (_waiting[node] == arrival) (_best[node], _waiting[node]) = (arrival, -1);
            }
            (_frontier, _next) = (_next, _frontier);
            _next.Clear();
        }
    }

    /// <summary>Whether a step of this weight from where the search stands leads to anything worth telling.</summary>
    public bool CanReach(double weight) => _arrivals[_from].Score * weight >= Weights.Least;

    public void Reach(int node, double weight, ImpactRelation relation, bool guess)
    {
        var from = _arrivals[_from];
        double score = from.Score * weight;
        int known = _waiting[node] >= 0 ? _waiting[node] : _best[node];
        if (score < Weights.Least || (known >= 0 && _arrivals[known].Score >= score)) return;
        _waiting[node] = _arrivals.Count;
        _next.Add(_arrivals.Count);
        _arrivals.Add(new Arrival(node, _from, from.Distance + 1, score, relation, from.Guessed || guess));
    }

    /// <summary>The path to an arrival, from the changed node on.</summary>
    public ImpactStep[] PathTo(int arrival)
    {
        var path = new ImpactStep[_arrivals[arrival].Distance + 1];
        for (int at = arrival, i = path.Length - 1; at >= 0; at = _arrivals[at].From, i--)
            path[i] = new ImpactStep(_arrivals[at].Node, _arrivals[at].Relation);
        return path;
    }

    private void Spread(Arrival at, ILookup<int, NameMention> mentions)
    {
        bool changed = at.From < 0;
        switch (_graph.Node(at.Node).Type)
        {
            case NodeType.File: SpreadRules.FromModule(this, at.Node, changed); break;
            case NodeType.Class: SpreadRules.FromClass(this, at.Node, changed); break;
            default: SpreadRules.FromFunction(this, at.Node); break;
        }
        if (!changed) return;
        foreach (var mention in mentions[at.Node])
            Reach(mention.Node, Weights.Mentions / mention.Candidates, ImpactRelation.Mentions, guess: true);
    }
}
