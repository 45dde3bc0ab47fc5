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
