using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Items and iteration: containers key by key where keys are constant, the protocols for everything else.</summary>
internal sealed partial class Solver
{
    private readonly record struct OpenIndex(int Op, int Activation, int Container);

    private readonly List<OpenIndex> _openIndices = [];

    private bool IsContainer(int obj) => Is(obj, Builtins.List | Builtins.Tuple | Builtins.Dict | Builtins.Set | Builtins.Frozenset);

    private void LoadItem(int op, int activation, int obj, int index)
    {
        var kind = _objects[obj].Kind;
        if (kind == ObjectKind.Class)
        {
            if (OwnerOfSpecial(obj, _known.GetItem) >= 0)
            {
                LookupInMetaclass(obj, _known.GetItem, op, activation, Role.Value);
                return;
            }
            // What it gives stands for the class, whatever else it may be.
            if (OwnerOfAttribute(_objects[obj].A, _known["__class_getitem__"]) is >= 0 and var maker && !_program.IsModelDef(maker))
                Lookup(obj, _known["__class_getitem__"], op, activation, Role.Value);
            if (IsOwn(activation) && index != Slots.None) NoteAlias(Map(activation, OpAt(op, activation)[1]), Map(activation, index));
            // Subscripting a class: a generic alias stands for the class, an enum member for the class's instances.
            _slots.Add(Map(activation, OpAt(op, activation)[1]), IsEnum(_objects[obj].A) ? _objects.Get(ObjectKind.Instance, _objects[obj].A) : obj);
            return;
        }
        if (kind == ObjectKind.External)
        {
            _slots.Add(Map(activation, OpAt(op, activation)[1]), obj);
            return;
        }
        if (kind == ObjectKind.Module)
        {
            // globals()["name"].
            Listen(Map(activation, index), WatchKind.Index, op, activation, obj);
            return;
        }
        if (kind is ObjectKind.String or ObjectKind.StringPrefix)
        {
            _slots.Add(Map(activation, OpAt(op, activation)[1]), BuiltinInstance(_known["str"]));
            return;
        }
        // CPython's own methods of containers use the items themselves, not an overriding __getitem__.
        bool raw = _activations[activation].SiteOp >= 0 && IsContainer(obj);
        if (!raw && (!IsContainer(obj) || OverridesItem(obj, _known.GetItem)))
        {
            Lookup(obj, _known.GetItem, op, activation, Role.Value);
            return;
        }
        if (!raw && Is(obj, Builtins.Dict) && FindAttribute(ClassOf(obj), _known["__missing__"]) >= 0)
            Lookup(obj, _known["__missing__"], op, activation, Role.Next);
        ListenIndex(op, activation, obj, index);
    }

    /// <summary>The class of the program whose special method runs on a class object, or -1.</summary>
    private int OwnerOfSpecial(int type, int name) =>
        Metaclass(_objects[type].A) is >= 0 and var meta && OwnerOfAttribute(meta, name) is >= 0 and var owner && !_program.IsModelDef(owner) ? owner : -1;

    private bool OverridesItem(int obj, int method) =>
        OwnerOfAttribute(ClassOf(obj), method) is >= 0 and var owner && !_program.IsModelDef(owner);

    private void StoreItem(int op, int activation, int obj, int index)
    {
        bool raw = _activations[activation].SiteOp >= 0 && IsContainer(obj);
        if (!raw && (!IsContainer(obj) || OverridesItem(obj, _known.SetItem))) Lookup(obj, _known.SetItem, op, activation, Role.Value);
        else
        {
            Change(obj);
            ListenIndex(op, activation, obj, index);
        }
    }

    private void ListenIndex(int op, int activation, int obj, int index)
    {
        int slot = Map(activation, index);
        if (_slots.ObjectCount(slot) == 0) _openIndices.Add(new OpenIndex(op, activation, obj));
        Listen(slot, WatchKind.Index, op, activation, obj);
    }

    /// <summary>Where no index ever arrived it can be any: such items are read and written as a whole.</summary>
    private void SettleUnknownIndices()
    {
        foreach (var (op, activation, container) in _openIndices.ToArray())
        {
            var w = OpAt(op, activation);
            int index = Map(activation, (OpCode)(w[0] & 0xFF) == OpCode.GetItem ? w[3] : w[2]);
            if (_slots.ObjectCount(index) == 0) FireIndex(op, activation, container, -1);
        }
    }

    private void FireIndex(int op, int activation, int container, int index)
    {
        var w = OpAt(op, activation);
        if (_objects[container] is { Kind: ObjectKind.Module })
        {
            if (index >= 0 && _objects[index] is { Kind: ObjectKind.String } named && (OpCode)(w[0] & 0xFF) == OpCode.GetItem)
                LookupInto(op, activation, container, named.A, Map(activation, w[1]));
            return;
        }
        int known = ConstantKey(index);
        bool isSlice = index >= 0 && _objects[index] is { Kind: ObjectKind.Instance } i && i.A == _builtin.Slice;
        if ((OpCode)(w[0] & 0xFF) == OpCode.GetItem)
        {
            int result = Map(activation, w[1]);
            if (isSlice) _slots.Add(result, Slice(op, activation, container));
            else if (known >= 0)
            {
                _slots.AddEdge(FieldOf(container, known), result);
                if (!_bodyOf.ContainsKey(container)) _slots.AddEdge(FieldOf(container, _known.Element), result);
            }
            else _slots.AddEdge(FieldOf(container, _known.Every), result);
            return;
        }
        if (isSlice)
        {
            Listen(Map(activation, w[3]), WatchKind.Elements, op, activation, ObjectField(container, _known.Element));
            return;
        }
        int value = Map(activation, w[3]);
        if (known >= 0 && w[2] >= 0 && _objects[index].Kind == ObjectKind.String && IsNameOf(activation, w[2], w[3])) value = OwnNamed(value, index, op, activation);
        if (known >= 0 && PutsBack(container, activation, known, value)) return;
        _slots.AddEdge(value, ObjectField(container, known >= 0 ? known : _known.Element));
        if (Is(container, Builtins.Dict)) _slots.AddEdge(Map(activation, w[2]), ObjectField(container, _known.Keys));
    }

    /// <summary>The slot to read a container's field from: instances share fields along their class's resolution order.</summary>
    private int FieldOf(int obj, int name) => _objects[obj] is { Kind: ObjectKind.Instance or ObjectKind.Cone } o
        ? ViewOf(o.A, name, o.Kind == ObjectKind.Cone).Fields
        : ObjectField(obj, name);

    private int Slice(int op, int activation, int container)
    {
        if (_objects[container].Kind != ObjectKind.Allocation) return container;
        int part = NewAllocation(_objects[container].A, op, activation);
        if (SliceText(op, activation, container, part)) return part;
        _slots.AddEdge(ObjectField(container, _known.Every), ObjectField(part, _known.Element));
        return part;
    }

    /// <summary>The slot of what iterating gives where no code of the program runs for it, or -1.</summary>
    private int ElementsOf(int obj)
    {
        var (kind, a, run) = _objects[obj];
        if (kind == ObjectKind.Generator)
        {
            ref readonly var record = ref _program.Def(a);
            return record.YieldSlot == Slots.None ? -1 : Map(run, record.YieldSlot);
        }
        if (kind is ObjectKind.String or ObjectKind.StringPrefix) return SlotOf(BuiltinInstance(_known["str"]));
        if (kind == ObjectKind.Class && IsEnum(a)) return SlotOf(_objects.Get(ObjectKind.Instance, a));
        if (kind is not (ObjectKind.Allocation or ObjectKind.Instance or ObjectKind.Cone)) return -1;
        int c = ClassOf(obj), owner = OwnerOfAttribute(c, _known.Iter);
        if (owner >= 0 && !_program.IsModelDef(owner)) return -1;
        if (Is(obj, Builtins.Dict)) return FieldOf(obj, _known.Keys);
        return Is(obj, Builtins.List | Builtins.Tuple | Builtins.Set | Builtins.Frozenset | Builtins.Generator) ? FieldOf(obj, _known.Every) : -1;
    }

    private void Iterate(int op, int activation, int obj, bool isAsync)
    {
        if (_objects[obj].Kind == ObjectKind.External)
        {
            DeliverElement(op, activation, ObjectTable.External);
            return;
        }
        if (ElementsOf(obj) is >= 0 and var elements)
        {
            PassElements(op, activation, elements, obj);
            return;
        }
        if (_objects[obj].Kind == ObjectKind.Class)
        {
            LookupInMetaclass(obj, isAsync ? _known.AsyncIter : _known.Iter, op, activation, Role.Iterator);
            return;
        }
        if (Lookup(obj, isAsync ? _known.AsyncIter : _known.Iter, op, activation, Role.Iterator)) return;
        Lookup(obj, _known.GetItem, op, activation, Role.Next);
    }

    /// <summary>An iterator arrived: its next values are the elements.</summary>
    private void Step(int op, int activation, int obj)
    {
        if (ElementsOf(obj) is >= 0 and var elements)
        {
            PassElements(op, activation, elements, obj);
            return;
        }
        var w = OpAt(op, activation);
        bool isAsync = (OpCode)(w[0] & 0xFF) == OpCode.Iterate && w[4] != 0;
        Lookup(obj, isAsync ? _known.AsyncNext : _known.Next, op, activation, Role.Next);
    }

    /// <summary>What a builtin asks next where an object lacks the special method that it asks for first: int() takes __index__ only without an __int__.</summary>
    private void AskInstead(int op, int activation, int obj, int method)
    {
        if (method == _known.ReversedItem) TakeReversed(op, activation, obj);
        else if (method == _known.Bool) AskTruth(op, activation, obj);
        else if (method == _known.Int || method == _known.Float) Lookup(obj, _known["__index__"], op, activation, Role.Value);
        else if (method == _known.Complex && !Lookup(obj, _known.Float, op, activation, Role.Value)) Lookup(obj, _known["__index__"], op, activation, Role.Value);
    }

    /// <summary>reversed() takes the elements of containers as they are, and the items of what has no __reversed__ by their numbers.</summary>
    private void TakeReversed(int op, int activation, int obj)
    {
        if (ClassOf(obj) is not (>= 0 and var c)) return;
        int owner = OwnerOfAttribute(c, _known["__reversed__"]);
        if (owner >= 0 && !_program.IsModelDef(owner)) return;
        int elements = Is(obj, Builtins.Dict) ? FieldOf(obj, _known.Keys) : IsContainer(obj) ? FieldOf(obj, _known.Every) : -1;
        if (elements >= 0) _slots.AddEdge(elements, Map(activation, OpAt(op, activation)[1]));
        else if (owner < 0)
        {
            if (OwnerOfAttribute(c, _known["__len__"]) is >= 0 and var counts && !_program.IsModelDef(counts)) Lookup(obj, _known["__len__"], op, activation, Role.Create);
            Lookup(obj, _known.GetItem, op, activation, Role.Value);
        }
    }

    private void DeliverElement(int op, int activation, int obj)
    {
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) == OpCode.Iterate) _slots.Add(Map(activation, w[1]), obj);
        else if ((OpCode)(w[0] & 0xFF) == OpCode.Unpack)
            for (int i = 4; i < w.Length; i++) _slots.Add(Map(activation, w[i]), obj);
    }

    private void PassElements(int op, int activation, int elements, int obj)
    {
        _ = obj;
        var w = OpAt(op, activation);
        switch ((OpCode)(w[0] & 0xFF))
        {
            case OpCode.Iterate:
                _slots.AddEdge(elements, Map(activation, w[1]));
                break;
            case OpCode.Unpack:
                for (int i = 4; i < w.Length; i++) _slots.AddEdge(elements, Map(activation, w[i]));
                break;
            case OpCode.YieldFrom:
                int yields = _program.Units[_activations[activation].File].Defs[w[2]].YieldSlot;
                if (yields != Slots.None) _slots.AddEdge(elements, Map(activation, yields));
                break;
            case OpCode.NewContainer:
                break;
        }
    }

    private void FireElements(in Watch watch, int obj)
    {
        if (watch.B == (int)Role.Next && (OpCode)(OpAt(watch.Op, watch.Activation)[0] & 0xFF) == OpCode.Unpack)
        {
            DeliverElement(watch.Op, watch.Activation, obj);
            return;
        }
        if (watch.B == 1 && Is(obj, Builtins.Dict))
        {
            // {**other}: keys and values alike.
            _slots.AddEdge(FieldOf(obj, _known.Every), watch.A);
            return;
        }
        if (ElementsOf(obj) is >= 0 and var elements) _slots.AddEdge(elements, watch.A);
    }

    private void UnpackInto(int op, int activation, int obj, ReadOnlySpan<int> w)
    {
        if (!Is(obj, Builtins.Tuple | Builtins.List) || ElementsOf(obj) < 0)
        {
            Iterate(op, activation, obj, isAsync: false);
            return;
        }
        int star = w[3], count = w.Length - 4;
        for (int i = 0; i < count; i++)
        {
            int target = Map(activation, w[4 + i]);
            if (star < 0 || i < star)
            {
                _slots.AddEdge(FieldOf(obj, _known.KeyField(false, i)), target);
                _slots.AddEdge(FieldOf(obj, _known.Element), target);
            }
            else if (i == star)
            {
                int rest = NewAllocation("list", op, activation);
                _slots.AddEdge(FieldOf(obj, _known.Every), ObjectField(rest, _known.Element));
                _slots.Add(target, rest);
            }
            else _slots.AddEdge(FieldOf(obj, _known.Every), target);
        }
    }

    private void MatchPosition(int op, int activation, int obj, ReadOnlySpan<int> w)
    {
        int c = ClassOf(obj);
        if (c < 0 || w.Length < 6) return;
        int position = _objects[_slots.ObjectAt(Map(activation, w[5]), 0)].A, result = Map(activation, w[1]);
        if (FindAttribute(c, _known.MatchArgs) is >= 0 and var names)
        {
            Follow(names, new Follower(FollowKind.MatchArgs, result, obj, op, activation, position));
            return;
        }
        var fields = new List<int>();
        foreach (int up in _classes.Mro(c).Reverse())
            foreach (var (name, _, _) in _classes[up].Declared)
                if (!fields.Contains(name)) fields.Add(name);
        if (position < fields.Count) _slots.AddEdge(FieldOf(obj, fields[position]), result);
    }

    private readonly Dictionary<int, List<int>> _copies = [];

    /// <summary>What is in one dictionary is in the other, key by key, also what comes later.</summary>
    private void CopyItems(int from, int to)
    {
        if (!_copies.TryGetValue(from, out var list)) _copies.Add(from, list = []);
        if (list.Contains(to)) return;
        list.Add(to);
        _slots.AddEdge(FieldOf(from, _known.Keys), ObjectField(to, _known.Keys));
        _slots.AddEdge(FieldOf(from, _known.Element), ObjectField(to, _known.Element));
        if (_objects[from].Kind != ObjectKind.Allocation)
        {
            _slots.AddEdge(FieldOf(from, _known.Every), ObjectField(to, _known.Element));
            return;
        }
        foreach (int key in _keysOf.GetValueOrDefault(from) is { } keys ? keys.ToArray() : [])
            _slots.AddEdge(ObjectField(from, key), ObjectField(to, key));
    }
}
