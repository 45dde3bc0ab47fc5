using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>In what role a looked-up value is used.</summary>
internal enum Role
{
    /// <summary>It is the instruction's result, or for a call its callee.</summary>
    Value,
    Init,
    New,

    /// <summary>The metaclass's __call__.</summary>
    MetaCall,

    /// <summary>A descriptor's __get__, its result is the value.</summary>
    Getter,
    Setter,

    /// <summary>__iter__, __await__: the result is iterated.</summary>
    Iterator,
    Next,

    /// <summary>The reflected operator of the right operand.</summary>
    Reflected,

    /// <summary>__getattr__.</summary>
    Hook,

    /// <summary>What runs because a class or an object is made: __init_subclass__, __set_name__, __post_init__, a metaclass's methods.</summary>
    Create,
}

/// <summary>Attribute access: Python's look-up order, on abstract objects.</summary>
internal sealed partial class Solver
{
    /// <summary>Looks a name up on an object and delivers what is found to an instruction.</summary>
    /// <returns>False when nothing is known by that name.</returns>
    private bool Lookup(int obj, int name, int op, int activation, Role role)
    {
        var (kind, a, b) = _objects[obj];
        if (name == _known.Class && role == Role.Value && (kind is ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation))
        {
            Deliver(op, activation, role, ClassObject(obj), -1);
            return true;
        }
        if (name == _known.Init && role == Role.Value && (kind is ObjectKind.Class or ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation) && WriterOfInit(a) is >= 0 and var writer)
        {
            ReadWrittenInit(a, writer, obj, op, activation);
            return true;
        }
        if (name == _known.Name && role == Role.Value && OwnName(obj) is >= 0 and var own) Deliver(op, activation, role, own, -1);
        switch (kind)
        {
            case ObjectKind.External:
                Deliver(op, activation, role, ObjectTable.External, -1);
                return true;
            case ObjectKind.Module:
                return LookupInModule(a, name, op, activation, role);
            case ObjectKind.Class:
                return LookupInClass(a, name, obj, op, activation, role);
            case ObjectKind.Super:
                return LookupAfter(a, b, name, op, activation, role);
            case ObjectKind.Instance or ObjectKind.Cone:
                return LookupInView(ViewOf(a, name, kind == ObjectKind.Cone), obj, name, op, activation, role);
            case ObjectKind.Allocation or ObjectKind.Generator:
                ReadObject(obj, name, op, activation, role);
                return ClassOf(obj) is >= 0 and var c && LookupInView(ViewOf(c, name, cone: false), obj, name, op, activation, role);
            case ObjectKind.String or ObjectKind.StringPrefix or ObjectKind.Integer:
                return ClassOf(obj) is >= 0 and var scalar && LookupInView(ViewOf(scalar, name, cone: false), obj, name, op, activation, role);
            case ObjectKind.Bound when name == _known["__func__"]:
                Deliver(op, activation, role, a, -1);
                return true;
            case ObjectKind.Bound when name == _known["__self__"]:
                Deliver(op, activation, role, b, -1);
                return true;
            case ObjectKind.Function or ObjectKind.Bound or ObjectKind.Static or ObjectKind.ClassMethod:
                if (name == _known.Call)
                {
                    Deliver(op, activation, role, obj, -1);
                    return true;
                }
                if (kind == ObjectKind.Function && role == Role.Value) Queue(op, activation, obj, name);
                ReadObject(kind == ObjectKind.Bound ? a : obj, name, op, activation, role);
                return true;
            default:
                return false;
        }
    }

    private bool LookupInView(View view, int receiver, int name, int op, int activation, Role role)
    {
        bool isApart = IsApart(receiver);
        if (isApart) ReadApart(view, receiver, op, activation, role);
        else if (view.HasFields) ReadField(view.Fields, op, activation, role);
        if (_variablesIn.Count > 0 && role == Role.Value) PassFieldArguments(view.Class, name, receiver, op, activation);
        // It runs for every access that is written down, and only then; what it gives is taken to be what is there.
        if (_readsAreHooked && role == Role.Value && IsOwn(activation) && !IsDunder(name) && FindAttribute(view.Class, _known["__getattribute__"]) is >= 0 and var hooked)
            Listen(hooked, WatchKind.Bind, op, activation, receiver, (int)Role.Create);
        var reader = new Reader(WatchKind.Bind, !view.HasFields && !isApart, op, activation, receiver, (int)role);
        AddReader(view, reader);
        for (int i = 0, count = view.Attributes.Count; i < count; i++) ListenThrough(view, view.Attributes[i], reader);
        if (view.Attributes.Count > 0) return true;
        if (view.HasFields) return true;
        if (name != _known.GetAttr && role is Role.Value && !IsDunder(name)
            && FindAttribute(view.Class, _known.GetAttr) is >= 0 and var hook && !_program.IsModelDef(OwnerOfAttribute(view.Class, _known.GetAttr)))
        {
            _hooks.Add(new HookUse(hook, op, activation, receiver));
            return true;
        }
        if (!_classes.HasExternalBase(view.Class)) return false;
        Deliver(op, activation, role, ObjectTable.External, -1);
        return true;
    }

    private readonly record struct HookUse(int Hook, int Op, int Activation, int Receiver);

    private readonly List<HookUse> _hooks = [];

    /// <summary>
    /// __getattr__ answers for any name, so that it is only taken for the answer, once all else is settled, where no other value
    /// that reaches the access could be.
    /// </summary>
    private void SettleHooks()
    {
        SettleReflected();
        foreach (var (hook, op, activation, receiver) in _hooks.ToArray())
        {
            int slot = Map(activation, OpAt(op, activation)[2]), name = Name(activation, OpAt(op, activation)[3]);
            bool alone = true;
            for (int i = 0; i < _slots.ObjectCount(slot) && alone; i++)
            {
                int c = ClassOf(_slots.ObjectAt(slot, i));
                // Where one of the classes has the name, it is that one's: the others are what other callers pass.
                alone = c >= 0 && (c == _builtin.None || (FindAttribute(c, _known.GetAttr) >= 0 && FindAttribute(c, name) < 0 && !ViewOf(c, name, cone: false).HasFields));
            }
            // A name that classes below have is theirs: the object is one of those.
            if (alone && ClassOf(receiver) is >= 0 and var own && HasBelow(own, name)) continue;
            if (alone) Listen(hook, WatchKind.Bind, op, activation, receiver, (int)Role.Hook);
            if (alone) AskDelegates(hook, op, activation);
        }
    }

    /// <summary>Whether a class below has a name, of its own or from another base: what a mixin reads is often its sibling's.</summary>
    private bool HasBelow(int def, int name)
    {
        foreach (int below in _classes.Below(def))
            foreach (int c in _classes.Mro(below))
                if (_members[c, name] is { Attribute: >= 0 } or { Field: >= 0 } || StoredInApart(c, name) >= 0) return true;
        return false;
    }

    private bool IsDunder(int name) => _program.NameBytes(name) is [(byte)'_', (byte)'_', .., (byte)'_', (byte)'_'];

    private int FindAttribute(int def, int name)
    {
        foreach (int c in _classes.Mro(def))
            if (_members[c, name].Attribute is >= 0 and var slot) return slot;
        return -1;
    }

    private int OwnerOfAttribute(int def, int name)
    {
        foreach (int c in _classes.Mro(def))
            if (_members[c, name].Attribute >= 0) return c;
        return -1;
    }

    private bool LookupInClass(int def, int name, int receiver, int op, int activation, Role role)
    {
        // A declared class may be any below it, and what only those have is meant where it has no such name itself.
        bool isDeclared = IsDeclared(receiver) && role == Role.Value;
        if (FindAttribute(def, name) >= 0 || (isDeclared && ViewOf(def, name, cone: true).Attributes.Count > 0))
        {
            // A view, so that class attributes set later are seen too.
            var view = ViewOf(def, name, isDeclared);
            var reader = new Reader(WatchKind.Bind, false, op, activation, receiver, (int)role);
            AddReader(view, reader);
            for (int i = 0, count = view.Attributes.Count; i < count; i++)
            {
                if (isDeclared) ListenThrough(view, view.Attributes[i], reader);
                else Listen(view.Attributes[i].Slot, WatchKind.Bind, op, activation, receiver, (int)role);
            }
            return true;
        }
        int type = Metaclass(def) is >= 0 and var meta ? meta : _builtin.Type;
        // What a metaclass of the program sets on its classes, it sets on all of them: that they have no such name is taken as it is. A class that a call makes may yet get it.
        if (!_program.IsModelDef(type) && _program.Def(def).Name < 0) AddReader(ViewOf(def, name, isDeclared), new Reader(WatchKind.Bind, false, op, activation, receiver, (int)role));
        if (!_program.IsModelDef(type)) return LookupInView(ViewOf(type, name, cone: false), receiver, name, op, activation, role);
        if (FindAttribute(type, name) >= 0) return LookupInView(ViewOf(type, name, cone: false), receiver, name, op, activation, role);
        if (_classes.HasExternalBase(def))
        {
            Deliver(op, activation, role, ObjectTable.External, -1);
            return true;
        }
        var late = ViewOf(def, name, isDeclared);
        AddReader(late, new Reader(WatchKind.Bind, false, op, activation, receiver, (int)role));
        return false;
    }

    /// <summary>The class that makes a class's class object, or -1 for type itself.</summary>
    private int Metaclass(int def)
    {
        foreach (int c in _classes.Mro(def))
        {
            int slot = _classes[c].MetaclassSlot;
            if (slot < 0) continue;
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
                if (_objects[_slots.ObjectAt(slot, i)] is { Kind: ObjectKind.Class } meta) return meta.A;
        }
        return -1;
    }

    /// <summary>What syntax and builtins run on a class object: special methods of its metaclass, never its own.</summary>
    private bool LookupInMetaclass(int type, int name, int op, int activation, Role role) =>
        Metaclass(_objects[type].A) is >= 0 and var meta && LookupInView(ViewOf(meta, name, cone: false), type, name, op, activation, role);

    /// <summary>super(): the classes after one in the resolution order of the receiver's class.</summary>
    private bool LookupAfter(int def, int receiver, int name, int op, int activation, Role role)
    {
        var (kind, a, _) = _objects[receiver];
        int of = kind is ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation or ObjectKind.Class ? a : def;
        if (!_classes.IsSubclass(of, def)) of = def;
        if (!_program.IsModelDef(of)) _superLookups.Add(new SuperLookup(of, def, receiver, name, op, activation, role));
        int order = _classes.OrderFor(of, def);
        int[] mro = _classes.Mro(order);
        if (kind == ObjectKind.Cone) LookupAfterBeside(of, def, receiver, name, op, activation, role);
        // What comes after a class whose next base is one of several comes from each of them.
        int[] beside = _classes[order].Bases.Count <= MaxAlternatives ? _classes.AlternativeBases(order) : [];
        for (int i = Array.IndexOf(mro, def) + 1; i < mro.Length; i++)
        {
            if (beside.Contains(mro[i]))
            {
                bool any = false;
                foreach (int other in beside) any |= Array.Exists(_classes.Mro(other), FoundIn);
                if (any) return true;
            }
            if (FoundIn(mro[i])) return true;
        }
        if (_classes[_builtin.Object].Attributes.TryGetValue(name, out int inherited))
        {
            Listen(inherited, WatchKind.Bind, op, activation, receiver, (int)role);
            return true;
        }
        if (!_classes.HasExternalBase(of)) return false;
        Deliver(op, activation, role, ObjectTable.External, -1);
        return true;

        bool FoundIn(int c)
        {
            if (_classes[c].Attributes.TryGetValue(name, out int slot)) Listen(slot, WatchKind.Bind, op, activation, receiver, (int)role);
            else if (name != _known.Init || !GeneratesInit(c)) return false;
            else
            {
                if (kind is ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation) PassToFields(op, activation, c, receiver);
                RunPostInit(of, c, receiver, op, activation);
            }
            return true;
        }
    }

    /// <summary>A class attribute reaches an access through a receiver: functions bind, descriptors run, the rest is as it is.</summary>
    private void Bind(int op, int activation, Role role, int value, int receiver)
    {
        var (kind, a, _) = _objects[value];
        bool viaClass = _objects[receiver].Kind == ObjectKind.Class;
        switch (kind)
        {
            case ObjectKind.Function:
                bool implicitClass = _program.Def(a).Class >= 0 && IsImplicitClassMethod(a);
                if (implicitClass && role == Role.Value && IsNew(a))
                {
                    // Written out, __new__ is a static method: its first argument is the class.
                    Deliver(op, activation, role, value, -1);
                    return;
                }
                Deliver(op, activation, role, value, implicitClass ? ClassObject(receiver) : viaClass && !IsMetaMethod(a, receiver) ? -1 : receiver);
                return;
            case ObjectKind.Static:
                // A __new__ that was put there by hand is given the class like any other.
                Deliver(op, activation, role, a, role == Role.New ? receiver : -1);
                return;
            case ObjectKind.ClassMethod:
                Deliver(op, activation, role, a, ClassObject(receiver));
                return;
            case ObjectKind.Allocation or ObjectKind.Instance or ObjectKind.Cone:
                if (FindAttribute(ClassOf(value), _known.Get) is not (>= 0 and var getter) || (kind == ObjectKind.Cone && IsDeclaredField(op, activation, receiver))) break;
                Listen(getter, WatchKind.Getter, op, activation, value, (receiver << 4) | (int)role);
                return;
        }
        if (viaClass && kind != ObjectKind.Bound && IsEnum(_objects[receiver].A) && !IsDefinedIn(value, _objects[receiver].A))
            value = Member(op, activation, role, value, _objects[receiver].A);
        Deliver(op, activation, role, value, -1);
    }

    /// <summary>Whether the class of a receiver declares the attribute that is read: event: Event = field() says what instances hold, and no descriptor stands in the class.</summary>
    private bool IsDeclaredField(int op, int activation, int receiver)
    {
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) is not (OpCode.GetAttr or OpCode.CallAttr) || ClassOf(receiver) is not (>= 0 and var of)) return false;
        int name = Name(activation, w[3]);
        foreach (int c in _classes.Mro(of))
            if (_classes[c].Declared.Exists(d => d.Name == name)) return true;
        return false;
    }

    private bool IsNew(int def) => _program.Name(_program.FileOfDef[def], _program.Def(def).Name) == _known.New;

    private bool IsImplicitClassMethod(int def)
    {
        if (_program.Def(def).Name < 0) return false; // A lambda.
        int name = _program.Name(_program.FileOfDef[def], _program.Def(def).Name);
        return name == _known.New || name == _known["__init_subclass__"] || name == _known["__class_getitem__"];
    }

    /// <summary>A method of the metaclass binds the class.</summary>
    private bool IsMetaMethod(int def, int receiver)
    {
        int file = _program.FileOfDef[def], owner = _program.Def(def).Class;
        return owner >= 0 && !_classes.IsSubclass(_objects[receiver].A, _program.DefBase[file] + owner);
    }

    private int ClassObject(int receiver)
    {
        if (_objects[receiver].Kind == ObjectKind.Class) return receiver;
        int c = ClassOf(receiver);
        return c < 0 ? ObjectTable.External : _objects.Get(ObjectKind.Class, c);
    }

    private bool IsEnum(int def) => _enum >= 0 && def != _enum && _classes.IsSubclass(def, _enum) && !_program.IsModelDef(def);

    /// <summary>Hands a found value to the instruction that asked: as its result, or as what it calls.</summary>
    private void Deliver(int op, int activation, Role role, int value, int receiver)
    {
        var w = OpAt(op, activation);
        var code = (OpCode)(w[0] & 0xFF);
        if (role == Role.Value && code == OpCode.GetAttr)
        {
            _slots.Add(Map(activation, w[1]), receiver >= 0 ? _objects.Get(ObjectKind.Bound, value, receiver) : value);
            return;
        }
        Invoke(op, activation, role, value, receiver);
    }
}
