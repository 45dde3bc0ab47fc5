using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions that go outside together with what they are to be given: portal.call(send, message), nursery.start_soon(worker, queue),
/// reactor.callLater(1, stop, server). Libraries that take such a list call the function with it. That call is theirs, so that no edge
/// comes of it here, but what the function's parameters hold does.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>More than a delay, or an executor, does not stand before the function: make_server(host, port, app, …) starts with what the server is to be.</summary>
    private const int MaxBefore = 1;

    private readonly HashSet<(int Op, int Activation, int Argument, int Callee)> _handedOutside = [];

    /// <returns>False when there was nothing new to pass.</returns>
    private bool PassOutside()
    {
        bool any = false;
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var ops = _program.Units[f].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                if ((OpCode)(ops[op] & 0xFF) is OpCode.Call or OpCode.CallAttr && _slots.Contains(Map(f, ops[op + 2]), ObjectTable.External)) any |= PassOutside(op, f);
        }
        return any;
    }

    private bool PassOutside(int op, int activation)
    {
        if (OpAt(op, activation) is var w && (OpCode)(w[0] & 0xFF) == OpCode.CallAttr && IsGivenItems(_program.NameBytes(Name(activation, w[3])))) return false;
        var site = new CallSite(OpAt(op, activation), Role.Value, -1);
        int positional = 0;
        while (positional < site.Count && site[positional].Kind == ArgKind.Positional) positional++;
        // With stars nobody knows how many there are.
        for (int i = positional; i < site.Count; i++)
            if (site[i].Kind is ArgKind.Positional or ArgKind.Star) return false;
        if (AreCallbacks(site, positional, activation)) return false;
        bool any = false;
        for (int i = 0; i <= MaxBefore && i + 1 < positional; i++)
        {
            int slot = Map(activation, site[i].Slot);
            for (int k = 0; k < _slots.ObjectCount(slot); k++) any |= PassOutside(site, op, activation, i, positional - i - 1, _slots.ObjectAt(slot, k));
        }
        return any;
    }

    /// <summary>Whether all that is handed over is functions and classes: register(on_open, on_close), none of which is meant for another.</summary>
    private bool AreCallbacks(CallSite site, int positional, int activation)
    {
        for (int i = 0; i < positional; i++)
        {
            int slot = Map(activation, site[i].Slot);
            if (_slots.ObjectCount(slot) == 0) return false;
            for (int k = 0; k < _slots.ObjectCount(slot); k++)
                if (FunctionIn(_slots.ObjectAt(slot, k)) < 0 && _objects[_slots.ObjectAt(slot, k)].Kind != ObjectKind.Class) return false;
        }
        return true;
    }

    private bool PassOutside(CallSite site, int op, int activation, int argument, int count, int callee)
    {
        var (kind, function, receiver) = _objects[callee];
        if (kind is ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation)
        {
            if (ClassOf(callee) is not (>= 0 and var c) || _program.IsModelDef(c) || FindAttribute(c, _known.Call) is not (>= 0 and var call)) return false;
            bool any = false;
            for (int i = 0; i < _slots.ObjectCount(call); i++)
                if (_objects[_slots.ObjectAt(call, i)].Kind == ObjectKind.Function) any |= PassOutside(site, op, activation, argument, count, _slots.ObjectAt(call, i), callee);
            return any;
        }
        if (kind == ObjectKind.Bound) return _objects[function].Kind == ObjectKind.Function && PassOutside(site, op, activation, argument, count, function, receiver);
        return kind == ObjectKind.Function && PassOutside(site, op, activation, argument, count, callee, -1);
    }

    private bool PassOutside(CallSite site, int op, int activation, int argument, int count, int callee, int receiver)
    {
        var (_, def, environment) = _objects[callee];
        if (_program.IsModelDef(def) || !_handedOutside.Add((op, activation, argument, callee))) return false;
        ref readonly var record = ref _program.Def(def);
        var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, record.ParamCount);
        int first = receiver >= 0 ? 1 : 0;
        if (!Takes(callee, parameters, first, count)) return false;
        (_functions[def] ??= new FunctionState()).Called = true;
        if (receiver >= 0 && parameters.Length > 0 && parameters[0].Kind <= (int)ParamKind.Normal) _slots.Add(Map(environment, parameters[0].Slot), receiver);
        for (int i = 0; i < count; i++)
            if (TakesPosition(parameters, first + i)) _slots.AddEdge(Map(activation, site[argument + 1 + i].Slot), Map(environment, parameters[first + i].Slot));
        return true;
    }

    /// <summary>Whether what stands behind the function under such a name is no list of arguments but holds them: pool.map(work, jobs), pool.apply(work, (job,)), or is a text: pattern.sub(shorten, line).</summary>
    private static bool IsGivenItems(ReadOnlySpan<byte> name) =>
        name.IndexOf("map"u8) >= 0 || name.IndexOf("apply"u8) >= 0 || name.SequenceEqual("filter"u8) || name.SequenceEqual("reduce"u8) || name.SequenceEqual("sub"u8) || name.SequenceEqual("subn"u8);

    /// <summary>Whether a function can be called with so many arguments and no more.</summary>
    private bool Takes(int callee, ReadOnlySpan<ParamRecord> parameters, int first, int count)
    {
        _defaults.TryGetValue(callee, out var defaults);
        int places = 0, needed = 0;
        for (int p = first; p < parameters.Length; p++)
        {
            var kind = (ParamKind)parameters[p].Kind;
            if (kind == ParamKind.Star) places = count;
            if (kind is ParamKind.Star or ParamKind.DoubleStar) continue;
            bool hasDefault = false;
            if (defaults is not null)
                foreach (var given in defaults) hasDefault |= given.Parameter == p;
            if (kind == ParamKind.KeywordOnly)
            {
                if (!hasDefault) return false;
                continue;
            }
            places++;
            if (!hasDefault) needed++;
        }
        return needed <= count && count <= places;
    }
}
