using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>The reached nodes in their order.</summary>
internal static class AffectedNodes
{
    public static IReadOnlyList<AffectedNode> Of(ImpactSearch search) =>
    [
        .. search.Reached.Select(search.BestAt).Where(a => search.Arrivals[a].Distance > 0)
            .OrderByDescending(a => search.Arrivals[a].Score).ThenBy(a => search.Arrivals[a].Distance).ThenBy(a => search.Arrivals[a].Node)
            .Select(a => new AffectedNode(search.Arrivals[a].Node, search.Arrivals[a].Distance, search.Arrivals[a].Score, new LazyPath(search, a))),
    ];
}

/// <summary>A path that is put together when somebody looks at it: of thousands of affected nodes a few are shown.</summary>
internal sealed class LazyPath(ImpactSearch search, int arrival) : IReadOnlyList<ImpactStep>
{
    private ImpactStep[]? _steps;

    public int Count => search.Arrivals[arrival].Distance + 1;

    public ImpactStep this[int index] => Steps[index];

    private ImpactStep[] Steps => _steps ??= search.PathTo(arrival);

    public IEnumerator<ImpactStep> GetEnumerator() => ((IEnumerable<ImpactStep>)Steps).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
