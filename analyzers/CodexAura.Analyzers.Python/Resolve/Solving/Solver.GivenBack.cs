using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions whose type variable says that they give back what they are given: def checked(self, node: T) -> T, or an object of the class that they
/// are given: def find(self, kind: type[T]) -> T (PEP 484). However it goes through the function, each call then gets its own argument, and not what
/// all callers ever passed.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Parameters as bits: those that are given back, and those that are classes of which an object is.</summary>
    private readonly record struct GivenBackParameters(int Values, int Classes)
    {
        public int Any => Values | Classes;
    }

    /// <summary>By definition.</summary>
    private readonly Dictionary<int, GivenBackParameters> _givenBack = [];

    /// <summary>By the slot of an annotation such as type[T]: T.</summary>
    private readonly Dictionary<int, int> _variableClasses = [];

    private void NoteVariableClass(int slot, int type)
    {
        if (!IsTypeVariable(type)) return;
        foreach (int annotation in Leading(slot)) _variableClasses.TryAdd(annotation, type);
    }

    /// <param name="Value">The slot of what was passed.</param>
    private readonly record struct GivenBackCall(int Def, int Run, int Environment, int Value, int Result);

    /// <summary>Calls whose result is what they passed, for the case that nothing is known of that.</summary>
    private readonly List<GivenBackCall> _givenBackCalls = [];

    /// <summary>Of the call whose arguments are being passed: the slot of what it gets back, or -1.</summary>
    private int _gotBack = -1;

    /// <summary>The parameters that a function says it gives back.</summary>
    private GivenBackParameters GivenBack(int def, in DefRecord record, int environment)
    {
        // Annotations are known when all modules are loaded. A function that makes others is mostly a decorator, whatever it says of its type.
        if (_subscripted is not null || _variablesIn.Count == 0 || record.ReturnAnnotation == Slots.None || record.OpEnd != record.OpEndAll) return default;
        if ((record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0 || _program.IsModelDef(def)) return default;
        if (!_givenBack.TryGetValue(def, out var found)) _givenBack.Add(def, found = FindGivenBack(def, record, environment));
        return found;
    }

    private GivenBackParameters FindGivenBack(int def, in DefRecord record, int environment)
    {
        int declared = Map(environment, record.ReturnAnnotation), file = _program.FileOfDef[def], values = 0, classes = 0;
        if (!_variablesIn.TryGetValue(declared, out var variables) || variables.Count != 1) return default;
        // What the class stands for is known from the object, and may have been stored there.
        if (record.Class >= 0 && Parameters(_program.DefBase[file] + record.Class).Contains(variables[0])) return default;
        var parameters = _program.Units[file].Params.Slice(record.ParamStart, record.ParamCount);
        for (int p = 0; p < parameters.Length; p++)
        {
            if (parameters[p].Annotation == Slots.None) continue;
            int annotation = Map(environment, parameters[p].Annotation);
            bool isClass = _variableClasses.TryGetValue(annotation, out int of) && of == variables[0];
            if (!isClass && !Mentions(annotation, 0)) continue;
            // Of list[T] and T together nobody knows which one comes back.
            if (p >= MaxNamed || parameters[p].Kind is not ((int)ParamKind.Normal or (int)ParamKind.KeywordOnly)) return default;
            if (isClass) classes |= 1 << p;
            else if (_variablesIn.TryGetValue(annotation, out var own) && own.Count == 1 && own[0] == variables[0] && !SaysMore(declared, annotation)) values |= 1 << p;
            else return default;
        }
        // def get(self, kind: type[T], default: T) -> T gives either.
        return new GivenBackParameters(values, classes);
    }

    /// <summary>Passes what a call gives to its result, where the function says that it comes back.</summary>
    private void GiveBack(in GivenBackParameters givenBack, int parameter, int value, int op, int activation, int result)
    {
        if ((givenBack.Values & 1 << parameter) != 0) _slots.AddEdge(value, result);
        else Follow(value, new Follower(FollowKind.GivenClass, result, 0, op, activation));
        _gotBack = value;
    }

    private void AddOfGivenClass(int obj, int result)
    {
        if (_objects[obj] is { Kind: ObjectKind.Class, A: var def }) _slots.Add(result, _objects.Get(IsDeclared(obj) ? ObjectKind.Cone : ObjectKind.Instance, def));
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
