using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Methods that give an object of the very class that they are called on, to which they did something before: c = self._clone(); c.x = 1; return c.
/// Whoever calls one on a query gets a query, and not whatever the method was ever called on (receiver-type polymorphism; Palsberg and
/// Schwartzbach, 1991).
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Of more methods on the way nothing is said.</summary>
    private const int MaxOwnMethods = 64;

    /// <summary>What a method returns: the results of these methods of its first parameter, beside instances of its class.</summary>
    /// <param name="Methods">Their names, and the class past which they are looked up, or -1.</param>
    /// <param name="HasNone">None too.</param>
    private sealed record OwnReturns((int Name, int After)[] Methods, bool HasNone);

    /// <summary>By definition; null for those that return anything else.</summary>
    private readonly Dictionary<int, OwnReturns?> _ownReturns = [];

    /// <summary>The methods that were looked at for the call in question: one that gives anything else decides it.</summary>
    private readonly HashSet<int> _ownVisited = [];

    /// <summary>Whether a method called on an object gives an object of that object's class.</summary>
    /// <param name="def">The method.</param>
    /// <param name="receiver">What it is called on: an instance.</param>
    /// <param name="hasNone">Set where it may also give None.</param>
    private bool GivesOwn(int def, int receiver, ref bool hasNone)
    {
        _ownVisited.Clear();
        return GivesOwnFor(def, receiver, ref hasNone);
    }

    private bool GivesOwnFor(int def, int receiver, ref bool hasNone)
    {
        if (!_ownVisited.Add(def)) return true;
        ref readonly var record = ref _program.Def(def);
        var flags = (DefFlags)record.Flags;
        if (_ownVisited.Count > MaxOwnMethods || (flags & (DefFlags.Async | DefFlags.Generator | DefFlags.ReturnsNew | DefFlags.Static)) != 0 || record.ParamCount == 0 || _program.IsModelDef(def)) return false;
        if ((flags & DefFlags.ReturnsOwnInstance) != 0) return true;
        if (!_ownReturns.TryGetValue(def, out var returns)) _ownReturns.Add(def, returns = ReadOwnReturns(def, record));
        if (returns is null) return false;
        hasNone |= returns.HasNone;
        foreach (var (name, after) in returns.Methods)
            if (!MethodGivesOwn(name, after, receiver, ref hasNone)) return false;
        return true;
    }

    private bool MethodGivesOwn(int name, int after, int receiver, ref bool hasNone)
    {
        var (kind, type, _) = _objects[receiver];
        bool isPast = after < 0, isFound = false;
        foreach (int c in _classes.Mro(type))
        {
            // What is stored in the object hides the method.
            if (_members[c, name].Field >= 0) return false;
            if (isPast && !isFound && _members[c, name].Attribute is >= 0 and var slot)
            {
                if (!AllGiveOwn(slot, receiver, ref hasNone)) return false;
                isFound = true;
            }
            isPast |= c == after;
        }
        if (!isFound || StoredInApart(type, name) >= 0) return false;
        // What is only declared may be of any class below.
        if (kind != ObjectKind.Cone || after >= 0) return true;
        foreach (int c in _classes.Below(type))
            if (_members[c, name].Attribute is >= 0 and var below && !AllGiveOwn(below, receiver, ref hasNone)) return false;
        return true;
    }

    private bool AllGiveOwn(int slot, int receiver, ref bool hasNone)
    {
        int count = _slots.ObjectCount(slot);
        if (count == 0 || _slots.IsCut(slot)) return false;
        for (int i = 0; i < count; i++)
            if (_objects[_slots.ObjectAt(slot, i)] is not { Kind: ObjectKind.Function, A: var function } || ((DefFlags)_program.Def(function).Flags & DefFlags.Shadowed) != 0
                || !GivesOwnFor(function, receiver, ref hasNone)) return false;
        return true;
    }

    /// <summary>Whether what is in a slot is nothing but functions of the module copy, or that module, of which one by a name is called.</summary>
    private bool IsCopier(int slot, int name)
    {
        if (_copyModel == -2) _copyModel = _program.Modules.Model("copy") ?? -1;
        if (_copyModel < 0 || _slots.ObjectCount(slot) != 1) return false;
        var (kind, a, _) = _objects[_slots.ObjectAt(slot, 0)];
        return name < 0
            ? kind == ObjectKind.Function && _program.FileOfDef[a] == _copyModel && IsCopyName(_program.Name(_copyModel, _program.Def(a).Name))
            : kind == ObjectKind.Module && a == _copyModel && IsCopyName(name);
    }

    private bool IsCopyName(int name) => name == _known["copy"] || name == _known["deepcopy"];

    private int _copyModel = -2;

    private OwnReturns? ReadOwnReturns(int def, in DefRecord record)
    {
        int file = _program.FileOfDef[def], first = _program.Units[file].Params[record.ParamStart].Slot;
        var reader = new OwnReturnReader(this, file, record, first);
        if (!reader.Returns(record.ReturnSlot) || !reader.Returns(record.ReturnIf) || !reader.Returns(record.ReturnUnless) || reader.IsChangedInside(record)) return null;
        return reader.IsOwn ? new OwnReturns([.. reader.Methods], reader.HasNone) : null;
    }

    /// <summary>Follows what a function returns back through its instructions.</summary>
    private sealed class OwnReturnReader
    {
        private readonly Solver _solver;
        private readonly int _file, _first, _class, _slotStart, _slotEnd;

        /// <summary>It makes another class the object's: c.__class__ = Other.</summary>
        private readonly bool _setsClass;
        private readonly int[] _ops;
        private readonly Dictionary<int, List<int>> _made = [];
        private readonly Dictionary<int, bool> _seen = [];

        public HashSet<(int Name, int After)> Methods { get; } = [];
        public bool HasNone { get; private set; }

        /// <summary>Some return is one of these.</summary>
        public bool IsOwn { get; private set; }

        public OwnReturnReader(Solver solver, int file, in DefRecord record, int first)
        {
            (_solver, _file, _first) = (solver, file, first);
            (_slotStart, _slotEnd) = (record.SlotStart, record.SlotEnd);
            _class = record.Class >= 0 ? solver._program.DefBase[file] + record.Class : -1;
            _ops = solver._program.Units[file].Ops[record.OpStart..record.OpEnd].ToArray();
            for (int op = 0; op < _ops.Length; op += _ops[op] >> 8)
            {
                _setsClass |= (OpCode)(_ops[op] & 0xFF) == OpCode.SetAttr && solver._program.Name(file, _ops[op + 2]) == solver._known.Class;
                if ((OpCode)(_ops[op] & 0xFF) is not (OpCode.Copy or OpCode.Narrow or OpCode.Call or OpCode.CallAttr or OpCode.Super or OpCode.GetAttr)) continue;
                if (!_made.TryGetValue(_ops[op + 1], out var makers)) _made.Add(_ops[op + 1], makers = []);
                makers.Add(op);
            }
        }

        /// <summary>Whether all that is returned through a slot is an instance of the first parameter's class.</summary>
        public bool Returns(int slot) => !_setsClass && (slot == Slots.None || !_made.ContainsKey(slot) || Holds(slot));

        /// <summary>Whether a function inside binds one of the names anew.</summary>
        public bool IsChangedInside(in DefRecord record)
        {
            var ops = _solver._program.Units[_file].Ops;
            for (int op = record.OpEnd; op < record.OpEndAll; op += ops[op] >> 8)
                if ((OpCode)(ops[op] & 0xFF) == OpCode.Copy && (ops[op + 1] == _first || _seen.ContainsKey(ops[op + 1]))) return true;
            return false;
        }

        private bool Holds(int slot)
        {
            if (slot == _first) return true;
            if (IsBuiltin(slot, _solver._known["NoneType"])) return HasNone = true;
            // Names of the module and of functions around are anyone's.
            if (slot < _slotStart || slot >= _slotEnd) return false;
            if (_seen.TryGetValue(slot, out bool known)) return known;
            _seen[slot] = true;
            return _seen[slot] = _made.TryGetValue(slot, out var makers) && makers.TrueForAll(Gives);
        }

        private bool Gives(int op) => (OpCode)(_ops[op] & 0xFF) switch
        {
            OpCode.Copy or OpCode.Narrow => Holds(_ops[op + 2]),
            OpCode.Call => (IsOwnClass(_ops[op + 2]) || IsCopied(op, 5)) && (IsOwn = true),
            OpCode.CallAttr => GivesByMethod(op, _solver._program.Name(_file, _ops[op + 3]), _ops[op + 2]),
            _ => false,
        };

        private bool GivesByMethod(int op, int name, int @object)
        {
            if (name == _solver._known.New) return HasArgument(op, 6, 0) && IsOwnClass(_ops[op + 7]) && (IsOwn = true);
            if (IsCopied(op, 6)) return IsOwn = true;
            bool isSuper = _class >= 0 && IsSuper(@object);
            if (!isSuper && !Holds(@object)) return false;
            Methods.Add((name, isSuper ? _class : -1));
            return IsOwn = true;
        }

        /// <summary>super(), or super(C, self) in a method of C.</summary>
        private bool IsSuper(int slot)
        {
            if (!_made.TryGetValue(slot, out var makers) || makers is not [var op]) return false;
            return (OpCode)(_ops[op] & 0xFF) == OpCode.Super
                ? _ops[op + 3] == _first
                : (OpCode)(_ops[op] & 0xFF) == OpCode.Call && IsGlobal(_ops[op + 2], _solver._known["super"]) && HasArgument(op, 5, 1) && _ops[op + 8] == _first;
        }

        /// <summary>type(self), as self.__class__ is written too.</summary>
        private bool IsOwnClass(int slot) => _made.TryGetValue(slot, out var makers) && makers is [var op] && (OpCode)(_ops[op] & 0xFF) switch
        {
            OpCode.Copy => IsOwnClass(_ops[op + 2]),
            OpCode.Call => IsGlobal(_ops[op + 2], _solver._known["type"]) && HasArgument(op, 5, 0) && _ops[op] >> 8 == 7 && _ops[op + 6] == _first,
            _ => false,
        };

        /// <summary>copy.copy(self), copy.deepcopy(self).</summary>
        private bool IsCopied(int op, int arguments)
        {
            if (!HasArgument(op, arguments, 0) || _ops[op + arguments + 1] != _first) return false;
            if (arguments == 6) return _solver.IsCopier(_solver.Map(_file, _ops[op + 2]), _solver._program.Name(_file, _ops[op + 3]));
            return _solver.IsCopier(_solver.Map(_file, _ops[op + 2]), -1);
        }

        /// <summary>Whether an argument of an instruction, and all before it, are given by position; they start at a word of it, each has two.</summary>
        private bool HasArgument(int op, int start, int index)
        {
            if (start + 2 * (index + 1) > _ops[op] >> 8) return false;
            for (int i = 0; i <= index; i++)
                if (_ops[op + start + 2 * i] != ArgKind.Positional) return false;
            return true;
        }

        private bool IsGlobal(int slot, int name) => Slots.IsRef(slot) && _solver._program.Units[_file].Refs[~slot] is var r
            && (RefKind)r.Kind == RefKind.Global && _solver._program.Name(_file, r.Value) == name;

        private bool IsBuiltin(int slot, int name) => Slots.IsRef(slot) && _solver._program.Units[_file].Refs[~slot] is var r
            && (RefKind)r.Kind == RefKind.BuiltinInstance && _solver._program.Name(_file, r.Value) == name;
    }
}
