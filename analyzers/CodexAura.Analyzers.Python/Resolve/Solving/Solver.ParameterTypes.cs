using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Parameters whose annotation names classes of the program take instances of these only. Python would pass anything; but what else comes there
/// was mixed up on the way far more often than passed: values of all callers of a function meet in it. As assignments are filtered by declared
/// types in analyses of Java (O. Lhotak and L. Hendren, Scaling Java Points-to Analysis Using Spark, CC 2003). An annotation that nothing which
/// comes there fits is not believed.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>So many refused values of a parameter are kept: as many as it could take.</summary>
    private const int MaxRefused = 48;

    /// <summary>By the slot of the parameter.</summary>
    private readonly Dictionary<int, ParameterType> _parameterTypes = [];

    private sealed class ParameterType
    {
        /// <summary>Null where what the annotation names is not known yet.</summary>
        public int[]? Classes { get; set; }

        /// <summary>Objects that were not let in, in the order in which they came, and what went on when they did.</summary>
        public List<(int Object, int Then)> Refused { get; } = [];

        public bool HasFitting { get; set; }

        /// <summary>The name of the method that is called on it; -1 where it is no self.</summary>
        public int Method { get; init; } = -1;

        public bool IsSelf => Method >= 0;
    }

    /// <summary>Reads what the annotations came to once all modules are loaded; those of functions inside functions come with the bodies of these.</summary>
    private void DeclareParameters()
    {
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var unit = _program.Units[f];
            foreach (ref readonly var def in unit.Defs)
            {
                DeclareSelf(f, unit, def);
                foreach (ref readonly var parameter in unit.Params.Slice(def.ParamStart, def.ParamCount))
                    if (parameter.Types > 0) DeclareParameter(Map(f, parameter.Slot), Map(f, parameter.Annotation), parameter.Types, IsInFunction(unit, def));
            }
        }
    }

    /// <summary>
    /// The self of a decorated method is an instance of its class, though wrappers and tables of handlers call it as the function it was, with
    /// whatever meets in their arguments: wrapped(instance, *args).
    /// </summary>
    private void DeclareSelf(int file, FileUnit unit, in DefRecord def)
    {
        if (def.Class < 0 || def.ParamCount == 0 || (def.Flags & (int)DefFlags.Decorated) == 0 || !IsNamedSelf(file, unit, def)) return;
        int slot = Map(file, unit.Params[def.ParamStart].Slot), type = _program.DefBase[file] + def.Class;
        if (IsProtocol(type)) return;
        _parameterTypes[slot] = new ParameterType { Classes = [type], Method = _program.Name(file, def.Name) };
        _slots.SetTyped(slot);
    }

    private bool IsNamedSelf(int file, FileUnit unit, in DefRecord def) => (def.Flags & (int)DefFlags.Static) == 0
        && unit.Params[def.ParamStart] is { Kind: <= (int)ParamKind.Normal, Annotation: Slots.None, Name: var name } && _program.Name(file, name) == _known["self"];

    private static bool IsInFunction(FileUnit unit, in DefRecord def)
    {
        for (int parent = def.Parent; parent > 0; parent = unit.Defs[parent].Parent)
            if (unit.Defs[parent].Kind != (int)DefKind.Class) return true;
        return false;
    }

    private void DeclareParameter(int slot, int annotation, int names, bool isInFunction)
    {
        if (TypesIn(annotation) is not { } types) return;
        bool isPending = isInFunction && types.Length < names;
        if (!isPending && types.Length != names) return;
        _parameterTypes[slot] = new ParameterType { Classes = isPending ? null : types };
        _slots.SetTyped(slot);
        if (isPending) Listen(annotation, WatchKind.ParameterType, -1, 0, slot, names);
    }

    private void DeclareParameter(int slot, int annotation, int names)
    {
        if (!_parameterTypes.TryGetValue(slot, out var type)) return;
        var types = TypesIn(annotation);
        if (types?.Length < names) return;
        if (types is null || types.Length > names) _parameterTypes.Remove(slot);
        else type.Classes = types;
        Readmit(slot, type);
    }

    /// <summary>The classes that an annotation names; null where it says more than these.</summary>
    private int[]? TypesIn(int annotation)
    {
        var types = new List<int>();
        for (int i = 0; i < _slots.ObjectCount(annotation); i++)
        {
            var (kind, a, _) = _objects[_slots.ObjectAt(annotation, i)];
            if (kind is ObjectKind.String or ObjectKind.Integer || kind == ObjectKind.Instance && IsScalar(a)) continue;
            if (kind != ObjectKind.Cone || _program.IsModelDef(a) || IsProtocol(a)) return null;
            types.Add(a);
        }
        return [.. types];
    }

    /// <summary>What a parameter with a declared type takes of a value: it, a narrower one, or -1 for nothing.</summary>
    private int Admit(int slot, int obj)
    {
        var (kind, a, _) = _objects[obj];
        var type = _parameterTypes[slot];
        if (kind is not (ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation) || _program.IsModelDef(a)) return type.IsSelf ? SelfFor(kind, obj, type) : obj;
        int fitting = type.Classes is null ? -1 : Fitting(kind, a, obj, type.Classes, type.Method);
        if (fitting >= 0) type.HasFitting = true;
        else if (type.Refused.Count < MaxRefused && !type.Refused.Exists(r => r.Object == obj)) type.Refused.Add((obj, _trail?.Now ?? 0));
        return fitting;
    }

    /// <summary>Nothing of Python's own is the self of a class of the program; what is not known is, where it is that, an instance of the class.</summary>
    private int SelfFor(ObjectKind kind, int obj, ParameterType type) => kind switch
    {
        ObjectKind.Class => obj,
        ObjectKind.External => _objects.Get(ObjectKind.Cone, type.Classes![0]),
        _ => -1,
    };

    private int Fitting(ObjectKind kind, int def, int obj, int[] types, int method)
    {
        int narrower = -1;
        foreach (int type in types)
        {
            if (IsOf(def, type)) return obj;
            if (kind == ObjectKind.Cone && _classes.IsSubclass(type, def)) narrower = type;
        }
        if (narrower >= 0) return _objects.Get(ObjectKind.Cone, narrower);
        if (method >= 0) return Borrows(def, types[0], method) ? obj : -1;
        return FindAttribute(def, _known["__getattr__"]) >= 0 && Array.TrueForAll(types, type => !AreRelated(def, type)) ? obj : -1;
    }

    /// <summary>Whether a class has taken a method of another for its own: draw = Other.draw.</summary>
    private bool Borrows(int def, int from, int method)
    {
        int taken = FindAttribute(def, method), lent = FindAttribute(from, method);
        if (taken < 0 || lent < 0) return false;
        for (int i = 0; i < _slots.ObjectCount(taken); i++)
            if (_objects[_slots.ObjectAt(taken, i)].Kind is not ObjectKind.External && _slots.Contains(lent, _slots.ObjectAt(taken, i))) return true;
        return false;
    }

    /// <summary>Whether two classes have a base in the program in common: else one that answers for any attribute may be a proxy of the other.</summary>
    private bool AreRelated(int def, int other)
    {
        foreach (int up in _classes.Mro(def))
            if (!_program.IsModelDef(up) && _classes.IsSubclass(other, up)) return true;
        return false;
    }

    private void Readmit(int slot, ParameterType type)
    {
        (int Object, int Then)[] refused = [.. type.Refused];
        type.Refused.Clear();
        _slots.SetTyped(slot, _parameterTypes.ContainsKey(slot));
        foreach (var (obj, then) in refused)
        {
            int before = _trail?.Resume(then) ?? 0;
            _slots.Add(slot, obj);
            _trail?.Leave(before);
        }
    }

    /// <summary>What was refused is asked about again: a class was registered with another while the functions were looked through.</summary>
    private void ReadmitRefused()
    {
        foreach (var (slot, type) in _parameterTypes.OrderBy(p => p.Key).ToArray())
            if (type.Refused.Count > 0) Readmit(slot, type);
    }

    /// <summary>Parameters that got values of which none fits take them, and so do those whose annotation was never understood.</summary>
    private bool ReleaseRefused()
    {
        bool any = false;
        foreach (var (slot, type) in _parameterTypes.OrderBy(p => p.Key).ToArray())
        {
            if (type.Classes is not null && (type.HasFitting || type.Refused.Count == 0)) continue;
            _parameterTypes.Remove(slot);
            any |= type.Refused.Count > 0;
            if (type.Classes is not null) _contradicted[slot] = type.Classes;
            Readmit(slot, type);
        }
        return any;
    }

    /// <summary>What was declared of parameters that got only other things.</summary>
    private readonly Dictionary<int, int[]> _contradicted = [];

    /// <summary>Whether a method is found on what came to a parameter, though what is declared of it says otherwise.</summary>
    public bool IsAgainstAnnotation(FoundCall call)
    {
        if (!_contradicted.TryGetValue(call.Slot, out int[]? types) || _program.Def(call.Callee).Class is not (>= 0 and var local)) return false;
        int of = _program.DefBase[_program.FileOfDef[call.Callee]] + local;
        return Array.TrueForAll(types, type => !_classes.IsSubclass(of, type) && !_classes.IsSubclass(type, of));
    }
}
