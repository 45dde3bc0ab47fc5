namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What is put over constructors, and what constructors are run without doing anything of the program's.</summary>
internal sealed partial class Solver
{
    /// <summary>What functions store as the constructor of a class when they are called: its name and the slot of the value.</summary>
    private readonly HashSet<(int Class, int Name, int Value)> _constructorStores = [];

    private HashSet<(int Class, int Def)>? _putOver;

    private void NoteConstructorStore(int op, int activation, int type, int name, int value)
    {
        if ((name != _known.Init && name != _known.New) || op < 0 || !IsOwn(activation)) return;
        int file = _activations[activation].File;
        if (_program.Units[file].Defs[InnermostAt(file, op)].Kind == (int)Facts.DefKind.Function) _constructorStores.Add((type, name, value));
    }

    /// <summary>
    /// Whether calling a class runs a function only when some code has put it over the class's own constructor: def debug(): Failure.__init__ = traced.
    /// </summary>
    public bool IsPutOver(int type, int def)
    {
        foreach (int name in (ReadOnlySpan<int>)[_known.Init, _known.New])
            if (OwnerOfAttribute(type, name) is >= 0 and var owner && (_putOver ??= FindPutOver()).Contains((owner, def))) return true;
        return false;
    }

    /// <summary>Whether that is so of some class.</summary>
    public bool IsPutOver(int def)
    {
        _putOver ??= FindPutOver();
        return _putAnywhere.Contains(def);
    }

    private readonly HashSet<int> _putAnywhere = [];

    private HashSet<(int Class, int Def)> FindPutOver()
    {
        var found = new HashSet<(int Class, int Def)>();
        foreach (var (type, name, value) in _constructorStores)
        {
            if (_members[type, name].Attribute is not (>= 0 and var slot) || !HoldsOwn(slot, type)) continue;
            for (int i = 0; i < _slots.ObjectCount(value); i++)
                if (FunctionIn(_slots.ObjectAt(value, i)) is >= 0 and var put && _program.Def(put).Class < 0 && !IsInFunction(put)) found.Add((type, put));
        }
        foreach (var (_, put) in found) _putAnywhere.Add(put);
        return found;
    }

    private bool HoldsOwn(int slot, int type)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (FunctionIn(_slots.ObjectAt(slot, i)) is >= 0 and var def && ClassAt(def) == type) return true;
        return false;
    }

    /// <summary>Whether a value is called that is a definition itself.</summary>
    public bool IsCalledItself(FoundCall call) => call.Slot >= 0 && Holds(call.Slot, call.Callee);

    /// <summary>Whether a class's constructor is one of several functions, such as what a decorator may give, beside what it was given.</summary>
    public bool IsOneOfConstructors(int def)
    {
        if (ClassAt(def) is not (>= 0 and var type)) return false;
        int name = IsNamedAs(def, _known.Init) ? _known.Init : _known.New;
        if (_members[type, name].Attribute is not (>= 0 and var slot)) return false;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (FunctionIn(_slots.ObjectAt(slot, i)) is >= 0 and var other && other != def) return true;
        return false;
    }

    /// <summary>Whether a definition is what making an instance of a class runs, or may run.</summary>
    public bool HasConstructor(int type, int def) =>
        (FindAttribute(type, _known.Init) is >= 0 and var init && Holds(init, def)) || (FindAttribute(type, _known.New) is >= 0 and var makes && Holds(makes, def));

    /// <summary>
    /// Whether a call of obj.name() reaches what the classes of the objects hold under that name: of an attribute of a class that all objects share it doesn't
    /// matter that only a sample of them is followed.
    /// </summary>
    public bool IsHeldByClasses(FoundCall call)
    {
        var w = OpAt(call.Op, call.File);
        if (call.Slot < 0 || (Facts.OpCode)(w[0] & 0xFF) != Facts.OpCode.CallAttr) return false;
        int name = Name(call.File, w[3]), count = 0;
        for (int i = 0; i < _slots.ObjectCount(call.Slot); i++)
        {
            int c = ClassOf(_slots.ObjectAt(call.Slot, i));
            if (c < 0 || c == _builtin.None) continue;
            if (FindAttribute(c, name) is not (>= 0 and var attribute) || !HoldsOrMakes(attribute, call.Callee) || ViewOf(c, name, cone: false).HasFields) return false;
            count++;
        }
        return count > 0;
    }

    /// <summary>
    /// Whether what is called is a class without a constructor of its own, and it is no call that is written there but one of a library's:
    /// parser.add_argument(action=Quiet), field(default_factory=Tracker). It makes an object, and runs nothing of the program.
    /// </summary>
    public bool IsMadeForNothing(FoundCall call)
    {
        if (_program.Def(call.Callee).Kind != (int)Facts.DefKind.Class) return false;
        var w = OpAt(call.Op, call.File);
        if ((Facts.OpCode)(w[0] & 0xFF) is not (Facts.OpCode.Call or Facts.OpCode.CallAttr)) return false;
        bool isAttribute = (Facts.OpCode)(w[0] & 0xFF) == Facts.OpCode.CallAttr;
        foreach (int slot in SlotsOf(call.File, call.Op, w[2]))
            if (slot == call.Slot || (isAttribute ? HoldObjects(slot, Name(call.File, w[3])) : HoldsObject(slot))) return false;
        return !HasOwn(call.Callee, _known.Init) && !HasOwn(call.Callee, _known.New) && !HasOwn(call.Callee, _known["__post_init__"]) && (Metaclass(call.Callee) is not (>= 0 and var meta) || !HasOwn(meta, _known.Call));
    }

    /// <summary>Whether what is called may be an object, such as a partial: the call is the program's all the same.</summary>
    private bool HoldsObject(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_objects[_slots.ObjectAt(slot, i)] is { Kind: ObjectKind.Allocation or ObjectKind.Instance } obj && obj.A != _builtin.None) return true;
        return false;
    }

    /// <summary>The same for what the objects in a slot, those of the program, have under a name.</summary>
    private bool HoldObjects(int slot, int name)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            var (kind, a, _) = _objects[_slots.ObjectAt(slot, i)];
            int c = kind == ObjectKind.Class ? a : ClassOf(_slots.ObjectAt(slot, i));
            if (c < 0 || _program.IsModelDef(c)) continue;
            if ((FindAttribute(c, name) is >= 0 and var attribute && HoldsObject(attribute)) || HoldsObject(ViewOf(c, name, cone: false).Fields)) return true;
        }
        return false;
    }

    private bool HasOwn(int type, int name) => OwnerOfAttribute(type, name) is >= 0 and var owner && !_program.IsModelDef(owner);

    private bool HoldsOrMakes(int slot, int def)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int found = DefinitionIn(_slots.ObjectAt(slot, i));
            if (found == def || (found >= 0 && IsOwnClass(_slots.ObjectAt(slot, i)) && HasConstructor(found, def))) return true;
        }
        return false;
    }
}
