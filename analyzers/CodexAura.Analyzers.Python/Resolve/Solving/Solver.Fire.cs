using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What happens when an object arrives where an instruction waits.</summary>
internal sealed partial class Solver
{
    /// <summary>The value being delivered was found in a subclass of what the receiver is known to be.</summary>
    private bool _viaOverride;

    private void Fire(in Watch watch, int obj)
    {
        if (obj == SlotStore.Incomplete)
        {
            PassIncomplete(watch);
            return;
        }
        int before = _trail?.Arrived(watch, obj) ?? 0;
        (bool outer, _viaOverride) = (_viaOverride, watch.Override);
        FireWatch(watch, obj);
        _viaOverride = outer;
        _trail?.Leave(before);
    }

    private void FireWatch(in Watch watch, int obj)
    {
        int op = watch.Op, activation = watch.Activation;
        switch (watch.Kind)
        {
            case WatchKind.Base:
                FireBase(op, activation, obj, watch.A);
                break;
            case WatchKind.Bind:
                Bind(op, activation, (Role)watch.B, obj, watch.A);
                break;
            case WatchKind.BindGroup:
                FireGroup(watch.A, obj);
                break;
            case WatchKind.Deliver:
                Deliver(op, activation, (Role)watch.B, obj, -1);
                break;
            case WatchKind.Getter:
                FireGetter(watch, obj);
                break;
            case WatchKind.Setter:
                if (FindSetter(obj, watch.B != 0) is >= 0 and var setter) Listen(setter, WatchKind.Getter, op, activation, obj, (watch.A << 4) | (int)Role.Setter);
                break;
            case WatchKind.Index:
                FireIndex(op, activation, watch.A, obj);
                break;
            case WatchKind.StarArgument:
                PassStarArgument(watch, obj);
                break;
            case WatchKind.DoubleStarArgument:
                PassDoubleStarArgument(watch, obj);
                break;
            case WatchKind.ClassBase:
                FireClassBase(watch.A, obj, watch.B);
                break;
            case WatchKind.Iterator:
                Step(op, activation, obj);
                break;
            case WatchKind.NarrowClass:
                NarrowTo(op, activation, watch.A, obj);
                break;
            case WatchKind.Elements:
                FireElements(watch, obj);
                break;
            case WatchKind.DynamicName:
                FireDynamicName(watch, obj);
                break;
            case WatchKind.Decorated:
                FireDecorated(op, activation, obj);
                break;
            case WatchKind.BindInto or WatchKind.BindComputed:
                BindInto(watch, obj);
                break;
            case WatchKind.GetInto:
                var (descriptor, owner, into) = _getters[watch.A];
                CallGetter(op, activation, obj, descriptor, owner, into);
                break;
            case WatchKind.Metaclass:
                if (_objects[obj] is { Kind: ObjectKind.Class } meta) GotMetaclass(watch.A, meta.A);
                break;
            case WatchKind.SetName:
                FireSetName(op, activation, obj);
                break;
            case WatchKind.Factory:
                FireFactory(op, activation, watch.A, watch.B, obj);
                break;
            case WatchKind.SplitReturn:
                FireSplitReturn(watch.A, obj);
                break;
            case WatchKind.ParameterType:
                DeclareParameter(watch.A, watch.Slot, watch.B);
                break;
            case WatchKind.Made:
                FireMade(op, activation, watch.A, obj);
                break;
            case WatchKind.BoundCall:
                FireBoundCall(op, activation, obj, watch.A, watch.B);
                break;
            case WatchKind.Wrap:
                var (wrapper, wrapped) = _wrappers[watch.A];
                _slots.Add(wrapped, _objects.Get(wrapper, obj));
                break;
            case WatchKind.SuperClass:
                if (_objects[obj].Kind == ObjectKind.Class) Listen(watch.A, WatchKind.SuperObject, op, activation, _objects[obj].A, watch.B);
                break;
            case WatchKind.SuperObject:
                if (_objects[obj].Kind is ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Class or ObjectKind.Allocation)
                    _slots.Add(watch.B, _objects.Get(ObjectKind.Super, watch.A, obj));
                break;
        }
    }

    private void FireBase(int op, int activation, int obj, int side)
    {
        var w = OpAt(op, activation);
        switch ((OpCode)(w[0] & 0xFF))
        {
            case OpCode.GetAttr when w.Length > 5 && !HasSetter(obj, Name(activation, w[3])):
                _slots.AddEdge(Map(activation, w[5]), Map(activation, w[1]));
                break;
            case OpCode.GetAttr when ReadMemberValue(op, activation, w):
                break;
            case OpCode.GetAttr:
                Lookup(obj, Name(activation, w[3]), op, activation, Role.Value);
                break;
            case OpCode.CallAttr:
                // Builtins run special methods on a value's type: for a class that is its metaclass.
                if (_activations[activation].SiteOp >= 0 && _objects[obj].Kind == ObjectKind.Class && IsDunder(Name(activation, w[3])))
                {
                    LookupInMetaclass(obj, Name(activation, w[3]), op, activation, Role.Value);
                    break;
                }
                if (!Lookup(obj, Name(activation, w[3]), op, activation, Role.Value) && !IsOwn(activation)) AskInstead(op, activation, obj, Name(activation, w[3]));
                break;
            case OpCode.Call when IsNoDecorator(op, activation, obj, w):
                if (_objects[obj].Kind == ObjectKind.Function) _passedOver.Add((op, activation, obj));
                break;
            case OpCode.Call:
                Invoke(op, activation, Role.Value, obj, -1);
                break;
            case OpCode.SetAttr:
                StoreAttribute(op, activation, obj, Name(activation, w[2]), Map(activation, w[3]), inDictionary: w.Length > 5);
                break;
            case OpCode.DelAttr:
                DeleteAttribute(op, activation, obj, Name(activation, w[2]));
                break;
            case OpCode.GetItem:
                LoadItem(op, activation, obj, w[3]);
                break;
            case OpCode.SetItem:
                StoreItem(op, activation, obj, w[2]);
                break;
            case OpCode.Iterate:
                Iterate(op, activation, obj, w[4] != 0);
                break;
            case OpCode.Unpack:
                UnpackInto(op, activation, obj, w);
                break;
            case OpCode.Special:
                FireSpecial(op, activation, obj, Name(activation, w[3]), w);
                break;
            case OpCode.Binary:
                FireBinary(op, activation, obj, side, w);
                break;
            case OpCode.Await:
                FireAwait(op, activation, obj);
                break;
            case OpCode.YieldFrom:
                FireYieldFrom(op, activation, obj, w);
                break;
            case OpCode.Raise:
                if (_objects[obj].Kind == ObjectKind.Class) Invoke(op, activation, Role.Value, obj, -1);
                break;
            case OpCode.Super:
                int def = _program.DefBase[_activations[activation].File] + w[2];
                if (_objects[obj].Kind is ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Class or ObjectKind.Allocation)
                    _slots.Add(Map(activation, w[1]), _objects.Get(ObjectKind.Super, def, obj));
                break;
            case OpCode.InstanceOf:
                AddInstancesOfOwn(op, activation, obj, Map(activation, w[1]));
                break;
            case OpCode.Generic:
                AddGeneric(op, activation, obj, w);
                break;
            case OpCode.Narrow:
                FireNarrow(op, activation, obj, w);
                break;
            case OpCode.MadeClass:
                FireMadeClass(obj, Map(activation, w[3]), Map(activation, w[1]));
                break;
            case OpCode.DeclaredClass:
                FireDeclaredClass(op, activation, obj, Map(activation, w[1]));
                break;
        }
    }

    /// <summary>del obj.name runs the descriptor under that name, if there is one.</summary>
    private void DeleteAttribute(int op, int activation, int obj, int name)
    {
        if (_objects[obj].Kind is not (ObjectKind.Instance or ObjectKind.Cone)) return;
        foreach (int c in _classes.Mro(_objects[obj].A))
            if (_classes[c].Attributes.TryGetValue(name, out int attribute))
            {
                Listen(attribute, WatchKind.Setter, op, activation, obj, 1);
                break;
            }
    }

    private void StoreAttribute(int op, int activation, int obj, int name, int value, bool inDictionary = false)
    {
        var (kind, a, _) = _objects[obj];
        if (IsOwn(activation) && TakesNoAttributes(kind, a)) return;
        switch (kind)
        {
            case ObjectKind.Instance or ObjectKind.Cone when inDictionary:
                _slots.AddEdge(value, ObjectField(obj, name));
                break;
            case ObjectKind.Instance or ObjectKind.Cone:
                if (_writesAreHooked && op >= 0 && IsOwn(activation) && FindAttribute(a, _known["__setattr__"]) is >= 0 and var writer
                    && (OpCode)(OpAt(op, activation)[0] & 0xFF) == OpCode.SetAttr && !_program.IsModelDef(OwnerOfAttribute(a, _known["__setattr__"])))
                    Listen(writer, WatchKind.Bind, op, activation, obj, (int)Role.Create);
                foreach (int c in _classes.Mro(a))
                    if (_classes[c].Attributes.TryGetValue(name, out int attribute))
                    {
                        Listen(attribute, WatchKind.Setter, op, activation, obj);
                        // What a property is given goes nowhere but to its setter.
                        if (HoldsProperty(attribute)) return;
                        break;
                    }
                _slots.AddEdge(value, ObjectField(obj, name));
                break;
            case ObjectKind.Allocation or ObjectKind.Function or ObjectKind.Generator:
                _slots.AddEdge(value, ObjectField(obj, name));
                break;
            case ObjectKind.Bound:
                _slots.AddEdge(value, ObjectField(a, name));
                break;
            case ObjectKind.Class:
                _slots.AddEdge(value, ClassAttribute(a, name));
                NoteConstructorStore(op, activation, a, name, value);
                break;
            case ObjectKind.Module when a >= 0:
                StoreInModule(activation, a, name, value);
                break;
        }
    }

    /// <summary>
    /// Whether Python raises an error where an attribute of an object is set: what came to `self.x = …` beside objects of the program, such as None, would
    /// else share its attributes with all there is of its class. Models keep what they know of builtins there, so it holds for the program's code only.
    /// </summary>
    private bool TakesNoAttributes(ObjectKind kind, int def) => kind switch
    {
        ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation => _builtin.IsClosed(def),
        ObjectKind.Class => _program.FileOfDef[def] == _builtins,
        ObjectKind.Generator => true,
        _ => false,
    };

    private void FireSpecial(int op, int activation, int obj, int name, ReadOnlySpan<int> w)
    {
        if (_objects[obj].Kind is not (ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation or ObjectKind.Class)) return;
        if (name == _known.MatchArgs)
        {
            MatchPosition(op, activation, obj, w);
            return;
        }
        if (_objects[obj].Kind == ObjectKind.Class)
        {
            LookupInMetaclass(obj, name, op, activation, Role.Value);
            return;
        }
        if (name == _known["__bool__"])
        {
            AskTruth(op, activation, obj);
            return;
        }
        if (Lookup(obj, name, op, activation, Role.Value)) return;
        // `in` falls back to iteration, formatting to __str__ and then __repr__.
        if (name == _known["__contains__"]) Lookup(obj, _known.Iter, op, activation, Role.Iterator);
        else if (name == _known["__str__"]) AskRepr(op, activation, obj);
        else if (name == _known["__format__"] && !Lookup(obj, _known["__str__"], op, activation, Role.Next)) AskRepr(op, activation, obj);
    }

    /// <summary>The text of an object is what __repr__ gives, unless a builtin that it derives from writes its own: str, bytes, exceptions, enumerations.</summary>
    private void AskRepr(int op, int activation, int obj)
    {
        int c = ClassOf(obj);
        if (c >= 0 && (IsEnum(c) || _builtin.OwnText.Exists(own => _classes.IsSubclass(c, own)))) return;
        Lookup(obj, _known["__repr__"], op, activation, Role.Next);
    }

    private void FireBinary(int op, int activation, int obj, int side, ReadOnlySpan<int> w)
    {
        var (kind, _, _) = _objects[obj];
        int number = w[4] & 63;
        int result = Map(activation, w[1]);
        if (kind is ObjectKind.String or ObjectKind.StringPrefix or ObjectKind.Integer || (kind == ObjectKind.Instance && IsScalar(_objects[obj].A)))
        {
            if (side == 0 && !_composed.Contains(result)) _slots.Add(result, kind switch
            {
                ObjectKind.String or ObjectKind.StringPrefix => Composed(obj, number),
                ObjectKind.Integer => _objects.Get(ObjectKind.Instance, _builtin.Int),
                _ => obj,
            });
            return;
        }
        if (kind == ObjectKind.Class && number == Extract.Operators.IndexOf(Extract.PyKind.Pipe)) _slots.Add(result, obj);
        if (kind is not (ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation)) return;
        var (_, method, reflected, inPlace) = Extract.Operators.All[number];
        if (side == 1)
        {
            _reflected.Add(new ReflectedOperand(op, activation, obj));
            return;
        }
        if (w[4] >= 64 && Lookup(obj, _known[inPlace], op, activation, Role.Value)) return;
        if (Lookup(obj, _known[method], op, activation, Role.Value)) return;
        // What is not equal is what __eq__ denies, unless a class says otherwise.
        if (number == Extract.Operators.IndexOf(Extract.PyKind.NotEqual)) Lookup(obj, _known["__eq__"], op, activation, Role.Value);
        if (kind == ObjectKind.Allocation) _slots.Add(result, obj);
    }

    /// <summary>Whether an object is true, __bool__ says, else __len__. What builtins answer runs no code of the program.</summary>
    private void AskTruth(int op, int activation, int obj)
    {
        int c = ClassOf(obj);
        if (c < 0) return;
        int method = OwnerOfAttribute(c, _known["__bool__"]) >= 0 ? _known["__bool__"] : _known["__len__"];
        if (OwnerOfAttribute(c, method) is >= 0 and var owner && !_program.IsModelDef(owner)) Lookup(obj, method, op, activation, Role.Value);
    }

    /// <summary>What is known of a string with something added or formatted into it: its start.</summary>
    private int Composed(int text, int number)
    {
        bool isFormat = number == Extract.Operators.IndexOf(Extract.PyKind.Percent);
        if (number != 0 && !isFormat) return _objects.Get(ObjectKind.Instance, _builtin.Str);
        return isFormat ? Prefix(_program.NameBytes(_objects[text].A), (byte)'%') : Pattern(_program.NameText(_objects[text].A), "");
    }

    private int Prefix(ReadOnlySpan<byte> text, byte end)
    {
        int length = text.IndexOf(end);
        return length <= 0 ? BuiltinInstance(_known["str"]) : _objects.Get(ObjectKind.StringPrefix, _program.Name(System.Text.Encoding.UTF8.GetString(text[..length])));
    }

    private void FireAwait(int op, int activation, int obj)
    {
        var (kind, a, run) = _objects[obj];
        int result = Map(activation, OpAt(op, activation)[1]);
        if (kind == ObjectKind.Coroutine)
        {
            ref readonly var record = ref _program.Def(a);
            if (record.ReturnSlot != Slots.None) _slots.AddEdge(Map(run, record.ReturnSlot), result);
            if (record.ReturnAnnotation != Slots.None) _slots.AddEdge(Map(run, record.ReturnAnnotation), result);
            return;
        }
        if (kind is ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation && Lookup(obj, _known.Await, op, activation, Role.Value)) return;
        // Awaiting a value whose declaration already names the result.
        _slots.Add(result, obj);
    }

    private void FireYieldFrom(int op, int activation, int obj, ReadOnlySpan<int> w)
    {
        int file = _activations[activation].File, yields = _program.Units[file].Defs[w[2]].YieldSlot;
        var (kind, a, run) = _objects[obj];
        if (kind == ObjectKind.Generator)
        {
            ref readonly var record = ref _program.Def(a);
            if (yields != Slots.None) _slots.AddEdge(Map(run, record.YieldSlot), Map(activation, yields));
            if (record.ReturnSlot != Slots.None) _slots.AddEdge(Map(run, record.ReturnSlot), Map(activation, w[1]));
            return;
        }
        if (ElementsOf(obj) is >= 0 and var elements)
        {
            if (yields != Slots.None) _slots.AddEdge(elements, Map(activation, yields));
        }
        else Lookup(obj, _known.Iter, op, activation, Role.Iterator);
    }

    private void FireClassBase(int def, int obj, int position)
    {
        switch (_objects[obj].Kind)
        {
            case ObjectKind.Class when IsDeclared(obj):
                _declaredBases.Add(new DeclaredBase(def, obj, position));
                break;
            case ObjectKind.Class:
                if (_classes.AddBase(def, _objects[obj].A, position)) _rebased.Add(def);
                GotBase(def, _objects[obj].A);
                break;
            case ObjectKind.External:
                _classes[def].ExternalBase = true;
                break;
        }
    }
}
