using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Calls: what is called, what goes into its parameters, what comes back.</summary>
internal sealed partial class Solver
{
    /// <summary>Models call models; a chain deeper than this is a loop through recursion.</summary>
    private const int MaxActivationDepth = 7;

    /// <summary>Arguments were passed already: instruction, activation, role, callee.</summary>
    private readonly KeyMap _bound;

    /// <summary>Slots of intermediate results: instruction, activation, which one.</summary>
    private readonly KeyMap _temporaries;

    /// <summary>Runs of models, plus one; 0 where calls nest too deep: instruction, activation, role, callee.</summary>
    private readonly KeyMap _expansions;

    /// <summary>Calls an object. The receiver, if any, is the first argument.</summary>
    private void Invoke(int op, int activation, Role role, int callee, int receiver, int extra = -1)
    {
        var (kind, a, b) = _objects[callee];
        switch (kind)
        {
            case ObjectKind.Function:
                CallFunction(op, activation, role, callee, receiver, extra);
                break;
            case ObjectKind.Bound:
                bool outer = _viaComputedName;
                _viaComputedName = _computedNames.Contains(callee);
                Invoke(op, activation, role, a, b, extra);
                _viaComputedName = outer;
                break;
            case ObjectKind.Static:
                Invoke(op, activation, role, a, -1, extra);
                break;
            // A class under __init__ can only have been stored there under a name that nobody knows.
            case ObjectKind.Class when role != Role.Init:
                Instantiate(op, activation, role, a, callee);
                break;
            case ObjectKind.External:
                int result = ResultSlot(op, activation, role);
                if (result >= 0) _slots.Add(result, ObjectTable.External);
                break;
            case ObjectKind.Family:
                InvokeFamily(callee, new FamilyCall(op, activation, role, receiver, extra));
                break;
            case ObjectKind.Callable:
                if (ResultSlot(op, activation, role) is >= 0 and var given) _slots.AddEdge(a, given);
                break;
            case ObjectKind.Instance or ObjectKind.Allocation when receiver >= 0 && extra < 0 && role == Role.Value && FindAttribute(ClassOf(callee), _known.Call) is >= 0 and var bound:
                // A method that is an object, as under @classmethod and a decorator that is a class, is given what it is bound to before the arguments.
                Listen(bound, WatchKind.BoundCall, op, activation, callee, receiver);
                break;
            case ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation:
                // obj(…) runs __call__; a value found where a special method was looked for is called the same way.
                Lookup(callee, _known.Call, op, activation, role);
                break;
        }
    }

    /// <summary>A __call__ arrives for an object that is called as a method of a receiver.</summary>
    private void FireBoundCall(int op, int activation, int call, int callee, int receiver)
    {
        var (kind, a, _) = _objects[call];
        switch (kind)
        {
            case ObjectKind.Function:
                Invoke(op, activation, Role.Value, call, callee, receiver);
                break;
            case ObjectKind.ClassMethod:
                Invoke(op, activation, Role.Value, a, ClassObject(callee), receiver);
                break;
            default:
                Invoke(op, activation, Role.Value, kind == ObjectKind.Static ? a : call, kind == ObjectKind.Static ? receiver : -1);
                break;
        }
    }

    private void CallFunction(int op, int activation, Role role, int callee, int receiver, int extra)
    {
        var (_, def, environment) = _objects[callee];
        ref readonly var record = ref _program.Def(def);
        if (!Accepts(callee, record, op, activation, role, receiver)) return;
        RecordCall(op, activation, role, def);
        if (receiver < 0 && extra < 0 && role == Role.Value) NoteUnbound(op, activation, def, record);
        if (role == Role.Create && extra < 0) extra = OwnerToTell(op, activation);
        int tag = (int)role | (extra >= 0 ? extra + 1 << 5 : 0);
        int run = environment;
        if (IsExpanded(def))
        {
            run = ExpandOnce(op, activation, tag, callee, def, environment);
            if (run < 0) return;
        }
        else
        {
            (_functions[def] ??= new FunctionState()).Called = true;
            bool isApart = receiver >= 0 && IsApart(receiver);
            if (!isApart) NoteWrapperCall(op, activation, role, callee);
            if (IsCloned(op, activation, role, record, def) || IsToldName(op, activation, role, record, callee, receiver)) run = CloneOnce(op, activation, callee, receiver, def, environment);
            else if (isApart) run = RunOn(receiver, callee);
        }

        // A run on one instance is given the arguments whatever others of the class are called here.
        bool first = _bound.Add(op, activation, tag, run != environment && receiver >= 0 && IsApart(receiver) ? ~run : callee);
        var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, record.ParamCount);
        int result = role == Role.New && MadeSlot(op, activation, receiver) is >= 0 and var made ? made : ResultSlot(op, activation, role);
        // An alternative constructor, or a copy, gives an instance of the class it is called on, not of all it is ever called on.
        bool makesOwn = ((DefFlags)record.Flags & (DefFlags.ReturnsOwnInstance | DefFlags.Async | DefFlags.Generator)) == DefFlags.ReturnsOwnInstance
            && receiver >= 0 && (_objects[receiver].Kind is ObjectKind.Instance or ObjectKind.Cone
                || (_objects[receiver] is { Kind: ObjectKind.Class, A: var of } && (role == Role.Value || !_classes.IsSubclass(of, _builtin.Type))));
        bool hasNone = false;
        if (!makesOwn && receiver >= 0 && result >= 0 && _objects[receiver].Kind is ObjectKind.Instance or ObjectKind.Cone) makesOwn = GivesOwn(def, receiver, ref hasNone);
        if (makesOwn && hasNone) _slots.Add(result, _objects.Get(ObjectKind.Instance, _builtin.None));
        if (makesOwn && result >= 0 && _objects[receiver].Kind == ObjectKind.Class)
            _slots.Add(result, _objects.Get(IsDeclared(receiver) ? ObjectKind.Cone : ObjectKind.Instance, _objects[receiver].A));
        else if (makesOwn && result >= 0) _slots.Add(result, receiver);
        var givenBack = result >= 0 ? GivenBack(def, record, environment) : default;
        _gotBack = -1;
        if (receiver >= 0 && parameters.Length > 0)
        {
            if (parameters[0].Kind == (int)ParamKind.Star) PassStar(parameters[0], run, SlotOf(receiver), 0);
            else _slots.Add(Map(run, parameters[0].Slot), receiver);
            if ((givenBack.Any & 1) != 0) GiveBack(givenBack, 0, SlotOf(receiver), op, activation, result);
            else if (result >= 0 && ((record.ReturnedParams | record.HandedOn) & 1) != 0) ReceiverComesBack(op, activation, def, run, receiver, result);
        }
        if (MayReturnVariable(record, result)) PassTypeArguments(record, def, environment, receiver >= 0 ? receiver : FirstArgument(op, activation, role), result);
        if (!first)
        {
            if (!makesOwn && result >= 0 && _unreturned.Remove((op, activation, tag, run))) PassResult(record, def, run, environment, result);
            if (receiver >= 0 && IsNative(def) && result >= 0)
                CallNative(def, op, activation, new CallSite(OpAt(op, activation), role, -1), receiver, result);
            return;
        }
        var site = new CallSite(OpAt(op, activation), role, extra >= 0 ? SlotOf(extra) : -1);
        _asked = record.SplitParam == 1 && receiver >= 0 ? SlotOf(receiver) : -1;
        PassArguments(site, op, activation, callee, run, parameters, receiver >= 0 ? 1 : 0, result, givenBack);
        PassReturnedArguments(def, run, result, _asked);
        if (_gotBack >= 0) _givenBackCalls.Add(new GivenBackCall(def, run, environment, _gotBack, result));
        else if (result >= 0 && !makesOwn) PassResult(record, def, run, environment, result, _asked);
        else if (makesOwn) _unreturned.Add((op, activation, tag, run));
        if (IsNative(def)) CallNative(def, op, activation, site, receiver, result);
    }

    /// <summary>Calls on objects that get one of their own class back: what the method returns else is not passed before another object comes, which does not.</summary>
    private readonly HashSet<(int Op, int Activation, int Tag, int Run)> _unreturned = [];

    /// <summary>The value being called was found by a computed name.</summary>
    private bool _viaComputedName;

    /// <summary>
    /// Whether a function can take a call's arguments: where Python would raise TypeError at once, the value that was called can't
    /// have been this function. Only asked where everything is passed one by one.
    /// </summary>
    private bool Accepts(int callee, in DefRecord record, int op, int activation, Role role, int receiver)
    {
        var w = OpAt(op, activation);
        if (role != Role.Value || (OpCode)(w[0] & 0xFF) is not (OpCode.Call or OpCode.CallAttr) || _program.IsModelDef(_objects[callee].A)) return true;
        // A call with one possible callee that gets its arguments wrong is a mistake of the program, not of the analysis.
        return !IsOwn(activation) || _slots.ObjectCount(Map(activation, w[2])) <= 1 || Fits(callee, record, op, activation, receiver >= 0);
    }

    private bool Fits(int callee, in DefRecord record, int op, int activation, bool isBound)
    {
        var site = new CallSite(OpAt(op, activation), Role.Value, -1);
        var parameters = _program.Units[_program.FileOfDef[_objects[callee].A]].Params.Slice(record.ParamStart, record.ParamCount);
        int positional = isBound ? 1 : 0, file = _program.FileOfDef[_objects[callee].A];
        ulong given = 0;
        for (int i = 0; i < site.Count; i++)
        {
            int kind = site[i].Kind;
            if (kind is ArgKind.Star or ArgKind.DoubleStar) return true;
            if (kind == ArgKind.Positional)
            {
                positional++;
                continue;
            }
            int at = ParameterNamed(file, parameters, Name(activation, kind));
            if (at < 0 && (parameters.Length == 0 || parameters[^1].Kind != (int)ParamKind.DoubleStar)) return false;
            if (at is >= 0 and < 64) given |= 1ul << at;
        }
        _defaults.TryGetValue(callee, out var defaults);
        for (int p = 0; p < parameters.Length; p++)
        {
            var kind = (ParamKind)parameters[p].Kind;
            if (kind == ParamKind.Star) positional = 0;
            if (kind is ParamKind.Star or ParamKind.DoubleStar) continue;
            if (kind != ParamKind.KeywordOnly && positional > 0)
            {
                positional--;
                continue;
            }
            if (p < 64 && (given & 1ul << p) != 0) continue;
            if (defaults is null || !Array.Exists(defaults, d => d.Parameter == p)) return false;
        }
        return positional == 0;
    }

    /// <summary>The parameter that an argument with a name is for; -1 for none. What stands before a / bears no name to callers, *args and **kwargs neither.</summary>
    private int ParameterNamed(int file, ReadOnlySpan<ParamRecord> parameters, int name)
    {
        for (int p = 0; p < parameters.Length; p++)
            if (parameters[p].Kind is (int)ParamKind.Normal or (int)ParamKind.KeywordOnly && _program.Name(file, parameters[p].Name) == name) return p;
        return -1;
    }

    /// <summary>The parameter that the next argument of a call is for, which has no star; -1 for none.</summary>
    private int ParameterFor(int kind, int activation, int file, ReadOnlySpan<ParamRecord> parameters, ref int next) =>
        kind != ArgKind.Positional ? ParameterNamed(file, parameters, Name(activation, kind)) : TakesPosition(parameters, next) ? next++ : -1;

    /// <summary>Whether an argument without a name at a position is for the parameter there.</summary>
    private static bool TakesPosition(ReadOnlySpan<ParamRecord> parameters, int position) => position < parameters.Length && parameters[position].Kind <= (int)ParamKind.Normal;

    private int ExpandOnce(int op, int activation, int tag, int callee, int def, int environment)
    {
        int run = _expansions.Find(op, activation, tag, callee) - 1;
        if (run == -2) _expansions.Set(op, activation, tag, callee, (run = Expand(op, activation, def, environment)) + 1);
        return run;
    }

    /// <summary>A model's body is run anew for each call, over slots of its own.</summary>
    private int Expand(int op, int activation, int def, int environment)
    {
        int depth = _activations[activation].Depth + 1;
        if (depth > MaxActivationDepth) return -1;
        ref readonly var record = ref _program.Def(def);
        int file = _program.FileOfDef[def], delta = _slots.New(record.SlotEnd - record.SlotStart) - record.SlotStart;
        int run = _activations.Count;
        _activations.Add(new Activation(file, record.SlotStart, record.SlotEnd, delta, environment, op, activation, depth));
        Load(run, record.OpStart, record.OpEnd);
        return run;
    }

    /// <summary>Whether a function is run anew for each call rather than once for all.</summary>
    private bool IsExpanded(int def) => _program.IsModelDef(def);

    private void PassArguments(CallSite site, int op, int activation, int callee, int run, ReadOnlySpan<ParamRecord> parameters, int bound, int result, in GivenBackParameters givenBack)
    {
        // How many parameters are given by place whatever *args bring: before the first star, and in all. What stars bring may yet become more, or nothing.
        int def = _objects[callee].A, next = bound, sure = -1, placed = bound;
        ref readonly var record = ref _program.Def(def);
        int returned = record.ReturnedParams | record.HandedOn, split = record.SplitParam;
        ulong given = bound > 0 ? 1u : 0u;
        // Some parameters may get what nobody knows; and after a star of unknown length nobody knows which get what follows.
        bool open = false, isShifted = false, hasExtraNames = false;
        for (int i = 0; i < site.Count; i++)
        {
            var (kind, slot, mapped) = site[i];
            int value = mapped ? slot : Map(activation, slot);
            int target = -1;
            switch (kind)
            {
                case ArgKind.Star:
                    Listen(value, WatchKind.StarArgument, op, activation, callee, (run << 8) | Math.Min(next, 255));
                    if (sure < 0) sure = next;
                    if (!IsOwn(activation) && !isShifted && PassKnownStar(value, callee, run, parameters, ref next, ref given, result)) continue;
                    next += KnownLength(value);
                    open = isShifted = true;
                    continue;
                case ArgKind.DoubleStar:
                    Listen(value, WatchKind.DoubleStarArgument, op, activation, callee, (run << 8) | Math.Min(sure < 0 ? next : sure, 255));
                    open = true;
                    continue;
                case ArgKind.Positional:
                    placed++;
                    target = TakesPosition(parameters, next) ? next++ : -1;
                    if (target < 0) PassExtraPositional(parameters, run, value, next++);
                    break;
                default:
                    int name = Name(activation, kind);
                    target = ParameterNamed(_program.FileOfDef[def], parameters, name);
                    if (target < 0) PassExtraKeyword(parameters, run, value, name);
                    hasExtraNames |= target < 0;
                    break;
            }
            if (target < 0) continue;
            if (target < 64) given |= 1ul << target;
            if (target + 1 == split) _asked = value;
            if (run < _program.Units.Length) NoteDirect(value, Map(run, parameters[target].Slot));
            _slots.AddEdge(value, Map(run, parameters[target].Slot));
            if (target < MaxNamed && (givenBack.Any & 1 << target) != 0) GiveBack(givenBack, target, value, op, activation, result);
            else if (result >= 0 && target < 31 && (returned & 1 << target) != 0) ReturnArgument(record, def, run, target, value, result);
        }
        // Of what *args and **kwargs bring nobody knows which parameter it is for.
        if (split > 0 && (isShifted || (open && (given & 1ul << split - 1) == 0))) _asked = -1;
        if (split > 0 && parameters[split - 1].Kind is (int)ParamKind.Star or (int)ParamKind.DoubleStar)
            AskExtra(record, parameters[split - 1].Kind == (int)ParamKind.Star ? placed > split - 1 : hasExtraNames, open || sure >= 0);
        for (int p = 0; p < parameters.Length && p < 64; p++)
            if ((given & 1ul << p) == 0) PassDefault(callee, p, run, parameters, open, open && result >= 0 && p < 31 && (returned & 1 << p) != 0 ? result : -1, returned, result);
    }

    private void PassDefault(int callee, int parameter, int run, ReadOnlySpan<ParamRecord> parameters, bool open, int openResult, int returned, int result)
    {
        int def = _objects[callee].A, slot = Map(run, parameters[parameter].Slot);
        if (openResult >= 0 && (_program.Def(def).ReturnedParams & 1 << parameter) != 0) _slots.AddEdge(slot, openResult);
        if (openResult >= 0 && (_program.Def(def).HandedOn & 1 << parameter) != 0) NoteHandingCaller(def, run, parameter, slot, openResult);
        if (!_defaults.TryGetValue(callee, out var defaults)) return;
        foreach (var (index, value) in defaults)
        {
            if (index != parameter) continue;
            _slots.AddEdge(value, slot);
            if (parameter + 1 == _program.Def(def).SplitParam && !open) _asked = value;
            if (result >= 0 && parameter < 31 && (returned & 1 << parameter) != 0) ReturnArgument(_program.Def(def), def, run, parameter, value, result);
        }
    }

    /// <param name="asked">The slot of what the parameter is given that returns hang on; -1 where that is not known.</param>
    private void PassResult(in DefRecord record, int def, int run, int environment, int result, int asked = -1)
    {
        var flags = (DefFlags)record.Flags;
        if ((flags & DefFlags.Generator) != 0)
        {
            int generator = _objects.Get(ObjectKind.Generator, def, run);
            _slots.AddEdge(Map(run, record.YieldSlot), ObjectField(generator, _known.Every));
            _slots.Add(result, generator);
        }
        else if ((flags & DefFlags.Async) != 0)
        {
            _slots.Add(result, _objects.Get(ObjectKind.Coroutine, def, run));
            return;
        }
        else if (record.ReturnSlot != Slots.None) _slots.AddEdge(Map(run, record.ReturnSlot), result);
        if (record.SplitParam > 0) PassSplit(record, def, run, result, asked);
        for (int declared = DeclaredBy(def); declared >= 0; declared = OverloadBefore(declared))
            if (_program.Def(declared).ReturnAnnotation is var annotation && annotation != Slots.None) _slots.AddEdge(Map(environment, annotation), result);
    }

    /// <summary>A parameter that is returned as it came goes from this call's argument to this call's result: no mixing of callers.</summary>
    private void ReturnValue(int def, int run, int value, int result)
    {
        var flags = (DefFlags)_program.Def(def).Flags;
        if ((flags & DefFlags.Generator) != 0) return;
        if ((flags & DefFlags.Async) != 0) _slots.AddEdge(value, Map(run, _program.Def(def).ReturnSlot));
        else ComeBack(default, value, result);
    }

    /// <summary>Where the result of an instruction's call in some role goes, or -1 for nowhere.</summary>
    private int ResultSlot(int op, int activation, Role role)
    {
        var w = OpAt(op, activation);
        var code = (OpCode)(w[0] & 0xFF);
        switch (role)
        {
            case Role.Init or Role.Setter or Role.Create: return -1;
            case Role.Iterator: return Temporary(op, activation, 1, WatchKind.Iterator, Role.Iterator);
            case Role.Getter: return -1;
            case Role.Hook when code == OpCode.CallAttr: return Temporary(op, activation, 2, WatchKind.Deliver, Role.Value);
            case Role.Next when code is OpCode.Unpack: return Temporary(op, activation, 3, WatchKind.Elements, Role.Next);
        }
        if (code == OpCode.Call && ((CallFlags)w[4] & CallFlags.Decorator) != 0) return Temporary(op, activation, 4, WatchKind.Decorated, role);
        return code switch
        {
            OpCode.SetAttr or OpCode.SetItem or OpCode.Raise or OpCode.Unpack or OpCode.NewContainer => -1,
            _ => Map(activation, w[1]),
        };
    }

    private int Temporary(int op, int activation, int tag, WatchKind kind, Role role)
    {
        int slot = _temporaries.Find(op, activation, tag);
        if (slot >= 0) return slot;
        _temporaries.Set(op, activation, tag, 0, slot = _slots.New());
        Listen(slot, kind, op, activation, 0, (int)role);
        return slot;
    }
}
