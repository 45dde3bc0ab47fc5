using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Explain;

/// <summary>Calls that look as if they might lead to a definition, and what is known at each instead.</summary>
internal sealed class LostCalls(LinkedProgram linked, ProgramNames names, ValueTrail values, LostValue lost)
{
    /// <summary>Where no call bears the target's name, this many of those whose callee is unknown are told.</summary>
    private const int MaxUnnamed = 10;

    private readonly Program _program = linked.Program;
    private readonly Solver _solver = linked.Solver;

    /// <summary>The written calls of a definition, those of its lambdas too, in order of the text.</summary>
    public List<int> CallsIn(int owner)
    {
        var found = new List<int>();
        int file = _program.FileOfDef[owner];
        var ops = _program.Units[file].Ops;
        for (int op = 0; op < ops.Length; op += ops[op] >> 8)
            if ((OpCode)(ops[op] & 0xFF) is OpCode.Call or OpCode.CallAttr && linked.Calls.OwnerAt(file, op) == owner) found.Add(op);
        return found;
    }

    public IEnumerable<LostTrail> Between(int from, int to)
    {
        ref readonly var target = ref _program.Def(to);
        if ((DefKind)target.Kind == DefKind.Module) return [];
        int file = _program.FileOfDef[from];
        int wanted = NameOf(to, target);
        var calls = CallsIn(from);
        var named = calls.Where(op => Bears(file, op, wanted) || Holds(file, op, to)).Select(op => At(file, op, to)).ToArray();
        return named.Length > 0 ? named : calls.Where(op => !_solver.IsKnown(file, op)).Take(MaxUnnamed).Select(op => At(file, op, to));
    }

    /// <summary>Where the trail of what an attribute call is made on was lost.</summary>
    public (List<TrailStep> Steps, string Reason) Receiver(int file, int op) => Value(_solver.SlotOf(file, _solver.Instruction(op, file)[2]));

    /// <summary>What is known of a slot; for one that holds nothing, where the trail was lost.</summary>
    public (List<TrailStep> Steps, string Reason) Value(int slot)
    {
        if (_solver.Values.ObjectCount(slot) == 0) return lost.From(slot);
        // The way of the one that matters: what comes from outside is why no more is known.
        int value = _solver.Values.Contains(slot, ObjectTable.External) ? ObjectTable.External : _solver.Values.ObjectAt(slot, 0);
        return (values.To(slot, value), lost.Known(slot));
    }

    private LostTrail At(int file, int op, int to)
    {
        var w = _solver.Instruction(op, file);
        int slot = _solver.SlotOf(file, w[2]);
        string written = (OpCode)(w[0] & 0xFF) == OpCode.CallAttr ? $"`.{names.Text(_program.Name(file, w[3]))}(…)`" : "a call of a value";
        var (steps, reason) = Value(slot);
        string[] elsewhere = [.. _solver.Calls.Where(c => c.File == file && c.Op == op).Select(c => names.Of(c.Callee)).Distinct().Order(StringComparer.Ordinal)];
        if (Holds(file, op, to)) reason = $"{names.Of(to)} may be what is called, but the arguments don't fit its parameters";
        else if (elsewhere.Length > 0) reason += $"; the call leads to {string.Join(", ", elsewhere.Take(3))}{(elsewhere.Length > 3 ? $" and {elsewhere.Length - 3} more" : "")}";
        if (_solver.IsFull(file, op)) reason += "; more values reach it than are followed";
        return new LostTrail(names.LineAt(file, op), $"{written}: {reason}", steps);
    }

    /// <summary>The name by which a definition is called: a constructor's is its class's.</summary>
    private int NameOf(int def, in DefRecord record)
    {
        int file = _program.FileOfDef[def];
        int name = _program.Name(file, record.Name);
        if (record.Class < 0 || names.Text(name) is not ("__init__" or "__new__")) return name;
        return _program.Name(file, _program.Units[file].Defs[record.Class].Name);
    }

    private bool Bears(int file, int op, int name)
    {
        var w = _solver.Instruction(op, file);
        return (OpCode)(w[0] & 0xFF) == OpCode.CallAttr && _program.Name(file, w[3]) == name;
    }

    private bool Holds(int file, int op, int def)
    {
        int slot = _solver.SlotOf(file, _solver.Instruction(op, file)[2]);
        for (int i = 0; i < _solver.Values.ObjectCount(slot); i++)
            if (_solver.Objects[_solver.Values.ObjectAt(slot, i)] is { Kind: ObjectKind.Function or ObjectKind.Class } held && held.A == def) return true;
        return false;
    }
}
