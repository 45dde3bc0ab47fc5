using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Tables of handlers: what a call takes out of a dictionary under a computed key is one of the functions stored there under known
/// ones. They count each, also where the variable that is called can't hold so many.
/// </summary>
internal sealed partial class Solver
{
    private void SettleTables()
    {
        var taken = new Dictionary<int, int>();
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            taken.Clear();
            var ops = _program.Units[f].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                switch ((OpCode)(ops[op] & 0xFF))
                {
                    case OpCode.GetItem:
                        taken[ops[op + 1]] = ops[op + 2];
                        break;
                    case OpCode.Copy when taken.TryGetValue(ops[op + 2], out int source):
                        taken[ops[op + 1]] = source;
                        break;
                    case OpCode.Call when taken.TryGetValue(ops[op + 2], out int table) && _slots.IsCut(Map(f, ops[op + 2])):
                        CallTable(f, op, Map(f, table));
                        break;
                }
        }
    }

    private void CallTable(int file, int op, int tables)
    {
        int around = ClassAt(file, op);
        for (int t = 0; t < _slots.ObjectCount(tables); t++)
        {
            int table = _slots.ObjectAt(tables, t);
            if (!Is(table, Builtins.Dict) || !_keysOf.TryGetValue(table, out var keys)) continue;
            foreach (int key in keys)
            {
                if (_objectFields.Find(table, key) is not (>= 0 and var handlers)) continue;
                for (int i = 0; i < _slots.ObjectCount(handlers); i++)
                    if (FunctionIn(_slots.ObjectAt(handlers, i)) >= 0 && !IsOfSibling(_slots.ObjectAt(handlers, i), around)) CallGiven(file, op, _slots.ObjectAt(handlers, i));
            }
        }
    }

    /// <summary>Whether a bound method is one of an object that the method around a call never runs on, though both inherit the same.</summary>
    private bool IsOfSibling(int method, int around)
    {
        if (around < 0 || _objects[method].Kind != ObjectKind.Bound || ClassOf(_objects[method].B) is not (>= 0 and var of)) return false;
        return OutermostBase(of) == OutermostBase(around) && !_classes.IsSubclass(of, around) && !_classes.IsSubclass(around, of);
    }

    /// <summary>The class whose method an instruction stands in, or -1.</summary>
    private int ClassAt(int file, int op)
    {
        var defs = _program.Units[file].Defs;
        int found = -1;
        for (int d = 1; d < defs.Length; d++)
            if (defs[d].Class >= 0 && defs[d].OpStart <= op && op < defs[d].OpEndAll && defs[d].Kind != (int)DefKind.Class) found = _program.DefBase[file] + defs[d].Class;
        return found;
    }
}
