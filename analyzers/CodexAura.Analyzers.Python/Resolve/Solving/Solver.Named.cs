using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions that are told the name of what they set or get: def register(name, value): setattr(registry, name, value). Where the name is written
/// down at the call, the function is analysed anew for it (call-site sensitivity for constant arguments), for else what one caller stores
/// under its name would lie under the names of all.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Callers of one function that are told apart; the rest share one analysis. And what it may take to be told apart, in slots.</summary>
    private const int MaxNamingCalls = 128;
    private const int MaxNamingSlots = 200;

    /// <summary>A function of so few slots, put(name, value), is told apart whatever name it is told.</summary>
    private const int MaxSmallNamingSlots = 24;

    /// <summary>Parameters from here on are no names.</summary>
    private const int MaxNamed = 31;

    /// <summary>By definition: bit i says that parameter i is a name or a key there.</summary>
    private readonly Dictionary<int, int> _namingParams = [];

    /// <summary>Whether a call tells a function a name as a text, and the function looks under it or stores there.</summary>
    private bool IsToldName(int op, int activation, Role role, in DefRecord record, int callee, int receiver)
    {
        var w = OpAt(op, activation);
        if (role != Role.Value || (OpCode)(w[0] & 0xFF) is not (OpCode.Call or OpCode.CallAttr) || !IsOwn(activation)) return false;
        int def = _objects[callee].A;
        if ((record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0 || record.Kind != (int)DefKind.Function) return false;
        if (IsByName(def, record)) return MayRunAnew(def, op, activation, callee);
        int file = _activations[activation].File, own = _program.FileOfDef[def], next = receiver >= 0 ? 1 : 0, naming = -1;
        var refs = _program.Units[file].Refs;
        var parameters = _program.Units[own].Params.Slice(record.ParamStart, record.ParamCount);
        var site = new CallSite(w, role, -1);
        for (int i = 0; i < site.Count; i++)
        {
            var (kind, slot, _) = site[i];
            if (kind is ArgKind.Star or ArgKind.DoubleStar) return false;
            int at = ParameterFor(kind, activation, own, parameters, ref next);
            bool isText = Slots.IsRef(slot) && (RefKind)refs[~slot].Kind == RefKind.String;
            if (!isText && (Slots.IsRef(slot) && (RefKind)refs[~slot].Kind != RefKind.Global || record.SlotEnd - record.SlotStart > MaxSmallNamingSlots)) continue;
            if (naming < 0) naming = NamingParams(def, record);
            if (naming == 0) return false;
            if (at is >= 0 and < MaxNamed && (naming & 1 << at) != 0) return MayRunAnew(def, op, activation, callee);
        }
        return false;
    }

    /// <summary>Whether there is a run left for a call; one that has a run of its own keeps it, whoever it is made on next.</summary>
    private bool MayRunAnew(int def, int op, int activation, int callee) =>
        !_clones.TryGetValue(def, out var runs) || runs.Count < MaxNamingCalls || _expansions.Find(op, activation, (int)Role.Value, callee) > 0;

    private int NamingParams(int def, in DefRecord record)
    {
        if (_namingParams.TryGetValue(def, out int found)) return found;
        int file = _program.FileOfDef[def];
        var unit = _program.Units[file];
        if (record.SlotEnd - record.SlotStart > MaxNamingSlots) return _namingParams[def] = 0;
        var accessors = NamedAccessIn(file);
        // Functions inside see a parameter through a copy.
        var ops = unit.Ops;
        var parameters = new Dictionary<int, int>();
        for (int p = 0; p < record.ParamCount && p < MaxNamed; p++) parameters[unit.Params[record.ParamStart + p].Slot] = 1 << p;
        for (int op = record.OpStart; op < record.OpEndAll; op += ops[op] >> 8)
        {
            // What a parameter is put together with is a name as well.
            var (first, step) = (OpCode)(ops[op] & 0xFF) switch
            {
                OpCode.Copy or OpCode.Compose => (2, 1),
                OpCode.CallAttr when IsFormat(file, unit, op) => (7, 2),
                _ => (0, 0),
            };
            for (int part = op + first; step > 0 && part < op + (ops[op] >> 8); part += step)
                if (parameters.TryGetValue(ops[part], out int copied)) parameters[ops[op + 1]] = parameters.GetValueOrDefault(ops[op + 1]) | copied;
        }
        for (int op = record.OpStart; op < record.OpEndAll; op += ops[op] >> 8)
        {
            int name = (OpCode)(ops[op] & 0xFF) switch
            {
                // getattr(x, name) and setattr(x, name, value): the second argument.
                OpCode.Call when (ops[op + 2] == accessors.Get || ops[op + 2] == accessors.Set) && ops[op] >> 8 >= 9 => ops[op + 8],
                OpCode.SetItem when IsParameter(unit, def, ops[op + 3]) => ops[op + 2],
                // object.__setattr__(x, name, value), and super().__setattr__(name, value).
                OpCode.CallAttr when ops[op] >> 8 >= 10 && _program.Name(file, ops[op + 3]) == _known["__setattr__"] => ops[op] >> 8 >= 12 ? ops[op + 9] : ops[op + 7],
                _ => Slots.None,
            };
            if (parameters.TryGetValue(name, out int bit)) found |= bit;
        }
        return _namingParams[def] = found;
    }

    /// <summary>Whether an instruction is "…".format(…).</summary>
    private bool IsFormat(int file, FileUnit unit, int op) =>
        Slots.IsRef(unit.Ops[op + 2]) && (RefKind)unit.Refs[~unit.Ops[op + 2]].Kind == RefKind.String && _program.Name(file, unit.Ops[op + 3]) == _known["format"];

    /// <summary>Whether a slot is a parameter of a function or of one inside it.</summary>
    private bool IsParameter(FileUnit unit, int def, int slot)
    {
        ref readonly var outer = ref _program.Def(def);
        foreach (ref readonly var inner in unit.Defs)
        {
            if (inner.OpStart < outer.OpStart || inner.OpEndAll > outer.OpEndAll) continue;
            foreach (ref readonly var parameter in unit.Params.Slice(inner.ParamStart, inner.ParamCount))
                if (parameter.Slot == slot) return true;
        }
        return false;
    }

    private const int NoReference = int.MaxValue;

    /// <summary>What is called by name in a file that asks or imports by one, as operands: getattr, setattr, and import_module and __import__.</summary>
    private sealed record NamedAccess(int Get, int Set, HashSet<int> Importers);

    private readonly Dictionary<int, NamedAccess> _namedAccess = [];

    private NamedAccess NamedAccessIn(int file)
    {
        if (_namedAccess.TryGetValue(file, out var access)) return access;
        var unit = _program.Units[file];
        int get = NoReference, set = NoReference;
        var importers = new HashSet<int>();
        for (int r = 0; r < unit.RefCount; r++)
        {
            if ((RefKind)unit.Refs[r].Kind != RefKind.Global) continue;
            int name = _program.Name(file, unit.Refs[r].Value);
            if (name == _known["getattr"]) get = ~r;
            else if (name == _known["setattr"]) set = ~r;
            else if (IsImporter(name)) importers.Add(~r);
        }
        foreach (ref readonly var export in unit.Exports)
            if (IsImporter(_program.Name(file, export.Name))) importers.Add(export.Slot);
        return _namedAccess[file] = new NamedAccess(get, set, importers);
    }
}
