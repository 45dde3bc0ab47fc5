using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>Who is affected by what, one step at a time.</summary>
internal static class SpreadRules
{
    /// <summary>How many classes above or below one are looked through for a method.</summary>
    private const int LargestFamily = 500;

    /// <summary>Module-level code: constants, imports, what runs at import. Whoever imports the file gets other values.</summary>
    public static void FromModule(ImpactSearch search, int file, bool changed)
    {
        var graph = search.Index.Graph;
        double weight = changed ? Weights.ImportsChanged : Weights.ImportsAffected;
        foreach (int number in graph.Incoming(file))
        {
            var edge = graph.Edge(number);
            if (edge.TypeIndex == search.Index.Imports) search.Reach(edge.Source, weight, ImpactRelation.Imports, guess: false);
        }
        if (changed) ReachParts(search, file);
    }

    /// <summary>A class body, or a class whose base changed: those who make instances, subclasses, and its own methods.</summary>
    public static void FromClass(ImpactSearch search, int type, bool changed)
    {
        FromCalls(search, type, 1, ImpactRelation.Calls, guess: false);
        foreach (int subclass in Neighbours(search, type, search.Index.Extends, incoming: true))
            search.Reach(subclass, Weights.Extends, ImpactRelation.Extends, guess: false);
        if (changed) ReachParts(search, type);
    }

    public static void FromFunction(ImpactSearch search, int function)
    {
        var graph = search.Index.Graph;
        FromCalls(search, function, 1, ImpactRelation.Calls, guess: false);
        foreach (int user in search.Index.UsersOfFixture(function)) search.Reach(user, Weights.Fixture, ImpactRelation.Fixture, guess: false);
        int parent = graph.Node(function).Parent;
        if (graph.Node(parent).Type == NodeType.Function) search.Reach(parent, Weights.Contains, ImpactRelation.Contains, guess: false);
        if (graph.Node(parent).Type == NodeType.Class) FromMethod(search, function, parent);
    }

    private static void FromMethod(ImpactSearch search, int method, int type)
    {
        var graph = search.Index.Graph;
        string name = graph.Node(method).Name;
        // What runs at making an instance has edges from those who make one already.
        if (name is not ("__init__" or "__new__"))
        {
            search.Reach(type, IsProtocol(name) ? Weights.HasProtocol : Weights.Has, ImpactRelation.Has, guess: true);
        }
        ReachSubclasses(search, type, name);
        foreach (int overridden in Overridden(search, type, name))
            FromCalls(search, overridden, Weights.Dispatch, ImpactRelation.Dispatches, guess: true);
    }

    /// <summary>Downwards: overriding methods, and classes that inherit the method as it is. A class below an overriding one has that one's.</summary>
    private static void ReachSubclasses(ImpactSearch search, int type, string name)
    {
        if (!search.CanReach(Math.Max(Weights.Overrides, Weights.Inherits))) return;
        var seen = new HashSet<int> { type };
        var todo = new Stack<int>();
        todo.Push(type);
        while (todo.TryPop(out int at))
        {
            foreach (int subclass in Neighbours(search, at, search.Index.Extends, incoming: true))
            {
                // From here on a walk over a family of thousands would cost more than it tells: the classes themselves pass it on.
                if (!seen.Add(subclass) || seen.Count > LargestFamily) continue;
                int own = search.Index.FindMethod(subclass, name);
                if (own >= 0) search.Reach(own, Weights.Overrides, ImpactRelation.Overrides, guess: false);
                else
                {
                    search.Reach(subclass, Weights.Inherits, ImpactRelation.Inherits, guess: false);
                    todo.Push(subclass);
                }
            }
        }
    }

    /// <summary>Upwards: the methods of base classes that a method takes the place of.</summary>
    private static List<int> Overridden(ImpactSearch search, int type, string name)
    {
        var found = new List<int>();
        if (!search.CanReach(Weights.Dispatch * Weights.Call(Confidence.Exact))) return found;
        var seen = new HashSet<int> { type };
        var todo = new Stack<int>();
        todo.Push(type);
        while (todo.TryPop(out int at))
        {
            foreach (int parent in Neighbours(search, at, search.Index.Extends, incoming: false))
            {
                if (!seen.Add(parent) || seen.Count > LargestFamily) continue;
                todo.Push(parent);
                if (search.Index.FindMethod(parent, name) is >= 0 and var method) found.Add(method);
            }
        }
        return found;
    }

    private static void FromCalls(ImpactSearch search, int callee, double weight, ImpactRelation relation, bool guess)
    {
        var graph = search.Index.Graph;
        foreach (int number in graph.Incoming(callee))
        {
            var edge = graph.Edge(number);
            if (edge.TypeIndex == search.Index.Calls && edge.Source != callee)
                search.Reach(edge.Source, weight * Weights.Call(edge.Confidence), relation, guess || edge.Confidence == Confidence.Heuristic);
        }
    }

    private static void ReachParts(ImpactSearch search, int scope)
    {
        foreach (int child in search.Index.Children(scope)) search.Reach(child, Weights.PartOf, ImpactRelation.PartOf, guess: true);
    }

    /// <summary>A method that the language calls without naming it, such as <c>__str__</c>.</summary>
    private static bool IsProtocol(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    private static List<int> Neighbours(ImpactSearch search, int node, int type, bool incoming)
    {
        var graph = search.Index.Graph;
        var found = new List<int>();
        foreach (int number in incoming ? graph.Incoming(node) : graph.Outgoing(node))
        {
            var edge = graph.Edge(number);
            if (edge.TypeIndex == type) found.Add(incoming ? edge.Source : edge.Target);
        }
        return found;
    }
}
