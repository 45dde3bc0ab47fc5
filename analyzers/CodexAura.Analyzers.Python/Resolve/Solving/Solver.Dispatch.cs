using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// functools.singledispatch: which of the functions that are registered runs hangs on the class of the first argument. Where that is known, it is the one of
/// the nearest class in its resolution order; where it is not, all that are registered are guesses. The function that dispatches bears the name of the one for
/// all others, and counts as called, as other wrappers do.
/// </summary>
internal sealed partial class Solver
{
    /// <param name="Of">The object that dispatches.</param>
    /// <param name="Type">The slot of the class that it was registered for; -1 where the annotation of its first parameter says that.</param>
    /// <param name="Function">The slot of what was registered.</param>
    private readonly record struct Registration(int Of, int Type, int Function);

    private readonly List<Registration> _registrations = [];

    /// <summary>By object that dispatches: the slot of the function for all others.</summary>
    private readonly Dictionary<int, int> _dispatchers = [];

    /// <summary>By file and the slot of the decorator that register(cls) gives: the slot of the class.</summary>
    private readonly Dictionary<(int File, int Decorator), int> _dispatchedOn = [];

    /// <summary>By function that is registered: the objects that dispatch to it, with the classes it is for.</summary>
    private Dictionary<int, List<(int Of, int Class)>>? _dispatches;

    /// <summary>By object that dispatches: the classes for which something is registered; -1 among them for one that nobody knows.</summary>
    private readonly Dictionary<int, HashSet<int>> _dispatchClasses = [];

    private void NoteDispatch(int of, int op, int activation, CallSite site, int result)
    {
        int type = Argument(site, activation, 0);
        var w = OpAt(op, activation);
        if (site.Count > 1) _registrations.Add(new Registration(of, type, Argument(site, activation, 1)));
        else if ((OpCode)(w[0] & 0xFF) == OpCode.CallAttr) _dispatchedOn[(_activations[activation].File, w[1])] = type;
        // @f.register, without a class.
        else _registrations.Add(new Registration(of, -1, type));
        Follow(type, new Follower(FollowKind.Registered, ObjectField(of, _known["func"]), -1, op, activation, result));
    }

    private void NoteDispatched(int of, int op, int activation, int function)
    {
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) == OpCode.Call && _dispatchedOn.TryGetValue((_activations[activation].File, w[2]), out int type)) _registrations.Add(new Registration(of, type, function));
    }

    private Dictionary<int, List<(int Of, int Class)>> FindDispatches()
    {
        var found = new Dictionary<int, List<(int, int)>>();
        foreach (var (of, type, function) in _registrations)
            for (int i = 0; i < _slots.ObjectCount(function); i++)
            {
                int registered = FunctionOf(_slots.ObjectAt(function, i)), slot = type;
                if (registered < 0 || _objects[registered].A is not (>= 0 and var def) || _program.IsModelDef(def)) continue;
                bool isDeclared = slot < 0;
                if (isDeclared && (slot = FirstAnnotation(def, isMethod: _objects[_slots.ObjectAt(function, i)].Kind != ObjectKind.Static)) < 0) continue;
                if (!found.TryGetValue(def, out var classes)) found.Add(def, classes = []);
                if (!_dispatchClasses.TryGetValue(of, out var all)) _dispatchClasses.Add(of, all = []);
                if (_slots.ObjectCount(slot) == 0) Add(-1);
                for (int c = 0; c < _slots.ObjectCount(slot); c++)
                {
                    int obj = _slots.ObjectAt(slot, c);
                    Add(isDeclared ? ClassOf(obj) : _objects[obj] is { Kind: ObjectKind.Class, A: var known } ? known : -1);
                }

                void Add(int known)
                {
                    classes.Add((of, known));
                    all.Add(known);
                }
            }
        return found;
    }

    /// <summary>What the first parameter of a function, or the one behind self, is declared to be; -1 for nothing.</summary>
    private int FirstAnnotation(int def, bool isMethod)
    {
        ref readonly var record = ref _program.Def(def);
        int at = record.Class >= 0 && isMethod ? 1 : 0;
        if (record.ParamCount <= at) return -1;
        int annotation = _program.Units[_program.FileOfDef[def]].Params[record.ParamStart + at].Annotation;
        return annotation == Slots.None ? -1 : Map(_program.FileOfDef[def], annotation);
    }

    /// <summary>Whether a call of what dispatches leads to another of the functions that are registered there; null where the class of the argument does not say that it is this one.</summary>
    public bool? IsDispatchedElsewhere(in FoundCall call)
    {
        if (_registrations.Count == 0) return false;
        _dispatches ??= FindDispatches();
        if (!_dispatches.TryGetValue(call.Callee, out var registered) || FirstDispatched(call, registered) is not (var argument and not Slots.None)) return false;
        foreach (int slot in SlotsOf(call.File, call.Op, argument))
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
            {
                int obj = _slots.ObjectAt(slot, i);
                if (TypeToDispatch(obj) is not (>= 0 and var type)) continue;
                foreach (var (of, known) in registered)
                    if (IsNearest(of, known, type, IsOneOfMany(obj))) return false;
            }
        return registered.TrueForAll(r => IsPlain(r.Class)) && IsMadeHere(call, argument) ? true : null;
    }

    /// <summary>Whether an argument is a text or a number that is written down, a display, an object that is made right there, or a class by its name: then it is nothing else.</summary>
    private bool IsMadeHere(in FoundCall call, int argument)
    {
        var unit = _program.Units[call.File];
        if (Slots.IsRef(argument)) return (RefKind)unit.Refs[~argument].Kind is RefKind.String or RefKind.Integer || IsOnlyClass(Map(call.File, argument));
        if (InstructionThatMakes(argument, OpCode.NewContainer, call.File, 0, call.Op) >= 0 || InstructionThatMakes(argument, OpCode.MakeClass, call.File, 0, call.Op) >= 0) return true;
        return InstructionThatMakes(argument, OpCode.Call, call.File, 0, call.Op) is >= 0 and var made && IsOnlyClass(Map(call.File, unit.Ops[made + 2]));
    }

    /// <summary>The first instruction of a kind whose result is an operand, in a part of a file; -1 for none.</summary>
    public int InstructionThatMakes(int operand, OpCode code, int file, int from, int to)
    {
        var ops = _program.Units[file].Ops;
        for (int op = from; op < to; op += ops[op] >> 8)
            if ((OpCode)(ops[op] & 0xFF) == code && ops[op + 1] == operand) return op;
        return -1;
    }

    private bool IsOnlyClass(int slot) => _slots.ObjectCount(slot) == 1 && _objects[_slots.ObjectAt(slot, 0)].Kind == ObjectKind.Class;

    /// <summary>The argument that a call goes by, as an operand; none where it is not what dispatches that is called, or where there is no such argument.</summary>
    private int FirstDispatched(in FoundCall call, List<(int Of, int Class)> registered)
    {
        var w = OpAt(call.Op, call.File);
        int first = 6;
        if ((OpCode)(w[0] & 0xFF) == OpCode.Call)
        {
            bool isCalled = false;
            foreach (int slot in SlotsOf(call.File, call.Op, w[2])) isCalled |= _slots.ObjectCount(slot) == 1 && registered.Exists(r => r.Of == _slots.ObjectAt(slot, 0));
            if (!isCalled) return Slots.None;
        }
        else
        {
            if ((OpCode)(w[0] & 0xFF) != OpCode.CallAttr) return Slots.None;
            int name = Name(call.File, w[3]);
            if (!registered.Exists(r => _dispatchers.TryGetValue(r.Of, out int function) && IsNamed(function, name))) return Slots.None;
            // Painter.draw(painter, shape) goes by the second.
            first = _program.Def(call.Callee).Class >= 0 && HoldsClass(Map(call.File, w[2])) ? 9 : 7;
        }
        return w.Length > first && w[first - 1] == ArgKind.Positional ? w[first] : Slots.None;
    }

    private bool IsNamed(int slot, int name)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (FunctionOf(_slots.ObjectAt(slot, i)) is >= 0 and var function && _program.Name(_program.FileOfDef[_objects[function].A], _program.Def(_objects[function].A).Name) == name) return true;
        return false;
    }

    private int TypeToDispatch(int obj) => _objects[obj] is { Kind: ObjectKind.Class, A: var def } ? Metaclass(def) is >= 0 and var meta ? meta : _builtin.Type : ClassOf(obj);

    /// <summary>What is declared, and what is caught or comes from the library, may be of a class below; what is written down, and None, is not.</summary>
    private bool IsOneOfMany(int obj) => _objects[obj].Kind == ObjectKind.Cone || (_objects[obj] is { Kind: ObjectKind.Instance, A: var type } && type != _builtin.None && _program.IsModelDef(type));

    /// <summary>Whether what is of a class can be told by its bases: what is registered with an abstract one, or fits a protocol, can't.</summary>
    private bool IsPlain(int def) => def >= 0 && Metaclass(def) < 0 && !IsProtocol(def) && (!_program.IsModelDef(def) || _program.FileOfDef[def] == _builtins);

    /// <summary>Whether an object of a class may be dispatched to what is registered for another.</summary>
    private bool IsNearest(int of, int registered, int type, bool isOneOfMany)
    {
        if (registered < 0) return false;
        if (isOneOfMany && _classes.IsSubclass(registered, type)) return true;
        foreach (int c in _classes.Mro(type))
        {
            if (c == registered) return true;
            if (_dispatchClasses[of].Contains(c)) return false;
        }
        return false;
    }
}
