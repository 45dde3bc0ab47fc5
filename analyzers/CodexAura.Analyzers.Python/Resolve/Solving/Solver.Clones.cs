using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Decorators that make a wrapper are analysed anew at each place where they are applied, together with the functions inside them
/// (call-site sensitivity; M. Sharir and A. Pnueli, 1981), so that the wrapper of one function is not the wrapper of all.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Of a decorator that is applied more often than this, the rest share one analysis.</summary>
    private const int MaxClones = 512;

    /// <summary>Decorators that are applied inside decorators are told apart this deep.</summary>
    private const int MaxCloneDepth = 2;

    /// <summary>The slots that all runs of one function take together, and those of all functions: a body of thousands of lines is not analysed five hundred times.</summary>
    private const int MaxClonedSlots = 50_000;
    private const int MaxClonedSlotsOfAll = 500_000;

    private int _clonedSlots;

    private readonly record struct WrapperCall(int Op, int Activation, int Wrapper, bool Override);

    private readonly Dictionary<int, List<int>> _clones = [];
    private readonly HashSet<int> _filesWithClones = [];
    private readonly KeyMap _wrapperCallsSeen;
    private readonly List<WrapperCall> _wrapperCalls = [];
    private readonly List<FoundCall> _callsInClones = [];
    private readonly HashSet<int> _calledFromClones = [];
    private int _seededClones;

    /// <summary>Whether an activation is the program's own code, not a model that is run for it.</summary>
    private bool IsOwn(int activation) => _activations[activation].SiteOp < 0;

    private bool IsClone(int activation) => !IsFile(activation) && IsOwn(activation);

    /// <summary>
    /// Whether a call applies a decorator that defines functions of its own, or hands what it is given to one that does, or makes them within such a decorator: those
    /// may be what it gives back. What decorates classes gives them back. A call that makes a decorator is one of these too.
    /// </summary>
    private bool IsCloned(int op, int activation, Role role, in DefRecord record, int def)
    {
        if (role != Role.Value || _program.IsModelDef(def) || !IsOwn(activation)) return false;
        if ((record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0 || record.Kind != (int)DefKind.Function) return false;
        var w = OpAt(op, activation);
        bool makesFunctions = record.OpEnd != record.OpEndAll;
        if (makesFunctions && IsFactoryOfOne(w, _activations[activation].File)) return true;
        bool isCall = (OpCode)(w[0] & 0xFF) == OpCode.Call;
        if (!isCall || ((CallFlags)w[4] & CallFlags.Decorator) == 0) return makesFunctions && isCall && (_appliedAt.ContainsKey(activation) || _classRuns.ContainsKey(activation));
        return (makesFunctions || HandsOn(def, record)) && !HoldsClass(Map(activation, w[6]));
    }

    /// <summary>Whether a call makes a decorator of something that is not written down, as in @stand_in_for(module.function): each decorator has its own.</summary>
    private bool IsFactoryOfOne(ReadOnlySpan<int> w, int file)
    {
        var code = (OpCode)(w[0] & 0xFF);
        if (code is not (OpCode.Call or OpCode.CallAttr) || ((CallFlags)w[code == OpCode.Call ? 4 : 5] & CallFlags.DecoratorFactory) == 0) return false;
        for (int i = code == OpCode.Call ? 6 : 7; i < w.Length; i += 2)
            if (!IsWritten(file, w[i])) return true;
        return false;
    }

    private readonly Dictionary<int, bool> _handsOn = [];

    /// <summary>A small function that calls another with the first thing that it is given.</summary>
    private bool HandsOn(int def, in DefRecord record)
    {
        if (record.ParamCount == 0 || record.ReturnSlot == Slots.None || record.SlotEnd - record.SlotStart > MaxSplittingSlots) return false;
        if (_handsOn.TryGetValue(def, out bool hands)) return hands;
        var unit = _program.Units[_program.FileOfDef[def]];
        var ops = unit.Ops;
        int given = unit.Params[record.ParamStart].Slot;
        for (int op = record.OpStart; op < record.OpEnd && !hands; op += ops[op] >> 8)
            hands = (OpCode)(ops[op] & 0xFF) == OpCode.Call && ops[op] >> 8 >= 7 && ops[op + 6] == given;
        return _handsOn[def] = hands;
    }

    /// <summary>The run of a decorator for one place where it is applied.</summary>
    private int CloneOnce(int op, int activation, int callee, int receiver, int def, int environment)
    {
        int run = _expansions.Find(op, activation, (int)Role.Value, callee) - 1;
        if (run >= 0) return run;
        run = Clone(def, environment, _activations[activation].Depth + 1, ToldParams(op, activation, receiver, def));
        if (run < 0) return environment;
        _expansions.Set(op, activation, (int)Role.Value, callee, run + 1);
        NoteApplication(run, op, activation);
        return run;
    }

    /// <summary>A further run of a function and of those inside it; -1 where there are too many.</summary>
    private int Clone(int def, int environment, int depth, uint told = 0)
    {
        ref var runs = ref CollectionsMarshal.GetValueRefOrAddDefault(_clones, def, out _);
        runs ??= [];
        ref readonly var record = ref _program.Def(def);
        int size = record.SlotEnd - record.SlotStart;
        if (runs.Count >= MaxClones || depth > MaxCloneDepth || (runs.Count + 1L) * size > MaxClonedSlots || _clonedSlots + size > MaxClonedSlotsOfAll) return -1;
        _clonedSlots += size;
        int file = _program.FileOfDef[def], delta = _slots.New(size) - record.SlotStart;
        int run = _activations.Count;
        _activations.Add(new Activation(file, record.SlotStart, record.SlotEnd, delta, environment, -1, 0, depth));
        runs.Add(run);
        _filesWithClones.Add(file);
        for (int p = 0; told != 0; p++, told >>= 1)
            if ((told & 1) != 0) _told.Add(_program.Units[file].Params[record.ParamStart + p].Slot + delta);
        NoteHandedOn(def, run);
        if (record.OpEnd != record.OpEndAll) NoteHandedOnInside(record, file, run);
        Load(run, record.OpStart, record.OpEndAll);
        return run;
    }

    private void NoteCallInClone(FoundCall call)
    {
        _callsInClones.Add(call);
        _calledFromClones.Add(call.Callee);
    }

    /// <summary>What the parameters of methods that run on one instance, of functions that are told a name, and of functions in clones, are declared to be.</summary>
    private bool SeedClones()
    {
        int first = _seededClones;
        _seededClones = _activations.Count;
        bool any = false;
        foreach (var (def, runs) in _clones)
        {
            ref readonly var outer = ref _program.Def(def);
            int file = _program.FileOfDef[def];
            var unit = _program.Units[file];
            foreach (int run in runs)
            {
                if ((outer.Class < 0 && _namingParams.GetValueOrDefault(def) == 0) || run < first) continue;
                SeedParameters(def, run, outer);
                any = true;
            }
            // Most methods have no functions in them.
            if (outer.OpEnd == outer.OpEndAll || runs.Count == 0 || runs[^1] < first) continue;
            for (int d = def - _program.DefBase[file] + 1; d < unit.DefCount; d++)
            {
                if (unit.Defs[d].OpStart < outer.OpEnd || unit.Defs[d].OpEndAll > outer.OpEndAll || unit.Defs[d].Kind == (int)DefKind.Class) continue;
                foreach (ref readonly var parameter in unit.Params.Slice(unit.Defs[d].ParamStart, unit.Defs[d].ParamCount))
                    foreach (int run in runs)
                    {
                        if (parameter.Annotation == Slots.None || run < first) continue;
                        _slots.AddEdge(Map(run, parameter.Annotation), Map(run, parameter.Slot));
                        any = true;
                    }
            }
        }
        return any;
    }

    /// <summary>A wrapper that says what it wraps is called: that is a call of the function it bears the name of.</summary>
    private void NoteWrapperCall(int op, int activation, Role role, int wrapper)
    {
        if (role == Role.Value && IsClone(_objects[wrapper].B) && _wrapperCallsSeen.Add(op, activation, wrapper))
            _wrapperCalls.Add(new WrapperCall(op, activation, wrapper, _viaOverride));
    }

    private void SettleWrapperCalls()
    {
        foreach (var (op, activation, wrapper, isOverride) in _wrapperCalls)
        {
            int wrapped = wrapper;
            for (int depth = 0; depth < 8 && WrappedBy(wrapped) is >= 0 and var inner; depth++) wrapped = inner;
            if (wrapped == wrapper) continue;
            _viaOverride = isOverride;
            RecordCall(op, activation, Role.Value, _objects[wrapped].A);
        }
        _viaOverride = false;
        foreach (var call in _callsInClones)
            if (_slots.ObjectCount(call.Slot) == 1 && !_slots.IsCut(call.Slot)) _directCalls.Add(new DirectCall(call.File, call.Op, call.Callee));
    }

    /// <summary>The one function of the program that a wrapper wraps, as functools.wraps has noted; -1 for none.</summary>
    private int WrappedBy(int wrapper)
    {
        int slot = _objectFields.Find(wrapper, _known["__wrapped__"]);
        if (slot < 0 || _slots.IsCut(slot)) return -1;
        int found = -1;
        // What is declared of it, and what is not known, is the function that came there.
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int wrapped = _slots.ObjectAt(slot, i);
            if (_objects[wrapped].Kind is ObjectKind.External or ObjectKind.Callable) continue;
            if (found >= 0 || FunctionIn(wrapped) < 0) return -1;
            found = wrapped;
        }
        return found >= 0 && _objects[found].Kind == ObjectKind.Bound ? _objects[found].A : found;
    }

    /// <summary>The slots of an operand in all runs of the code an instruction belongs to.</summary>
    private IEnumerable<int> SlotsOf(int file, int op, int operand)
    {
        yield return Map(file, operand);
        if (!_filesWithClones.Contains(file) || operand < 0) yield break;
        foreach (int def in ClonedAround(file, op))
        {
            foreach (int run in _clones[def])
                if (operand >= _activations[run].Low && operand < _activations[run].High) yield return operand + _activations[run].Delta;
        }
    }

    /// <summary>By file: the functions with further runs, in the order of their first instructions, and for each the next one around it, or -1.</summary>
    private readonly Dictionary<int, (int[] Defs, int[] Starts, int[] Around)> _clonedIn = [];
    private int _clonedFunctions;

    /// <summary>The functions with further runs that an instruction stands in, the innermost first.</summary>
    private IEnumerable<int> ClonedAround(int file, int op)
    {
        if (_clonedFunctions != _clones.Count) IndexCloned();
        if (!_clonedIn.TryGetValue(file, out var cloned)) yield break;
        int at = Array.BinarySearch(cloned.Starts, op);
        if (at < 0) at = ~at - 1;
        while (at >= 0 && at + 1 < cloned.Starts.Length && cloned.Starts[at + 1] == cloned.Starts[at]) at++;
        for (; at >= 0; at = cloned.Around[at])
            if (op < _program.Def(cloned.Defs[at]).OpEndAll) yield return cloned.Defs[at];
    }

    private void IndexCloned()
    {
        _clonedFunctions = _clones.Count;
        _clonedIn.Clear();
        foreach (var group in _clones.Keys.GroupBy(def => _program.FileOfDef[def]))
        {
            // What lies in another begins with it or after it, and ends before it.
            int[] defs = [.. group.OrderBy(def => _program.Def(def).OpStart).ThenByDescending(def => _program.Def(def).OpEndAll)];
            var around = new int[defs.Length];
            for (int i = 0; i < defs.Length; i++)
            {
                int outer = i - 1;
                while (outer >= 0 && _program.Def(defs[outer]).OpEndAll <= _program.Def(defs[i]).OpStart) outer = around[outer];
                around[i] = outer;
            }
            _clonedIn.Add(group.Key, (defs, [.. defs.Select(def => _program.Def(def).OpStart)], around));
        }
    }
}
