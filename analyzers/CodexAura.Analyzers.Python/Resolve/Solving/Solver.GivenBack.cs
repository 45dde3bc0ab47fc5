using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions whose type variable says that they give back what they are given: def checked(self, node: T) -> T (PEP 484). However it goes through
/// the function, each call then gets its own argument, and not what all callers ever passed.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>By definition: bit i says that parameter i is given back.</summary>
    private readonly Dictionary<int, int> _givenBack = [];

    /// <param name="Value">The slot of what was passed.</param>
    private readonly record struct GivenBackCall(int Def, int Run, int Environment, int Value, int Result);

    /// <summary>Calls whose result is what they passed, for the case that nothing is known of that.</summary>
    private readonly List<GivenBackCall> _givenBackCalls = [];

    /// <summary>Of the call whose arguments are being passed: the slot of what it gets back, or -1.</summary>
    private int _gotBack = -1;

    /// <summary>The parameters that a function says it gives back, as bits.</summary>
    private int GivenBack(int def, in DefRecord record, int environment)
    {
        // Annotations are known when all modules are loaded. A function that makes others is mostly a decorator, whatever it says of its type.
        if (_subscripted is not null || _variablesIn.Count == 0 || record.ReturnAnnotation == Slots.None || record.OpEnd != record.OpEndAll) return 0;
        if ((record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0 || _program.IsModelDef(def)) return 0;
        if (!_givenBack.TryGetValue(def, out int found)) _givenBack.Add(def, found = FindGivenBack(def, record, environment));
        return found;
    }

    private int FindGivenBack(int def, in DefRecord record, int environment)
    {
        int declared = Map(environment, record.ReturnAnnotation), file = _program.FileOfDef[def], found = 0;
        if (!_variablesIn.TryGetValue(declared, out var variables) || variables.Count != 1) return 0;
        // What the class stands for is known from the object, and may have been stored there.
        if (record.Class >= 0 && Parameters(_program.DefBase[file] + record.Class).Contains(variables[0])) return 0;
        var parameters = _program.Units[file].Params.Slice(record.ParamStart, record.ParamCount);
        for (int p = 0; p < parameters.Length; p++)
        {
            if (parameters[p].Annotation == Slots.None) continue;
            int annotation = Map(environment, parameters[p].Annotation);
            if (!Mentions(annotation, 0)) continue;
            // Of list[T] and T together nobody knows which one comes back.
            if (p >= MaxNamed || parameters[p].Kind is not ((int)ParamKind.Normal or (int)ParamKind.KeywordOnly)
                || !_variablesIn.TryGetValue(annotation, out var of) || of.Count != 1 || of[0] != variables[0] || SaysMore(declared, annotation)) return 0;
            found |= 1 << p;
        }
        return found;
    }

    /// <summary>Whether one annotation names what another does not, but None.</summary>
    private bool SaysMore(int declared, int annotation)
    {
        for (int i = 0; i < _slots.ObjectCount(declared); i++)
            if (_slots.ObjectAt(declared, i) is var obj && !_slots.Contains(annotation, obj) && ClassOf(obj) != _builtin.None) return true;
        return false;
    }

    /// <summary>Where nothing is known of what was passed, or only that it comes from outside, what the function returns to others, and what its variable is bound to, has to do.</summary>
    private bool SettleGivenBack()
    {
        bool any = false;
        for (int i = _givenBackCalls.Count - 1; i >= 0; i--)
        {
            var (def, run, environment, value, result) = _givenBackCalls[i];
            if (IsKnown(value)) continue;
            _givenBackCalls.RemoveAt(i);
            ref readonly var record = ref _program.Def(def);
            if (record.ReturnSlot != Slots.None) _slots.AddEdge(Map(run, record.ReturnSlot), result);
            _slots.AddEdge(Map(environment, record.ReturnAnnotation), result);
            any = true;
        }
        return any;
    }

    private bool IsKnown(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_slots.ObjectAt(slot, i) is var obj && obj != ObjectTable.External && ClassOf(obj) != _builtin.None) return true;
        return false;
    }
}
