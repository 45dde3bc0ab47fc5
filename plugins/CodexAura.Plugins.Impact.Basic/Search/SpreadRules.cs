using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>The steps that <see cref="Graphs.SpreadGraph"/> does not hold.</summary>
internal static class SpreadRules
{
    /// <summary>From a node that changed itself: module-level code to all that import it, a class body and module-level code to what is in them.</summary>
    public static void FromChanged(ImpactSearch search, int node)
    {
        var graph = search.Index.Graph;
        var type = graph.Node(node).Type;
        if (type == NodeType.Function) return;
        if (type == NodeType.File)
            foreach (int number in graph.Incoming(node))
            {
                var edge = graph.Edge(number);
                // Constants, imports, what runs at import: whoever imports the file gets other values.
                if (edge.TypeIndex == search.Index.Imports) search.Reach(edge.Source, Weights.ImportsChanged, ImpactRelation.Imports, guess: false);
            }
        foreach (int child in search.Index.Children(node)) search.Reach(child, Weights.PartOf, ImpactRelation.PartOf, guess: true);
    }

    /// <summary>From a method to those who call one of a base class that it takes the place of.</summary>
    public static void FromOverride(ImpactSearch search, int method)
    {
        var overrides = search.Index.Overrides;
        if (overrides.Above(method).IsEmpty || !search.CanReach(Weights.Dispatch * Weights.Call(Confidence.Exact))) return;
        var graph = search.Index.Graph;
        var seen = new HashSet<int> { method };
        var todo = new Stack<int>();
        todo.Push(method);
        while (todo.TryPop(out int at))
            foreach (int overridden in overrides.Above(at))
            {
                if (!seen.Add(overridden)) continue;
                foreach (int number in graph.Incoming(overridden))
                {
                    var edge = graph.Edge(number);
                    if (edge.TypeIndex == search.Index.Calls && edge.Source != overridden)
                        search.Reach(edge.Source, Weights.Dispatch * Weights.Call(edge.Confidence), ImpactRelation.Dispatches, guess: true);
                }
                todo.Push(overridden);
            }
    }
}
