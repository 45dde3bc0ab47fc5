using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Attributes under a name that nobody knows, but that one variable holds where they are written and where they are read:
/// setattr(self, name, f(self)), then return getattr(self, name). Decorators that keep a result, lazy attributes and descriptors are
/// written so. To the solver it is an attribute of its own.
/// </summary>
internal sealed partial class Solver
{
    private sealed class NamedBy
    {
        public List<Follower> Uses { get; } = [];
        public bool IsWritten { get; set; }
        public bool IsRead { get; set; }
    }

    /// <summary>Uses by the slot of the variable that holds the name.</summary>
    private readonly Dictionary<int, NamedBy> _namedBy = [];

    /// <param name="site">The arguments of getattr or setattr.</param>
    /// <param name="at">The place of the name among them.</param>
    /// <param name="op">The call.</param>
    /// <param name="activation">Its activation.</param>
    /// <param name="owner">The slot of the object.</param>
    /// <param name="result">Where what is read goes, or -1.</param>
    /// <param name="value">The slot of what is written, or -1.</param>
    private void PairNames(CallSite site, int at, int op, int activation, int owner, int result, int value)
    {
        var (_, operand, mapped) = site[at];
        // A name that is written down is looked up as such.
        if (mapped || operand < 0 || (result < 0 && value < 0)) return;
        int name = Map(activation, operand);
        if (!_namedBy.TryGetValue(name, out var uses)) _namedBy.Add(name, uses = new NamedBy());
        bool wasPaired = uses.IsWritten && uses.IsRead;
        var use = new Follower(FollowKind.Paired, result, owner, op, activation, value);
        uses.Uses.Add(use);
        if (value >= 0) uses.IsWritten = true;
        else uses.IsRead = true;
        if (!uses.IsWritten || !uses.IsRead) return;
        int own = _program.Name($"(named by {name})");
        foreach (var paired in wasPaired ? [use] : uses.Uses)
        {
            Follow(paired.Other, paired with { Other = own });
        }
    }

    private readonly record struct NamedRead(int Name, int Owner, int Op, int Activation);

    /// <summary>What getattr gives where a variable holds the name, by the slot of the result.</summary>
    private readonly Dictionary<int, NamedRead> _namedReads = [];

    /// <summary>Results of such reads that are stored under the same name at once: setattr(self, name, getattr(other, name)).</summary>
    private readonly HashSet<int> _copiedReads = [];

    private readonly KeyMap _copiedParts;

    private void NoteRead(CallSite site, int op, int activation, int result)
    {
        var (_, operand, mapped) = site[1];
        if (!mapped && operand >= 0) _namedReads.TryAdd(result, new NamedRead(Map(activation, operand), Argument(site, activation, 0), op, activation));
    }

    private void NoteCopy(CallSite site, int activation)
    {
        var (_, operand, mapped) = site[1];
        int value = Argument(site, activation, 2);
        if (!mapped && operand >= 0 && _namedReads.TryGetValue(value, out var read) && read.Name == Map(activation, operand)) _copiedReads.Add(value);
    }

    /// <summary>What is stored under one of several names: of attributes that are copied name by name, only the one of that name.</summary>
    private int CopiedUnder(int value, int text)
    {
        if (!_copiedReads.Contains(value) || _objects[text].Kind != ObjectKind.String) return value;
        int part = _copiedParts.Find(value, text);
        if (part >= 0) return part;
        _copiedParts.Set(value, text, 0, 0, part = _slots.New());
        var read = _namedReads[value];
        Follow(read.Owner, new Follower(FollowKind.Owner, part, text, read.Op, read.Activation));
        return part;
    }

    /// <summary>The __getattr__ methods of the program by the slot of the name that they are asked for; null until one is looked for.</summary>
    private Dictionary<int, int>? _askedNames;

    /// <summary>Slots of the objects that a __getattr__ asks in its place.</summary>
    private readonly Dictionary<int, List<int>> _delegates = [];

    private readonly HashSet<(int Other, int Op, int Activation)> _delegated = [];

    /// <summary>Where more objects than this may be asked, the class wraps whatever it is given, and nothing can be said of what it has.</summary>
    private const int MaxDelegates = 8;

    /// <summary>def __getattr__(self, name): return getattr(self.other, name) makes the attributes of the other object its own.</summary>
    private void NoteDelegate(CallSite site, int activation)
    {
        var (_, operand, mapped) = site[1];
        if (mapped || operand < 0 || !IsOwn(activation)) return;
        _askedNames ??= FindAskedNames();
        if (!_askedNames.TryGetValue(Map(activation, operand), out int def)) return;
        if (!_delegates.TryGetValue(def, out var others)) _delegates.Add(def, others = []);
        if (!others.Contains(Argument(site, activation, 0))) others.Add(Argument(site, activation, 0));
    }

    private Dictionary<int, int> FindAskedNames()
    {
        var found = new Dictionary<int, int>();
        for (int def = _program.DefBase[_program.ModelCount]; def < _program.DefCount; def++)
        {
            ref readonly var record = ref _program.Def(def);
            if (record.Kind != (int)DefKind.Function || record.Class < 0 || record.ParamCount != 2 || !IsNamedAs(def, _known.GetAttr)) continue;
            int file = _program.FileOfDef[def];
            found[Map(file, _program.Units[file].Params[record.ParamStart + 1].Slot)] = def;
        }
        return found;
    }

    /// <summary>An attribute that __getattr__ answers for is looked up on the objects that it asks.</summary>
    private void AskDelegates(int hook, int op, int activation)
    {
        if (_delegates.Count == 0) return;
        for (int i = 0; i < _slots.ObjectCount(hook); i++)
            if (_objects[_slots.ObjectAt(hook, i)] is { Kind: ObjectKind.Function, A: var def } && _delegates.TryGetValue(def, out var others))
                foreach (int other in others)
                    if (_slots.ObjectCount(other) <= MaxDelegates && _delegated.Add((other, op, activation))) Listen(other, WatchKind.Base, op, activation);
    }
}
