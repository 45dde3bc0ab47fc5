using CodexAura.Analyzers.Python.Facts;

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

    /// <summary>Where more classes have a name, independently of each other, that something has it says little of what it is.</summary>
    private const int MaxHaving = 12;

    /// <summary>
    /// By name: the classes of the program that have a method of that name and inherit it from none; empty where there are too many, one of the library's
    /// has it, or it is data somewhere: "value" or "name" may be in anything.
    /// </summary>
    private readonly Dictionary<int, int[]> _having = [];

    /// <summary>if hasattr(x, "resolve"): what x is, where nothing is known that has the name, is one of the classes that have it.</summary>
    /// <param name="subject">What was asked.</param>
    /// <param name="result">What passed the test.</param>
    /// <param name="name">The name that was asked for.</param>
    /// <returns>False where nothing was added.</returns>
    private bool SeedHaving(int subject, int result, int name)
    {
        // What is known and lacks it all is just not let through.
        if (!IsUnknown(subject) && !_slots.Contains(subject, ObjectTable.External) && !_slots.IsCut(subject)) return false;
        for (int i = 0; i < _slots.ObjectCount(result); i++)
            if (ClassOf(_slots.ObjectAt(result, i)) is >= 0 and var c && c != _builtin.None) return false;
        bool any = false;
        foreach (int c in Having(name)) any |= _slots.Add(result, _objects.Get(ObjectKind.Cone, c));
        return any;
    }

    private int[] Having(int name)
    {
        if (_having.TryGetValue(name, out int[]? known)) return known;
        var all = IsDunder(name) ? [] : _classes.All.FindAll(c => c.Attributes.ContainsKey(name));
        bool isMethod = all.TrueForAll(c => !c.IsModel && HoldsMethods(c, name)) && !_classes.All.Exists(c => c.Fields.ContainsKey(name));
        var first = isMethod ? all.FindAll(c => !all.Exists(other => other != c && _classes.IsSubclass(c.Def, other.Def))) : [];
        return _having[name] = first.Count > MaxHaving ? [] : [.. first.Select(c => c.Def)];
    }

    private bool HoldsMethods(ClassInfo info, int name)
    {
        if (!info.Attributes.TryGetValue(name, out int slot) || _slots.ObjectCount(slot) == 0) return false;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (FunctionIn(_slots.ObjectAt(slot, i)) < 0) return false;
        return true;
    }

    /// <summary>As many classes of the program beside a builtin one with the same method come of values that were mixed.</summary>
    private const int MaxClassesBesideBuiltin = 12;

    /// <summary>
    /// Whether a method is called on a value that is a builtin object with a method of that name as well, and also something that has
    /// none, or one of many classes: a string, a list, a file, or one of the program's own. Whose method runs there is mostly the builtin one.
    /// </summary>
    public bool IsSharedWithBuiltins(FoundCall call)
    {
        if (call.Slot < 0 || _slots.ObjectCount(call.Slot) < 3) return false;
        int name = Name(call.File, OpAt(call.Op, call.File)[3]), own = 0;
        // What comes from outside may be such an object just as well.
        bool isThere = false, isMissing = HasOutside(call);
        for (int i = 0; i < _slots.ObjectCount(call.Slot); i++)
        {
            int c = ClassOf(_slots.ObjectAt(call.Slot, i));
            if (c < 0 || c == _builtin.None) continue;
            if (!_program.IsModelDef(c)) own++;
            else if (FindAttribute(c, name) >= 0) isThere = true;
            else isMissing = true;
            if (isThere && (isMissing || own > MaxClassesBesideBuiltin)) return true;
        }
        return false;
    }

    /// <summary>Whether something from outside of the program may be what a call goes by.</summary>
    public bool HasOutside(FoundCall call) => call.Slot >= 0 && _slots.Contains(call.Slot, ObjectTable.External);

    /// <summary>How many types of the library's that values in a slot are of lack an attribute, but for None.</summary>
    public int TypesWithout(int slot, int name)
    {
        HashSet<int>? types = null;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int c = ClassOf(_slots.ObjectAt(slot, i));
            if (c >= 0 && c != _builtin.None && _program.IsModelDef(c) && FindAttribute(c, name) < 0) (types ??= []).Add(c);
        }
        return types?.Count ?? 0;
    }

    /// <summary>How many types of values in a slot can't be called; None is not counted, for it stands where nothing was given.</summary>
    public int TypesNotCallable(int slot)
    {
        HashSet<int>? types = null;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int c = ClassOf(_slots.ObjectAt(slot, i));
            if (c >= 0 && c != _builtin.None && FindAttribute(c, _known.Call) < 0) (types ??= []).Add(c);
        }
        return types?.Count ?? 0;
    }

    /// <summary>
    /// Whether a call of obj.name() reaches a function that was stored in the object over the method of that name: where
    /// calls here reach the method too, that is so only for some objects, or from some time on.
    /// </summary>
    public bool IsReplacedMethod(FoundCall call)
    {
        var w = OpAt(call.Op, call.File);
        if (call.Slot < 0 || (OpCode)(w[0] & 0xFF) != OpCode.CallAttr) return false;
        int name = Name(call.File, w[3]);
        if (IsNamedAs(call.Callee, name) && _program.Def(call.Callee).Class >= 0) return false;
        bool isReplaced = false;
        for (int i = 0; i < _slots.ObjectCount(call.Slot); i++)
        {
            int c = ClassOf(_slots.ObjectAt(call.Slot, i));
            if (c < 0 || _program.IsModelDef(c) || FindAttribute(c, name) is not (>= 0 and var attribute)) continue;
            for (int k = 0; k < _slots.ObjectCount(attribute); k++)
            {
                int method = FunctionIn(_slots.ObjectAt(attribute, k));
                // Decorated, or another name of a method: what the class itself holds.
                if (method == call.Callee) return false;
                isReplaced |= method >= 0 && _callIndex.Find(call.Op, method, call.File << 4 | (int)CallKind.Attribute << 2, call.Slot) >= 0;
            }
        }
        return isReplaced;
    }
}
