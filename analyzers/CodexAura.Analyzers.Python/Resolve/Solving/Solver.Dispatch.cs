using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// functools.singledispatch: which of the functions that are registered runs hangs on the class of the first argument. Where that is known, it is the one of
/// the nearest class in its resolution order; where it is not, all that are registered are guesses.
/// </summary>
internal sealed partial class Solver
{
    /// <param name="Of">The object that dispatches.</param>
    /// <param name="Type">The slot of the class that it was registered for; -1 where the annotation of its first parameter says that, <see cref="Anything"/> for the one for all others.</param>
    /// <param name="Function">The slot of what was registered.</param>
    private readonly record struct Registration(int Of, int Type, int Function);

    private const int Anything = -2;

    private readonly List<Registration> _registrations = [];

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
                int def = FunctionIn(_slots.ObjectAt(function, i)), slot = type;
                if (def < 0) continue;
                bool isDeclared = slot == -1;
                if (isDeclared && (slot = FirstAnnotation(def)) < 0) continue;
                if (!found.TryGetValue(def, out var classes)) found.Add(def, classes = []);
                if (!_dispatchClasses.TryGetValue(of, out var all)) _dispatchClasses.Add(of, all = []);
                if (slot == Anything)
                {
                    Add(_builtin.Object);
                    continue;
                }
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
    private int FirstAnnotation(int def)
    {
        ref readonly var record = ref _program.Def(def);
        int at = record.Class >= 0 ? 1 : 0;
        if (record.ParamCount <= at) return -1;
        int annotation = _program.Units[_program.FileOfDef[def]].Params[record.ParamStart + at].Annotation;
        return annotation == Slots.None ? -1 : Map(_program.FileOfDef[def], annotation);
    }

    /// <summary>Whether a call goes by a name that something dispatches under to a function that is registered there, and the class of the argument says that it is another; null for not known.</summary>
    public bool? IsDispatchedElsewhere(in FoundCall call)
    {
        if (_registrations.Count == 0) return false;
        _dispatches ??= FindDispatches();
        if (!_dispatches.TryGetValue(call.Callee, out var registered)) return false;
        bool isDefault = registered.Exists(r => r.Class == _builtin.Object);
        if (!isDefault && CalledName(call.Op, call.File) == _program.Name(_program.FileOfDef[call.Callee], _program.Def(call.Callee).Name)) return false;
        var w = OpAt(call.Op, call.File);
        int first = (OpCode)(w[0] & 0xFF) switch { OpCode.Call => 5, OpCode.CallAttr => 6, _ => -1 };
        if (first < 0) return false;
        if (w.Length <= first + 1 || w[first] != ArgKind.Positional) return isDefault ? false : null;
        bool isKnown = true;
        foreach (int slot in SlotsOf(call.File, call.Op, w[first + 1]))
        {
            isKnown &= _slots.ObjectCount(slot) > 0 && !_slots.IsCut(slot);
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
            {
                int obj = _slots.ObjectAt(slot, i);
                if (TypeToDispatch(obj) is not (>= 0 and var type)) isKnown = false;
                else
                    foreach (var (of, known) in registered)
                        if (IsNearest(of, known, type, _objects[obj].Kind == ObjectKind.Cone, ref isKnown)) return false;
            }
        }
        // What is not known may be anything, and goes to the one for all others as well as to any.
        return isKnown ? true : isDefault ? false : null;
    }

    private int TypeToDispatch(int obj) => _objects[obj] is { Kind: ObjectKind.Class, A: var def } ? Metaclass(def) is >= 0 and var meta ? meta : _builtin.Type : ClassOf(obj);

    /// <summary>Whether an object of a class is dispatched to what is registered for another.</summary>
    private bool IsNearest(int of, int registered, int type, bool isCone, ref bool isKnown)
    {
        if (registered < 0)
        {
            isKnown = false;
            return false;
        }
        if (isCone && _classes.IsSubclass(registered, type)) return true;
        foreach (int c in _classes.Mro(type))
        {
            if (c == registered) return true;
            if (_dispatchClasses[of].Contains(c)) return false;
        }
        isKnown &= !_classes.HasExternalBase(type);
        return registered == _builtin.Object;
    }
}
