using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>The few builtins that Python code can't express: they look into objects or make special ones.</summary>
internal sealed partial class Solver
{
    private bool IsNative(int def) => NativeOf(def) != Native.None;

    private void CallNative(int def, int op, int activation, CallSite site, int receiver, int result)
    {
        switch (NativeOf(def))
        {
            case (Native.Lower or Native.Upper or Native.Capitalize or Native.Strip or Native.LeftStrip or Native.RightStrip or Native.Replace or Native.Format) and var how when receiver >= 0 && result >= 0:
                if (how == Native.Format && _objects[receiver] is { Kind: ObjectKind.String, A: var format } && ComposeFormat(_program.NameText(format), site, op, activation, result)) break;
                if (_objects[receiver].Kind is ObjectKind.String or ObjectKind.StringPrefix) _slots.Add(result, Changed(receiver, how, site, activation));
                break;
            case (Native.Split or Native.RightSplit or Native.Partition or Native.RightPartition) and var how when receiver >= 0 && result >= 0:
                if (_objects[receiver].Kind == ObjectKind.String) SplitText(how, receiver, site, op, activation, result);
                break;
            case Native.Join when receiver >= 0 && result >= 0 && site.Count == 1 && IsJoint(receiver):
                Follow(Argument(site, activation, 0), new Follower(FollowKind.Join, result, receiver, op, activation));
                break;
            case Native.Pop when receiver >= 0 && _textParts.TryGetValue(receiver, out var shortened):
                TakeOut(shortened, site, op, activation);
                break;
            case Native.Change when receiver >= 0:
                Change(receiver);
                break;
            case Native.CopyItems when site.Count >= 2:
                Follow(Argument(site, activation, 1), new Follower(FollowKind.CopyFrom, -1, Argument(site, activation, 0), op, activation));
                break;
            case Native.GetAttr when site.Count >= 2:
                ListenName(op, activation, Argument(site, activation, 0), Argument(site, activation, 1), result, -1);
                PairNames(site, 1, op, activation, Argument(site, activation, 0), result, -1);
                if (site.Count == 2 && result >= 0) NoteRead(site, op, activation, result);
                NoteDelegate(site, activation);
                break;
            case Native.SetAttr when receiver >= 0 && site.Count == 2: // super().__setattr__(name, value)
                ListenName(op, activation, SlotOf(receiver), Argument(site, activation, 0), -1, Argument(site, activation, 1));
                break;
            case Native.SetAttr when site.Count >= 3:
                NoteCopy(site, activation);
                ListenName(op, activation, Argument(site, activation, 0), Argument(site, activation, 1), -1, Argument(site, activation, 2));
                PairNames(site, 1, op, activation, Argument(site, activation, 0), -1, Argument(site, activation, 2));
                break;
            case Native.TypeOf when site.Count >= 1 && result >= 0:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.TypeOf, result, 0, op, activation));
                break;
            case Native.MethodType when site.Count >= 2 && result >= 0:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.BindFunction, result, Argument(site, activation, 1), op, activation));
                break;
            case Native.NewObject when result >= 0:
                if (receiver >= 0) AddNewObject(receiver, result);
                else if (site.Count >= 1) Follow(Argument(site, activation, 0), new Follower(FollowKind.NewObject, result, site.Count > BodyParameter ? Argument(site, activation, BodyParameter) : -1, op, activation));
                break;
            case Native.TypeCall when receiver >= 0 && _objects[receiver] is { Kind: ObjectKind.Class } instantiated:
                MakeInstance(op, activation, instantiated.A, result);
                break;
            case Native.TypeCall when receiver < 0 && site.Count >= 1:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.Made, result, 0, op, activation));
                break;
            case Native.Register when receiver >= 0 && site.Count >= 1 && _objects[receiver].Kind == ObjectKind.Class:
                if (result >= 0) _slots.AddEdge(Argument(site, activation, 0), result);
                Follow(Argument(site, activation, 0), new Follower(FollowKind.Register, -1, _objects[receiver].A, op, activation));
                break;
            case Native.Globals when result >= 0:
                _slots.Add(result, _objects.Get(ObjectKind.Module, OriginFile(op, activation)));
                break;
            case Native.Order when site.Count >= 1:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.Ordered, result, 0, op, activation));
                break;
            case (Native.Mro or Native.Subclasses) and var relatives when site.Count >= 1 && result >= 0:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.Relatives, result, (int)relatives, op, activation));
                break;
            case Native.Cast when site.Count >= 2 && result >= 0:
                Listen(Argument(site, activation, 0), WatchKind.NarrowClass, -1, 0, result);
                _slots.AddEdge(Argument(site, activation, 1), result);
                break;
            case Native.Single when site.Count >= 1 && result >= 0:
                NoteSingle(site, activation, result);
                break;
            case Native.Named when site.Count >= 2 && result >= 0:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.Named, result, Argument(site, activation, 1), op, activation));
                break;
            case Native.Leaf when site.Count >= 1 && result >= 0:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.Leaf, result, -1, op, activation));
                break;
            case Native.LowerName when site.Count >= 1 && result >= 0:
                Follow(Argument(site, activation, 0), new Follower(FollowKind.LowerName, result, _program.Name(Text(site, activation, 1, "end") ?? ""), op, activation));
                break;
            case Native.DefaultDispatch when receiver >= 0 && site.Count >= 1:
                _dispatchers[receiver] = Argument(site, activation, 0);
                break;
            case Native.RegisterDispatch when receiver >= 0 && site.Count >= 1:
                NoteDispatch(receiver, op, activation, site, result);
                break;
            case Native.Dispatched when receiver >= 0 && site.Count >= 1:
                NoteDispatched(receiver, op, activation, Argument(site, activation, 0));
                break;
            case Native.ImportModule when site.Count >= 1 && result >= 0:
                ImportNamed(def, site, op, activation, result);
                break;
        }
    }

    private int Argument(CallSite site, int activation, int i)
    {
        var (_, slot, mapped) = site[i];
        return mapped ? slot : Map(activation, slot);
    }

    private enum FollowKind : byte
    {
        TypeOf, BindFunction, BindReceiver, NewObject, ImportModule, Name, Owner, CopyFrom, CopyTo, MatchArgs, Made, Paired, Register, Ordered, Relatives, GivenClass, GivenMaker,
        ImportRelative, SplitBy, Compose, OwnNamed, NotOtherNamed, PutBack, Join, Named, LowerName, Namespace, BodyStore, BodyGive, BodyValue, Registered, Leaf,
    }

    /// <summary>What to do with the objects of an argument that a native looks into.</summary>
    private readonly record struct Follower(FollowKind Kind, int Result, int Other, int Op, int Activation, int Value = -1);

    private readonly List<Follower> _followers = [];

    /// <summary>Does what a follower says with each object that is in a slot, or comes there.</summary>
    private void Follow(int slot, in Follower follower)
    {
        _followers.Add(follower);
        Listen(slot, WatchKind.DynamicName, follower.Op, follower.Activation, _followers.Count - 1);
    }

    private void ListenName(int op, int activation, int owner, int name, int result, int value)
    {
        Follow(name, new Follower(FollowKind.Name, result, owner, op, activation, value));
    }

    private void FireDynamicName(in Watch watch, int obj)
    {
        var f = _followers[watch.A];
        var (kind, a, _) = _objects[obj];
        switch (f.Kind)
        {
            case FollowKind.TypeOf:
                if (kind == ObjectKind.Class) _slots.Add(f.Result, _objects.Get(ObjectKind.Class, Metaclass(a) is >= 0 and var meta ? meta : _builtin.Type));
                else if (ClassOf(obj) is >= 0 and var c) _slots.Add(f.Result, kind == ObjectKind.Cone ? Declared(c) : _objects.Get(ObjectKind.Class, c));
                break;
            case FollowKind.BindFunction:
                Follow(f.Other, new Follower(FollowKind.BindReceiver, f.Result, obj, f.Op, f.Activation));
                break;
            case FollowKind.BindReceiver:
                _slots.Add(f.Result, _objects.Get(ObjectKind.Bound, f.Other, obj));
                break;
            case FollowKind.NewObject:
                if (kind == ObjectKind.Class && _classes.IsSubclass(a, _builtin.Type)) AddMadeClass(a, f);
                else AddNewObject(obj, f.Result);
                break;
            case FollowKind.Registered when FunctionOf(obj) >= 0:
                _slots.Add(f.Result, obj);
                if (f.Value >= 0) _slots.Add(f.Value, obj);
                break;
            case FollowKind.Namespace or FollowKind.BodyStore or FollowKind.BodyGive or FollowKind.BodyValue:
                FireBody(obj, f);
                break;
            case FollowKind.GivenClass:
                AddOfGivenClass(obj, f.Result);
                break;
            case FollowKind.GivenMaker:
                AddMadeByGiven(obj, f.Result);
                break;
            case FollowKind.CopyFrom when Is(obj, Builtins.Dict):
                Follow(f.Other, new Follower(FollowKind.CopyTo, -1, obj, f.Op, f.Activation));
                break;
            case FollowKind.MatchArgs when Is(obj, Builtins.Tuple | Builtins.List):
                ListenName(f.Op, f.Activation, SlotOf(f.Other), ObjectField(obj, _known.KeyField(false, f.Value)), f.Result, -1);
                break;
            case FollowKind.Made when kind == ObjectKind.Class:
                MakeInstance(f.Op, f.Activation, a, f.Result);
                break;
            case FollowKind.Ordered when kind == ObjectKind.Class:
                DeriveOrder(a);
                break;
            case FollowKind.CopyTo when f.Other != obj:
                CopyItems(f.Other, obj);
                break;
            case FollowKind.ImportModule when kind == ObjectKind.String:
                ImportFrom(obj, f);
                break;
            case FollowKind.ImportRelative when kind == ObjectKind.String:
                ImportRelative(obj, f);
                break;
            case FollowKind.Compose:
                AddToComposed(_compositions[f.Other], f.Value, obj);
                break;
            case FollowKind.SplitBy:
                SplitBy(obj, f);
                break;
            case FollowKind.Name when kind is ObjectKind.String or ObjectKind.StringPrefix:
                Follow(f.Other, f with { Kind = FollowKind.Owner, Other = obj });
                break;
            case FollowKind.Register when kind == ObjectKind.Class && !_program.IsModelDef(a):
                Register(a, f.Other);
                break;
            case FollowKind.Relatives when kind == ObjectKind.Class:
                AskForRelatives((Native)f.Other, a, f.Result);
                // What is declared may be of any class below.
                if (IsDeclared(obj)) _slots.Add(f.Result, obj);
                break;
            case FollowKind.Paired when f.Value >= 0:
                StoreAttribute(f.Op, f.Activation, obj, f.Other, f.Value);
                break;
            case FollowKind.Paired:
                LookupInto(f.Op, f.Activation, obj, f.Other, f.Result);
                break;
            case FollowKind.Named:
                AddNamed(obj, f);
                break;
            case FollowKind.Leaf when kind == ObjectKind.Class:
                _leaves.Add((a, f.Result));
                break;
            case FollowKind.LowerName when kind == ObjectKind.Class && _program.Def(a).Name is >= 0 and var called:
                _slots.Add(f.Result, _objects.Get(ObjectKind.String, _program.Name(_program.NameText(_program.Name(_program.FileOfDef[a], called)).ToLowerInvariant() + _program.NameText(f.Other))));
                break;
            case FollowKind.OwnNamed:
                if (OwnName(obj) is var own && (own < 0 || own == f.Other || IsGivenName(obj))) _slots.Add(f.Result, obj);
                break;
            case FollowKind.Join when kind == ObjectKind.Allocation && Is(obj, Builtins.List):
                PartsOf(obj).Joins.Add((f.Other, f.Result));
                break;
            case FollowKind.PutBack:
                if (!IsOfOtherPlace(obj, f)) _slots.Add(f.Result, obj);
                break;
            case FollowKind.NotOtherNamed:
                if (!IsOtherNamed(obj, f.Other, f.Value)) _slots.Add(f.Result, obj);
                break;
            case FollowKind.Owner:
                var names = NamesFor(f.Other, obj, byEnd: f.Value < 0);
                int computed = names.Count > 0 && f.Result >= 0 && _objects[f.Other].Kind == ObjectKind.StringPrefix ? Computed(obj, f.Other, f.Result) : -1;
                foreach (int name in names)
                {
                    if (f.Value >= 0) StoreAttribute(f.Op, f.Activation, obj, name, StoredUnder(f.Value, f.Other, obj, f.Op, f.Activation));
                    else if (f.Result >= 0) LookupInto(f.Op, f.Activation, obj, name, f.Result, computed);
                }
                break;
        }
    }

    /// <summary>Constant keys under which containers hold something, in order of appearance.</summary>
    private readonly Dictionary<int, List<int>> _keysOf = [];

    private void AddNewObject(int obj, int result)
    {
        if (_objects[obj] is not { Kind: ObjectKind.Class } c) return;
        // What type.__new__ makes is the classes that the metaclass is named for.
        if (_classes.IsSubclass(c.A, _builtin.Type)) _slots.AddEdge(MadeBy(c.A), result);
        else _slots.Add(result, _objects.Get(ObjectKind.Instance, c.A));
        if (_classes.HasExternalBase(c.A) && !_classes.IsSubclass(c.A, _builtin.Type)) _slots.AddEdge(MadeBy(c.A), result);
    }

    private const int MaxDynamicNames = 400;

    /// <summary>An end says less than a start: names of many kinds end alike.</summary>
    private const int MinEnd = 4;

    /// <summary>The attribute names a computed string can be: itself, or every method that starts and ends like it.</summary>
    /// <param name="text">The string.</param>
    /// <param name="owner">Whose attributes.</param>
    /// <param name="byEnd">Also where no more than the end is known.</param>
    private List<int> NamesFor(int text, int owner, bool byEnd)
    {
        var (kind, a, b) = _objects[text];
        if (kind == ObjectKind.String) return [a];
        var found = new SortedSet<int>();
        byte[] prefix = _program.NameBytes(a).ToArray(), end = b > 0 ? _program.NameBytes(b - 1).ToArray() : [];
        int c = ClassOf(owner);
        if (_objects[owner].Kind == ObjectKind.Class) c = _objects[owner].A;
        if (c < 0 || !(IsTelling(prefix, 2) || (byEnd && IsTelling(end, MinEnd)))) return [];
        IEnumerable<int> classes = _classes.Mro(c);
        if (_objects[owner].Kind == ObjectKind.Cone) classes = classes.Concat(_classes.Below(c));
        foreach (int up in classes)
            foreach (int name in _classes[up].Attributes.Keys)
                if (_program.NameBytes(name) is var bytes && bytes.Length >= prefix.Length + end.Length && bytes.StartsWith(prefix) && bytes.EndsWith(end) && !IsDunder(name)) found.Add(name);
        return found.Count > MaxDynamicNames ? [] : [.. found];

        static bool IsTelling(byte[] known, int least) => known.Length >= least && known.AsSpan().ContainsAnyExcept((byte)'_');
    }

    /// <summary>Looks an attribute up for a native: the values land in a slot, methods bound.</summary>
    /// <param name="computed">The number of the look-up where only the start of the name is known; else -1.</param>
    private void LookupInto(int op, int activation, int obj, int name, int result, int computed = -1)
    {
        var (kind, a, _) = _objects[obj];
        if (kind == ObjectKind.Module && a >= 0)
        {
            if (_exports.TryGetValue(Key(a, name), out int slot)) _slots.AddEdge(slot, result);
            else if (_program.Modules.Submodule(a, _program.NameText(name)) is { } sub) _slots.Add(result, _objects.Get(ObjectKind.Module, sub));
            return;
        }
        int c = kind == ObjectKind.Class ? a : ClassOf(obj);
        if (c < 0) return;
        var view = ViewOf(c, name, kind == ObjectKind.Cone);
        if (kind != ObjectKind.Class) _slots.AddEdge(view.Fields, result);
        if (kind == ObjectKind.Allocation) _slots.AddEdge(ObjectField(obj, name), result);
        var reader = new Reader(computed >= 0 ? WatchKind.BindComputed : WatchKind.BindInto, false, op, activation, obj, computed >= 0 ? computed : result);
        AddReader(view, reader);
        for (int i = 0, count = view.Attributes.Count; i < count; i++) ListenThrough(view, view.Attributes[i], reader);
    }

    /// <summary>A class attribute that a native looked up lands in a slot: functions bound, descriptors asked.</summary>
    private void BindInto(in Watch watch, int value)
    {
        int receiver = watch.A, result = watch.B;
        bool viaClass = _objects[receiver].Kind == ObjectKind.Class, computed = watch.Kind == WatchKind.BindComputed;
        var (kind, a, _) = _objects[value];
        int found = kind switch
        {
            ObjectKind.Function when !viaClass => _objects.Get(ObjectKind.Bound, value, receiver),
            ObjectKind.Static => a,
            ObjectKind.ClassMethod => _objects.Get(ObjectKind.Bound, a, ClassObject(receiver)),
            _ => value,
        };
        if (!viaClass && !computed && kind is ObjectKind.Allocation or ObjectKind.Instance or ObjectKind.Cone
            && FindAttribute(ClassOf(value), _known.Get) is >= 0 and var getter)
        {
            _getters.Add((value, receiver, result));
            Listen(getter, WatchKind.GetInto, watch.Op, watch.Activation, _getters.Count - 1);
            return;
        }
        if (computed) FoundComputed(result, found);
        else _slots.Add(result, found);
    }

    private readonly List<(int Descriptor, int Receiver, int Result)> _getters = [];

    /// <summary>Classes whose making gives something else than an instance: type(x), super(C, x), staticmethod(f), classmethod(f).</summary>
    private bool InstantiateNative(int def, int op, int activation, int result)
    {
        if (result < 0 || _program.FileOfDef[def] != _builtins) return false;
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) is not (OpCode.Call or OpCode.CallAttr)) return false;
        var site = new CallSite(w, Role.Value, -1);
        var kind = def == _builtin.StaticMethod ? ObjectKind.Static : def == _builtin.ClassMethod ? ObjectKind.ClassMethod : ObjectKind.External;
        if (kind != ObjectKind.External)
        {
            if (site.Count >= 1)
            {
                _wrappers.Add(new Wrapper(kind, result));
                Listen(Argument(site, activation, 0), WatchKind.Wrap, op, activation, _wrappers.Count - 1);
            }
            return true;
        }
        if (def == _builtin.Type && site.Count == 1)
        {
            Follow(Argument(site, activation, 0), new Follower(FollowKind.TypeOf, result, 0, op, activation));
            return true;
        }
        if (def != _builtin.Super || site.Count < 2) return def == _builtin.Super;
        Listen(Argument(site, activation, 0), WatchKind.SuperClass, op, activation, Argument(site, activation, 1), result);
        return true;
    }

    private readonly record struct Wrapper(ObjectKind Kind, int Result);

    private readonly List<Wrapper> _wrappers = [];

    /// <summary>Bound methods that were found by the start of their name.</summary>
    private readonly HashSet<int> _computedNames = [];
}
