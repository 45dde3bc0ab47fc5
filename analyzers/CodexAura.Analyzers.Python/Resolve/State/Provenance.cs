namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Writes down, while the solver runs, why each value is where it is: the first way by which it came. Kept only where somebody
/// asks for an explanation; an ordinary analysis pays one test for null.
/// </summary>
internal sealed class Provenance
{
    /// <summary>What made the solver act: an instruction put in force, or a value that arrived where one waits.</summary>
    /// <param name="Op">The instruction; -1 where no instruction stands behind it, or <see cref="EntryPoint"/>.</param>
    /// <param name="Activation">Its activation.</param>
    /// <param name="Kind">How it waited; only meaningful where <paramref name="Slot"/> is not -1.</param>
    /// <param name="Slot">Where the value arrived, or -1: the instruction was put in force, without any value.</param>
    /// <param name="Value">The value that arrived.</param>
    /// <param name="Receiver">For a class attribute that was found, the object it was looked up on; else -1.</param>
    public readonly record struct Cause(int Op, int Activation, WatchKind Kind, int Slot, int Value, int Receiver);

    /// <summary>In place of an instruction: a definition, in place of the activation, is given what it declares, for lack of a call.</summary>
    public const int EntryPoint = -2;

    /// <summary>In place of an instruction: an object is taken for one of the class of a method, in place of the activation, for what it is asked for.</summary>
    public const int Shape = -3;

    private readonly List<Cause> _causes = [new(-1, 0, WatchKind.Base, -1, -1, -1)];
    private readonly Dictionary<long, int> _added = [];
    private readonly Dictionary<long, int> _narrowed = [];
    private readonly List<(int From, int Cause)> _edges = [(0, 0)];
    private readonly Dictionary<int, List<int>> _edgesInto = [];
    private readonly Dictionary<FoundCall, int> _calls = [];

    /// <summary>What is going on: the number of a cause, or ~edge while a value moves along one.</summary>
    private int _now;

    /// <summary>An instruction is put in force.</summary>
    /// <returns>What went on before, for <see cref="Leave"/>.</returns>
    public int Enter(int op, int activation)
    {
        int before = _now;
        _now = _causes.Count;
        _causes.Add(new Cause(op, activation, WatchKind.Base, -1, -1, -1));
        return before;
    }

    public void Leave(int before) => _now = before;

    /// <summary>What is going on, for <see cref="Resume"/>.</summary>
    public int Now => _now;

    /// <summary>What went on at another time goes on again.</summary>
    /// <returns>What went on before, for <see cref="Leave"/>.</returns>
    public int Resume(int then)
    {
        int before = _now;
        _now = then;
        return before;
    }

    /// <summary>A value arrives at a watch.</summary>
    /// <returns>What went on before, for <see cref="Leave"/>.</returns>
    public int Arrived(in Watch watch, int value)
    {
        int before = _now;
        bool hasReceiver = watch.Kind is WatchKind.Bind or WatchKind.BindInto or WatchKind.BindComputed;
        _now = _causes.Count;
        _causes.Add(new Cause(watch.Op, watch.Activation, watch.Kind, watch.Slot, value, hasReceiver ? watch.A : -1));
        return before;
    }

    /// <summary>A value moves along an edge.</summary>
    /// <returns>What went on before, for <see cref="Leave"/>.</returns>
    public int Along(int edge)
    {
        int before = _now;
        _now = ~edge;
        return before;
    }

    /// <summary>A value is new in a slot.</summary>
    public void Added(int slot, int value) => _added[Key(slot, value)] = _now;

    /// <summary>A slot takes less of a value than came there.</summary>
    public void Narrowed(int slot, int value, int from) => _narrowed.TryAdd(Key(slot, value), from);

    /// <summary>What came to a slot where it holds a value: that, or a wider one.</summary>
    public int Widest(int slot, int value) => _narrowed.GetValueOrDefault(Key(slot, value), value);

    /// <summary>An edge was made.</summary>
    public void Linked(int from, int to)
    {
        if (!_edgesInto.TryGetValue(to, out var into)) _edgesInto.Add(to, into = []);
        into.Add(_edges.Count);
        _edges.Add((from, _now));
    }

    /// <summary>A call was found.</summary>
    public void Called(FoundCall call) => _calls.TryAdd(call, _now);

    /// <summary>Why a value is in a slot: what put it there, or the slot it came from and what linked the two.</summary>
    /// <returns>From is -1 where it was put there; null when the value is not there.</returns>
    public (int From, Cause Cause)? Why(int slot, int value)
    {
        if (!_added.TryGetValue(Key(slot, value), out int now)) return null;
        return now >= 0 ? (-1, _causes[now]) : (_edges[~now].From, CauseOf(_edges[~now].Cause));
    }

    /// <summary>What found a call.</summary>
    public Cause? Why(FoundCall call) => _calls.TryGetValue(call, out int now) ? CauseOf(now) : null;

    /// <summary>From where values would flow into a slot, and what linked the two.</summary>
    public IEnumerable<(int From, Cause Cause)> Into(int slot) =>
        _edgesInto.TryGetValue(slot, out var edges) ? edges.Select(e => (_edges[e].From, CauseOf(_edges[e].Cause))) : [];

    private Cause CauseOf(int now) => _causes[now >= 0 ? now : 0];

    private static long Key(int slot, int value) => (long)slot << 32 | (uint)value;
}
