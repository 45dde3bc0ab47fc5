using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What a decorator gives at one place and what at others. One that hands on what it is given through methods and tables, as a registry does, has one analysis for
/// all that it is put on; but what comes out at one definition is that definition, or made of it, not another.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>
    /// Whether an object is a class that was put under a decorator, a function of a module or class that was, or what another application of a decorator
    /// gave. Functions inside others are left out: a wrapper is mostly put under functools.wraps before it is given back.
    /// </summary>
    private bool IsDecoratedElsewhere(int obj, int op, int activation)
    {
        var (kind, def, environment) = _objects[obj];
        if (kind == ObjectKind.Class) return _decorated.Contains(obj);
        if (kind != ObjectKind.Function || !IsFile(activation)) return false;
        if (IsFile(environment)) return _decorated.Contains(obj) && !IsInFunction(def);
        return _appliedAt.TryGetValue(environment, out var at) && at != new Place(op, activation) && _slots.Contains(Map(at.Activation, OpAt(at.Op, at.Activation)[1]), obj);
    }

    /// <summary>Whether what a decorator's expression gives is what was decorated rather than the decorator: a registry that is asked for one gives back both.</summary>
    private bool IsNoDecorator(int op, int activation, int obj, ReadOnlySpan<int> w) => ((CallFlags)w[4] & CallFlags.Decorator) != 0
        && (_objects[obj].Kind == ObjectKind.Class ? _slots.ObjectCount(Map(activation, w[2])) > 1 : ((CallFlags)w[4] & CallFlags.MadeDecorator) != 0)
        && IsDecoratedElsewhere(obj, op, activation);

    /// <summary>
    /// Whether a function may be the decorator proper of one that is used with arguments too: it stands in another and was not made for this application, or it
    /// is what a decorator that takes any arguments, def rule(*args), makes beside what it gives back.
    /// </summary>
    private bool MayBeDecorator(int obj, int activation, ReadOnlySpan<int> w) =>
        IsFile(activation) && _objects[obj] is { Kind: ObjectKind.Function, A: var def, B: var environment } && IsInFunction(def)
        && (IsFile(environment) || (((CallFlags)w[4] & CallFlags.MadeDecorator) == 0 && TakesAny(ParentOf(def))));

    private readonly List<(int Op, int Activation, int Object)> _passedOver = [];

    /// <summary>What was decorated itself is the decorator all the same where the expression gives nothing else: `@cached def tagged(f)`, `def choose(name): return tagged`, `@choose("a")`.</summary>
    private bool ApplyPassedOver()
    {
        bool any = false;
        foreach (var (op, activation, obj) in _passedOver.ToArray())
        {
            int decorator = Map(activation, OpAt(op, activation)[2]);
            if (_slots.IsCut(decorator) || HoldsOtherThan(decorator, obj)) continue;
            Invoke(op, activation, Role.Value, obj, -1);
            any = true;
        }
        _passedOver.Clear();
        return any;
    }

    private bool HoldsOtherThan(int slot, int obj)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_slots.ObjectAt(slot, i) != obj && _slots.ObjectAt(slot, i) != ObjectTable.External) return true;
        return false;
    }

    /// <summary>By slot of what a decorator gave: where it is applied, and the function decorated elsewhere that came out there; -1 where several did.</summary>
    private readonly Dictionary<int, (Place At, int Object)> _cameOut = [];

    private void NoteCameOut(int result, int obj, int op, int activation)
    {
        if (!_cameOut.TryAdd(result, (new Place(op, activation), obj)) && _cameOut[result].Object != obj) _cameOut[result] = (new Place(op, activation), -1);
    }

    /// <summary>Where nothing else came out, a function that the maker of the decorator was handed is put in place: `@replaced_by(other)`.</summary>
    private bool TakeWhatCameOut(int given, int result)
    {
        if (HoldsClass(given) || !_cameOut.TryGetValue(result, out var only) || only.Object < 0 || !WasHanded(only.At, only.Object)) return false;
        _slots.Add(result, only.Object);
        return true;
    }

    /// <summary>Whether the call that makes the decorator of a place names an object among its arguments.</summary>
    private bool WasHanded(Place at, int obj)
    {
        int decorator = OpAt(at.Op, at.Activation)[2], found = -1;
        var ops = _program.Units[_activations[at.Activation].File].Ops;
        for (int op = 0; op < at.Op; op += ops[op] >> 8)
            if ((OpCode)(ops[op] & 0xFF) is OpCode.Call or OpCode.CallAttr && ops[op + 1] == decorator) found = op;
        if (found < 0) return false;
        for (int i = (OpCode)(ops[found] & 0xFF) == OpCode.Call ? 6 : 7; i < ops[found] >> 8; i += 2)
            if (ops[found + i] != Slots.None && _slots.Contains(Map(at.Activation, ops[found + i]), obj)) return true;
        return false;
    }

    private int ParentOf(int def)
    {
        int file = _program.FileOfDef[def], parent = _program.Def(def).Parent;
        return parent < 0 ? -1 : _program.DefBase[file] + parent;
    }

    private bool TakesAny(int def) => def >= 0 && _program.Def(def) is { ParamCount: > 0, Kind: (int)DefKind.Function } record
        && _program.Units[_program.FileOfDef[def]].Params[record.ParamStart].Kind == (int)ParamKind.Star;

    /// <summary>The slots of decorators that gave something.</summary>
    private readonly HashSet<int> _decorators = [];

    /// <summary>The functions that are applied as decorators somewhere. A wrapper that says what it wraps is what another came to, not one.</summary>
    private HashSet<int> Decorators()
    {
        var all = new HashSet<int>();
        foreach (int decorator in _decorators)
            for (int i = 0; i < _slots.ObjectCount(decorator); i++)
                if (FunctionIn(_slots.ObjectAt(decorator, i)) is >= 0 and var def && _objectFields.Find(_slots.ObjectAt(decorator, i), _known["__wrapped__"]) < 0) all.Add(def);
        return all;
    }

    /// <summary>Nothing, or nothing but texts: the names under which a decorator registers what it is put on, among what it was given.</summary>
    private bool HoldsOnlyTexts(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_objects[_slots.ObjectAt(slot, i)].Kind is not (ObjectKind.String or ObjectKind.StringPrefix)) return false;
        return true;
    }

    /// <summary>
    /// Texts and numbers, and no None alone: what was handed to a function that is also a decorator of very many classes, of which not all are followed through it.
    /// </summary>
    private bool HoldsOnlyScalars(int slot)
    {
        bool any = false;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            var (kind, of, _) = _objects[_slots.ObjectAt(slot, i)];
            if (kind is ObjectKind.String or ObjectKind.StringPrefix or ObjectKind.Integer) any = true;
            else if (kind == ObjectKind.Instance && IsScalar(of)) any |= of != _builtin.None;
            else return false;
        }
        return any;
    }

    /// <summary>By run of a decorator: where a module or class applies it, or the decorator around it.</summary>
    private readonly Dictionary<int, Place> _appliedAt = [];

    private void NoteApplication(int run, int op, int activation)
    {
        var w = OpAt(op, activation);
        if (IsFile(activation) && (OpCode)(w[0] & 0xFF) == OpCode.Call && ((CallFlags)w[4] & CallFlags.Decorator) != 0 && IsOutermost(Map(activation, w[6]))) _appliedAt.Add(run, new Place(op, activation));
        else if (_appliedAt.TryGetValue(activation, out var at)) _appliedAt.Add(run, at);
    }

    /// <summary>Whether what is decorated stands in a module or class: decorators that are made in functions (`def against(name): @decorator def check…; return check`) are applied elsewhere.</summary>
    private bool IsOutermost(int given) => _slots.ObjectCount(given) > 0 && FunctionIn(_slots.ObjectAt(given, 0)) is >= 0 and var def && !IsInFunction(def);

    private bool IsFile(int activation) => activation < _program.Units.Length;

    private bool IsInFunction(int def)
    {
        var unit = _program.Units[_program.FileOfDef[def]];
        return IsInFunction(unit, unit.Defs[def - _program.DefBase[_program.FileOfDef[def]]]);
    }
}
