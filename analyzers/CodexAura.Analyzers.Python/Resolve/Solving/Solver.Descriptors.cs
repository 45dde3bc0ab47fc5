using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What stands between a definition and who uses it: class decorators and descriptors.</summary>
internal sealed partial class Solver
{
    private readonly HashSet<int> _decorated = [];

    /// <summary>
    /// A decorator that gives back what it was given mixes, inside, all that it is ever put on; what comes out at one class or function
    /// is never another decorated one.
    /// </summary>
    private void FireDecorated(int op, int activation, int obj)
    {
        var w = OpAt(op, activation);
        int given = Map(activation, w[6]), result = Map(activation, w[1]);
        _decorators.Add(Map(activation, w[2]));
        if (obj == ObjectTable.External)
        {
            StayAsGiven(given, result);
            return;
        }
        if (HoldsClass(given) ? _objects[obj].Kind != ObjectKind.Class : MayBeDecorator(obj, activation, w) && !_slots.Contains(given, obj))
        {
            // One written to be used with and without arguments gives back both what it was given and a decorator: the first is meant.
            _deferred.Add((given, result, obj));
            return;
        }
        if (!IsDecoratedElsewhere(obj, op, activation) || _slots.Contains(given, obj)) _slots.Add(result, obj);
        else NoteCameOut(result, obj, op, activation);
    }

    /// <summary>What a decorator from outside, or one that runs code it composed, makes of it nobody knows; nearly all of them give it back, or something that calls it.</summary>
    private void StayAsGiven(int given, int result)
    {
        _slots.AddEdge(given, result);
        if (!HoldsClass(given)) _slots.Add(result, ObjectTable.External);
    }

    private readonly List<(int Given, int Result, int Object)> _deferred = [];
    private readonly List<(int Given, int Result, int Decorator)> _decorations = [];

    private bool HoldsClass(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_objects[_slots.ObjectAt(slot, i)].Kind == ObjectKind.Class) return true;
        return false;
    }

    /// <summary>
    /// Class decorators that gave no class: what else they gave stands, unless it can only be another class's instance; and where
    /// nothing is known of what they do, as with those that build the class anew, class and function stay what they were. So do functions under decorators
    /// of which nothing is known at all, once no value comes any more. What may be the decorator proper of one that is used with arguments too is given only
    /// where nothing applies it as a decorator.
    /// </summary>
    private void SettleDecorations(bool isLast)
    {
        var decorators = _deferred.Exists(d => !HoldsClass(d.Given)) ? Decorators() : [];
        foreach (var (given, result, obj) in _deferred)
            if (!HoldsClass(given))
            {
                // Of many that a decorator is put on not all are followed through it.
                if (!decorators.Contains(_objects[obj].A)) _slots.Add(result, obj);
                else if (!HoldsFunction(result)) StayAsGiven(given, result);
            }
            else if (ClassOf(obj) is >= 0 and var type && _classes.IsSubclass(type, _builtin.Type)) _slots.AddEdge(given, result); // The class, made anew.
            else if (!HoldsClass(result) && !IsOfOther(obj, given) && !IsDecorator(obj, given)) _slots.Add(result, obj);
        _deferred.Clear();
        foreach (var (given, result, decorator) in _decorations)
        {
            bool isEmpty = HoldsOnlyTexts(result) || (HoldsClass(given) && HoldsOnlyScalars(result));
            if (isEmpty && TakeWhatCameOut(given, result)) continue;
            if (isEmpty && (isLast || _slots.ObjectCount(decorator) > 0 || HoldsClass(given))) StayAsGiven(given, result);
            else if (HoldsClass(given) && HoldsSharedWrapper(result, given)) _slots.AddEdge(given, result);
        }
    }

    /// <summary>
    /// Whether a decorator gave a class that it bases on the one it was put on, and bases on others elsewhere: one class to the
    /// analysis, which can't be told from it by what it inherits.
    /// </summary>
    private bool HoldsSharedWrapper(int result, int given)
    {
        for (int i = 0; i < _slots.ObjectCount(result); i++)
        {
            if (_objects[_slots.ObjectAt(result, i)] is not { Kind: ObjectKind.Class, A: var def }) continue;
            var info = _classes[def];
            bool isShared = info.BasePositions.Distinct().Count() < info.BasePositions.Count;
            for (int g = 0; g < _slots.ObjectCount(given) && isShared; g++)
                if (_objects[_slots.ObjectAt(given, g)] is { Kind: ObjectKind.Class, A: var put } && (info.Bases.Contains(put) || _classes.IsSubclass(put, def))) return true;
        }
        return false;
    }

    /// <summary>Whether an object is an instance of a class that was decorated, but not of this one (as a decorator that makes the only instance gives).</summary>
    private bool IsOfOther(int obj, int given) =>
        ClassOf(obj) is >= 0 and var c && _objects.Get(ObjectKind.Class, c) is var type && _decorated.Contains(type) && !_slots.Contains(given, type);

    /// <summary>Whether a function that came out where a class went in was itself handed that class: it is the decorator proper.</summary>
    private bool IsDecorator(int obj, int given)
    {
        var (kind, def, environment) = _objects[obj];
        if (kind != ObjectKind.Function || _program.Def(def).ParamCount == 0) return false;
        int first = Map(environment, _program.Units[_program.FileOfDef[def]].Params[_program.Def(def).ParamStart].Slot);
        for (int i = 0; i < _slots.ObjectCount(given); i++)
            if (_slots.Contains(first, _slots.ObjectAt(given, i))) return true;
        return false;
    }

    private void FireGetter(in Watch watch, int function)
    {
        var role = (Role)(watch.B & 15);
        int receiver = watch.B >> 4, descriptor = watch.A, op = watch.Op, activation = watch.Activation;
        if (role == Role.Setter)
        {
            Invoke(op, activation, Role.Setter, function, descriptor, receiver);
            return;
        }
        // The descriptor's __get__ runs like a call of its own; what it gives is then delivered in the role that asked.
        int tag = 16 + descriptor * 16 + (int)role;
        int result = _temporaries.Find(op, activation, tag);
        if (result < 0)
        {
            _temporaries.Set(op, activation, tag, 0, result = _slots.New());
            Listen(result, WatchKind.Deliver, op, activation, 0, (int)role);
        }
        CallGetter(op, activation, function, descriptor, receiver, result);
    }

    private void CallGetter(int op, int activation, int function, int descriptor, int receiver, int result)
    {
        var (kind, def, environment) = _objects[function];
        if (kind != ObjectKind.Function) return;
        bool viaClass = _objects[receiver].Kind == ObjectKind.Class && !IsOfMetaclass(op, activation, receiver);
        if (viaClass && IsProperty(descriptor))
        {
            // Class.prop is the property itself.
            _slots.Add(result, descriptor);
            return;
        }
        RecordCall(op, activation, Role.Getter, def);
        ref readonly var record = ref _program.Def(def);
        int run = environment;
        if (IsExpanded(def))
        {
            run = ExpandOnce(op, activation, 31 + descriptor * 32, function, def, environment);
            if (run < 0) return;
        }
        else
        {
            (_functions[def] ??= new FunctionState()).Called = true;
            if (IsApart(descriptor)) run = RunOn(descriptor, function);
        }
        var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, record.ParamCount);
        int owner = ClassObject(receiver), instance = viaClass ? NoneObject() : receiver;
        Span<int> arguments = [descriptor, instance, owner];
        for (int p = 0; p < Math.Min(parameters.Length, 3); p++)
        {
            if (arguments[p] < 0) continue;
            _slots.Add(Map(run, parameters[p].Slot), arguments[p]);
            if (((record.ReturnedIf | record.ReturnedUnless | record.HandedOn) & 1 << p) != 0) ReturnArgument(record, def, run, p, SlotOf(arguments[p]), result);
            else if ((record.ReturnedParams & 1 << p) != 0) _slots.Add(result, arguments[p]);
        }
        // `if instance is None: return self`: what is read of the class is not what is read of an instance.
        int asked = record.SplitParam is > 0 and <= 3 && arguments[record.SplitParam - 1] is >= 0 and var obj ? SlotOf(obj) : -1;
        PassReturnedArguments(def, run, result, asked);
        PassResult(record, def, run, environment, result, asked);
        PassTypeArguments(record, def, environment, descriptor, result);
    }

    /// <summary>Whether the attribute that is read of a class is one of its metaclass: then the class is the instance.</summary>
    private bool IsOfMetaclass(int op, int activation, int type)
    {
        var w = OpAt(op, activation);
        return (OpCode)(w[0] & 0xFF) is OpCode.GetAttr or OpCode.CallAttr && FindAttribute(_objects[type].A, Name(activation, w[3])) < 0;
    }

    /// <summary>Whether storing an attribute of an object runs code: then what is read is not what was stored.</summary>
    private bool HasSetter(int obj, int name)
    {
        int c = _objects[obj].Kind is ObjectKind.Instance or ObjectKind.Cone ? _objects[obj].A : -1;
        if (c < 0) return false;
        if (FindAttribute(c, name) is >= 0 and var slot)
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
                if (FindSetter(_slots.ObjectAt(slot, i), delete: false) >= 0) return true;
        return OwnerOfAttribute(c, _known["__setattr__"]) is >= 0 and var owner && !_program.IsModelDef(owner);
    }

    private bool HoldsProperty(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (IsProperty(_slots.ObjectAt(slot, i))) return true;
        return false;
    }

    private int NoneObject() => BuiltinInstance(_known["NoneType"]);

    private bool IsProperty(int descriptor) => ClassOf(descriptor) is >= 0 and var c && c == _builtin.Property;

    private int FindSetter(int obj, bool delete) => _objects[obj].Kind is ObjectKind.Allocation or ObjectKind.Instance or ObjectKind.Cone
        ? FindAttribute(ClassOf(obj), delete ? _known["__delete__"] : _known.Set)
        : -1;
}
