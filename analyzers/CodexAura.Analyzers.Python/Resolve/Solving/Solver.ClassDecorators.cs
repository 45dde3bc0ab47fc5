namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Decorators of classes that are made by a call: in `@register("a") class A`, A is what the function gives back that register made. Annotations are asked
/// for the classes that they name before the bodies of functions are read; so what makes these decorators is read before that.
/// </summary>
internal sealed partial class Solver
{
    private readonly HashSet<int> _loadedEarly = [];

    private bool LoadMakersOfDecorators()
    {
        var decorators = new HashSet<int>();
        foreach (var (given, _, decorator) in _decorations)
            if (HoldsClass(given) && !HoldsFunction(decorator)) decorators.Add(decorator);
        if (decorators.Count == 0) return false;
        foreach (var call in _calls.ToArray())
            if (!_program.IsModelDef(call.Callee) && decorators.Contains(ResultOf(call)) && _loadedEarly.Add(call.Callee))
                Load(_program.FileOfDef[call.Callee], _program.Def(call.Callee).OpStart, _program.Def(call.Callee).OpEnd);
        return _loadedEarly.Count > 0;
    }

    /// <summary>Whether there is more in a slot than what a result is declared to be.</summary>
    private bool HoldsFunction(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (FunctionIn(_slots.ObjectAt(slot, i)) >= 0) return true;
        return false;
    }

    private int ResultOf(FoundCall call)
    {
        var w = OpAt(call.Op, call.File);
        return (Facts.OpCode)(w[0] & 0xFF) is Facts.OpCode.Call or Facts.OpCode.CallAttr ? Map(call.File, w[1]) : -1;
    }
}
