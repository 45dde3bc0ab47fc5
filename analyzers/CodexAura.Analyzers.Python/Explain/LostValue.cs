using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Explain;

/// <summary>Goes back from a slot that holds nothing to where the last thing is that was known: there the trail was lost.</summary>
internal sealed class LostValue(LinkedProgram linked, Provenance trail, SlotRoles roles, ProgramNames names, ValueTrail values)
{
    private const int MaxSteps = 24;
    private const string Unbound = "it is a constant, or a name that the analysed files don't bind";

    private readonly Program _program = linked.Program;
    private readonly Solver _solver = linked.Solver;

    /// <summary>The steps back, and in words what is not known at their end.</summary>
    public (List<TrailStep> Steps, string Reason) From(int slot)
    {
        var steps = new List<TrailStep>();
        var seen = new HashSet<int>();
        string reason = "where its value comes from is not known";
        while (slot >= 0 && seen.Add(slot) && steps.Count < MaxSteps) slot = Back(slot, steps, ref reason);
        return (steps, reason);
    }

    /// <summary>One step back.</summary>
    /// <returns>The next empty slot; -1 at the end.</returns>
    private int Back(int slot, List<TrailStep> steps, ref string reason)
    {
        var role = roles[slot];
        if (role.Role == SlotRole.Parameter)
        {
            string parameter = $"`{values.Parameter(role.A, role.B)}` of {names.Of(role.A)}";
            var passed = trail.Into(slot).Where(e => e.Cause.Op >= 0).ToArray();
            steps.Add(names.Place(role.A, $"it is the parameter {parameter}"));
            int calls = _solver.Calls.Where(c => c.Callee == role.A).Select(c => (c.File, c.Op)).Distinct().Count();
            if (passed.Length == 0)
            {
                reason = calls == 0
                    ? $"no call of {names.Of(role.A)} is known, and {parameter} has no annotation that leads to a class of the program"
                    : $"{calls} call{(calls == 1 ? "" : "s")} of {names.Of(role.A)} {(calls == 1 ? "is" : "are")} known, and none passes {parameter}";
                return -1;
            }
            reason = $"what the {passed.Length} known call{(passed.Length == 1 ? "" : "s")} of {names.Of(role.A)} pass{(passed.Length == 1 ? "es" : "")} for {parameter} is not known";
            if (values.At(passed[0].Cause, "what is passed here is not known") is { } step) steps.Add(step);
            return passed[0].From;
        }
        if (role.Role == SlotRole.Field)
            reason = $"what `.{names.Text(role.B)}` of {names.Readable(role.A)} holds is not known";
        if (Producer(slot) is var (file, op)) return BackOver(file, op, steps, ref reason);
        var into = trail.Into(slot).FirstOrDefault(e => e.From != slot, (-1, default));
        return into.From;
    }

    private int BackOver(int file, int op, List<TrailStep> steps, ref string reason)
    {
        var w = _solver.Instruction(op, file);
        var code = (OpCode)(w[0] & 0xFF);
        if (code == OpCode.Copy)
        {
            if (Slots.IsRef(w[2])) reason = Unbound;
            return _solver.SlotOf(file, w[2]);
        }
        if (code == OpCode.Import)
        {
            reason = "the module imported here has no such name, or is not among the analysed files";
            steps.Add(Here(file, op, "imported here"));
            return -1;
        }
        if (code is not (OpCode.GetAttr or OpCode.Call or OpCode.CallAttr or OpCode.GetItem or OpCode.Iterate or OpCode.Unpack or OpCode.Await or OpCode.Binary or OpCode.Special))
        {
            steps.Add(Here(file, op, "made here"));
            return -1;
        }
        string what = code switch
        {
            OpCode.GetAttr => $"it is `.{Name(file, w[3])}` of a value",
            OpCode.Call => "it is the result of a call",
            OpCode.CallAttr => $"it is the result of `.{Name(file, w[3])}(…)`",
            OpCode.GetItem or OpCode.Iterate or OpCode.Unpack => "it is taken out of a container",
            OpCode.Await => "it is awaited",
            _ => "it is the result of an operator",
        };
        steps.Add(Here(file, op, what));
        int operand = code == OpCode.Unpack ? w[1] : w[2], @base = _solver.SlotOf(file, operand);
        if (Slots.IsRef(operand)) reason = Unbound;
        if (_solver.Values.ObjectCount(@base) == 0) return @base;
        if (code is OpCode.Call or OpCode.CallAttr && Returned(file, op) is >= 0 and var returned)
        {
            steps.Add(names.Place(returned, $"{names.Of(returned)} is called"));
            int slot = _program.Def(returned).ReturnSlot;
            reason = $"what {names.Of(returned)} returns is not known";
            return slot == Slots.None ? -1 : _solver.SlotOf(_program.FileOfDef[returned], slot);
        }
        reason = Known(@base) + code switch
        {
            OpCode.GetAttr => $"; of its `.{Name(file, w[3])}` nothing is known",
            OpCode.CallAttr => $"; what its `.{Name(file, w[3])}(…)` gives is not known",
            OpCode.Call => "; what calling it gives is not known",
            _ => "; what is in it is not known",
        };
        return -1;
    }

    /// <summary>A function of the program that a call with an unknown result leads to; -1 when there is none.</summary>
    private int Returned(int file, int op)
    {
        foreach (var call in _solver.Calls)
            if (call.File == file && call.Op == op && call.Kind != CallKind.Implicit && _program.Def(call.Callee).Kind != (int)DefKind.Class) return call.Callee;
        return -1;
    }

    /// <summary>What a slot holds, in words.</summary>
    public string Known(int slot)
    {
        int count = _solver.Values.ObjectCount(slot);
        var kinds = Enumerable.Range(0, count).Select(i => values.Describe(_solver.Values.ObjectAt(slot, i))).Distinct().ToArray();
        string more = kinds.Length > 3 ? $" and {kinds.Length - 3} more" : "";
        return "it is " + string.Join(", or ", kinds.Take(3)) + more;
    }

    /// <summary>The instruction of a file whose result a slot is.</summary>
    private (int File, int Op)? Producer(int slot)
    {
        int file = Array.BinarySearch(_program.SlotBase, slot);
        if (file < 0) file = ~file - 1;
        while (file + 1 < _program.Units.Length && _program.SlotBase[file + 1] == slot) file++;
        if (file < _program.ModelCount || file >= _program.Units.Length) return null;
        int local = slot - _program.SlotBase[file];
        var ops = _program.Units[file].Ops;
        for (int op = 0; op < ops.Length; op += ops[op] >> 8)
        {
            var code = (OpCode)(ops[op] & 0xFF);
            bool hasResult = code is not (OpCode.SetAttr or OpCode.SetItem or OpCode.Unpack or OpCode.DelAttr or OpCode.Raise or OpCode.ClassAttr or OpCode.Field or OpCode.FieldType or OpCode.Yield);
            if (hasResult && ops[op + 1] == local) return (file, op);
            if (code != OpCode.Unpack) continue;
            for (int i = 4; i < ops[op] >> 8; i++)
                if (ops[op + i] == local) return (file, op);
        }
        return null;
    }

    private string Name(int file, int name) => names.Text(_program.Name(file, name));

    private TrailStep Here(int file, int op, string text) => new(names.Path(file), names.LineAt(file, op), text);
}
