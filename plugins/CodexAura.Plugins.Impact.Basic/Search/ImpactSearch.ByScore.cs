using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>The search without a limit of depth: each node spreads once, with its final score.</summary>
internal sealed partial class ImpactSearch
{
    private const int StepsBetweenChecks = 4096;

    private void RunByScore(IReadOnlyList<int> changed, ILookup<int, NameMention> mentions, CancellationToken cancellationToken)
    {
        var columns = _columns!;
        foreach (int node in changed) Offer(node, new Label(Levels.Changed, -1, 0, ImpactRelation.Changed, false));
        for (int part = 0, steps = 0; part < columns.Buckets.Length; part++)
        {
            var bucket = columns.Buckets[part];
            // Overridden methods are added to the very part that is being read: they pass the score on as it is.
            for (int i = 0; i < bucket.Count; i++)
            {
                if (++steps % StepsBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
                if (bucket[i] < 0) SpreadDispatch(~bucket[i]);
                else if (_best[bucket[i]] < 0) Settle(bucket[i], mentions);
            }
        }
    }

    private void Offer(int node, Label label)
    {
        ref var known = ref _columns!.Labels[node];
        if (known.Level > label.Level || (known.Level == label.Level && !IsBetter(label, known))) return;
        int part = ScoreBuckets.Of(label.Level);
        if (known.Level == 0 || ScoreBuckets.Of(known.Level) != part) _columns.Buckets[part].Add(node);
        known = label;
    }

    private void Settle(int node, ILookup<int, NameMention> mentions)
    {
        var label = _columns!.Labels[node];
        (_from, _at) = (_arrivals.Count, new Arrival(node, label.From, label.Distance, label.Level, label.Relation, label.Guessed));
        _best[node] = _arrivals.Count;
        _reached.Add(node);
        _arrivals.Add(_at);
        Spread(mentions);
        if (_graph.Node(node).Type == NodeType.Function) OfferDispatch(node);
    }

    /// <summary>
    /// Many methods may take the place of one that has many callers. So the score goes to the overridden method first, and from there
    /// once, the best of all, to its callers.
    /// </summary>
    private void OfferDispatch(int method)
    {
        int reached = _at.Level - SpreadRules.Dispatch;
        if (reached <= SpreadRules.SureCall) return;
        foreach (int overridden in _index.Overrides.Above(method))
        {
            ref var known = ref _columns!.Dispatches[overridden];
            if (known.Level > _at.Level || (known.Level == _at.Level && _arrivals[known.From].Distance <= _at.Distance)) continue;
            if (known.Level == 0) _columns.Dispatched.Add(overridden);
            _columns.Buckets[ScoreBuckets.Of(reached)].Add(~overridden);
            known = new SearchColumns.Dispatch(_at.Level, _from, true);
        }
    }

    private void SpreadDispatch(int overridden)
    {
        ref var dispatch = ref _columns!.Dispatches[overridden];
        if (!dispatch.Waits) return;
        dispatch.Waits = false;
        (_from, _at) = (dispatch.From, _arrivals[dispatch.From]);
        foreach (int number in _graph.Incoming(overridden))
        {
            var edge = _graph.Edge(number);
            if (edge.TypeIndex == _index.Calls && edge.Source != overridden)
                Reach(edge.Source, SpreadRules.Dispatch + SpreadRules.Call(edge.Confidence), ImpactRelation.Dispatches, guess: true);
        }
        OfferDispatch(overridden);
    }
}
