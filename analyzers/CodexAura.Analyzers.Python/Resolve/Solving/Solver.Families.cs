namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Families of methods found by the known start of a computed name, such as getattr(self, "visit_" + kind). A family is one value,
/// whatever the number of its members, so that it takes one place where values are limited; calling it calls each member.
/// </summary>
internal sealed partial class Solver
{
    private readonly record struct FamilyCall(int Op, int Activation, Role Role, int Receiver, int Extra);

    private sealed class Family
    {
        public List<int> Members { get; } = [];
        public List<FamilyCall> Calls { get; } = [];
    }

    private readonly record struct ComputedLookup(int Result, int Family);

    private readonly Dictionary<int, Family> _families = [];
    private readonly List<ComputedLookup> _computedLookups = [];
    private readonly KeyMap _familyCalls;

    /// <summary>The number of a look-up by a computed name: where what is found goes, and the family it belongs to.</summary>
    private int Computed(int owner, int text, int result)
    {
        int family = _objects.Get(ObjectKind.Family, owner, text);
        _families.TryAdd(family, new Family());
        _computedLookups.Add(new ComputedLookup(result, family));
        return _computedLookups.Count - 1;
    }

    /// <summary>Something was found by a computed name: a method joins the family, anything else is a value like others.</summary>
    private void FoundComputed(int lookup, int found)
    {
        var (result, family) = _computedLookups[lookup];
        if (_objects[found].Kind is not (ObjectKind.Bound or ObjectKind.Function))
        {
            _slots.Add(result, found);
            return;
        }
        _computedNames.Add(found);
        _slots.Add(result, family);
        var known = _families[family];
        if (known.Members.Contains(found)) return;
        known.Members.Add(found);
        for (int i = 0; i < known.Calls.Count; i++) CallMember(known.Calls[i], found);
    }

    private void InvokeFamily(int family, in FamilyCall call)
    {
        if (!_familyCalls.Add(call.Op, call.Activation, (int)call.Role, family)) return;
        var known = _families[family];
        known.Calls.Add(call);
        for (int i = 0; i < known.Members.Count; i++) CallMember(call, known.Members[i]);
    }

    private void CallMember(in FamilyCall call, int member)
    {
        bool outer = _viaComputedName;
        _viaComputedName = true;
        Invoke(call.Op, call.Activation, call.Role, member, _objects[member].Kind == ObjectKind.Bound ? -1 : call.Receiver, call.Extra);
        _viaComputedName = outer;
    }
}
