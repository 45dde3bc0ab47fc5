using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>The search with a limit of depth.</summary>
internal sealed partial class ImpactSearch
{
    private List<int> _frontier = [];
    private List<int> _next = [];

    /// <summary>An arrival that is not worse than all before it.</summary>
    private void Arrive(Arrival arrival)
    {
        var columns = _columns!;
        int waiting = columns.Waiting[arrival.Node];
        // As good as one of an earlier round, which was the shorter way, or as another of this one.
        if (columns.Level[arrival.Node] == arrival.Level && (waiting < 0 || !IsBetter(arrival.Label, _arrivals[waiting].Label))) return;
        (columns.Level[arrival.Node], columns.Waiting[arrival.Node]) = (arrival.Level, _arrivals.Count);
        _next.Add(_arrivals.Count);
        _arrivals.Add(arrival);
    }

    private void RunByRounds(IReadOnlyList<int> changed, ILookup<int, NameMention> mentions, int depth, CancellationToken cancellationToken)
    {
        int[] waiting = _columns!.Waiting;
        foreach (int node in changed)
        {
            (_best[node], _columns.Level[node]) = (_arrivals.Count, Levels.Changed);
            _reached.Add(node);
            _frontier.Add(_arrivals.Count);
            _arrivals.Add(new Arrival(node, -1, 0, Levels.Changed, ImpactRelation.Changed, false));
        }
        for (int round = 1; _frontier.Count > 0 && round <= depth; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int arrival in _frontier)
            {
                // A better way to the same node came up in the same round.
                if (_best[_arrivals[arrival].Node] != arrival) continue;
                (_from, _at) = (arrival, _arrivals[arrival]);
                Spread(mentions);
                SpreadRules.FromOverride(this, _at.Node);
            }
            // Scores of a round become visible together: a node reached in this round must not spread within it.
            foreach (int arrival in _next)
            {
                int node = _arrivals[arrival].Node;
                if (waiting[node] != arrival) continue;
                if (_best[node] < 0) _reached.Add(node);
                (_best[node], waiting[node]) = (arrival, -1);
            }
            (_frontier, _next) = (_next, _frontier);
            _next.Clear();
        }
    }
}
