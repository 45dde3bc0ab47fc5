using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// The body of a class as its metaclass sees it, a dictionary: attrs.items() gives what stands in the bodies of the classes that it makes, and what it puts there,
/// attrs["_meta"] = Options(), is an attribute of each of them. It is how declarative classes (forms, models, serializers) come by their fields.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>The parameter of a metaclass's __new__ and __init__ that is the body, behind the metaclass or the class, the name and the bases.</summary>
    private const int BodyParameter = 3;

    /// <param name="Read">The dictionary that is read: all that stands in the bodies.</param>
    /// <param name="Classes">The classes whose bodies these are.</param>
    private sealed record ClassBody(int Read, List<int> Classes);

    /// <summary>By function: the body of all classes that it has no run of its own for.</summary>
    private readonly Dictionary<int, ClassBody> _bodies = [];

    /// <summary>By dictionary that is read.</summary>
    private readonly Dictionary<int, ClassBody> _bodyOf = [];

    /// <summary>Dictionaries that classes are made of, with the slots of these classes.</summary>
    private readonly Dictionary<int, List<int>> _namespaces = [];

    /// <summary>By run of a metaclass's method: the class that it makes.</summary>
    private readonly Dictionary<int, int> _classRuns = [];
    private readonly HashSet<(int Class, int Function)> _bodyGiven = [];

    /// <summary>Fields of such dictionaries that hold something, with the slots of the classes.</summary>
    private readonly HashSet<(int Field, int Classes)> _stored = [];

    /// <summary>Attributes that classes have from their metaclasses alone.</summary>
    private readonly HashSet<(int Class, int Name)> _given = [];

    private bool _bodiesAreLinked;

    /// <summary>Once all modules are loaded, and with them what stands in the bodies.</summary>
    private void LinkBodies()
    {
        _bodiesAreLinked = true;
        foreach (var (def, meta) in _typed.ToArray()) LinkBody(def, meta);
    }

    private void LinkBody(int def, int meta)
    {
        BaseOnType(meta);
        foreach (int method in (ReadOnlySpan<int>)[_known.New, _known.Init])
        {
            if (FindAttribute(meta, method) is not (>= 0 and var slot)) continue;
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
                if (FunctionOf(_slots.ObjectAt(slot, i)) is >= 0 and var function && TakesBody(function) && _bodyGiven.Add((def, function))) GiveBody(def, meta, function, method);
        }
    }

    /// <summary>What a metaclass is based on that nobody knows is a metaclass too: what its super().__new__ gives is the class.</summary>
    private void BaseOnType(int meta)
    {
        if (_program.IsModelDef(meta) || !_classes.HasExternalBase(meta) || _classes.IsSubclass(meta, _builtin.Type)) return;
        if (_classes.AddBase(meta, _builtin.Type, int.MaxValue)) _rebased.Add(meta);
        GotBase(meta, _builtin.Type);
    }

    private bool TakesBody(int function)
    {
        int def = _objects[function].A;
        ref readonly var record = ref _program.Def(def);
        return !_program.IsModelDef(def) && record.ParamCount > BodyParameter && (record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) == 0
            && _program.Units[_program.FileOfDef[def]].Params[record.ParamStart + BodyParameter].Kind <= (int)ParamKind.Normal;
    }

    /// <summary>Where something in the body is put back as another, the method is run for that class alone; all others share a body, of which what comes out is not lost among many.</summary>
    private void GiveBody(int def, int meta, int function, int method)
    {
        var (_, of, environment) = _objects[function];
        var record = _program.Def(of);
        var parameters = _program.Units[_program.FileOfDef[of]].Params;
        int run = method == _known.New && Rewrites(of).Any(name => _classes[def].Attributes.ContainsKey(name)) ? Clone(of, environment, 0) : -1;
        var body = run >= 0 ? null : _bodies.GetValueOrDefault(function);
        if (body is null)
        {
            body = new ClassBody(NewBody(), []);
            _bodyOf.Add(body.Read, body);
            // Names that are not written down where they are asked for.
            _slots.Add(ObjectField(body.Read, _known.Keys), BuiltinInstance(_known["str"]));
            if (run < 0) _bodies.Add(function, body);
            else
            {
                _classRuns.Add(run, def);
                _slots.Add(Map(run, parameters[record.ParamStart].Slot), _objects.Get(ObjectKind.Class, meta));
                if (_program.Def(def).Name >= 0) _slots.Add(Map(run, parameters[record.ParamStart + 1].Slot), _objects.Get(ObjectKind.String, _program.Name(_program.FileOfDef[def], _program.Def(def).Name)));
            }
            int parameter = Map(run < 0 ? environment : run, parameters[record.ParamStart + BodyParameter].Slot);
            _slots.Add(parameter, body.Read);
            // What __init__ puts there comes too late.
            if (method == _known.New)
            {
                int written = NewBody();
                _slots.Add(parameter, written);
                _takers[body.Read] = _takers[written] = of;
            }
        }
        body.Classes.Add(def);
        foreach (int name in _classes[def].Attributes.Keys.ToArray())
            if (ClassAttribute(def, name) is var slot && !HoldsOnlyFunctions(slot)) Follow(slot, new Follower(FollowKind.BodyValue, ObjectField(body.Read, _known.Element), 0, -1, 0));
        foreach (int key in _keysOf.GetValueOrDefault(body.Read) is { } keys ? keys.ToArray() : []) ReadBody(def, key, ObjectField(body.Read, key));
    }

    private int NewBody() => _objects.Get(ObjectKind.Allocation, ClassIn(_builtins, _known["dict"]), ++_allocations);

    /// <summary>type.__new__(meta, name, bases, attrs): the class that the metaclass is run for, or all that it makes.</summary>
    private void AddMadeClass(int meta, in Follower f)
    {
        int classes = _classRuns.TryGetValue(f.Activation, out int own) ? SlotOf(_objects.Get(ObjectKind.Class, own)) : MadeBy(meta);
        _slots.AddEdge(classes, f.Result);
        if (f.Other >= 0) Follow(f.Other, new Follower(FollowKind.Namespace, -1, classes, f.Op, f.Activation));
    }

    private int FunctionOf(int obj) => _objects[obj] switch
    {
        { Kind: ObjectKind.Function } => obj,
        { Kind: ObjectKind.Static or ObjectKind.ClassMethod, A: var function } => FunctionOf(function),
        _ => -1,
    };

    private bool HoldsOnlyFunctions(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (FunctionOf(_slots.ObjectAt(slot, i)) < 0) return false;
        return _slots.ObjectCount(slot) > 0;
    }

    /// <summary>attrs["Meta"]: what bears that name in each of the bodies.</summary>
    private void ReadBody(int def, int key, int field)
    {
        if (NameOfKey(key) is not (>= 0 and var name)) return;
        if (_rewritten.TryGetValue((def, name), out var slots)) _slots.AddEdge(slots.Stood, field);
        else if (_classes[def].Attributes.TryGetValue(name, out int slot)) _slots.AddEdge(slot, field);
    }

    /// <summary>The attribute that a constant key of a body names; -1 where it is no text.</summary>
    private int NameOfKey(int key) => _program.NameText(key) is var text && text.StartsWith("[s] ", StringComparison.Ordinal) ? _program.Name(text[4..]) : -1;

    /// <summary>A dictionary has got a key.</summary>
    private void NoteKey(int dictionary, int key, int field)
    {
        if (_bodyOf.TryGetValue(dictionary, out var body))
            foreach (int def in body.Classes.ToArray()) ReadBody(def, key, field);
        if (_namespaces.TryGetValue(dictionary, out var made))
            foreach (int classes in made.ToArray()) PutInClasses(key, field, classes);
    }

    private void PutInClasses(int key, int field, int classes)
    {
        if (NameOfKey(key) is >= 0 and var name) Follow(field, new Follower(FollowKind.BodyStore, classes, name, -1, 0, field));
    }

    private void FireBody(int obj, in Follower f)
    {
        var (kind, a, _) = _objects[obj];
        switch (f.Kind)
        {
            case FollowKind.Namespace when Is(obj, Builtins.Dict) && kind == ObjectKind.Allocation && !_bodyOf.ContainsKey(obj):
                if (!_namespaces.TryGetValue(obj, out var made)) _namespaces.Add(obj, made = []);
                if (made.Contains(f.Other)) break;
                made.Add(f.Other);
                foreach (int key in _keysOf.GetValueOrDefault(obj) is { } keys ? keys.ToArray() : []) PutInClasses(key, ObjectField(obj, key), f.Other);
                break;
            case FollowKind.BodyStore:
                // Only now, for what is asked for and never put there is no attribute.
                if (_stored.Add((f.Value, f.Result))) Follow(f.Result, new Follower(FollowKind.BodyGive, f.Value, f.Other, -1, 0));
                break;
            case FollowKind.BodyGive when kind == ObjectKind.Class && !_program.IsModelDef(a):
                // What stands in the body itself goes before: if "name" not in attrs: attrs["name"] = usual.
                if (_given.Contains((a, f.Other)) || !_classes[a].Attributes.ContainsKey(f.Other))
                {
                    _given.Add((a, f.Other));
                    _slots.AddEdge(f.Result, ClassAttribute(a, f.Other));
                }
                break;
            // Functions would crowd out what is looked for.
            case FollowKind.BodyValue when ClassOf(obj) is >= 0 and var type && !_program.IsModelDef(type):
                _slots.Add(f.Result, obj);
                break;
        }
    }

    /// <summary>By class and name: the slot of what stood in the body, and that of what a metaclass made of it.</summary>
    private readonly Dictionary<(int Class, int Name), (int Stood, int Put)> _rewritten = [];

    /// <summary>By method of a metaclass: the names of which it puts back what it made of them, attrs["run"] = checked(attrs["run"]).</summary>
    private readonly Dictionary<int, HashSet<int>> _rewrites = [];

    /// <summary>
    /// The slot of what a metaclass puts back under a name, which is what the class has from then on. What is asked of it before functions are analysed is little, and
    /// stays with what stands in the body.
    /// </summary>
    private int Rewritten(int def, int name)
    {
        if (_rewritten.TryGetValue((def, name), out var slots)) return slots.Put;
        int stood = ClassAttribute(def, name), put = _slots.New();
        // The first of these classes is often left as it is: if bases: attrs["run"] = checked(attrs["run"]).
        if (_classes[def].MetaclassSlot >= 0) _slots.AddEdge(stood, put);
        _members.SetAttribute(def, name, put);
        _rewritten.Add((def, name), (stood, put));
        return put;
    }

    /// <summary>What nobody knows is made of a function, nearly always calls it.</summary>
    private void SettleRewritten()
    {
        foreach (var (stood, put) in _rewritten.Values)
            if (_slots.ObjectCount(put) == 0 || _slots.Contains(put, ObjectTable.External)) _slots.AddEdge(stood, put);
    }

    /// <summary>attrs["run"] = checked(attrs["run"]): what is put there is not what was taken out. Classes without one have none of it.</summary>
    private bool PutsBack(int dictionary, int activation, int key, int value)
    {
        if (!_takers.TryGetValue(dictionary, out int method) || NameOfKey(key) is not (>= 0 and var name) || !Rewrites(method).Contains(name)) return false;
        if (_classRuns.TryGetValue(activation, out int def)) _slots.AddEdge(value, Rewritten(def, name));
        return true;
    }

    /// <summary>By dictionary that stands for a body: the method that is given it.</summary>
    private readonly Dictionary<int, int> _takers = [];

    private HashSet<int> Rewrites(int def)
    {
        if (_rewrites.TryGetValue(def, out var names)) return names;
        names = [];
        int file = _program.FileOfDef[def];
        var unit = _program.Units[file];
        ref readonly var record = ref _program.Def(def);
        var ops = unit.Ops;
        int body = unit.Params[record.ParamStart + BodyParameter].Slot;
        // What is taken out of the body, and what is made of that.
        var taken = new Dictionary<int, int>();
        for (int op = record.OpStart; op < record.OpEnd; op += ops[op] >> 8)
            switch ((OpCode)(ops[op] & 0xFF))
            {
                case OpCode.GetItem when ops[op + 2] == body && KeyAt(unit, file, ops[op + 3]) is >= 0 and var name:
                    taken[ops[op + 1]] = name;
                    break;
                case OpCode.Call:
                    for (int i = op + 6; i < op + (ops[op] >> 8); i += 2)
                        if (taken.TryGetValue(ops[i], out int given)) taken[ops[op + 1]] = given;
                    break;
                case OpCode.SetItem when ops[op + 1] == body && KeyAt(unit, file, ops[op + 2]) is >= 0 and var put && taken.GetValueOrDefault(ops[op + 3], -1) == put:
                    names.Add(put);
                    break;
            }
        return _rewrites[def] = names;
    }

    private int KeyAt(FileUnit unit, int file, int operand) =>
        Slots.IsRef(operand) && unit.Refs[~operand] is { Kind: (int)RefKind.String, Value: var text } ? _program.Name(file, text) : -1;
}
