using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>A call that was found: the instruction in its file, and the definition it reaches.</summary>
/// <param name="File">The file.</param>
/// <param name="Op">The instruction.</param>
/// <param name="Callee">The definition.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="Slot">The slot whose values decided it.</param>
/// <param name="Override">Found in a subclass of the class the receiver is only known to be at least.</param>
/// <param name="Dynamic">Found by a computed name, such as a visitor's "visit_" + type: then many callees are what is meant.</param>
internal readonly record struct FoundCall(int File, int Op, int Callee, CallKind Kind, int Slot, bool Override, bool Dynamic);

internal enum CallKind : byte
{
    /// <summary>A method called by its name.</summary>
    Attribute,

    /// <summary>A value called.</summary>
    Value,

    /// <summary>A special method that syntax, a builtin or a descriptor runs.</summary>
    Implicit,

    /// <summary>What a thread runs that is started here: not before this call, nor in it.</summary>
    Apart,
}

/// <summary>Entry points, and what is read off when the fixed point is reached.</summary>
internal sealed partial class Solver
{
    private readonly List<FoundCall> _calls = [];
    private readonly KeyMap _callIndex;
    private readonly KeyMap _recorded;
    private readonly List<Place> _narrowings = [];

    /// <summary>An instruction in an activation.</summary>
    private readonly record struct Place(int Op, int Activation);

    /// <summary>All calls found, in no particular order.</summary>
    public IReadOnlyCollection<FoundCall> Calls => _calls;

    public ClassTable Classes => _classes;

    public Program Program => _program;

    /// <summary>A call made by a model belongs to the call in the program for which the model is run.</summary>
    private void RecordCall(int op, int activation, Role role, int callee)
    {
        if (_program.IsModelDef(callee)) return;
        // Each object of a class that is called finds the same method again. For constructors it also matters what came before.
        if (role is not (Role.Init or Role.New or Role.MetaCall)
            && !_recorded.Add(op, activation, (int)role | (_viaOverride ? 256 : 0) | (_viaComputedName ? 512 : 0), callee)) return;
        if (((DefFlags)_program.Def(callee).Flags & DefFlags.TypeOnly) != 0) return;
        var w = OpAt(op, activation);
        var code = (OpCode)(w[0] & 0xFF);
        bool inModel = !IsOwn(activation);
        bool byName = role is Role.Value or Role.Init or Role.New or Role.MetaCall;
        var kind = code switch
        {
            _ when inModel && RunsApart(activation) => CallKind.Apart,
            OpCode.Call when byName => CallKind.Value,
            // A method or class called by its own name; anything else was stored under that name.
            OpCode.CallAttr when byName && !inModel => IsCalledByName(op, activation, role, callee, w) ? CallKind.Attribute : CallKind.Value,
            // What a model calls that its caller handed in, or that a descriptor wraps, is a value of the caller's.
            OpCode.CallAttr when byName && inModel && !IsDunder(Name(activation, w[3])) => CallKind.Value,
            OpCode.Raise => CallKind.Attribute,
            _ => CallKind.Implicit,
        };
        // What runs because something is made hangs on no value; what runs at every read of an attribute does.
        int slot = role == Role.Create && HookOf(callee) < 0 ? -1 : code switch
        {
            OpCode.Call or OpCode.CallAttr or OpCode.GetAttr or OpCode.GetItem or OpCode.Special or OpCode.Iterate or OpCode.Await => Map(activation, w[2]),
            OpCode.Binary => Map(activation, role == Role.Reflected ? w[3] : w[2]),
            OpCode.SetAttr or OpCode.SetItem or OpCode.Unpack => Map(activation, w[1]),
            OpCode.YieldFrom => Map(activation, w[3]),
            _ => -1,
        };
        bool inClone = IsClone(activation);
        (op, int file) = SiteOf(op, activation);
        if (file < _program.ModelCount) return;
        var site = OpAt(op, file);
        if ((OpCode)(site[0] & 0xFF) is OpCode.Call or OpCode.CallAttr
            && ((CallFlags)site[(OpCode)(site[0] & 0xFF) == OpCode.Call ? 4 : 5] & CallFlags.TypeOnly) != 0) return;
        var found = new FoundCall(file, op, callee, kind, slot, _viaOverride, _viaComputedName);
        int how = file << 4 | (int)kind << 2 | (_viaOverride ? 2 : 0) | (_viaComputedName ? 1 : 0);
        if (!_callIndex.Add(op, callee, how, slot)) return;
        _calls.Add(found);
        _trail?.Called(found);
        if (kind == CallKind.Value && inClone && slot >= 0) NoteCallInClone(found);
    }

    /// <summary>Whether a model's code is run by a thread, be it through other models such as a partial that the thread is given.</summary>
    private bool RunsApart(int activation)
    {
        while (_activations[activation].File != _threads)
        {
            if (IsOwn(activation) || _activations[activation].SiteOp < 0) return false;
            activation = _activations[activation].SiteActivation;
        }
        return true;
    }

    /// <summary>A constructor is called by name when a class that has it is, or where a method of that name stands beside it; what is named was recorded before it.</summary>
    private bool IsCalledByName(int op, int activation, Role role, int callee, ReadOnlySpan<int> w)
    {
        int at = 0;
        if (role != Role.Value)
        {
            // A function under __init__ that stands in no class was put there by hand.
            bool isPutThere = _program.Def(callee).Class < 0;
            int owner = _program.DefBase[_program.FileOfDef[callee]] + _program.Def(callee).Class;
            for (; _calledByName.Find(op, activation, at) is >= 0 and var named; at++)
                if (_program.Def(named).Kind != (int)DefKind.Class || isPutThere || _classes.IsSubclass(named, owner)) return true;
            return false;
        }
        if (!IsNamedAs(callee, Name(activation, w[3])) || !IsMember(callee, Map(activation, w[2]))) return false;
        while (_calledByName.Find(op, activation, at) is >= 0 and var other && other != callee) at++;
        _calledByName.Set(op, activation, at, 0, callee);
        return true;
    }

    /// <summary>Whether a definition is found under its name in a class or a module; what else objects hold was stored there, like any value.</summary>
    private bool IsMember(int def, int receivers)
    {
        ref readonly var record = ref _program.Def(def);
        if (record.Kind == (int)DefKind.Function && record.Class >= 0) return true;
        if (_program.Units[_program.FileOfDef[def]].Defs[record.Parent].Kind == (int)DefKind.Class) return true;
        for (int i = 0; i < _slots.ObjectCount(receivers); i++)
            if (_objects[_slots.ObjectAt(receivers, i)].Kind is ObjectKind.Module or ObjectKind.Class) return true;
        return false;
    }

    private readonly KeyMap _calledByName;

    private bool IsNamedAs(int def, int name) =>
        _program.Def(def).Name is >= 0 and var own && (_program.Name(_program.FileOfDef[def], own) == name || IsPrivateNameOf(def, own, name));

    /// <summary>Whether a name is what a class makes of a private one that is defined in it: _Class__name of __name.</summary>
    private bool IsPrivateNameOf(int def, int own, int name)
    {
        if (_program.Def(def).Class < 0) return false;
        var written = _program.NameBytes(_program.Name(_program.FileOfDef[def], own));
        var kept = _program.NameBytes(name);
        return written.StartsWith("__"u8) && !written.EndsWith("__"u8) && kept.Length > written.Length && kept[0] == (byte)'_' && kept.EndsWith(written);
    }

    /// <summary>More types than this where syntax calls a special method say that the values of many callers were mixed.</summary>
    private const int MaxImplicitTypes = 3;

    /// <summary>
    /// Whether a special method is stated or only guessed: on a value that is mostly something else, or that may be of a subclass
    /// that has its own, it is a guess.
    /// </summary>
    public bool IsCertainImplicit(FoundCall call)
    {
        if (call.Override) return false;
        if (call.Slot < 0) return true;
        if (IsPlainForSome(call)) return false;
        int types = 0;
        for (int i = 0; i < _slots.ObjectCount(call.Slot); i++)
        {
            int obj = _slots.ObjectAt(call.Slot, i), c = ClassOf(obj);
            // On a class it is its metaclass's method, or __class_getitem__.
            if (_objects[obj] is { Kind: ObjectKind.Class, A: var type }) c = Metaclass(type) is >= 0 and var meta && !_program.IsModelDef(meta) ? meta : type;
            if (c >= 0 && !_program.IsModelDef(c)) types += IsSubscriptedTwice(call.Slot, i) ? 0 : 1;
            else if (c < 0 || c != _builtin.None) return false;
        }
        return types <= MaxImplicitTypes;
    }

    /// <summary>
    /// Whether what runs at a read of an attribute (a property, __getattribute__) runs only for some of the classes the value may be of,
    /// while others just hold a value there: like a method that a subclass overrides, it is a guess.
    /// </summary>
    public bool IsPlainForSome(FoundCall call)
    {
        var w = OpAt(call.Op, call.File);
        bool isWrite = (OpCode)(w[0] & 0xFF) == OpCode.SetAttr;
        if (!isWrite && (OpCode)(w[0] & 0xFF) is not (OpCode.GetAttr or OpCode.CallAttr)) return false;
        int hook = HookOf(call.Callee), slot = Map(call.File, w[isWrite ? 1 : 2]), name = Name(call.File, w[isWrite ? 2 : 3]);
        bool isHook = hook >= 0;
        if (isWrite && !isHook) return false;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int c = ClassOf(_slots.ObjectAt(slot, i));
            if (c < 0 || _program.IsModelDef(c)) continue;
            if (isHook ? _program.IsModelDef(OwnerOfAttribute(c, hook) is >= 0 and var owner ? owner : _builtin.Object) : HoldsPlain(c, name)) return true;
        }
        return false;
    }

    /// <summary>The name of what runs at every read or write of an attribute, if that is what a definition is; else -1.</summary>
    private int HookOf(int def)
    {
        if (_readsAreHooked && IsNamedAs(def, _known["__getattribute__"])) return _known["__getattribute__"];
        return _writesAreHooked && IsNamedAs(def, _known["__setattr__"]) ? _known["__setattr__"] : -1;
    }

    /// <summary>Whether a name of a class's instances is a value that was stored there, with no descriptor in between.</summary>
    private bool HoldsPlain(int def, int name)
    {
        if (FindAttribute(def, name) is >= 0 and var slot)
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
                if (ClassOf(_slots.ObjectAt(slot, i)) is >= 0 and var c && FindAttribute(c, _known.Get) >= 0) return false;
        return ViewOf(def, name, cone: false).HasFields;
    }

    /// <summary>Whether more values reached what a call goes by than are kept.</summary>
    public bool IsCut(FoundCall call) => call.Slot >= 0 && _slots.IsCut(call.Slot);

    private int OriginFile(int op, int activation)
    {
        while (_activations[activation].SiteOp >= 0) (op, activation) = (_activations[activation].SiteOp, _activations[activation].SiteActivation);
        _ = op;
        return _activations[activation].File;
    }

    /// <summary>
    /// Functions that nothing calls get what their declaration says: methods an instance of their class or any subclass,
    /// annotated parameters what the annotation names, the others their defaults.
    /// </summary>
    /// <returns>False when there was nothing new to do.</returns>
    private bool SeedEntryPoints()
    {
        bool any = false;
        for (int file = _program.ModelCount; file < _program.Units.Length; file++)
        {
            var unit = _program.Units[file];
            for (int d = 1; d < unit.DefCount; d++)
            {
                ref readonly var record = ref unit.Defs[d];
                int def = _program.DefBase[file] + d;
                if (record.Kind == (int)DefKind.Class || record.ParamCount == 0) continue;
                int before = _trail?.Enter(Provenance.EntryPoint, def) ?? 0;
                any |= SeedFunction(def, file, record, called: _functions[def] is not null);
                _trail?.Leave(before);
            }
        }
        any |= SeedClones();
        foreach (var (op, activation) in _narrowings)
        {
            var w = OpAt(op, activation);
            if (w[4] == NarrowKind.Has) any |= SeedHaving(Map(activation, w[2]), Map(activation, w[1]), Name(activation, w[3]));
            // None alone is what getattr gives where nothing is found: an instance of the class comes from elsewhere.
            if (w[4] is not (NarrowKind.Is or NarrowKind.Below) || !IsUnknown(Map(activation, w[2]))) continue;
            if (w[4] == NarrowKind.Is) Listen(Map(activation, w[3]), WatchKind.NarrowClass, -1, 0, Map(activation, w[1]));
            else Listen(Map(activation, w[3]), WatchKind.NarrowClass, op, activation, ObjectTable.External, 1);
            any = true;
        }
        return any;
    }

    private readonly HashSet<int> _seeded = [];

    private bool SeedFunction(int def, int file, in DefRecord record, bool called)
    {
        if (!_seeded.Add(def)) return false;
        SeedParameters(def, file, record);
        var parameters = _program.Units[file].Params.Slice(record.ParamStart, record.ParamCount);
        int self = Map(file, parameters[0].Slot);
        if (called)
        {
            if (record.Class < 0) return true;
            if (_slots.ObjectCount(self) > 0) SeedInstantiated(_program.DefBase[file] + record.Class, def, self);
            // A wrapper that nothing calls has no receiver to pass on.
            else if (_calledFromClones.Contains(def) || ((record.Flags & (int)DefFlags.Decorated) != 0 && IsNamedSelf(file, _program.Units[file], record))) SeedReceiver(def, _program.DefBase[file] + record.Class, self);
            return true;
        }
        if (record.Class >= 0 && _slots.ObjectCount(self) == 0) SeedReceiver(def, _program.DefBase[file] + record.Class, self);
        int function = _objects.Get(ObjectKind.Function, def, file);
        if (_defaults.TryGetValue(function, out var defaults))
            foreach (var (index, value) in defaults) _slots.AddEdge(value, Map(file, parameters[index].Slot));
        return true;
    }

    private void SeedParameters(int def, int run, in DefRecord record)
    {
        int file = _program.FileOfDef[def];
        var parameters = _program.Units[file].Params.Slice(record.ParamStart, record.ParamCount);
        for (int p = 0; p < parameters.Length; p++)
        {
            int slot = Map(run, parameters[p].Slot);
            if (parameters[p].Annotation != Slots.None) _slots.AddEdge(Map(run, parameters[p].Annotation), slot);
            else if (record.Class >= 0 && p > 0 && IsUnknown(slot)) InheritAnnotation(def, _program.DefBase[file] + record.Class, p, slot);
            // They are there also where no call passes more than the parameters before them.
            if (parameters[p].Kind is (int)ParamKind.Star or (int)ParamKind.DoubleStar && _slots.ObjectCount(slot) == 0)
                _slots.Add(slot, NewAllocation(parameters[p].Kind == (int)ParamKind.Star ? "tuple" : "dict", -1 - slot, 0));
        }
    }

    /// <summary>
    /// A method that is called on some receivers may be called on others that the analysis lost sight of: every class that the
    /// program instantiates and that has this method counts (rapid type analysis; D. Bacon and P. Sweeney, OOPSLA 1996).
    /// </summary>
    private void SeedInstantiated(int owner, int def, int self)
    {
        // Instances that are told apart have runs of their own, and what is stored in any one comes to all of them.
        bool onInstances = false;
        for (int i = 0; i < _slots.ObjectCount(self); i++)
            onInstances |= _objects[_slots.ObjectAt(self, i)].Kind is ObjectKind.Instance or ObjectKind.Cone && !IsApart(_slots.ObjectAt(self, i));
        if (!onInstances || _program.Def(def).Name < 0) return;
        int name = _program.Name(_program.FileOfDef[def], _program.Def(def).Name);
        foreach (int c in _classes.Below(owner).Prepend(owner))
            if (_instantiated.Contains(c) && OwnerOfAttribute(c, name) == owner) _slots.Add(self, _objects.Get(ObjectKind.Instance, c));
        SeedMadeOutside(owner, name, self);
    }

    private readonly HashSet<int> _instantiated = [];

    private void SeedReceiver(int def, int owner, int slot)
    {
        // A lambda in a class body is no method until it is looked up as one.
        if (_program.Def(def).Name < 0) return;
        int file = _program.FileOfDef[def], name = _program.Name(file, _program.Def(def).Name);
        if (!_classes[owner].Attributes.TryGetValue(name, out int attribute)) attribute = -1;
        bool isStatic = false, isClass = IsImplicitClassMethod(def);
        for (int i = 0; attribute >= 0 && i < _slots.ObjectCount(attribute); i++)
        {
            var kind = _objects[_slots.ObjectAt(attribute, i)].Kind;
            isStatic |= kind == ObjectKind.Static;
            isClass |= kind == ObjectKind.ClassMethod;
        }
        if (isStatic) return;
        _slots.Add(slot, isClass ? Declared(owner) : _objects.Get(ObjectKind.Cone, owner));
    }

    /// <summary>What reaches an instruction's base: for the reasons why a call stayed unresolved.</summary>
    public bool IsExternal(int file, int op)
    {
        foreach (int slot in SlotsOf(file, op, OpAt(op, file)[2]))
            if (IsExternal(slot)) return true;
        return false;
    }

    private bool IsExternal(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            var (kind, a, _) = _objects[_slots.ObjectAt(slot, i)];
            if (kind == ObjectKind.External) return true;
            if (kind == ObjectKind.Class && _program.IsModelDef(a)) return true;
            if (kind == ObjectKind.Function && _program.IsModelDef(a)) return true;
            if (kind == ObjectKind.Module && a >= 0 && a < _program.ModelCount) return true;
            if (kind == ObjectKind.Bound) return true;
            if (kind is ObjectKind.Generator or ObjectKind.Coroutine or ObjectKind.Callable or ObjectKind.Family) return true;
            int c = ClassOf(_slots.ObjectAt(slot, i));
            if (c >= 0 && (_program.IsModelDef(c) || _classes.HasExternalBase(c))) return true;
        }
        return false;
    }

    /// <summary>Whether anything at all is known of an instruction's base.</summary>
    public bool IsKnown(int file, int op) => SlotsOf(file, op, OpAt(op, file)[2]).Any(slot => _slots.ObjectCount(slot) > 0);

    /// <summary>Whether the base of an attribute call is a module or a class that has one thing under the name: then the path to the callee is one of names alone.</summary>
    public bool IsNamePath(int file, int op)
    {
        int slot = Map(file, OpAt(op, file)[2]), name = Name(file, OpAt(op, file)[3]);
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            var (kind, a, _) = _objects[_slots.ObjectAt(slot, i)];
            // What the library calls of the program, as json.dumps the encoder it is given, is not what the path names.
            if (kind is not (ObjectKind.Module or ObjectKind.Class) || (kind == ObjectKind.Module ? a < _program.ModelCount : _program.IsModelDef(a))) return false;
            // if fast: lookup = find_c; else: lookup = functools.lru_cache: one or the other.
            if ((kind == ObjectKind.Class ? FindAttribute(a, name) : _exports.GetValueOrDefault(Key(a, name), -1)) is >= 0 and var found && _slots.ObjectCount(found) > 1) return false;
        }
        return _slots.ObjectCount(slot) > 0;
    }

    /// <summary>Whether a call's callee holds nothing but this definition (or the class whose constructor it is).</summary>
    public bool IsDirect(int file, int op, int callee)
    {
        int slot = Map(file, OpAt(op, file)[2]);
        if (_slots.ObjectCount(slot) != 1) return false;
        var (kind, a, _) = _objects[_slots.ObjectAt(slot, 0)];
        if (a == callee && kind is ObjectKind.Function or ObjectKind.Class) return true;
        if (kind != ObjectKind.Class || _program.Def(callee).Class < 0) return false;
        // A constructor of its own, one that it inherits, or its metaclass's; not one of a class that its __new__ picks.
        int owner = _program.DefBase[_program.FileOfDef[callee]] + _program.Def(callee).Class;
        return _classes.IsSubclass(a, owner) || !_classes.IsSubclass(owner, a);
    }
}
