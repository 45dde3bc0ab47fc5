using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Calls whose text names the callee: whatever else meets at such a place, that one is meant.</summary>
internal sealed partial class CallEdges
{
    /// <summary>Whether a call is one of a global name that is the callee's own, u(…) in a module that defines or imports u.</summary>
    private bool IsNamed(FoundCall call)
    {
        var w = Words(call.File, call.Op);
        if ((OpCode)(w[0] & 0xFF) != OpCode.Call || _solver.GlobalName(call.File, w[2]) is not (>= 0 and var name)) return false;
        if (HasName(call.Callee, name)) return true;
        if (!IsConstructor(call.Callee) || _callees.GetValueOrDefault((call.File, call.Op)) is not { } callees) return false;
        int of = ClassAround(call.Callee);
        foreach (int callee in callees)
            if (ConstructedClass(callee) >= 0 && HasName(callee, name) && _solver.Classes.IsSubclass(callee, of)) return true;
        return false;
    }

    /// <summary>Whether self(…) runs the __call__ of self's class or of one below: a call of a method, whose name is not written down.</summary>
    private bool IsCallOfSelf(FoundCall call)
    {
        var w = Words(call.File, call.Op);
        if (call.Kind != CallKind.Value || (OpCode)(w[0] & 0xFF) != OpCode.Call || !IsCallMethod(call.Callee)) return false;
        var unit = _program.Units[call.File];
        return unit.Defs[CodeAt(call.File, call.Op)] is { Class: >= 0, ParamCount: > 0, ParamStart: var first } && unit.Params[first].Slot == w[2];
    }

    /// <summary>Whether names lead to a callee, such as one that is imported inside the function, and nothing else can be meant.</summary>
    private bool IsOutright(FoundCall call)
    {
        var w = Words(call.File, call.Op);
        return (OpCode)(w[0] & 0xFF) == OpCode.Call && ((CallFlags)w[4] & CallFlags.StaticPath) != 0 && _solver.IsDirect(call.File, call.Op, call.Callee);
    }

    /// <summary>Whether a path of names leads to something stored there, and it may be this or that.</summary>
    private bool IsOneOfSeveral(FoundCall call) =>
        call.Kind == CallKind.Value && _callees.GetValueOrDefault((call.File, call.Op)) is { Count: > 1 } callees && callees.Count(callee => !IsConstructor(callee)) > 1;

    /// <summary>Whether a definition of a module, not one inside a function or class, bears a name.</summary>
    private bool HasName(int def, int name)
    {
        ref readonly var record = ref _program.Def(def);
        return record.Name >= 0 && record.Parent == 0 && _program.Name(_program.FileOfDef[def], record.Name) == name;
    }

    /// <summary>Whether a method is one of the class around the call, or of a base, and is called on self.</summary>
    private bool IsOwnMethod(FoundCall call, int owner) =>
        ClassAround(owner) is >= 0 and var owning && ClassAround(call.Callee) is >= 0 and var target && _solver.Classes.IsSubclass(owning, target);
}
