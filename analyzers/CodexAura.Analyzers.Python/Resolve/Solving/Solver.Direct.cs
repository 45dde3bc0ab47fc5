using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions and classes that a call hands to a parameter outright: register("x", render_x), @decorate, report(Unused). That the
/// parameter may be this very one is certain however many others come together there, so that no limit for values applies where the parameter is called.
/// </summary>
internal sealed partial class Solver
{
    private readonly record struct DirectArgument(int Parameter, int Value);

    private readonly record struct DirectCall(int File, int Op, int Callee);

    private readonly List<DirectArgument> _directArguments = [];
    private readonly HashSet<DirectCall> _directCalls = [];

    /// <summary>Whether a call's callee was handed outright to the parameter that is called.</summary>
    public bool IsHandedOver(FoundCall call) => _directCalls.Contains(new DirectCall(call.File, call.Op, call.Callee));

    private void NoteDirect(int value, int parameter)
    {
        if (_slots.ObjectCount(value) == 1 && (FunctionIn(_slots.ObjectAt(value, 0)) >= 0 || IsOwnClass(_slots.ObjectAt(value, 0)))) _directArguments.Add(new DirectArgument(parameter, value));
    }

    /// <summary>The program's own function that an object is, or binds; -1 for none.</summary>
    private int FunctionIn(int obj)
    {
        var (kind, a, _) = _objects[obj];
        if (kind == ObjectKind.Bound) (kind, a, _) = _objects[a];
        return kind == ObjectKind.Function && !_program.IsModelDef(a) && _program.Def(a).Kind == (int)DefKind.Function ? a : -1;
    }

    private bool IsOwnClass(int obj) => _objects[obj] is { Kind: ObjectKind.Class, B: 0, A: var def } && !_program.IsModelDef(def) && _program.Def(def).Name >= 0;

    private void SettleDirect()
    {
        var given = new Dictionary<int, List<int>>();
        foreach (var (parameter, value) in _directArguments)
            if (_slots.ObjectCount(value) == 1) Give(given, parameter, _slots.ObjectAt(value, 0));
        _directArguments.Clear();
        if (given.Count == 0) return;
        // Functions inside see a parameter through a slot of its own, and where branches meet it is copied: twice is as far as copies reach.
        for (int round = 0; round < 2; round++)
            for (int f = _program.ModelCount; f < _program.Units.Length; f++) CopyGiven(f, given);
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var ops = _program.Units[f].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                if ((OpCode)(ops[op] & 0xFF) == OpCode.Call && given.TryGetValue(Map(f, ops[op + 2]), out var functions))
                    foreach (int function in functions)
                    {
                        if (_objects[function].Kind == ObjectKind.Class) MakeGiven(f, op, function);
                        else CallGiven(f, op, function);
                    }
        }
    }

    private void CopyGiven(int file, Dictionary<int, List<int>> given)
    {
        var ops = _program.Units[file].Ops;
        for (int op = 0; op < ops.Length; op += ops[op] >> 8)
            if ((OpCode)(ops[op] & 0xFF) == OpCode.Copy && given.TryGetValue(Map(file, ops[op + 2]), out var functions))
                foreach (int function in functions.ToArray()) Give(given, Map(file, ops[op + 1]), function);
    }

    /// <summary>A class that was handed over is called, and with it what makes its instances.</summary>
    private void MakeGiven(int file, int op, int type)
    {
        int def = _objects[type].A, slot = Map(file, OpAt(op, file)[2]);
        bool isLeftOut = !_slots.Contains(slot, type);
        if (isLeftOut && !_slots.IsCut(slot)) return;
        if (isLeftOut) RecordCall(op, file, Role.Value, def);
        _directCalls.Add(new DirectCall(file, op, def));
        foreach (int method in (ReadOnlySpan<int>)[_known.Init, _known.New])
        {
            if (FindAttribute(def, method) is not (>= 0 and var constructors)) continue;
            for (int i = 0; i < _slots.ObjectCount(constructors); i++)
            {
                if (FunctionIn(_slots.ObjectAt(constructors, i)) is not (>= 0 and var constructor)) continue;
                if (isLeftOut) RecordCall(op, file, Role.Init, constructor);
                _directCalls.Add(new DirectCall(file, op, constructor));
            }
        }
    }

    private static void Give(Dictionary<int, List<int>> given, int slot, int function)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(given, slot, out _);
        list ??= [];
        if (!list.Contains(function)) list.Add(function);
    }

    private void CallGiven(int file, int op, int function)
    {
        int def = FunctionIn(function), slot = Map(file, OpAt(op, file)[2]);
        bool isBound = _objects[function].Kind == ObjectKind.Bound;
        if (!_slots.Contains(slot, function))
        {
            // Left out of a full slot. Where it is not full, something in between ruled it out.
            if (!_slots.IsCut(slot) || !Accepts(isBound ? _objects[function].A : function, _program.Def(def), op, file, Role.Value, isBound ? _objects[function].B : -1)) return;
            RecordCall(op, file, Role.Value, def);
        }
        _directCalls.Add(new DirectCall(file, op, def));
    }
}
