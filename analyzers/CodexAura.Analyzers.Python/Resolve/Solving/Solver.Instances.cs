using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Calling a class: what is made, and which of its methods run for that.</summary>
internal sealed partial class Solver
{
    private void Instantiate(int op, int activation, Role role, int def, int classObject)
    {
        if (IsProtocol(def))
        {
            // type[P]: what is made is of a class that fits, and no call of the protocol's own.
            if (IsDeclared(classObject) && ResultSlot(op, activation, role) is >= 0 and var fitting) _slots.Add(fitting, _objects.Get(ObjectKind.Cone, def));
            return;
        }
        if (IsDeclared(classObject))
        {
            _declaredCalls.Add(new DeclaredCall(op, activation, role, def));
            if (ResultSlot(op, activation, role) is >= 0 and var some) _slots.Add(some, _objects.Get(ObjectKind.Cone, def));
            return;
        }
        RecordCall(op, activation, role, def);
        int result = ResultSlot(op, activation, role);
        if (role is Role.Value && InstantiateNative(def, op, activation, result)) return;
        bool isModel = _classes[def].IsModel;
        if (!isModel) _instantiated.Add(def);
        int metaCall = CallOfMetaclass(def), makes = OwnNew(def);
        if (metaCall >= 0) Listen(metaCall, WatchKind.Bind, op, activation, classObject, (int)Role.MetaCall);
        if (!_areFunctionsLoaded && !isModel) _earlyCalls.Add(new EarlyCall(op, activation, def, classObject, metaCall, makes));
        if (makes >= 0)
        {
            // What a metaclass makes is known from the classes that are made by it.
            if (role == Role.Value && !_classes.IsSubclass(def, _builtin.Type))
            {
                MakeByNew(op, activation, def, makes, classObject);
                return;
            }
            if (role == Role.Value && _madeInto.Contains(result) && _temporaries.Find(op, activation, MadeTag(def)) < 0)
            {
                int slot = _slots.New();
                _temporaries.Set(op, activation, MadeTag(def), 0, slot);
                Listen(slot, WatchKind.Made, op, activation, def);
            }
            Listen(makes, WatchKind.Bind, op, activation, classObject, (int)Role.New);
        }
        MakeInstance(op, activation, def, result);
    }

    /// <param name="MetaCall">The __call__ of its metaclass that was known then; -1 for none.</param>
    /// <param name="New">The __new__ of the program that was known then; -1 for none.</param>
    private readonly record struct EarlyCall(int Op, int Activation, int Class, int ClassObject, int MetaCall, int New);

    /// <summary>Classes that were called while modules were loaded, when not all had their bases yet.</summary>
    private readonly List<EarlyCall> _earlyCalls = [];

    /// <summary>What runs for a class that was called before its bases were known, by what they brought.</summary>
    /// <returns>Whether there was any.</returns>
    private bool SettleEarlyCalls()
    {
        bool any = false;
        foreach (var (op, activation, def, classObject, metaCall, @new) in _earlyCalls)
        {
            ListenLate(CallOfMetaclass(def), metaCall, Role.MetaCall);
            ListenLate(OwnNew(def), @new, Role.New);

            void ListenLate(int slot, int known, Role role)
            {
                if (slot < 0 || slot == known) return;
                Listen(slot, WatchKind.Bind, op, activation, classObject, (int)role);
                any = true;
            }
        }
        _earlyCalls.Clear();
        return any;
    }

    /// <summary>The slot of the program's __call__ in the metaclass of a class; -1 for none.</summary>
    private int CallOfMetaclass(int def) =>
        Metaclass(def) is >= 0 and var meta && FindAttribute(meta, _known.Call) is >= 0 and var call && !_program.IsModelDef(OwnerOfAttribute(meta, _known.Call)) ? call : -1;

    /// <summary>The slot of the program's __new__ for a class; -1 for none.</summary>
    private int OwnNew(int def) => FindAttribute(def, _known.New) is >= 0 and var makes && !_program.IsModelDef(OwnerOfAttribute(def, _known.New)) ? makes : -1;

    private void MakeInstance(int op, int activation, int def, int result)
    {
        int obj = _classes[def].IsModel && !IsScalar(def)
            ? NewAllocation(def, op, activation)
            : IsMadeApart(op, activation, def) ? ApartInstance(op, activation, def) : _objects.Get(ObjectKind.Instance, def);
        if (result >= 0) _slots.Add(result, obj);
        Initialize(op, activation, def, obj);
    }

    private void Initialize(int op, int activation, int def, int obj)
    {
        int writer = WriterOfInit(def);
        bool isWritten = writer >= 0;
        // What can't be changed is made by __new__ alone: of `class Text(str, Item)` the __init__ of Item runs too.
        bool hasInit = FindAttribute(def, _known.Init) >= 0, isTuple = IsNamedTuple(def);
        if (!isWritten && !isTuple && FindAttribute(def, _known.Immutable) >= 0 && (!hasInit || OwnNew(def) < 0))
        {
            Lookup(obj, _known.Immutable, op, activation, Role.Init);
            if (!hasInit) return;
        }
        if (!isWritten && hasInit)
        {
            Lookup(obj, _known.Init, op, activation, Role.Init);
            if (!isTuple) return;
        }
        // A base such as dict[str, T] is known only when all modules are loaded: its __init__ then runs.
        if (!isWritten && !_areFunctionsLoaded && !_classes[def].IsModel && !isTuple) Lookup(obj, _known.Init, op, activation, Role.Init);
        if (!TakesArgumentsInNew(def)) PassToFields(op, activation, def, obj);
        RunPostInit(def, isWritten ? writer : def, obj, op, activation);
    }

    /// <summary>What an __init__ that is written by a decorator runs at its end: where the class that it was written for has such a method.</summary>
    private void RunPostInit(int def, int writer, int obj, int op, int activation)
    {
        foreach (int method in (ReadOnlySpan<int>)[_known["__post_init__"], _known["__attrs_post_init__"]])
            if (FindAttribute(def, method) >= 0 && FindAttribute(writer, method) >= 0) Lookup(obj, method, op, activation, Role.Create);
    }

    /// <summary>The class for which a decorator writes the __init__ that a class has, it or one that it inherits from: that runs none of those above. -1 where none is written.</summary>
    private int WriterOfInit(int def)
    {
        foreach (int c in _classes.Mro(def))
        {
            if (_classes[c].IsModel || _members[c, _known.Init].Attribute >= 0) return -1;
            if (GeneratesInit(c)) return c;
        }
        return -1;
    }

    /// <summary>Base.__init__(self, …) and self.__init__(…) where a decorator wrote it. Which instance the first is called on is not looked at: any of the class.</summary>
    private void ReadWrittenInit(int def, int writer, int obj, int op, int activation)
    {
        if ((OpCode)(OpAt(op, activation)[0] & 0xFF) != OpCode.CallAttr) Deliver(op, activation, Role.Value, ObjectTable.External, -1);
        else RunPostInit(def, writer, _objects[obj].Kind == ObjectKind.Class ? _objects.Get(ObjectKind.Cone, def) : obj, op, activation);
    }

    private bool GeneratesInit(int def) => ((DefFlags)_program.Def(def).Flags & DefFlags.GeneratesInit) != 0;

    /// <summary>Whether it is the class's own __new__ that is given the arguments: what is declared in its body are no fields in that order.</summary>
    private bool TakesArgumentsInNew(int def) =>
        (BuiltinBases(def) & Builtins.Tuple) == 0 && OwnerOfAttribute(def, _known.New) is >= 0 and var maker && !_program.IsModelDef(maker);

    /// <summary>A tuple whose items have names: it is made by what it inherits from tuple, one argument for each.</summary>
    private bool IsNamedTuple(int def)
    {
        if ((BuiltinBases(def) & Builtins.Tuple) == 0) return false;
        foreach (int c in _classes.Mro(def))
            if (_classes[c].Declared.Count > 0) return true;
        return false;
    }

    /// <summary>Classes without __init__ whose arguments become fields: dataclasses, named tuples and their like.</summary>
    private void PassToFields(int op, int activation, int def, int obj)
    {
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) is not (OpCode.Call or OpCode.CallAttr)) return;
        var site = new CallSite(w, Role.Init, -1);
        var fields = FieldsOf(def);
        bool isTuple = (BuiltinBases(def) & Builtins.Tuple) != 0;
        var passed = new HashSet<int>();
        for (int i = 0, position = 0; i < site.Count; i++)
        {
            var (kind, slot, _) = site[i];
            int field = kind == ArgKind.Positional ? position++ : kind >= 0 ? FieldNamed(fields, Name(activation, kind)) : -1;
            if (field < 0 && kind >= 0) _slots.AddEdge(Map(activation, slot), ObjectField(obj, Name(activation, kind)));
            if (field < 0 || field >= fields.Count) continue;
            passed.Add(field);
            _slots.AddEdge(Map(activation, slot), ObjectField(obj, fields[field].Name));
            if (isTuple) _slots.AddEdge(Map(activation, slot), ObjectField(obj, _known.KeyField(false, field)));
        }
        for (int i = 0; i < fields.Count; i++)
            if (fields[i].Factory >= 0 && !passed.Contains(i)) Listen(fields[i].Factory, WatchKind.Factory, op, activation, obj, fields[i].Name);
    }

    /// <summary>The fields of a class in the order of its __init__: one that a class below declares again stays in its place, with what is said there (PEP 557).</summary>
    private List<DeclaredName> FieldsOf(int def)
    {
        var fields = new List<DeclaredName>();
        foreach (int c in _classes.Mro(def).Reverse())
            foreach (var declared in _classes[c].Declared)
                if (fields.FindIndex(f => f.Name == declared.Name) is >= 0 and var at) fields[at] = declared;
                else fields.Add(declared);
        return fields;
    }

    /// <summary>The field that an argument of a name is for: attrs takes what is stored under _x as x.</summary>
    private int FieldNamed(List<DeclaredName> fields, int name)
    {
        int at = fields.FindIndex(f => f.Name == name);
        if (at >= 0) return at;
        string text = "_" + _program.NameText(name);
        return fields.FindIndex(f => _program.NameText(f.Name) == text);
    }

    /// <summary>Making an object calls what makes the default of a field, and puts what that gives there.</summary>
    private void FireFactory(int op, int activation, int owner, int name, int factory)
    {
        var (kind, a, environment) = _objects[factory];
        if (kind == ObjectKind.Class)
        {
            if (_program.IsModelDef(a)) return;
            RecordCall(op, activation, Role.Create, a);
            _instantiated.Add(a);
            int made = _objects.Get(ObjectKind.Instance, a);
            _slots.Add(ObjectField(owner, name), made);
            int writer = WriterOfInit(a);
            if (writer < 0 && FindAttribute(a, _known.Init) >= 0) Lookup(made, _known.Init, op, activation, Role.Create);
            else MakeDefaults(a, writer < 0 ? a : writer, made, op, activation);
            return;
        }
        Invoke(op, activation, Role.Create, factory, -1);
        if (kind == ObjectKind.Bound) (kind, a, environment) = _objects[a];
        if (kind == ObjectKind.Function && !_program.IsModelDef(a)) PassResult(_program.Def(a), a, environment, environment, ObjectField(owner, name));
    }

    private readonly HashSet<(int Class, int Op, int Activation)> _defaultsMade = [];

    /// <summary>What the __init__ that is written for a class runs without arguments: what makes the defaults of its fields, and what comes at its end.</summary>
    private void MakeDefaults(int def, int writer, int obj, int op, int activation)
    {
        // A default may hold another object of its own class.
        if (!_defaultsMade.Add((def, op, activation))) return;
        foreach (var field in FieldsOf(def))
            if (field.Factory >= 0) Listen(field.Factory, WatchKind.Factory, op, activation, obj, field.Name);
        RunPostInit(def, writer, obj, op, activation);
    }

    /// <summary>Stands for the instances of all classes below the program's outermost base of an instance's class; -1 where it has none.</summary>
    private int FamilyOf(int instance)
    {
        int outermost = OutermostBase(_objects[instance].A);
        return _program.IsModelDef(outermost) ? -1 : _objects.Get(ObjectKind.Cone, outermost);
    }

    /// <summary>Asked of few slots, so that the method is searched for and not kept for each.</summary>
    private int SelfOf(int slot)
    {
        if (slot >= _program.SlotBase[^1]) return -1;
        int file = Array.BinarySearch(_program.SlotBase, slot);
        if (file < 0) file = ~file - 1;
        // A file without slots begins where the next one does.
        while (_program.SlotBase[file + 1] <= slot) file++;
        var unit = _program.Units[file];
        foreach (ref readonly var def in unit.Defs)
        {
            if (def.Class < 0 || def.ParamCount == 0 || unit.Params[def.ParamStart].Slot != slot - _program.SlotBase[file]) continue;
            bool isPlain = ((DefFlags)def.Flags & DefFlags.Method) != 0 && (((DefFlags)def.Flags & DefFlags.Decorated) == 0 || IsNamedSelf(file, unit, def)) && !_program.IsModelDef(_program.DefBase[file] + def.Class);
            return isPlain ? _objects.Get(ObjectKind.Cone, _program.DefBase[file] + def.Class) : -1;
        }
        return -1;
    }

    /// <summary>The last class of the program in the resolution order of a class; the class itself where it has no base in the program.</summary>
    public int OutermostBase(int def)
    {
        int[] order = _classes.Mro(def);
        for (int i = order.Length - 1; i > 0; i--)
            if (!_program.IsModelDef(order[i])) return order[i];
        return def;
    }

    private bool IsScalar(int def) => (_builtin.Flag(def) & Builtins.Scalar) != 0;
}
