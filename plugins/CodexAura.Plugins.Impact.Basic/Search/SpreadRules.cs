using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>The steps that <see cref="Graphs.SpreadGraph"/> does not hold.</summary>
internal static class SpreadRules
{
    private static readonly int ImportsChanged = Levels.Cost(Weights.ImportsChanged), PartOf = Levels.Cost(Weights.PartOf), Mentions = Levels.Cost(Weights.Mentions);
    private static readonly int Likely = Levels.Cost(Weights.Call(Confidence.Inferred)), Guess = Levels.Cost(Weights.Call(Confidence.Heuristic));

    /// <summary>What it costs to get from a method to the callers of one that it takes the place of, besides what their calls cost.</summary>
    public static readonly int Dispatch = Levels.Cost(Weights.Dispatch);

    /// <summary>What a call costs at least.</summary>
    public static readonly int SureCall = Levels.Cost(Weights.Call(Confidence.Exact));

    /// <summary>What a call costs.</summary>
    public static int Call(Confidence confidence) => confidence switch
    {
        Confidence.Exact => SureCall,
        Confidence.Inferred => Likely,
        _ => Guess,
    };

    /// <summary>What it costs to get to a place that mentions a name which so many definitions have.</summary>
    public static int Mention(int candidates) => Mentions + Levels.CostOfSharing(candidates);

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
                if (edge.TypeIndex == search.Index.Imports) search.Reach(edge.Source, ImportsChanged, ImpactRelation.Imports, guess: false);
            }
        foreach (int child in search.Index.Children(node)) search.Reach(child, PartOf, ImpactRelation.PartOf, guess: true);
    }

    /// <summary>From a method to those who call one of a base class that it takes the place of.</summary>
    public static void FromOverride(ImpactSearch search, int method)
    {
        var overrides = search.Index.Overrides;
        if (overrides.Above(method).IsEmpty || !search.CanReach(Dispatch + SureCall)) return;
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
                        search.Reach(edge.Source, Dispatch + Call(edge.Confidence), ImpactRelation.Dispatches, guess: true);
                }
                todo.Push(overridden);
            }
    }
}
