using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic.Graphs;

/// <summary>Which methods take the place of which: for each method the nearest one of its name on each way up the base classes.</summary>
internal sealed class Overrides
{
    private readonly Dictionary<int, int[]> _above;
    private readonly Dictionary<int, int[]> _below;

    private Overrides(Dictionary<int, List<int>> above, Dictionary<int, List<int>> below) =>
        (_above, _below) = (above.ToDictionary(p => p.Key, p => p.Value.ToArray()), below.ToDictionary(p => p.Key, p => p.Value.ToArray()));

    /// <summary>The methods that a method overrides.</summary>
    public ReadOnlySpan<int> Above(int method) => _above.TryGetValue(method, out int[]? methods) ? methods : [];

    /// <summary>The methods that override a method.</summary>
    public ReadOnlySpan<int> Below(int method) => _below.TryGetValue(method, out int[]? methods) ? methods : [];

    public static Overrides Find(GraphIndex index)
    {
        var graph = index.Graph;
        var above = new Dictionary<int, List<int>>();
        var below = new Dictionary<int, List<int>>();
        var seen = new HashSet<int>();
        var todo = new Stack<int>();
        for (int type = 0; type < graph.NodeCount; type++)
        {
            if (graph.Node(type).Type != NodeType.Class || !HasBase(index, type)) continue;
            foreach (int method in index.Children(type))
            {
                if (graph.Node(method).Type != NodeType.Function) continue;
                string name = graph.Node(method).Name;
                seen.Clear();
                seen.Add(type);
                todo.Push(type);
                while (todo.TryPop(out int at))
                    foreach (int number in graph.Outgoing(at))
                    {
                        var edge = graph.Edge(number);
                        if (edge.TypeIndex != index.Extends || !seen.Add(edge.Target)) continue;
                        int overridden = index.FindMethod(edge.Target, name);
                        if (overridden < 0) todo.Push(edge.Target);
                        else Add(method, overridden);
                    }
            }
        }
        return new Overrides(above, below);

        void Add(int method, int overridden)
        {
            (above.TryGetValue(method, out var up) ? up : above[method] = []).Add(overridden);
            (below.TryGetValue(overridden, out var down) ? down : below[overridden] = []).Add(method);
        }
    }

    private static bool HasBase(GraphIndex index, int type)
    {
        foreach (int number in index.Graph.Outgoing(type))
            if (index.Graph.Edge(number).TypeIndex == index.Extends) return true;
        return false;
    }
}
