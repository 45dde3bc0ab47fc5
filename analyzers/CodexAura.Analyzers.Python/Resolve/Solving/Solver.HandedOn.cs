using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions that give back what another one gives back of what they hand on: def maybe_dotted(self, name): return self.resolver.maybe_resolve(name).
/// What comes back goes from the argument of each call to its own result, through any number of such functions, and does not meet in them
/// what all other callers passed: as for functions that return a parameter themselves, and as a clone for each caller would have it.
/// </summary>
internal sealed partial class Solver
{
    private enum Condition : byte
    {
        /// <summary>The parameter comes back, whatever it is.</summary>
        None,

        /// <summary>The parameter comes back where the answer is yes.</summary>
        If,

        /// <summary>The parameter comes back where the answer is no.</summary>
        Unless,

        /// <summary>What the function returns for the one answer or the other comes back.</summary>
        Split,

        /// <summary>It comes back where it is one object, on which a method was found that gives its self back.</summary>
        Receiver,
    }

    /// <summary>What comes back of a parameter.</summary>
    /// <param name="Def">The function that asks what the parameter is, or the one object.</param>
    /// <param name="Run">Its activation.</param>
    /// <param name="Condition">On what it hangs.</param>
    private readonly record struct CameBack(int Def, int Run, Condition Condition);

    /// <summary>A call of a function that hands on.</summary>
    private readonly record struct HandingCaller(int Parameter, int Value, int Result);

    private sealed class Handing
    {
        public List<HandingCaller> Callers { get; } = [];
        public List<(int Parameter, CameBack How)> CameBack { get; } = [];
        public HashSet<(int Parameter, CameBack How)> Seen { get; } = [];
    }

    /// <summary>By definition and run.</summary>
    private readonly Dictionary<(int Def, int Run), Handing> _handing = [];

    /// <summary>By the slot of a call's result that is returned as it is: the function, its run, and the answer for which it returns that.</summary>
    private readonly Dictionary<int, (int Def, int Run, Condition Condition)> _handedResults = [];

    /// <summary>Finds the calls that functions return.</summary>
    private void NoteHandedOn(int file)
    {
        for (int d = 1; d < _program.Units[file].DefCount; d++) NoteHandedOn(_program.DefBase[file] + d, file);
    }

    /// <summary>The same in a further run of a function, for those that stand in it.</summary>
    private void NoteHandedOnInside(in DefRecord around, int file, int run)
    {
        var defs = _program.Units[file].Defs;
        for (int d = 1; d < defs.Length; d++)
            if (defs[d].HandedOn != 0 && defs[d].OpStart >= around.OpEnd && defs[d].OpEndAll <= around.OpEndAll) NoteHandedOn(_program.DefBase[file] + d, run);
    }

    private void NoteHandedOn(int def, int run)
    {
        ref readonly var record = ref _program.Def(def);
        if (record.HandedOn == 0 || (record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0) return;
        _handing.Add((def, run), new Handing());
        var ops = _program.Units[_program.FileOfDef[def]].Ops;
        for (int op = record.OpStart, next; op < record.OpEnd; op = next)
        {
            next = op + (ops[op] >> 8);
            var code = (OpCode)(ops[op] & 0xFF);
            if (code is not (OpCode.Call or OpCode.CallAttr) || ((CallFlags)ops[op + (code == OpCode.Call ? 4 : 5)] & CallFlags.Returned) == 0) continue;
            int to = ops[next + 1];
            Condition? condition = to == record.ReturnSlot ? Condition.None : to == record.ReturnIf ? Condition.If : to == record.ReturnUnless ? Condition.Unless : null;
            if (condition is { } known) _handedResults[Map(run, ops[op + 1])] = (def, run, known);
        }
    }

    /// <summary>A parameter that a function hands on is given a value.</summary>
    private void NoteHandingCaller(int def, int run, int parameter, int value, int result)
    {
        if (!_handing.TryGetValue((def, run), out var handing)) return;
        handing.Callers.Add(new HandingCaller(parameter, value, result));
        for (int i = 0; i < handing.CameBack.Count; i++)
            if (handing.CameBack[i].Parameter == parameter) ComeBack(handing.CameBack[i].How, value, result);
    }

    /// <summary>What a call passes comes back as its result: where that is returned in turn, to those who passed it.</summary>
    private void ComeBack(in CameBack how, int value, int result)
    {
        if (_handedResults.TryGetValue(result, out var handed) && ParameterIn(handed.Def, handed.Run, value) is >= 0 and var parameter && Both(how, handed, parameter) is { } known)
        {
            var handing = _handing[(handed.Def, handed.Run)];
            if (!handing.Seen.Add((parameter, known))) return;
            handing.CameBack.Add((parameter, known));
            for (int i = 0; i < handing.Callers.Count; i++)
                if (handing.Callers[i].Parameter == parameter) ComeBack(known, handing.Callers[i].Value, handing.Callers[i].Result);
        }
        else if (how.Condition == Condition.Receiver && _slots.ObjectCount(value) == 1 && _slots.ObjectAt(value, 0) is var only && SlotOf(only) == value)
        {
            if (only == how.Def) _slots.Add(result, only);
        }
        else if (how.Condition is Condition.None or Condition.Receiver) _slots.AddEdge(value, result);
        else if (how.Condition == Condition.Split)
        {
            ref readonly var record = ref _program.Def(how.Def);
            Split(new SplitReturn(how.Def, how.Run, result, value, Returned(record.ReturnIf, how.Run), Returned(record.ReturnUnless, how.Run)));
        }
        else Split(new SplitReturn(how.Def, how.Run, result, value, how.Condition == Condition.If ? value : -1, how.Condition == Condition.If ? -1 : value));
    }

    /// <summary>On what it hangs that a parameter comes back which a function hands on for one of its own answers only; null where that is more than one question.</summary>
    private CameBack? Both(in CameBack how, (int Def, int Run, Condition Condition) handed, int parameter)
    {
        if (handed.Condition == Condition.None) return how;
        return how.Condition == Condition.None && _program.Def(handed.Def).SplitParam == parameter + 1 ? new CameBack(handed.Def, handed.Run, handed.Condition) : null;
    }

    /// <summary>The parameter of a function that a slot is; -1 for none.</summary>
    private int ParameterIn(int def, int run, int slot)
    {
        ref readonly var record = ref _program.Def(def);
        var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, Math.Min(record.ParamCount, MaxNamed));
        for (int p = 0; p < parameters.Length; p++)
            if ((record.HandedOn & 1 << p) != 0 && Map(run, parameters[p].Slot) == slot) return p;
        return -1;
    }

    /// <summary>A method gives back what it is called on: in return self.method() that is self, where it is that object.</summary>
    private void ReceiverComesBack(int op, int activation, int def, int run, int receiver, int result)
    {
        var w = OpAt(op, activation);
        int on = (OpCode)(w[0] & 0xFF) == OpCode.CallAttr && _handedResults.TryGetValue(result, out var handed) && Map(activation, w[2]) is var self
            && ParameterIn(handed.Def, handed.Run, self) == 0 && _slots.Contains(self, receiver) ? self : -1;
        ref readonly var record = ref _program.Def(def);
        if ((record.ReturnedParams & 1) != 0)
        {
            if (on < 0 || ((DefFlags)record.Flags & (DefFlags.Async | DefFlags.Generator)) != 0) ReturnValue(def, run, SlotOf(receiver), result);
            else ComeBack(new CameBack(receiver, 0, Condition.Receiver), on, result);
        }
        if ((record.HandedOn & 1) != 0) NoteHandingCaller(def, run, 0, on < 0 ? SlotOf(receiver) : on, result);
    }

    /// <summary>What a function may return to whoever takes it from there, and not as the caller who passed something: what it is given and gives back too.</summary>
    private void PassWhole(in DefRecord record, int def, int run, int result)
    {
        if (record.ReturnSlot != Slots.None) _slots.AddEdge(Map(run, record.ReturnSlot), result);
        if (record.SplitParam > 0) PassSplit(record, def, run, result, asked: -1);
        var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, Math.Min(record.ParamCount, MaxNamed));
        for (int p = 0; p < parameters.Length; p++)
        {
            int slot = Map(run, parameters[p].Slot);
            if ((record.ReturnedParams & 1 << p) != 0) _slots.AddEdge(slot, result);
            if ((record.HandedOn & 1 << p) != 0) NoteHandingCaller(def, run, p, slot, result);
        }
    }

    /// <summary>Where nothing is known of what was passed, what comes back is what the parameter is declared to be.</summary>
    private void SettleHanded()
    {
        foreach (var ((def, _), handing) in _handing)
        {
            ref readonly var record = ref _program.Def(def);
            int file = _program.FileOfDef[def];
            foreach (var (parameter, value, result) in handing.Callers.ToArray())
                if (handing.CameBack.Exists(c => c.Parameter == parameter) && !IsKnown(value)) PassDeclared(record, file, parameter, result);
        }
    }

    private void PassDeclared(in DefRecord record, int file, int parameter, int result)
    {
        int annotation = _program.Units[file].Params[record.ParamStart + parameter].Annotation;
        if (annotation != Slots.None) _slots.AddEdge(Map(file, annotation), result);
    }
}
