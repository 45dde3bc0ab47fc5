namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>functools.total_ordering: the comparisons that a class lacks run the one that it has, and __eq__ where that does not tell enough.</summary>
internal sealed partial class Solver
{
    /// <summary>The comparison that is there, in the order in which they are preferred; those made of it, and whether they ask __eq__ too.</summary>
    private static readonly (string Root, (string Name, bool AsksEqual)[] Derived)[] Orders =
    [
        ("__lt__", [("__gt__", true), ("__le__", true), ("__ge__", false)]),
        ("__le__", [("__ge__", true), ("__lt__", true), ("__gt__", false)]),
        ("__gt__", [("__lt__", true), ("__ge__", true), ("__le__", false)]),
        ("__ge__", [("__le__", true), ("__gt__", true), ("__lt__", false)]),
    ];

    private void DeriveOrder(int def)
    {
        if (_program.IsModelDef(def)) return;
        foreach (var (root, derived) in Orders)
        {
            if (FindAttribute(def, _known[root]) is not (>= 0 and var has)) continue;
            int equal = FindAttribute(def, _known["__eq__"]);
            foreach (var (name, asksEqual) in derived)
            {
                if (FindAttribute(def, _known[name]) >= 0) continue;
                int slot = ClassAttribute(def, _known[name]);
                _slots.AddEdge(has, slot);
                if (asksEqual && equal >= 0) _slots.AddEdge(equal, slot);
            }
            return;
        }
    }
}
