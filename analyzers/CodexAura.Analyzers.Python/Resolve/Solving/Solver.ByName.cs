using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Functions that find something by a name that each caller gives them: def load(path): return getattr(import_module(…), …).</summary>
internal sealed partial class Solver
{
    /// <summary>The most slots of a function that takes a text apart and is analysed anew for each caller; programs have many of these.</summary>
    private const int MaxSplittingSlots = 48;

    private readonly Dictionary<int, bool> _byName = [];

    /// <summary>
    /// Whether a function imports a module by a name that is not written down there, or is a small one that takes a text apart or stores
    /// what it is given under a name of its own (known[f.__name__] = f): what it does is something else for each caller, wherever that has the name from.
    /// </summary>
    private bool IsByName(int def, in DefRecord record)
    {
        if (record.ParamCount == 0 || record.SlotEnd - record.SlotStart > MaxNamingSlots) return false;
        if (_byName.TryGetValue(def, out bool known)) return known;
        int file = _program.FileOfDef[def];
        var unit = _program.Units[file];
        var ops = unit.Ops;
        var access = NamedAccessIn(file);
        bool found = false, isSmall = record.SlotEnd - record.SlotStart <= MaxSplittingSlots, splits = isSmall && record.Class < 0 && record.ReturnSlot != Slots.None;
        bool asksName = false, stores = false;
        for (int op = record.OpStart; op < record.OpEnd && !found; op += ops[op] >> 8)
            switch ((OpCode)(ops[op] & 0xFF))
            {
                case OpCode.Call:
                    stores |= ops[op + 2] == access.Set;
                    found = ops[op] >> 8 >= 7 && access.Importers.Contains(ops[op + 2]) && IsNoText(unit, ops[op + 6]);
                    break;
                case OpCode.CallAttr when ops[op] >> 8 >= 8:
                    int name = _program.Name(file, ops[op + 3]);
                    found = splits && IsSplitter(name) ? IsDotOrColon(file, unit, ops[op + 7]) : IsImporter(name) && IsNoText(unit, ops[op + 7]);
                    break;
                case OpCode.GetAttr:
                    asksName |= _program.Name(file, ops[op + 3]) == _known.Name && IsParameter(unit, def, ops[op + 2]);
                    break;
                case OpCode.SetItem:
                    stores = true;
                    break;
            }
        found |= isSmall && asksName && stores;
        return _byName[def] = found;
    }

    private bool IsSplitter(int name) => name == _known["split"] || name == _known["rsplit"] || name == _known["partition"] || name == _known["rpartition"];

    /// <summary>What stands between a module and what is in it, in texts that name classes and functions.</summary>
    private bool IsDotOrColon(int file, FileUnit unit, int slot) => Slots.IsRef(slot) && unit.Refs[~slot] is { Kind: (int)RefKind.String, Value: var text }
        && _program.NameBytes(_program.Name(file, text)) is [(byte)'.'] or [(byte)':'] or [(byte)':', (byte)':'];

    private bool IsImporter(int name) => name == _known["import_module"] || name == _known["__import__"];

    private static bool IsNoText(FileUnit unit, int slot) => slot != Slots.None && !(Slots.IsRef(slot) && (RefKind)unit.Refs[~slot].Kind is RefKind.String or RefKind.StringPrefix);

    /// <summary>The __name__ that a function is defined with, as a text; -1 for what has none, and for a wrapper, which is given that of what it wraps.</summary>
    private int OwnName(int obj)
    {
        var (kind, a, _) = _objects[obj];
        if (kind == ObjectKind.Bound) return OwnName(a);
        if (kind != ObjectKind.Function || _program.Def(a).Name is not (>= 0 and var name) || IsRenamed(obj, a)) return -1;
        return _objects.Get(ObjectKind.String, _program.Name(_program.FileOfDef[a], name));
    }

    /// <summary>Whether a function says what it wraps, or stands in one that sets a __name__.</summary>
    private bool IsRenamed(int obj, int def)
    {
        if (!IsInFunction(def)) return false;
        if (_objectFields.Find(obj, _known["__wrapped__"]) is >= 0 and var wrapped && _slots.ObjectCount(wrapped) > 0) return true;
        int file = _program.FileOfDef[def];
        var around = _program.Def(ParentOf(def));
        var ops = _program.Units[file].Ops;
        for (int op = around.OpStart; op < around.OpEnd; op += ops[op] >> 8)
            if ((OpCode)(ops[op] & 0xFF) == OpCode.SetAttr && _program.Name(file, ops[op + 2]) == _known.Name) return true;
        return false;
    }

    /// <summary>What setattr stores under one of several names: of functions that are stored under their own, for f in all: setattr(C, f.__name__, f), the one of that name.</summary>
    private int StoredUnder(int value, int text, int owner, int op, int activation)
    {
        var w = OpAt(op, activation);
        bool isOwnName = _objects[text].Kind == ObjectKind.String && (OpCode)(w[0] & 0xFF) == OpCode.Call && w.Length >= 11 && IsNameOf(activation, w[8], w[10]);
        if (isOwnName) return OwnNamed(value, text, op, activation);
        int copied = CopiedUnder(value, text);
        if (copied != value || _objects[text].Kind != ObjectKind.String || (OpCode)(w[0] & 0xFF) != OpCode.Call || w.Length < 11 || w[8] < 0) return copied;
        int names = Map(activation, w[8]);
        if (_slots.ObjectCount(names) < 2) return value;
        if (_namedBy.TryGetValue(names, out var uses) && uses.IsRead) return NotOtherNamed(value, text, names, op, activation);
        return _objects[owner].Kind is ObjectKind.Module or ObjectKind.Class ? PutBack(value, text, owner, op, activation) : value;
    }

    /// <summary>
    /// for name, value in saved.items(): setattr(module, name, value), where saved[name] = getattr(module, name): what the module or class has under its own name goes
    /// back there, if that is one of those named. What a table says outright, {"begin": module.start}, goes where it says.
    /// </summary>
    private int PutBack(int value, int text, int owner, int op, int activation)
    {
        int tag = PutBackTag + owner, part = _copiedParts.Find(value, text, tag);
        if (part >= 0) return part;
        _copiedParts.Set(value, text, tag, 0, part = _slots.New());
        Follow(value, new Follower(FollowKind.PutBack, part, text, op, activation, owner));
        return part;
    }

    /// <summary>Parts of values that are put back have the owner's number in their key, from here on.</summary>
    private const int PutBackTag = 3;

    private bool IsOfOtherPlace(int obj, in Follower f)
    {
        var (kind, a, _) = _objects[f.Value];
        int def = FunctionIn(obj);
        if (def < 0 || _program.Def(def).Name is not (>= 0 and var written)) return false;
        int name = _program.Name(_program.FileOfDef[def], written), place = kind != ObjectKind.Module ? FindAttribute(a, name) : _exports.TryGetValue(Key(a, name), out int export) ? export : -1;
        return place >= 0 && Holds(place, def) && IsOtherNamed(obj, f.Other, Map(f.Activation, OpAt(f.Op, f.Activation)[8])) && WasReadByName(obj, f);
    }

    /// <summary>Whether something was read off a module or class, by a name that a variable holds, in another function than the one that writes it: there, the names may be others.</summary>
    private bool WasReadByName(int obj, in Follower f)
    {
        int file = _activations[f.Activation].File;
        foreach (var (result, read) in _namedReads)
            if (_slots.Contains(result, obj) && _slots.Contains(read.Owner, f.Value)
                && (_activations[read.Activation].File != file || InnermostAt(file, read.Op) != InnermostAt(file, f.Op))) return true;
        return false;
    }

    private int InnermostAt(int file, int op)
    {
        int found = 0;
        var defs = _program.Units[file].Defs;
        for (int d = 1; d < defs.Length; d++)
            if (defs[d].OpStart <= op && op < defs[d].OpEndAll && defs[d].OpStart >= defs[found].OpStart) found = d;
        return found;
    }

    /// <summary>The class whose body a definition stands in, or -1.</summary>
    private int ClassAt(int def) => _program.Def(def).Class is >= 0 and var type ? _program.DefBase[_program.FileOfDef[def]] + type : -1;

    /// <summary>
    /// for name in ("open", "close"): setattr(door, name, Guard(getattr(door, name)).method): each method is put back in its own place, and of those in a
    /// slot none is stored under a name if its own is another one of the loop's.
    /// </summary>
    private int NotOtherNamed(int value, int text, int names, int op, int activation)
    {
        int part = _copiedParts.Find(value, text, 2);
        if (part >= 0) return part;
        _copiedParts.Set(value, text, 2, 0, part = _slots.New());
        Follow(value, new Follower(FollowKind.NotOtherNamed, part, text, op, activation, names));
        return part;
    }

    private bool IsOtherNamed(int obj, int text, int names)
    {
        int function = _objects[obj].Kind == ObjectKind.Bound ? _objects[obj].A : obj;
        // What contextlib and functools make of a function says what it wraps as well.
        for (int depth = 0; depth < 8 && _objects[function].Kind is ObjectKind.Function or ObjectKind.Allocation && WrappedBy(function) is >= 0 and var inner; depth++) function = inner;
        return OwnName(function) is >= 0 and var own && own != text && _slots.Contains(names, own) && !IsGivenName(function);
    }

    /// <summary>Of the functions in a slot those of a name, and what has none that is known.</summary>
    private int OwnNamed(int value, int text, int op, int activation)
    {
        int part = _copiedParts.Find(value, text, 1);
        if (part >= 0) return part;
        _copiedParts.Set(value, text, 1, 0, part = _slots.New());
        Follow(value, new Follower(FollowKind.OwnNamed, part, text, op, activation));
        return part;
    }

    /// <summary>handle.__name__ = "other": it may bear that name, or the one that it is defined with.</summary>
    private bool IsGivenName(int obj) => _objectFields.Find(obj, _known.Name) is >= 0 and var named && _slots.ObjectCount(named) > 0;

    /// <summary>By file: what x.__name__ gives, as slots of the result and of x.</summary>
    private readonly Dictionary<int, HashSet<(int Name, int Of)>> _namesOf = [];

    /// <summary>Whether a slot holds the __name__ of what is in another.</summary>
    private bool IsNameOf(int activation, int name, int of)
    {
        if (name < 0 || of < 0) return false;
        int file = _activations[activation].File;
        if (!_namesOf.TryGetValue(file, out var known))
        {
            _namesOf.Add(file, known = []);
            var ops = _program.Units[file].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                if ((OpCode)(ops[op] & 0xFF) == OpCode.GetAttr && _program.Name(file, ops[op + 3]) == _known.Name) known.Add((ops[op + 1], ops[op + 2]));
        }
        return known.Contains((name, of));
    }
}
