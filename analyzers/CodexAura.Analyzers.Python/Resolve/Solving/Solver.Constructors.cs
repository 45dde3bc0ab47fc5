namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Constructors that stand in a class beside what is put over them at times, or beside what their decorator makes of them.</summary>
internal sealed partial class Solver
{
    private HashSet<int>? _sharing;

    /// <summary>
    /// Whether a definition is one of two that a class has as its constructor, and the less likely one: a function that some code puts over an __init__,
    /// def debug(): Failure.__init__ = traced; or an __init__ under a decorator that gives a wrapper, and only as it may be set up what it was given.
    /// </summary>
    public bool SharesItsPlace(int def) => (_sharing ??= FindSharing()).Contains(def);

    /// <summary>Whether a definition is what making an instance of a class runs, or may run.</summary>
    public bool HasConstructor(int type, int def) =>
        (FindAttribute(type, _known.Init) is >= 0 and var init && Holds(init, def)) || (FindAttribute(type, _known.New) is >= 0 and var makes && Holds(makes, def));

    private HashSet<int> FindSharing()
    {
        var found = new HashSet<int>();
        for (int c = _program.DefBase[_program.ModelCount]; c < _program.DefCount; c++)
        {
            if (_program.Def(c).Kind != (int)Facts.DefKind.Class) continue;
            AddSharing(c, _known.Init, found);
            AddSharing(c, _known.New, found);
        }
        return found;
    }

    private void AddSharing(int type, int name, HashSet<int> found)
    {
        if (_members[type, name].Attribute is not (>= 0 and var slot) || _slots.ObjectCount(slot) < 2) return;
        int own = -1;
        bool isWrapped = false;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            if (FunctionIn(_slots.ObjectAt(slot, i)) is not (>= 0 and var def)) continue;
            if (_program.Def(def).Class >= 0 && IsNamedAs(def, name)) own = def;
            else isWrapped |= IsInFunction(def);
        }
        if (own < 0) return;
        if (isWrapped) found.Add(own);
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (FunctionIn(_slots.ObjectAt(slot, i)) is >= 0 and var put && _program.Def(put).Class < 0 && !IsInFunction(put)) found.Add(put);
    }

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
            if (FindAttribute(c, name) is not (>= 0 and var attribute) || !HoldsOrMakes(attribute, call.Callee)) return false;
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
        foreach (int slot in SlotsOf(call.File, call.Op, w[2]))
            if (slot == call.Slot) return false;
        return !HasOwn(call.Callee, _known.Init) && !HasOwn(call.Callee, _known.New) && !HasOwn(call.Callee, _known["__post_init__"]) && (Metaclass(call.Callee) is not (>= 0 and var meta) || !HasOwn(meta, _known.Call));
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
