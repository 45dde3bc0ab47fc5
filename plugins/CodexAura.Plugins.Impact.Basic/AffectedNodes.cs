using System.Collections;
using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>
/// The reached nodes in their order: by score, then distance, then place in the graph. A change may reach most of a large graph,
/// of which a few nodes are looked at. So they are parted by score at once, but each part is put in order, and each node put together,
/// when somebody asks for it.
/// </summary>
internal sealed class AffectedNodes : IReadOnlyList<AffectedNode>
{
    // A key of 64 bits orders without comparing: 30 bits for what the level lacks of the highest, 10 for the distance, 24 for the node.
    private const int NodeBits = 24, DistanceBits = 10;

    private readonly ImpactSearch _search;
    private readonly int[] _arrivals;
    private readonly int[] _partStart;
    private readonly bool[] _ordered = new bool[ScoreBuckets.Count];
    private readonly Lock _lock = new();
    private AffectedNode?[]? _made;

    private AffectedNodes(ImpactSearch search, int[] arrivals, int[] partStart) => (_search, _arrivals, _partStart) = (search, arrivals, partStart);

    public int Count => _arrivals.Length;

    public AffectedNode this[int index]
    {
        get
        {
            int number = ArrivalAt(index);
            var arrival = _search.Arrivals[number];
            return (_made ??= new AffectedNode[_arrivals.Length])[index] ??= new AffectedNode(arrival.Node, arrival.Distance, arrival.Score, new LazyPath(_search, number));
        }
    }

    /// <summary>Takes the answer out of a finished search.</summary>
    public static AffectedNodes Of(ImpactSearch search)
    {
        int[] start = new int[ScoreBuckets.Count + 1];
        foreach (int node in search.Reached)
            if (search.Arrivals[search.BestAt(node)] is { Distance: > 0 } arrival) start[ScoreBuckets.Of(arrival.Level) + 1]++;
        for (int part = 0; part < ScoreBuckets.Count; part++) start[part + 1] += start[part];
        int[] arrivals = new int[start[^1]], next = [.. start];
        foreach (int node in search.Reached)
            if (search.Arrivals[search.BestAt(node)] is { Distance: > 0 } arrival) arrivals[next[ScoreBuckets.Of(arrival.Level)]++] = search.BestAt(node);
        return new AffectedNodes(search, arrivals, start);
    }

    /// <summary>How many are functions and classes, without putting any in its order.</summary>
    public int CountDefinitions()
    {
        int count = 0;
        foreach (int arrival in _arrivals)
            if (_search.Index.Graph.Node(_search.Arrivals[arrival].Node).Type != NodeType.File) count++;
        return count;
    }

    /// <summary>Number of the arrival at the node of this place.</summary>
    public int ArrivalAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_arrivals.Length, nameof(index));
        int part = ScoreBuckets.Of(_search.Arrivals[_arrivals[index]].Level);
        if (!Volatile.Read(ref _ordered[part]))
            lock (_lock)
            {
                if (!_ordered[part]) Order(_arrivals.AsSpan(_partStart[part], _partStart[part + 1] - _partStart[part]));
                Volatile.Write(ref _ordered[part], true);
            }
        return _arrivals[index];
    }

    public IEnumerator<AffectedNode> GetEnumerator()
    {
        for (int i = 0; i < _arrivals.Length; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Order(Span<int> part)
    {
        if (_search.Index.Graph.NodeCount <= 1 << NodeBits)
        {
            ulong[] keys = new ulong[part.Length];
            for (int i = 0; i < keys.Length; i++) keys[i] = Key(_search.Arrivals[part[i]]);
            keys.AsSpan().Sort(part);
        }
        else
            part.Sort((x, y) =>
            {
                var (a, b) = (_search.Arrivals[x], _search.Arrivals[y]);
                return a.Level != b.Level ? b.Level.CompareTo(a.Level) : a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Node.CompareTo(b.Node);
            });
    }

    private static ulong Key(Arrival arrival) =>
        (ulong)(Levels.Changed - arrival.Level) << (NodeBits + DistanceBits)
        | (ulong)Math.Min(arrival.Distance, (1 << DistanceBits) - 1) << NodeBits
        | (uint)arrival.Node;
}

/// <summary>A path that is put together when somebody looks at it.</summary>
internal sealed class LazyPath(ImpactSearch search, int arrival) : IReadOnlyList<ImpactStep>
{
    private ImpactStep[]? _steps;

    public int Count => search.Arrivals[arrival].Distance + 1;

    public ImpactStep this[int index] => Steps[index];

    private ImpactStep[] Steps => _steps ??= search.PathTo(arrival);

    public IEnumerator<ImpactStep> GetEnumerator() => ((IEnumerable<ImpactStep>)Steps).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
