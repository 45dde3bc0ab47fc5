namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What hasattr, or a try that expects an AttributeError, leaves of a value.</summary>
internal sealed partial class Solver
{
    private readonly record struct LackingObject(int Result, int Object, int Name);

    /// <summary>Objects left out because nothing was known under the name when they came.</summary>
    private readonly List<LackingObject> _lacking = [];

    private void FireHasAttribute(int result, int obj, int name, bool has)
    {
        int c = _objects[obj].Kind == ObjectKind.Class ? _objects[obj].A : ClassOf(obj);
        // Of functions, modules and what comes from outside anything may be asked.
        if (c < 0 || (_program.IsModelDef(c) && _builtin.Flag(c) == Builtins.Nothing)) _slots.Add(result, obj);
        else if (!has)
        {
            // What is stored in instances may not be there yet; what the class has is.
            if (FindAttribute(c, name) < 0) _slots.Add(result, obj);
        }
        else if (MayHave(obj, c, name)) _slots.Add(result, obj);
        else _lacking.Add(new LackingObject(result, obj, name));
    }

    private bool MayHave(int obj, int def, int name)
    {
        var kind = _objects[obj].Kind;
        if (FindAttribute(def, name) >= 0 || _classes.HasExternalBase(def) || FindAttribute(def, _known.GetAttr) >= 0) return true;
        if (kind == ObjectKind.Class) return Metaclass(def) is >= 0 and var meta && FindAttribute(meta, name) >= 0;
        if (ViewOf(def, name, cone: kind == ObjectKind.Cone).HasFields) return true;
        if (kind == ObjectKind.Allocation) return _objectFields.Find(obj, name) >= 0;
        return kind == ObjectKind.Cone && HasBelow(def, name);
    }

    private void SettleLacking()
    {
        foreach (var (result, obj, name) in _lacking.ToArray())
            if (MayHave(obj, _objects[obj].Kind == ObjectKind.Class ? _objects[obj].A : ClassOf(obj), name)) _slots.Add(result, obj);
    }

    /// <summary>
    /// Whether a method is called on a value that is a builtin object with a method of that name as well, or something that has none: a
    /// string, a list, a file, or one of the program's own. Whose method runs there is mostly the builtin one.
    /// </summary>
    public bool IsSharedWithBuiltins(FoundCall call)
    {
        if (call.Slot < 0 || _slots.ObjectCount(call.Slot) < 3) return false;
        int name = Name(call.File, OpAt(call.Op, call.File)[3]);
        bool isThere = false, isMissing = false;
        for (int i = 0; i < _slots.ObjectCount(call.Slot) && !(isThere && isMissing); i++)
        {
            int c = ClassOf(_slots.ObjectAt(call.Slot, i));
            if (c < 0 || c == _builtin.None || !_program.IsModelDef(c)) continue;
            if (FindAttribute(c, name) >= 0) isThere = true;
            else isMissing = true;
        }
        return isThere && isMissing;
    }
}
