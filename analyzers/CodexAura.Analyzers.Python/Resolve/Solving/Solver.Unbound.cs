using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Methods that are taken out of a class and called with the object written out: getattr(type(self), "visit_" + kind)(self, node).
/// A variable holds those of all classes that do so, but a method that is inherited by none of them calls none of theirs on itself.
/// </summary>
internal sealed partial class Solver
{
    /// <param name="Callees">The slot of what is called.</param>
    /// <param name="Object">The slot of the first argument, which is the object that the method around the call runs on.</param>
    /// <param name="Around">The method around the call.</param>
    /// <param name="Callee">The method that is called.</param>
    private readonly record struct UnboundCall(int Callees, int Object, int Around, int Callee);

    private readonly List<UnboundCall> _unboundCalls = [];

    private void NoteUnbound(int op, int activation, int def, in DefRecord record)
    {
        // A decorator may have made it a static method, which has no object.
        if (record.Class < 0 || ((DefFlags)record.Flags & DefFlags.Decorated) != 0 || !IsOwn(activation)) return;
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) != OpCode.Call || ((CallFlags)w[4] & CallFlags.Decorator) != 0) return;
        var site = new CallSite(w, Role.Value, -1);
        if (site.Count == 0 || site[0] is not { Kind: ArgKind.Positional, Mapped: false } first) return;
        // Who calls anything else is not always known, a method is found through its class.
        if (MethodOn(first.Slot, op, activation) is >= 0 and var around)
            _unboundCalls.Add(new UnboundCall(Map(activation, w[2]), Map(activation, first.Slot), around, def));
    }

    /// <summary>The method around an instruction whose own object a slot holds, or -1.</summary>
    private int MethodOn(int slot, int op, int activation)
    {
        (op, int file) = SiteOf(op, activation);
        var unit = _program.Units[file];
        for (int d = 1; d < unit.DefCount; d++)
        {
            ref readonly var around = ref unit.Defs[d];
            if (around.Class >= 0 && around.ParamCount > 0 && around.OpStart <= op && op < around.OpEnd && ((DefFlags)around.Flags & DefFlags.Decorated) == 0
                && unit.Params[around.ParamStart].Slot == slot) return _program.DefBase[file] + d;
        }
        return -1;
    }

    /// <summary>Drops calls of methods of other classes than the object's, where there are also methods that are the object's own.</summary>
    private void SettleUnbound()
    {
        if (_unboundCalls.Count == 0) return;
        HashSet<int> withOwn = [];
        HashSet<(int Slot, int Callee)> own = [], foreign = [];
        foreach (var call in _unboundCalls)
        {
            var key = (call.Callees, call.Callee);
            if (!TakesObject(call))
            {
                foreign.Add(key);
                continue;
            }
            own.Add(key);
            withOwn.Add(call.Callees);
        }
        foreign.ExceptWith(own);
        foreign.RemoveWhere(call => !withOwn.Contains(call.Slot));
        if (foreign.Count > 0) _calls.RemoveAll(call => call.Kind == CallKind.Value && foreign.Contains((call.Slot, call.Callee)));
    }

    private bool TakesObject(UnboundCall call)
    {
        int owner = ClassOfMethod(call.Callee), host = ClassOfMethod(call.Around);
        if (Inherits(host, call.Around, owner)) return true;
        foreach (int below in _classes.Below(host))
            if (Inherits(below, call.Around, owner)) return true;
        int count = _slots.ObjectCount(call.Object);
        if (count == 0 || _slots.IsCut(call.Object)) return true;
        for (int i = 0; i < count; i++)
            if (MayBe(_slots.ObjectAt(call.Object, i), owner)) return true;
        return false;
    }

    private int ClassOfMethod(int def) => _program.DefBase[_program.FileOfDef[def]] + _program.Def(def).Class;

    /// <summary>Whether a class has a method from where it is defined, and is or may be one of another class too.</summary>
    private bool Inherits(int c, int method, int owner) =>
        (_classes.IsSubclass(c, owner) || _classes.HasExternalBase(c))
        && OwnerOfAttribute(c, _program.Name(_program.FileOfDef[method], _program.Def(method).Name)) == ClassOfMethod(method);

    /// <summary>Whether an object may be one of a class, as far as is known.</summary>
    private bool MayBe(int obj, int owner)
    {
        var (kind, c, _) = _objects[obj];
        if (kind is not (ObjectKind.Instance or ObjectKind.Cone) || _classes.HasExternalBase(c) || _classes.IsSubclass(c, owner)) return true;
        if (kind == ObjectKind.Cone)
            foreach (int below in _classes.Below(c))
                if (_classes.IsSubclass(below, owner)) return true;
        return false;
    }
}
