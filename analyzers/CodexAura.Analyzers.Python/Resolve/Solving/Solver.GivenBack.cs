using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions whose type variable says that they give back what they are given: def checked(self, node: T) -> T, or an object of the class that they
/// are given: def find(self, kind: type[T]) -> T, one of its items (list[T]), or what it returns (Callable[…, T]; PEP 484). However it goes through the function, each call then gets its own argument, and not what
/// all callers ever passed.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Parameters as bits: those that are given back, that are classes of which an object is, that hold it, and that return it.</summary>
    private readonly record struct GivenBackParameters(int Values, int Classes, int Items, int Makers)
    {
        public int Any => Values | Classes | Items | Makers;
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
        int declared = Map(environment, record.ReturnAnnotation), file = _program.FileOfDef[def], values = 0, classes = 0, items = 0, makers = 0;
        if (!_variablesIn.TryGetValue(declared, out var variables) || variables.Count != 1) return default;
        int variable = variables[0];
        // What the class stands for is known from the object, and may have been stored there.
        if (record.Class >= 0 && Parameters(_program.DefBase[file] + record.Class).Contains(variable)) return default;
        var parameters = _program.Units[file].Params.Slice(record.ParamStart, record.ParamCount);
        for (int p = 0; p < parameters.Length; p++)
        {
            if (parameters[p].Annotation == Slots.None) continue;
            int annotation = Map(environment, parameters[p].Annotation), bit = p < MaxNamed ? 1 << p : 0;
            bool isOwn = parameters[p].Kind <= (int)ParamKind.KeywordOnly;
            if (_variableClasses.TryGetValue(annotation, out int of) && of == variable) classes |= bit;
            else if (IsOnly(annotation, variable, declared)) values |= bit;
            else if (PartIn(annotation, ObjectKind.Allocation) is >= 0 and var item && IsOnly(item, variable, declared)) items |= bit;
            else if (PartIn(annotation, ObjectKind.Callable) is >= 0 and var made && IsOnly(made, variable, declared)) makers |= bit;
            else if (!Mentions(annotation, 0)) continue;
            // Of a dict[str, T], or where T | int comes, nobody knows.
            else return default;
            if (!isOwn || bit == 0) return default;
        }
        return new GivenBackParameters(values, classes, items, makers);
    }

    /// <summary>Whether an annotation is the type variable, and the one of the result names nothing else but None.</summary>
    private bool IsOnly(int annotation, int variable, int declared) =>
        _variablesIn.TryGetValue(annotation, out var own) && own.Count == 1 && own[0] == variable && !SaysMore(declared, annotation);

    /// <summary>The slot of what is in the brackets of the one list, set or other iterable that an annotation names, or of what its one callable returns; -1 for none.</summary>
    private int PartIn(int annotation, ObjectKind kind)
    {
        int found = -1;
        for (int i = 0; i < _slots.ObjectCount(annotation); i++)
        {
            int obj = _slots.ObjectAt(annotation, i);
            if (ClassOf(obj) == _builtin.None) continue;
            if (found >= 0 || _objects[obj].Kind != kind) return -1;
            if (kind == ObjectKind.Callable) found = _objects[obj].A;
            else if (!Is(obj, Builtins.Dict) && _parts.TryGetValue(obj, out var parts) && parts is [var part] && part.Field == _known.Element) found = part.Slot;
            else return -1;
        }
        return found;
    }

    /// <summary>Passes what a call gives to its result, where the function says that it comes back.</summary>
    private void GiveBack(in GivenBackParameters givenBack, int parameter, int value, int op, int activation, int result)
    {
        int bit = 1 << parameter;
        _gotBack = (givenBack.Values & bit) != 0 ? value : _slots.New();
        if ((givenBack.Items & bit) != 0) Listen(value, WatchKind.Elements, op, activation, _gotBack);
        else if (_gotBack != value) Follow(value, new Follower((givenBack.Classes & bit) != 0 ? FollowKind.GivenClass : FollowKind.GivenMaker, _gotBack, 0, op, activation));
        _slots.AddEdge(_gotBack, result);
    }

    /// <summary>What a callable gives that a function is passed, and says it calls.</summary>
    private void AddMadeByGiven(int obj, int result)
    {
        var (kind, a, b) = _objects[obj];
        if (kind == ObjectKind.Bound) (kind, a, b) = _objects[a];
        if (kind == ObjectKind.Class) AddOfGivenClass(obj, result);
        else if (kind == ObjectKind.Callable) _slots.AddEdge(a, result);
        if (kind != ObjectKind.Function || _program.IsModelDef(a)) return;
        ref readonly var record = ref _program.Def(a);
        if ((record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0) return;
        PassWhole(record, a, b, result);
        if (record.ReturnAnnotation != Slots.None) _slots.AddEdge(Map(b, record.ReturnAnnotation), result);
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
            PassWhole(record, def, run, result);
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
