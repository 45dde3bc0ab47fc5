using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Functions that find something by a name that each caller gives them: def load(path): return getattr(import_module(…), …).</summary>
internal sealed partial class Solver
{
    /// <summary>The most slots of a function that takes a text apart and is analysed anew for each caller; programs have many of these.</summary>
    private const int MaxSplittingSlots = 48;

    private readonly Dictionary<int, bool> _byName = [];

    /// <summary>
    /// Whether a function imports a module by a name that is not written down there, or is a small one that takes a text apart: what it gives back
    /// is something else for each caller, wherever that has the name from.
    /// </summary>
    private bool IsByName(int def, in DefRecord record)
    {
        if (record.ParamCount == 0 || record.SlotEnd - record.SlotStart > MaxNamingSlots) return false;
        if (_byName.TryGetValue(def, out bool known)) return known;
        int file = _program.FileOfDef[def];
        var unit = _program.Units[file];
        var ops = unit.Ops;
        var importers = ImportersIn(file);
        bool found = false, isSmall = record.Class < 0 && record.SlotEnd - record.SlotStart <= MaxSplittingSlots && record.ReturnSlot != Slots.None;
        for (int op = record.OpStart; op < record.OpEnd && !found; op += ops[op] >> 8)
            found = (OpCode)(ops[op] & 0xFF) switch
            {
                OpCode.Call => ops[op] >> 8 >= 7 && importers.Contains(ops[op + 2]) && IsNoText(unit, ops[op + 6]),
                OpCode.CallAttr when ops[op] >> 8 < 8 => false,
                OpCode.CallAttr when isSmall && IsSplitter(_program.Name(file, ops[op + 3])) => IsDotOrColon(file, unit, ops[op + 7]),
                OpCode.CallAttr => IsImporter(_program.Name(file, ops[op + 3])) && IsNoText(unit, ops[op + 7]),
                _ => false,
            };
        return _byName[def] = found;
    }

    /// <summary>By file: what import_module and __import__ are as operands there, if they are called by these names.</summary>
    private readonly Dictionary<int, HashSet<int>> _importers = [];

    private HashSet<int> ImportersIn(int file)
    {
        if (_importers.TryGetValue(file, out var found)) return found;
        _importers[file] = found = [];
        var unit = _program.Units[file];
        for (int r = 0; r < unit.RefCount; r++)
            if ((RefKind)unit.Refs[r].Kind == RefKind.Global && IsImporter(_program.Name(file, unit.Refs[r].Value))) found.Add(~r);
        foreach (ref readonly var export in unit.Exports)
            if (IsImporter(_program.Name(file, export.Name))) found.Add(export.Slot);
        return found;
    }

    private bool IsSplitter(int name) => name == _known["split"] || name == _known["rsplit"] || name == _known["partition"] || name == _known["rpartition"];

    /// <summary>What stands between a module and what is in it, in texts that name classes and functions.</summary>
    private bool IsDotOrColon(int file, FileUnit unit, int slot) => Slots.IsRef(slot) && unit.Refs[~slot] is { Kind: (int)RefKind.String, Value: var text }
        && _program.NameBytes(_program.Name(file, text)) is [(byte)'.'] or [(byte)':'] or [(byte)':', (byte)':'];

    private bool IsImporter(int name) => name == _known["import_module"] || name == _known["__import__"];

    private static bool IsNoText(FileUnit unit, int slot) => slot != Slots.None && !(Slots.IsRef(slot) && (RefKind)unit.Refs[~slot].Kind is RefKind.String or RefKind.StringPrefix);
}
