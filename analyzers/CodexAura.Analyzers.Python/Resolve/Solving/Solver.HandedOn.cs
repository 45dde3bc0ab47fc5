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
    }

    /// <summary>What comes back of a parameter.</summary>
    /// <param name="Def">The function that asks what the parameter is.</param>
    /// <param name="Run">Its activation.</param>
    /// <param name="Condition">On what it hangs.</param>
    private readonly record struct CameBack(int Def, int Run, Condition Condition);

    /// <summary>A call of a function that hands on.</summary>
    private readonly record struct HandingCaller(int Parameter, int Value, int Result);

    private sealed class Handing
    {
        public List<HandingCaller> Callers { get; } = [];
        public List<(int Parameter, CameBack How)> CameBack { get; } = [];
    }

    /// <summary>By definition.</summary>
    private readonly Dictionary<int, Handing> _handing = [];

    /// <summary>By the slot of a call's result that is returned as it is: the function, and the answer for which it returns that.</summary>
    private readonly Dictionary<int, (int Def, Condition Condition)> _handedResults = [];

    /// <summary>Finds the calls that functions return. Further runs of a function have one caller each, and need nothing of this.</summary>
    private void NoteHandedOn(int file)
    {
        var unit = _program.Units[file];
        for (int d = 1; d < unit.DefCount; d++)
        {
            ref readonly var record = ref unit.Defs[d];
            if (record.HandedOn == 0 || (record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0) continue;
            _handing.Add(_program.DefBase[file] + d, new Handing());
            var ops = unit.Ops;
            for (int op = record.OpStart, next; op < record.OpEnd; op = next)
            {
                next = op + (ops[op] >> 8);
                if ((OpCode)(ops[op] & 0xFF) is not (OpCode.Call or OpCode.CallAttr) || next >= record.OpEnd || (OpCode)(ops[next] & 0xFF) != OpCode.Copy || ops[next + 2] != ops[op + 1]) continue;
                int to = ops[next + 1];
                Condition? condition = to == record.ReturnSlot ? Condition.None : to == record.ReturnIf ? Condition.If : to == record.ReturnUnless ? Condition.Unless : null;
                if (condition is { } known) _handedResults[Map(file, ops[op + 1])] = (_program.DefBase[file] + d, known);
            }
        }
    }

    /// <summary>A parameter that a function hands on is given a value.</summary>
    private void NoteHandingCaller(int def, int run, int parameter, int value, int result)
    {
        if (!IsFile(run) || !_handing.TryGetValue(def, out var handing)) return;
        handing.Callers.Add(new HandingCaller(parameter, value, result));
        for (int i = 0; i < handing.CameBack.Count; i++)
            if (handing.CameBack[i].Parameter == parameter) ComeBack(handing.CameBack[i].How, value, result);
    }

    /// <summary>What a call passes comes back as its result: where that is returned in turn, to those who passed it.</summary>
    private void ComeBack(in CameBack how, int value, int result)
    {
        if (_handedResults.TryGetValue(result, out var handed) && ParameterIn(handed.Def, value) is >= 0 and var parameter && Both(how, handed, parameter) is { } known)
        {
            var handing = _handing[handed.Def];
            if (handing.CameBack.Contains((parameter, known))) return;
            handing.CameBack.Add((parameter, known));
            for (int i = 0; i < handing.Callers.Count; i++)
                if (handing.Callers[i].Parameter == parameter) ComeBack(known, handing.Callers[i].Value, handing.Callers[i].Result);
        }
        else if (how.Condition == Condition.None) _slots.AddEdge(value, result);
        else if (how.Condition == Condition.Split)
        {
            ref readonly var record = ref _program.Def(how.Def);
            Split(new SplitReturn(how.Def, how.Run, result, value, Returned(record.ReturnIf, how.Run), Returned(record.ReturnUnless, how.Run)));
        }
        else Split(new SplitReturn(how.Def, how.Run, result, value, how.Condition == Condition.If ? value : -1, how.Condition == Condition.If ? -1 : value));
    }

    /// <summary>On what it hangs that a parameter comes back which a function hands on for one of its own answers only; null where that is more than one question.</summary>
    private CameBack? Both(in CameBack how, (int Def, Condition Condition) handed, int parameter)
    {
        if (handed.Condition == Condition.None) return how;
        return how.Condition == Condition.None && _program.Def(handed.Def).SplitParam == parameter + 1 ? new CameBack(handed.Def, _program.FileOfDef[handed.Def], handed.Condition) : null;
    }

    /// <summary>The parameter of a function that a slot is; -1 for none.</summary>
    private int ParameterIn(int def, int slot)
    {
        ref readonly var record = ref _program.Def(def);
        int file = _program.FileOfDef[def];
        var parameters = _program.Units[file].Params.Slice(record.ParamStart, Math.Min(record.ParamCount, MaxNamed));
        for (int p = 0; p < parameters.Length; p++)
            if ((record.HandedOn & 1 << p) != 0 && Map(file, parameters[p].Slot) == slot) return p;
        return -1;
    }

    /// <summary>The slot of what a method is called on: in return self.method() that of self, where it is that.</summary>
    private int ReceiverOf(int op, int activation, int receiver, int result)
    {
        if (!_handedResults.TryGetValue(result, out var handed)) return SlotOf(receiver);
        var w = OpAt(op, activation);
        int on = Map(activation, w[2]);
        return (OpCode)(w[0] & 0xFF) == OpCode.CallAttr && ParameterIn(handed.Def, on) == 0 && _slots.Contains(on, receiver) ? on : SlotOf(receiver);
    }
}
