using System.Collections;
using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>
/// The reached nodes in their order: by score, then distance, then place in the graph. A change may reach most of a large graph,
/// of which a few nodes are looked at, so each is put together when it is asked for.
/// </summary>
internal sealed class AffectedNodes : IReadOnlyList<AffectedNode>
{
    // A key of 64 bits orders without comparing: 30 bits for what the score lacks of 1, 10 for the distance, 24 for the node.
    private const int NodeBits = 24, DistanceBits = 10;

    private readonly ImpactSearch _search;
    private readonly int[] _arrivals;
    private AffectedNode?[]? _made;

    private AffectedNodes(ImpactSearch search, int[] arrivals) => (_search, _arrivals) = (search, arrivals);

    public int Count => _arrivals.Length;

    public AffectedNode this[int index]
    {
        get
        {
            int number = _arrivals[index];
            var arrival = _search.Arrivals[number];
            return (_made ??= new AffectedNode[_arrivals.Length])[index] ??= new AffectedNode(arrival.Node, arrival.Distance, arrival.Score, new LazyPath(_search, number));
        }
    }

    /// <summary>Takes the answer out of a finished search.</summary>
    public static AffectedNodes Of(ImpactSearch search)
    {
        int[] arrivals = [.. search.Reached.Select(search.BestAt).Where(a => search.Arrivals[a].Distance > 0)];
        if (search.Index.Graph.NodeCount <= 1 << NodeBits) Array.Sort(Array.ConvertAll(arrivals, a => Key(search.Arrivals[a])), arrivals);
        else
            Array.Sort(arrivals, (x, y) =>
            {
                var (a, b) = (search.Arrivals[x], search.Arrivals[y]);
                return a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Node.CompareTo(b.Node);
            });
        return new AffectedNodes(search, arrivals);
    }

    public IEnumerator<AffectedNode> GetEnumerator()
    {
        for (int i = 0; i < _arrivals.Length; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ulong Key(Arrival arrival) =>
        (ulong)(Weights.Scale - arrival.Score * Weights.Scale) << (NodeBits + DistanceBits)
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
