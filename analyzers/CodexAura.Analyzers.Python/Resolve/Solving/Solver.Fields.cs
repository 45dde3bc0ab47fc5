namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Where attributes live: slots of classes, of instances by class, of single objects, and views over them.</summary>
internal sealed partial class Solver
{
    private readonly KeyMap _objectFields;
    private readonly Dictionary<int, List<View>> _viewsByName = [];
    private readonly MemberTable _members;
    private readonly List<View> _views = [];
    private readonly Dictionary<int, int> _slotOfObject = [];

    private readonly record struct AttributeSlot(int Slot, int Class);

    /// <summary>All that an attribute of the instances of a class can be: values stored in instances, and class attributes.</summary>
    private sealed class View
    {
        public required int Class { get; init; }
        public required int Name { get; init; }
        public required bool Cone { get; init; }

        /// <summary>Gathers what was stored in instances.</summary>
        public required int Fields { get; init; }

        /// <summary>The same without what is known of single instances, which those read; -1 where none does.</summary>
        public int Shared { get; set; } = -1;

        /// <summary>Slots of class attributes: the first in resolution order, and for a cone the overriding ones.</summary>
        public List<AttributeSlot> Attributes { get; } = [];

        /// <summary>Who looked it up, the last one first: told of class attributes that appear later. 0 for nobody.</summary>
        public int Readers { get; set; }

        /// <summary>Something is stored in instances.</summary>
        public bool HasFields { get; set; }
    }

    /// <summary>Who looked an attribute up.</summary>
    /// <param name="Kind">How to wait for a class attribute.</param>
    /// <param name="ReadsFields">What is stored in instances is wanted too, and nothing was when it was looked up.</param>
    /// <param name="Op">The instruction.</param>
    /// <param name="Activation">Its activation.</param>
    /// <param name="Receiver">The object that it was looked up on.</param>
    /// <param name="B">As in <see cref="Watch"/>.</param>
    /// <param name="Next">Who looked it up before this one; 0 for nobody.</param>
    private readonly record struct Reader(WatchKind Kind, bool ReadsFields, int Op, int Activation, int Receiver, int B, int Next = 0);

    private Reader[] _readers;
    private int _readerCount = 1;

    private void AddReader(View view, in Reader reader)
    {
        if (_readerCount == _readers.Length) _memory.Resize(ref _readers, _readerCount * 2);
        _readers[_readerCount] = reader with { Next = view.Readers };
        view.Readers = _readerCount++;
    }

    private int ClassAttribute(int def, int name)
    {
        var info = _classes[def];
        if (info.Attributes.TryGetValue(name, out int slot)) return slot;
        info.Attributes.Add(name, slot = _slots.New());
        foreach (var view in ViewsAround(def, name)) Extend(view, name, def, slot);
        FillBeside(def, name);
        return slot;
    }

    /// <summary>
    /// The views of a name that a class may be seen through: those of classes above and below it. Where a name is common, the views of all
    /// classes are far more: looking through them for each class that has it took the square of the program's size.
    /// </summary>
    private View[] ViewsAround(int def, int name)
    {
        if (!_viewsByName.TryGetValue(name, out var views)) return [];
        int[] above = _classes.Mro(def), below = _classes.Below(def);
        if (views.Count <= 2 * (above.Length + below.Length)) return [.. views];
        var found = new List<int>();
        foreach (int c in above) AddViews(c, name, found);
        foreach (int c in below) AddViews(c, name, found);
        // In the order in which they were made, as in the list of all.
        found.Sort();
        return [.. found.Select(v => _views[v])];
    }

    private void AddViews(int def, int name, List<int> found)
    {
        if (_members.View(def, name, cone: false) is >= 0 and var view) found.Add(view);
        if (_members.View(def, name, cone: true) is >= 0 and var cone) found.Add(cone);
    }

    /// <summary>Adds a class attribute that appeared after the view was made.</summary>
    private void Extend(View view, int name, int def, int slot)
    {
        int[] mro = _classes.Mro(view.Class);
        int at = Array.IndexOf(mro, def);
        if (at >= 0)
            for (int i = 0; i < at; i++)
                if (_classes[mro[i]].Attributes.ContainsKey(name)) return;
        if (at < 0 && !(view.Cone && _classes.IsSubclass(def, view.Class))) return;
        view.Attributes.Add(new AttributeSlot(slot, def));
        TellReaders(view, new AttributeSlot(slot, def));
    }

    /// <summary>What self.x = … writes for instances of a class.</summary>
    private int Field(int def, int name)
    {
        var info = _classes[def];
        if (info.Fields.TryGetValue(name, out int slot)) return slot;
        info.Fields.Add(name, slot = _slots.New());
        if (name == _known.Element) _slots.AddEdge(slot, Field(def, _known.Every));
        else if (IsKeyField(name)) _slots.AddEdge(slot, Field(def, _known.Every));
        foreach (var view in ViewsAround(def, name))
            if (Sees(view, def)) AddField(view, slot);
        FillBeside(def, name);
        return slot;
    }

    private bool Sees(View view, int def) => _classes.IsSubclass(view.Class, def) || (view.Cone && _classes.IsSubclass(def, view.Class));

    private bool IsKeyField(int name) => _program.NameBytes(name) is [(byte)'[', ..];

    private int ObjectField(int obj, int name)
    {
        bool isApart = IsApart(obj);
        if (_objects[obj] is { Kind: ObjectKind.Instance or ObjectKind.Cone } instance && !isApart) return Field(instance.A, name);
        int slot = _objectFields.Find(obj, name);
        if (slot >= 0) return slot;
        _objectFields.Set(obj, name, 0, 0, slot = _slots.New());
        StoreName(name);
        // Of an instance that may be any one, what is stored in this one is read too.
        if (isApart) _slots.AddEdge(slot, FieldOfApart(_objects[obj].A, name));
        bool isKey = IsKeyField(name);
        if (name == _known.Element || isKey) _slots.AddEdge(slot, ObjectField(obj, _known.Every));
        if (!isKey) return slot;
        if (!_keysOf.TryGetValue(obj, out var keys)) _keysOf.Add(obj, keys = []);
        keys.Add(name);
        NoteKey(obj, name, slot);
        if (_copies.TryGetValue(obj, out var copies))
            foreach (int copy in copies.ToArray()) _slots.AddEdge(slot, ObjectField(copy, name));
        return slot;
    }

    private View ViewOf(int def, int name, bool cone)
    {
        int known = _members.View(def, name, cone);
        if (known >= 0) return _views[known];
        var view = new View { Class = def, Name = name, Cone = cone, Fields = _slots.New() };
        _members.SetView(def, name, cone, _views.Count);
        _views.Add(view);
        if (!_viewsByName.TryGetValue(name, out var list)) _viewsByName.Add(name, list = []);
        list.Add(view);
        Fill(view, name);
        return view;
    }

    private void Fill(View view, int name)
    {
        bool found = false;
        foreach (int c in _classes.Mro(view.Class))
        {
            var (attribute, field) = _members[c, name];
            if (field >= 0) AddField(view, field);
            AddFieldOfApart(view, c);
            if (found || attribute < 0) continue;
            AddAttribute(view, attribute, c);
            found = true;
        }
        AddFromAlternatives(view, name);
        if (!view.Cone) return;
        foreach (int c in _classes.Below(view.Class))
        {
            var (attribute, field) = _members[c, name];
            if (field >= 0) AddField(view, field);
            AddFieldOfApart(view, c);
            if (attribute >= 0) AddAttribute(view, attribute, c);
        }
        AddFromBeside(view, name);
        FillFitting(view, name);
    }

    /// <summary>Of a class that more than this many bases stand beside each other in, as one that a decorator makes of each class, no object is told from those of others.</summary>
    private const int MaxAlternatives = 4;

    /// <summary>Where a base is one of several, an object has what is under a name in any of them, unless a base that is written before them has it.</summary>
    private void AddFromAlternatives(View view, int name)
    {
        var info = _classes[view.Class];
        if (!_classes.HasAlternatives(view.Class) || info.Bases.Count > MaxAlternatives || _members[view.Class, name].Attribute >= 0) return;
        for (int i = 0; i < info.Bases.Count;)
        {
            bool inAll = true;
            for (int position = info.BasePositions[i]; i < info.Bases.Count && info.BasePositions[i] == position; i++)
                inAll &= _classes.IsAboveAnother(info, i) || AddInherited(view, info.Bases[i], name);
            if (inAll) return;
        }
    }

    private bool AddInherited(View view, int @base, int name)
    {
        foreach (int c in _classes.Mro(@base))
        {
            if (_members[c, name].Attribute is not (>= 0 and var attribute)) continue;
            AddAttribute(view, attribute, c);
            return true;
        }
        return false;
    }

    private void AddField(View view, int field)
    {
        _slots.AddEdge(field, view.Fields);
        if (view.Shared >= 0) _slots.AddEdge(field, view.Shared);
        StoreInView(view);
    }

    private void AddAttribute(View view, int slot, int def)
    {
        if (view.Attributes.Contains(new AttributeSlot(slot, def))) return;
        view.Attributes.Add(new AttributeSlot(slot, def));
        TellReaders(view, new AttributeSlot(slot, def));
    }

    private void TellReaders(View view, AttributeSlot attribute)
    {
        for (int r = view.Readers; r != 0; r = _readers[r].Next) ListenThrough(view, attribute, _readers[r]);
    }

    private void ListenThrough(View view, AttributeSlot attribute, in Reader reader)
    {
        if (IsShadowed(view, attribute, reader.Receiver)) return;
        var watch = new Watch { Kind = reader.Kind, Op = reader.Op, Activation = reader.Activation, A = ReceiverFor(view, reader.Receiver, attribute.Class), B = reader.B };
        watch.Override = view.Cone && attribute.Class != view.Class && !_classes.IsSubclass(view.Class, attribute.Class);
        if (watch.Override && HasTooManyOverrides(view)) LoseOverrides(watch.Op, watch.Activation);
        else if (watch.Kind == WatchKind.Bind) JoinGroup(attribute.Slot, watch.Op, watch.Activation, (Role)watch.B, watch.A, watch.Override);
        else Listen(attribute.Slot, watch);
    }

    /// <summary>A method found in a subclass only ever runs on instances of that subclass.</summary>
    private int ReceiverFor(View view, int receiver, int foundIn)
    {
        if (!view.Cone || foundIn == view.Class || _classes.IsSubclass(view.Class, foundIn)) return receiver;
        return _objects[receiver].Kind switch
        {
            ObjectKind.Cone => _objects.Get(ObjectKind.Cone, foundIn),
            ObjectKind.Class => Declared(foundIn),
            _ => receiver,
        };
    }

    private readonly HashSet<int> _rebased = [];

    /// <summary>Classes got bases they did not have: what their instances have is looked up again, once for all of them.</summary>
    private bool RefreshViews()
    {
        if (_rebased.Count == 0) return false;
        var affected = new HashSet<int>(_rebased);
        foreach (int def in _rebased)
        {
            affected.UnionWith(_classes.Below(def));
            affected.UnionWith(_classes.Mro(def));
        }
        _rebased.Clear();
        for (int i = 0, count = _views.Count; i < count; i++)
            if (affected.Contains(_views[i].Class)) Fill(_views[i], _views[i].Name);
        var again = _superLookups.FindAll(l => affected.Contains(l.Of));
        if (again.Count > 0) _superLookups.RemoveAll(l => affected.Contains(l.Of));
        foreach (var l in again) LookupAfter(l.After, l.Receiver, l.Name, l.Op, l.Activation, l.Role);
        return true;
    }

    /// <summary>What super() was asked for, on which class.</summary>
    private readonly record struct SuperLookup(int Of, int After, int Receiver, int Name, int Op, int Activation, Role Role);

    private readonly List<SuperLookup> _superLookups = [];

    /// <summary>A slot that holds just this object.</summary>
    private int SlotOf(int obj)
    {
        if (!_slotOfObject.TryGetValue(obj, out int slot))
        {
            _slotOfObject.Add(obj, slot = _slots.New());
            _slots.Add(slot, obj);
        }
        return slot;
    }

    /// <summary>The class of an object, or -1.</summary>
    private int ClassOf(int obj)
    {
        var (kind, a, _) = _objects[obj];
        return kind switch
        {
            ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation => a,
            ObjectKind.String or ObjectKind.StringPrefix => _builtin.Str,
            ObjectKind.Integer => _builtin.Int,
            ObjectKind.Generator => _builtin.Generator,
            _ => -1,
        };
    }

    /// <summary>Whether an object's class is, or derives from, one of these builtins.</summary>
    private bool Is(int obj, Builtins builtins)
    {
        int c = ClassOf(obj);
        return c >= 0 && (BuiltinBases(c) & builtins) != 0;
    }

    private Builtins BuiltinBases(int def)
    {
        var info = _classes[def];
        if (info.BuiltinBases < 0)
        {
            var found = Builtins.Nothing;
            foreach (int up in _classes.Mro(def)) found |= _builtin.Flag(up);
            info.BuiltinBases = (int)found;
        }
        return (Builtins)info.BuiltinBases;
    }
}
