using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Classes with a __new__ of their own: calling one gives what that returns, and __init__ runs only where it is an instance of the
/// class (as type.__call__ does it).
/// </summary>
internal sealed partial class Solver
{
    /// <summary>The number of the temporary slot for what __new__ of a class returned; those for getters end in a role (<see cref="FireGetter"/>), none of which is 15.</summary>
    private static int MadeTag(int def) => def * 16 + 31;

    private readonly record struct Making(int Op, int Activation, int Class, int New, int Made);

    /// <summary>Calls of such classes that nothing has been said about yet.</summary>
    private readonly List<Making> _makings = [];

    /// <summary>Instances of other classes that the same __new__ makes.</summary>
    private readonly List<(int Op, int Activation, int Class, int New, int Object)> _madeOther = [];

    /// <summary>Instances of classes below.</summary>
    private readonly List<(int Op, int Activation, int Class, int New, int Object)> _madeBelow = [];

    private void MakeByNew(int op, int activation, int def, int makes, int classObject)
    {
        int slot = _temporaries.Find(op, activation, MadeTag(def));
        if (slot < 0)
        {
            _temporaries.Set(op, activation, MadeTag(def), 0, slot = _slots.New());
            Listen(slot, WatchKind.Made, op, activation, def);
            if (ReturnsNew(makes)) MakeInstance(op, activation, def, ResultSlot(op, activation, Role.Value));
            else _makings.Add(new Making(op, activation, def, makes, slot));
        }
        Listen(makes, WatchKind.Bind, op, activation, classObject, (int)Role.New);
    }

    /// <summary>Where what a class's own __new__ returns goes; -1 where the call takes no notice of it.</summary>
    private int MadeSlot(int op, int activation, int receiver) =>
        receiver >= 0 && _objects[receiver].Kind == ObjectKind.Class ? _temporaries.Find(op, activation, MadeTag(_objects[receiver].A)) : -1;

    private void FireMade(int op, int activation, int def, int obj)
    {
        // A metaclass's __new__ returns all classes that it makes; which one is made here is known.
        if (_objects[obj] is { Kind: ObjectKind.Class, A: var made } && _classes.IsSubclass(def, _builtin.Type))
        {
            if (!_program.IsModelDef(made) && Metaclass(made) is >= 0 and var meta && _classes.IsSubclass(meta, def)) return;
            TakeMade(op, activation, obj, -1);
            return;
        }
        int c = ClassOf(obj);
        // Says no more than that an instance of it may be meant.
        if (_objects[obj].Kind == ObjectKind.Cone && _classes.IsSubclass(def, c)) return;
        // One __new__ for a whole family returns instances of any class that it was called for. Called for a class above, it may pick one below.
        bool isBelow = c >= 0 && _classes.IsSubclass(c, def);
        if (c >= 0 && !isBelow && _objects[obj].Kind == ObjectKind.Instance && FindAttribute(def, _known.New) is >= 0 and var makes
            && (FindAttribute(c, _known.New) == makes || IsCalledFor(makes, _objects.Get(ObjectKind.Class, c))))
        {
            _madeOther.Add((op, activation, def, makes, obj));
            return;
        }
        if (isBelow && c != def && _objects[obj].Kind == ObjectKind.Instance && FindAttribute(def, _known.New) is >= 0 and var own && FindAttribute(c, _known.New) == own)
        {
            _madeBelow.Add((op, activation, def, own, obj));
            return;
        }
        TakeMade(op, activation, obj, isBelow ? c : -1);
    }

    private void TakeMade(int op, int activation, int obj, int initialized)
    {
        if (ResultSlot(op, activation, Role.Value) is >= 0 and var result) _slots.Add(result, obj);
        if (initialized >= 0) Initialize(op, activation, initialized, obj);
    }

    /// <summary>An instance of the class is what comes of a call where nothing else is known to be returned.</summary>
    /// <returns>Whether there was something to do.</returns>
    private bool SettleMade()
    {
        bool any = _makings.Count > 0 || _madeOther.Count > 0 || _madeBelow.Count > 0;
        foreach (var (op, activation, def, makes, made) in _makings)
            if (!ReturnsOther(def, makes, made)) MakeInstance(op, activation, def, ResultSlot(op, activation, Role.Value));
        _makings.Clear();
        foreach (var (op, activation, def, makes, obj) in _madeOther)
        {
            int c = _objects[obj].A;
            if (IsCalledFor(makes, _objects.Get(ObjectKind.Class, c))) continue;
            TakeMade(op, activation, obj, -1);
        }
        _madeOther.Clear();
        foreach (var (op, activation, def, makes, obj) in _madeBelow)
        {
            int c = _objects[obj].A;
            if (!IsCalledFor(makes, _objects.Get(ObjectKind.Class, c)) || IsPicked(makes, obj)) TakeMade(op, activation, obj, c);
        }
        _madeBelow.Clear();
        return any;
    }

    /// <summary>Whether an instance of the class is known to be returned, or only what has nothing to do with the class that __new__ was called for.</summary>
    private bool ReturnsOther(int def, int makes, int made)
    {
        int owner = OwnerOfAttribute(def, _known.New), known = 0;
        if (_slots.IsCut(made)) return false;
        for (int i = 0; i < _slots.ObjectCount(made); i++)
        {
            int obj = _slots.ObjectAt(made, i), c = ClassOf(obj);
            if (c == def && _objects[obj].Kind == ObjectKind.Instance) return true;
            // What it is declared to return.
            if (_objects[obj].Kind == ObjectKind.Cone && _classes.IsSubclass(def, c)) continue;
            if (_objects[obj].Kind == ObjectKind.External || (c >= 0 && _classes.IsSubclass(c, owner) && IsCalledFor(makes, _objects.Get(ObjectKind.Class, c)))) return false;
            if (c != _builtin.None) known++;
        }
        return known > 0;
    }

    /// <summary>A __new__ that was put into a class by hand is a static method as it stands.</summary>
    private AbstractObject Unwrapped(int function) => _objects[_objects[function].Kind == ObjectKind.Static ? _objects[function].A : function];

    private bool ReturnsNew(int makes)
    {
        for (int i = 0; i < _slots.ObjectCount(makes); i++)
            if (Unwrapped(_slots.ObjectAt(makes, i)) is { Kind: ObjectKind.Function, A: var function } && ((DefFlags)_program.Def(function).Flags & DefFlags.ReturnsNew) != 0) return true;
        return false;
    }

    /// <summary>
    /// Whether a __new__ makes an object in another way than as `super().__new__(cls)` makes one of whatever class it is called for.
    /// </summary>
    private bool IsPicked(int makes, int obj)
    {
        for (int i = 0; i < _slots.ObjectCount(makes); i++)
        {
            var (kind, def, environment) = Unwrapped(_slots.ObjectAt(makes, i));
            if (kind != ObjectKind.Function || _program.Def(def).ParamCount == 0 || IsPickedIn(_program.Def(def), _program.FileOfDef[def], environment, obj)) return true;
        }
        return false;
    }

    private bool IsPickedIn(in DefRecord record, int file, int environment, int obj)
    {
        if (record.OpEnd != record.OpEndAll) return true;
        var ops = _program.Units[file].Ops;
        int first = _program.Units[file].Params[record.ParamStart].Slot;
        bool isMadeHere = false;
        for (int op = record.OpStart; op < record.OpEnd; op += ops[op] >> 8)
        {
            var code = (OpCode)(ops[op] & 0xFF);
            if (code is not (OpCode.Call or OpCode.CallAttr or OpCode.GetAttr or OpCode.GetItem)) continue;
            int result = Map(environment, ops[op + 1]);
            if (_slots.IsCut(result)) return true;
            if (!_slots.Contains(result, obj)) continue;
            bool isNew = code == OpCode.CallAttr && ops[op] >> 8 >= 8 && ops[op + 6] == ArgKind.Positional && _program.Name(file, ops[op + 3]) == _known.New;
            if (!isNew || Brings(record, file, environment, ops[op + 7], first, _objects.Get(ObjectKind.Class, _objects[obj].A), 0)) return true;
            isMadeHere = true;
        }
        return !isMadeHere;
    }

    /// <summary>Whether a class comes to a slot of a function otherwise than by its first parameter.</summary>
    private bool Brings(in DefRecord record, int file, int environment, int slot, int first, int type, int depth)
    {
        if (slot == first) return false;
        bool isCopied = false;
        var ops = _program.Units[file].Ops;
        for (int op = record.OpStart; op < record.OpEnd; op += ops[op] >> 8)
        {
            if ((OpCode)(ops[op] & 0xFF) is not (OpCode.Copy or OpCode.Narrow) || ops[op + 1] != slot) continue;
            if (depth > 8 || Brings(record, file, environment, ops[op + 2], first, type, depth + 1)) return true;
            isCopied = true;
        }
        int mapped = Map(environment, slot);
        return !isCopied && (_slots.IsCut(mapped) || _slots.Contains(mapped, type));
    }

    private bool IsCalledFor(int makes, int type)
    {
        for (int i = 0; i < _slots.ObjectCount(makes); i++)
        {
            var (kind, def, environment) = Unwrapped(_slots.ObjectAt(makes, i));
            if (kind != ObjectKind.Function || _program.Def(def).ParamCount == 0) continue;
            int first = Map(environment, _program.Units[_program.FileOfDef[def]].Params[_program.Def(def).ParamStart].Slot);
            if (_slots.IsCut(first) || _slots.Contains(first, type)) return true;
        }
        return false;
    }
}
