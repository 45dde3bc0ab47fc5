using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Solves the constraints of a whole program: an inclusion-based points-to analysis (Andersen, 1994) that finds the call graph
/// while it runs, field-sensitive, with local variables flow-sensitive through the single assignment form of the facts, and
/// with the models of the standard library expanded anew at each call so that containers and wrappers keep their contents apart.
/// </summary>
internal sealed partial class Solver
{
    private readonly Program _program;
    private readonly Provenance? _trail;
    private readonly CancellationToken _cancel;
    private readonly SlotStore _slots;
    private readonly ObjectTable _objects;
    private readonly ClassTable _classes;
    private readonly WellKnown _known;
    private readonly int[][] _refSlots;
    private readonly (byte[] Block, int Start, int Length)[] _ops;
    private readonly Dictionary<long, int> _exports = [];
    private readonly ActivationList _activations;
    private readonly TableMemory _memory = new();
    private readonly int[] _ownerOfDef;

    /// <param name="program">All files.</param>
    /// <param name="allowance">Steps of work until the first cut; 0 for what suits the size of the program.</param>
    /// <param name="trail">Told why each value is where it is; null for nobody.</param>
    /// <param name="cancel">Cancels.</param>
    public Solver(Program program, long allowance, Provenance? trail, CancellationToken cancel)
    {
        (_program, _trail, _cancel) = (program, trail, cancel);
        int slots = program.SlotBase[^1];
        _objects = new ObjectTable(_memory, slots / 4);
        _activations = new ActivationList(_memory);
        (_bound, _objectFields) = (new(_memory, slots / 4), new(_memory, slots / 4));
        (_recorded, _callIndex, _expansions) = (new(_memory, slots / 5), new(_memory, slots / 5), new(_memory, slots / 8));
        (_groupIndex, _groups, _groupItems) = (new(_memory, slots / 3), _memory.Take<BindGroup>(slots / 3 + 64), _memory.Take<GroupItem>(slots + 64));
        (_temporaries, _allocationOf, _narrowed, _calledByName) = (new(_memory), new(_memory), new(_memory), new(_memory));
        (_familyCalls, _copiedParts, _wrapperCallsSeen, _lostOverrides) = (new(_memory), new(_memory), new(_memory), new(_memory));
        _members = new MemberTable(_memory, program.DefCount, slots / 3);
        _readers = _memory.Take<Reader>(slots + 64);
        _pendingReads = _memory.Take<PendingRead>(1 << 10);
        _slots = new SlotStore(slots, _objects, _memory) { Trail = trail, Admit = Admit };
        _classes = new ClassTable(program.DefCount, _members);
        _known = new WellKnown(program);
        _refSlots = new int[program.Units.Length][];
        _ops = [.. program.Units.Select(u => u.OpBlock)];
        _ownerOfDef = new int[program.DefCount];
        _functions = new FunctionState?[program.DefCount];
        for (int f = 0; f < program.Units.Length; f++)
        {
            _activations.Add(new Activation(f, 0, int.MaxValue, program.SlotBase[f], -1, -1, 0, 0));
            var defs = program.Units[f].Defs;
            for (int d = 0; d < defs.Length; d++)
            {
                int def = program.DefBase[f] + d;
                _ownerOfDef[def] = program.DefBase[f] + defs[d].Owner;
                if (defs[d].Kind == (int)DefKind.Class) _classes.Add(def, f < program.ModelCount, ((DefFlags)defs[d].Flags & DefFlags.SpreadsBases) != 0);
            }
            foreach (var export in program.Units[f].Exports)
            {
                long key = Key(f, program.Name(f, export.Name));
                _exports[key] = program.SlotBase[f] + export.Slot;
                if (export.ImportOnly == 0) _boundOtherwise.Add(key);
            }
            if (program.Modules.IsPackageFile(f)) NoteNamesakes(f);
        }
        _builtins = program.Modules.Model("builtins") ?? throw new InvalidOperationException("The model of the builtins is missing.");
        _threads = program.Modules.Model("threading") ?? -1;
        _typing = program.Modules.Model("typing") ?? -1;
        _enum = program.Modules.Model("enum") is { } enums ? ClassIn(enums, _known["Enum"]) : -1;
        _protocol = _typing < 0 ? -1 : ClassIn(_typing, _known["Protocol"]);
        _builtin = new BuiltinClasses(name => ClassIn(_builtins, _known[name]));
        (_slots.Family, _slots.Self) = (FamilyOf, SelfOf);
        _slots.SetWideConstants(_objects.Get(ObjectKind.Instance, _builtin.Str), _objects.Get(ObjectKind.Instance, _builtin.Int));
        _allowance = allowance > 0 ? allowance : BaseWork + WorkPerSlot * (long)program.SlotBase[^1];
        _nextCut = _allowance;
    }

    private readonly int _builtins;
    private readonly int _threads;
    private readonly int _protocol;
    private readonly int _enum;
    private readonly BuiltinClasses _builtin;

    /// <summary>Runs to the fixed point.</summary>
    public void Solve()
    {
        _namesAreSet = Defines(_known["__set_name__"]) || _program.ModelCount > StandardModels.Units.Count;
        _readsAreHooked = Defines(_known["__getattribute__"]);
        _writesAreHooked = Defines(_known["__setattr__"]);
        FindQueues();
        _truthIsAsked = Defines(_known["__bool__"]) || Defines(_known["__len__"]);
        for (int f = 0; f < _program.Units.Length; f++) LinkReferences(f);
        for (int f = _program.ModelCount; f < _program.Units.Length; f++) NoteHandedOn(f);
        // The models first: what the program's classes are based on is then there when the first of them is made.
        for (int f = 0; f < _program.ModelCount; f++) LoadModule(f);
        Drain();
        for (int f = _program.ModelCount; f < _program.Units.Length; f++) LoadModule(f);
        Drain();
        if (LoadMakersOfDecorators()) Drain();
        if (SettleEarlyCalls()) Drain();
        SettleSubscripted();
        SettleEnumValues();
        LinkProtocols();
        DeclareParameters();
        LinkBodies();
        Drain();
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            LoadFunctions(f);
            if ((f & 63) == 0) _cancel.ThrowIfCancellationRequested();
        }
        Drain();
        SettleComposed();
        Drain();
        AskOfFunctions();
        Drain();
        if (SettleMade()) Drain();
        if (SettleGivenBack()) Drain();
        SettleLacking();
        if (ApplyPassedOver()) Drain();
        SettleRewritten();
        SettleDecorations(isLast: false);
        LinkFixtures();
        LinkDependencies();
        Drain();
        Settle(true);
        if (ReleaseRefused()) Drain();
        // Nothing in the program calls these: whoever uses it as a library will. Two rounds, for the first lets others be called.
        for (int round = 0; round < 3; round++)
        {
            if (!SeedEntryPoints()) break;
            Drain();
            if (SettleMade()) Drain();
            Settle(SettleSingles());
        }
        if (SettleGivenBack()) Drain();
        SettleLacking();
        if (ApplyPassedOver()) Drain();
        SettleDecorations(isLast: true);
        SettleSplitReturns();
        SettleDeclared();
        SettleUnknownIndices();
        SettleComposed();
        Drain();
        SettleHooks();
        Drain();
        if (SeedGivenClass()) Drain();
        Settle(SettleSingles());
        if (SeedShaped()) Drain();
        if (SettleMade()) Drain();
        SettleDirect();
        SettleTables();
        SettleWrapperCalls();
        SettleUnbound();
    }

    /// <summary>Gives the tables back, for the solver that comes next: nothing may be asked of this one any more.</summary>
    public void Release() => _memory.Release();

    private void Drain()
    {
        int steps = 0;
        while (!IsStopped)
        {
            if (!_slots.TryDequeue(out int slot, out int obj, out bool isLate))
            {
                if (_slots.TryDequeueLate(out slot, out obj)) Tell(slot, obj);
                else if (_slots.IsQueueEmpty && !RefreshViews()) return;
                continue;
            }
            if ((++steps & 0xFFFF) == 0) _cancel.ThrowIfCancellationRequested();
            if (++_slots.Work > _nextCut) Tighten();
            if (slot >= 0)
            {
                if (obj == SlotStore.Incomplete) _slots.PropagateIncomplete(slot);
                else _slots.Propagate(slot, obj);
            }
            if (isLate) _slots.Defer(slot, obj);
            else Tell(slot, obj);
        }
    }

    /// <summary>Tells all that wait at a slot, or with ~watch in its place only that one, of an object.</summary>
    private void Tell(int slot, int obj)
    {
        if (slot < 0)
        {
            Fire(_slots.WatchAt(~slot), obj);
            return;
        }
        for (int w = _slots.FirstWatch(slot); w != 0;)
        {
            var watch = _slots.WatchAt(w);
            w = watch.Next;
            _slots.Work++;
            Fire(watch, obj);
        }
    }

    /// <summary>Registers a watch, once: the same look-up is asked for by every object of a class.</summary>
    private void Listen(int slot, Watch watch)
    {
        watch.Slot = slot;
        if (watch.Kind == WatchKind.Base) _slots.AddWatch(watch);
        else _slots.AddWatchOnce(watch);
    }

    private void Listen(int slot, WatchKind kind, int op, int activation, int a = 0, int b = 0) =>
        Listen(slot, new Watch { Kind = kind, Op = op, Activation = activation, A = a, B = b });

    private static long Key(int high, int low) => (long)high << 32 | (uint)low;

    /// <summary>A run of a definition's instructions over slots of its own; the first ones are the files themselves.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Low">First slot (in the file's numbering) that is this activation's own.</param>
    /// <param name="High">End of those.</param>
    /// <param name="Delta">What is added to them.</param>
    /// <param name="Outer">Activation that the other slots belong to, or -1.</param>
    /// <param name="SiteOp">The call it was made for: instruction and activation; -1 for files.</param>
    /// <param name="SiteActivation">See SiteOp.</param>
    /// <param name="Depth">How many activations deep.</param>
    private readonly record struct Activation(int File, int Low, int High, int Delta, int Outer, int SiteOp, int SiteActivation, int Depth);

    private sealed class ActivationList(TableMemory memory)
    {
        private Activation[] _items = memory.Take<Activation>(1 << 8);
        public int Count { get; private set; }
        public ref readonly Activation this[int index] => ref _items[index];

        public void Add(in Activation item)
        {
            if (Count == _items.Length) memory.Resize(ref _items, Count * 2);
            _items[Count++] = item;
        }
    }

    private int Map(int activation, int slot)
    {
        if (slot < 0) return _refSlots[_activations[activation].File][~slot];
        while (true)
        {
            ref readonly var a = ref _activations[activation];
            if (slot >= a.Low && slot < a.High) return slot + a.Delta;
            activation = a.Outer;
        }
    }

    private ReadOnlySpan<int> OpAt(int op, int activation)
    {
        ref readonly var ops = ref _ops[_activations[activation].File];
        ref int first = ref Unsafe.As<byte, int>(ref ops.Block[ops.Start + 4 * op]);
        int length = first >> 8;
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)(op + length), (uint)ops.Length);
        return MemoryMarshal.CreateReadOnlySpan(ref first, length);
    }

    private int Name(int activation, int fileString) => _program.Name(_activations[activation].File, fileString);

    /// <summary>The slots of file-level references: constants, builtin instances, names bound elsewhere.</summary>
    private void LinkReferences(int file)
    {
        var refs = _program.Units[file].Refs;
        var slots = _refSlots[file] = new int[refs.Length];
        for (int r = 0; r < refs.Length; r++)
        {
            slots[r] = _slots.New();
            switch ((RefKind)refs[r].Kind)
            {
                case RefKind.BuiltinInstance:
                    if (BuiltinInstance(_program.Name(file, refs[r].Value)) is >= 0 and var instance) _slots.Add(slots[r], instance);
                    break;
                case RefKind.String:
                    _slots.Add(slots[r], _objects.Get(ObjectKind.String, _program.Name(file, refs[r].Value)));
                    break;
                case RefKind.StringPrefix:
                    _slots.Add(slots[r], _objects.Get(ObjectKind.StringPrefix, _program.Name(file, refs[r].Value)));
                    break;
                case RefKind.Integer:
                    _slots.Add(slots[r], _objects.Get(ObjectKind.Integer, refs[r].Value));
                    break;
                case RefKind.Boolean:
                    if (BuiltinInstance(_known["bool"]) is >= 0 and var boolean) _slots.Add(slots[r], boolean);
                    break;
                case RefKind.Global:
                    LinkGlobal(file, _program.Name(file, refs[r].Value), slots[r]);
                    break;
            }
        }
    }

    /// <summary>A name the file does not bind: what its star imports bring, else a builtin.</summary>
    private void LinkGlobal(int file, int name, int slot)
    {
        if (file >= _program.ModelCount && (name == _known.Name || name == _known.Package))
        {
            _slots.Add(slot, _objects.Get(ObjectKind.String, _program.Name(name == _known.Name ? _program.Modules.NameOf(file) : _program.Modules.PackageOf(file))));
            return;
        }
        bool found = false;
        foreach (int source in StarSources(file, name))
        {
            if (source < 0) _slots.Add(slot, ObjectTable.External);
            else _slots.AddEdge(source, slot);
            found |= source >= 0;
        }
        if (!found && _builtins >= 0 && _exports.TryGetValue(Key(_builtins, name), out int builtin)) _slots.AddEdge(builtin, slot);
    }

    private int BuiltinInstance(int name)
    {
        if (_builtins < 0 || ClassIn(_builtins, name) is not (>= 0 and var def)) return -1;
        return _objects.Get(ObjectKind.Instance, def);
    }

    private readonly Dictionary<long, int> _classByName = [];

    /// <summary>A class of a file by its simple name, or -1; for models.</summary>
    private int ClassIn(int file, int name)
    {
        if (_classByName.TryGetValue(Key(file, name), out int known)) return known;
        int found = -1;
        var defs = _program.Units[file].Defs;
        for (int d = 0; d < defs.Length && found < 0; d++)
            if (defs[d].Kind == (int)DefKind.Class && defs[d].Parent == 0 && _program.Name(file, defs[d].Name) == name) found = _program.DefBase[file] + d;
        return _classByName[Key(file, name)] = found;
    }
}
