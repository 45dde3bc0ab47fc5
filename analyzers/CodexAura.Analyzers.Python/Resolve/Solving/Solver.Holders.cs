using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Registries, signals and other holders: objects of small classes that keep what they are given, made once and kept. What is registered with one is not
/// registered with the next, so each is an instance of its own (<see cref="IsMadeApart"/>).
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Instances of one class that are told apart, how many methods it may have, and how many slots they may take together.</summary>
    private const int MaxHolders = 32;
    private const int MaxMethodsOfHolder = 24;
    private const int MaxSlotsOfHolder = 1_200;

    /// <summary>By class: whether it is one of a holder.</summary>
    private readonly Dictionary<int, bool> _isHolder = [];
    private readonly Dictionary<int, int> _holders = [];

    /// <summary>Whether a call makes a holder that is kept.</summary>
    private bool IsHolderMade(int op, int activation, int def)
    {
        if (!_isHolder.TryGetValue(def, out bool isHolder)) _isHolder.Add(def, isHolder = IsHolder(def));
        if (!isHolder) return false;
        if (_allocationOf.Find(def, op, activation) >= 0) return true;
        int count = _holders.GetValueOrDefault(def), file = _activations[activation].File;
        if (count >= MaxHolders || _program.Modules.IsTest(file) || !IsKept(op, file)) return false;
        _holders[def] = count + 1;
        return true;
    }

    private bool IsHolder(int def)
    {
        int methods = 0, slots = 0;
        bool holds = false;
        foreach (int c in _classes.Mro(def))
        {
            if (_program.IsModelDef(c)) continue;
            var unit = _program.Units[_program.FileOfDef[c]];
            int own = c - _program.DefBase[_program.FileOfDef[c]];
            // What stands in its body comes right after it.
            for (int d = own + 1; d < unit.DefCount && unit.Defs[d].LineStart <= unit.Defs[own].LineEnd; d++)
            {
                ref readonly var method = ref unit.Defs[d];
                if (method.Class != own || method.Kind != (int)DefKind.Function || method.ParamCount == 0) continue;
                // What makes decorators is told apart where it is applied.
                if (method.OpEnd != method.OpEndAll && HasFunctions(unit, d) || SharesState(_program.FileOfDef[c], unit, method)) return false;
                if (++methods > MaxMethodsOfHolder || (slots += method.SlotEnd - method.SlotStart) > MaxSlotsOfHolder) return false;
                // What a class method stores, all have.
                holds = holds || (method.Flags & (int)DefFlags.Decorated) == 0 && Holds(_program.FileOfDef[c], unit, method);
            }
        }
        return holds;
    }

    /// <summary>self.__dict__ = other.__dict__, vars(other): what one holds, others do too.</summary>
    private bool SharesState(int file, FileUnit unit, in DefRecord method)
    {
        var ops = unit.Ops;
        for (int op = method.OpStart; op < method.OpEnd; op += ops[op] >> 8)
        {
            int name = (OpCode)(ops[op] & 0xFF) switch
            {
                OpCode.GetAttr => ops[op + 3],
                OpCode.SetAttr => ops[op + 2],
                OpCode.Call when Slots.IsRef(ops[op + 2]) && (RefKind)unit.Refs[~ops[op + 2]].Kind == RefKind.Global => unit.Refs[~ops[op + 2]].Value,
                _ => -1,
            };
            if (name >= 0 && _program.Name(file, name) is var known && (known == _known["__dict__"] || known == _known["vars"])) return true;
        }
        return false;
    }

    private static bool HasFunctions(FileUnit unit, int function)
    {
        for (int d = function + 1; d < unit.DefCount; d++)
            if (unit.Defs[d].Parent == function && unit.Defs[d].Kind == (int)DefKind.Function) return true;
        return false;
    }

    /// <summary>Whether a method puts what it is given into a container that self has: self._handlers[name] = handler, self._rules.append((priority, rule)).</summary>
    private bool Holds(int file, FileUnit unit, in DefRecord method)
    {
        var ops = unit.Ops;
        var parameters = unit.Params.Slice(method.ParamStart, method.ParamCount);
        int self = parameters[0].Slot;
        HashSet<int> given = [], held = [];
        for (int p = 1; p < parameters.Length; p++) given.Add(parameters[p].Slot);
        if (given.Count == 0) return false;
        for (int op = method.OpStart, next; op < method.OpEnd; op = next)
        {
            next = op + (ops[op] >> 8);
            switch ((OpCode)(ops[op] & 0xFF))
            {
                case OpCode.GetAttr when ops[op + 2] == self:
                case OpCode.GetItem when held.Contains(ops[op + 2]):
                    held.Add(ops[op + 1]);
                    break;
                case OpCode.Copy when given.Contains(ops[op + 2]):
                    given.Add(ops[op + 1]);
                    break;
                case OpCode.Copy when held.Contains(ops[op + 2]):
                    held.Add(ops[op + 1]);
                    break;
                case OpCode.NewContainer when IsAmong(given, ops[(op + 3)..next]):
                    given.Add(ops[op + 1]);
                    break;
                case OpCode.SetItem when held.Contains(ops[op + 1]) && given.Contains(ops[op + 3]):
                case OpCode.CallAttr when held.Contains(ops[op + 2]) && Stores(_program.Name(file, ops[op + 3])) && IsAmong(given, ops[(op + 6)..next]):
                    return true;
                case OpCode.CallAttr when held.Contains(ops[op + 2]):
                    held.Add(ops[op + 1]);
                    break;
            }
        }
        return false;
    }

    private bool Stores(int method) => method == _known["append"] || method == _known["add"] || method == _known["insert"] || method == _known["appendleft"] || method == _known["setdefault"];

    /// <summary>Whether a value is one of several; every second word is one.</summary>
    private static bool IsAmong(HashSet<int> values, ReadOnlySpan<int> words)
    {
        for (int i = 1; i < words.Length; i += 2)
            if (values.Contains(words[i])) return true;
        return false;
    }

    /// <summary>
    /// Whether what a call gives is kept: by a module, a class or self, or returned by a function that registered something before, to who keeps it.
    /// </summary>
    private bool IsKept(int op, int file)
    {
        var unit = _program.Units[file];
        var ops = unit.Ops;
        var flags = (CallFlags)ops[op + ((OpCode)(ops[op] & 0xFF) == OpCode.Call ? 4 : 5)];
        // What class self.queue_type() makes an object of, its subclasses say: such objects are parts of self and no registries.
        if ((flags & (CallFlags.StaticPath | CallFlags.Self)) != CallFlags.StaticPath) return false;
        if (op < unit.Defs[0].OpEnd || (flags & CallFlags.ClassBody) != 0) return true;
        int function = unit.FunctionAround(op);
        HashSet<int> made = [ops[op + 1]];
        ref readonly var record = ref unit.Defs[function];
        int self = record.ParamCount > 0 && record.Class >= 0 ? unit.Params[record.ParamStart].Slot : Slots.None;
        bool isUsed = false;
        for (int at = op; at < record.OpEnd; at += ops[at] >> 8)
            switch ((OpCode)(ops[at] & 0xFF))
            {
                case OpCode.SetAttr when made.Contains(ops[at + 3]) && ops[at + 1] == self:
                    return true;
                case OpCode.CallAttr when made.Contains(ops[at + 2]):
                    isUsed = true;
                    break;
                case OpCode.Copy when made.Contains(ops[at + 2]) && ops[at + 1] == record.ReturnSlot:
                    return isUsed;
                case OpCode.Copy when made.Contains(ops[at + 2]):
                    made.Add(ops[at + 1]);
                    break;
            }
        return false;
    }
}
