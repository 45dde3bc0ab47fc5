using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions that go outside together with what they are to be given: portal.call(send, message), nursery.start_soon(worker, queue),
/// reactor.callLater(1, stop, server). Which libraries do so with what stands behind the function is told by the name: what registers one,
/// add_route(view, "/x"), has other uses for it. The call is theirs, so that no edge comes of it here, but what the function's parameters hold does.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Methods and functions of event loops, reactors, thread pools and user interfaces that run a function with what is handed over with it.</summary>
    private static readonly string[] RunnerNames =
    [
        "call", "call_soon", "call_soon_threadsafe", "call_later", "call_at", "callLater", "callFromThread", "callInThread", "callWhenRunning", "call_in_thread",
        "run", "run_sync", "run_async", "run_in_thread", "run_in_threadpool", "run_in_executor", "run_sync_in_worker_thread", "run_sync_soon", "start_soon", "start_task", "start_task_soon",
        "spawn", "spawn_later", "spawn_callback", "submit", "invoke", "after", "after_idle", "idle_add", "timeout_add", "timeout_add_seconds", "add_callback", "defer", "enqueue",
        "deferToThread", "maybeDeferred", "start_new_thread", "to_thread", "sync_to_async",
    ];

    /// <summary>The names above, by number.</summary>
    private readonly HashSet<int> _runners = [];

    /// <summary>More than a delay, or an executor, does not stand before the function: make_server(host, port, app, …) starts with what the server is to be.</summary>
    private const int MaxBefore = 1;

    private readonly HashSet<(int Op, int Activation, int Argument, int Callee)> _handedOutside = [];

    /// <returns>False when there was nothing new to pass.</returns>
    private bool PassOutside()
    {
        if (_runners.Count == 0)
            foreach (string name in RunnerNames) _runners.Add(_known[name]);
        bool any = false;
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var ops = _program.Units[f].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                if ((OpCode)(ops[op] & 0xFF) is OpCode.Call or OpCode.CallAttr && LeadsOutside(Map(f, ops[op + 2]))) any |= PassOutside(op, f);
        }
        return any;
    }

    /// <summary>Whether what is called, or is asked for what is called, comes from outside, or nothing is known of it, as of what a `with` gives.</summary>
    private bool LeadsOutside(int slot) => _slots.ObjectCount(slot) == 0 ? !_slots.IsCut(slot) : _slots.Contains(slot, ObjectTable.External);

    private bool PassOutside(int op, int activation)
    {
        if (!_runners.Contains(CalledName(op, activation))) return false;
        var site = new CallSite(OpAt(op, activation), Role.Value, -1);
        int positional = 0;
        while (positional < site.Count && site[positional].Kind == ArgKind.Positional) positional++;
        // With stars nobody knows how many there are.
        for (int i = positional; i < site.Count; i++)
            if (site[i].Kind is ArgKind.Positional or ArgKind.Star) return false;
        bool any = false;
        for (int i = 0; i <= MaxBefore && i + 1 < positional; i++)
        {
            int slot = Map(activation, site[i].Slot);
            for (int k = 0; k < _slots.ObjectCount(slot); k++) any |= PassOutside(site, op, activation, i, positional - i - 1, _slots.ObjectAt(slot, k));
        }
        return any;
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

    private readonly Dictionary<int, Dictionary<int, int>> _globalNames = [];

    /// <summary>The name under which something is called: an attribute, or a variable of the module; -1 for none.</summary>
    private int CalledName(int op, int file)
    {
        var w = OpAt(op, file);
        return (OpCode)(w[0] & 0xFF) == OpCode.CallAttr ? Name(file, w[3]) : GlobalName(file, w[2]);
    }

    /// <summary>The name of a module's variable that a slot is; -1 for none.</summary>
    public int GlobalName(int file, int slot)
    {
        var unit = _program.Units[file];
        if (Slots.IsRef(slot)) return unit.Refs[~slot] is { Kind: (int)RefKind.Global } reference ? _program.Name(file, reference.Value) : -1;
        if (!_globalNames.TryGetValue(file, out var names))
        {
            _globalNames.Add(file, names = []);
            foreach (var export in unit.Exports) names.TryAdd(export.Slot, _program.Name(file, export.Name));
        }
        return names.GetValueOrDefault(slot, -1);
    }

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
