using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>Who is affected by what, one step at a time.</summary>
internal static class SpreadRules
{
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
        var graph = search.Index.Graph;
        foreach (int number in graph.Incoming(type))
        {
            var edge = graph.Edge(number);
            if (edge.TypeIndex == search.Index.Extends) search.Reach(edge.Source, Weights.Extends, ImpactRelation.Extends, guess: false);
        }
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
            search.Reach(type, IsProtocol(name) ? Weights.HasProtocol : Weights.Has, ImpactRelation.Has, guess: true);
        foreach (int overriding in search.Index.Overrides.Below(method)) search.Reach(overriding, Weights.Overrides, ImpactRelation.Overrides, guess: false);
        if (search.CanReach(Weights.Inherits)) ReachHeirs(search, type, name);
        if (search.CanReach(Weights.Dispatch * Weights.Call(Confidence.Exact))) ReachDispatchers(search, method);
    }

    /// <summary>Direct subclasses that have the method as it is; theirs are reached over them.</summary>
    private static void ReachHeirs(ImpactSearch search, int type, string name)
    {
        var graph = search.Index.Graph;
        foreach (int number in graph.Incoming(type))
        {
            var edge = graph.Edge(number);
            if (edge.TypeIndex == search.Index.Extends && search.Index.FindMethod(edge.Source, name) < 0)
                search.Reach(edge.Source, Weights.Inherits, ImpactRelation.Inherits, guess: false);
        }
    }

    /// <summary>Those who call a method of a base class that this one takes the place of.</summary>
    private static void ReachDispatchers(ImpactSearch search, int method)
    {
        var overrides = search.Index.Overrides;
        if (overrides.Above(method).IsEmpty) return;
        var seen = new HashSet<int> { method };
        var todo = new Stack<int>();
        todo.Push(method);
        while (todo.TryPop(out int at))
            foreach (int overridden in overrides.Above(at))
            {
                if (!seen.Add(overridden)) continue;
                FromCalls(search, overridden, Weights.Dispatch, ImpactRelation.Dispatches, guess: true);
                todo.Push(overridden);
            }
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
}
