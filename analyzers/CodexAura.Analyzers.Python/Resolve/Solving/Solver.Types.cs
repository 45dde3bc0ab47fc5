using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Annotations and narrowing: from classes to the instances they stand for.</summary>
internal sealed partial class Solver
{
    /// <summary>Types that were looked into for a test and a subject: a tuple, or what a type variable is bound to, may hold itself.</summary>
    private readonly KeyMap _narrowed;

    /// <summary>What a value used as a type stands for.</summary>
    private void AddInstances(int type, int slot)
    {
        var (kind, a, _) = _objects[type];
        switch (kind)
        {
            case ObjectKind.Class:
                if (a == _builtin.Object || a == _builtin.Type) return;
                // What one function puts into a list that it was told to have is not in the lists of others.
                if (IsModelContainer(a)) _slots.Add(slot, NewAllocation(a, -1 - slot, 1));
                else _slots.Add(slot, _objects.Get(_program.IsModelDef(a) ? ObjectKind.Instance : ObjectKind.Cone, a));
                break;
            case ObjectKind.External:
                _slots.Add(slot, ObjectTable.External);
                break;
            case ObjectKind.Allocation:
                if (!_narrowed.Add(-1, 0, slot, type)) break;
                NoteVariable(slot, type);
                if (Is(type, Builtins.Tuple)) Listen(FieldOf(type, _known.Every), WatchKind.NarrowClass, -1, 0, slot);
                else
                    // TypeVar, NewType and the like keep what they are bound to.
                    Listen(ObjectField(type, _known["__bound__"]), WatchKind.NarrowClass, -1, 0, slot);
                break;
        }
    }

    /// <summary>The same at one annotation: a list that is declared there is not the list that is declared elsewhere.</summary>
    private void AddInstancesOfOwn(int op, int activation, int type, int slot)
    {
        if (_objects[type] is { Kind: ObjectKind.Class, A: var def } && IsModelContainer(def)) _slots.Add(slot, NewAllocation(_objects[type].A, op, activation));
        else AddInstances(type, slot);
    }

    private bool IsModelContainer(int def) => _classes[def].IsModel && (BuiltinBases(def) & (Builtins.List | Builtins.Dict | Builtins.Set)) != 0;

    private void AddGeneric(int op, int activation, int type, ReadOnlySpan<int> w)
    {
        var (kind, a, _) = _objects[type];
        int result = Map(activation, w[1]);
        if (kind == ObjectKind.External) _slots.Add(result, type);
        if (kind != ObjectKind.Class) return;
        if (!_classes[a].IsModel)
        {
            if (w.Length == 3 || !NoteSubscripted(op, activation, type, result)) AddInstances(type, result);
            return;
        }
        if (w.Length > 3 && _aliases.ContainsKey(Map(activation, w[2])) && NoteSubscripted(op, activation, type, result)) return;
        int obj = NewAllocation(a, op, activation);
        _slots.Add(result, obj);
        bool isOfOne = w.Length == 5 && w[4] == Slots.None;
        for (int i = 3; i < w.Length; i++)
            if (w[i] != Slots.None) GiveArgument(obj, FieldOfArgument(obj, isOfOne, i - 3), Map(activation, w[i]), IsOwn(activation));
    }

    private void GiveArgument(int obj, int field, int slot, bool isOwn)
    {
        if (field < 0) return;
        _slots.AddEdge(slot, ObjectField(obj, field));
        if (isOwn) NotePart(obj, field, slot);
    }

    /// <summary>Where an object of a modelled class has what a type argument stands for; -1 for nowhere.</summary>
    /// <param name="obj">The object.</param>
    /// <param name="isOfOne">tuple[T, ...]: its items are all of the first argument.</param>
    /// <param name="argument">Which argument.</param>
    private int FieldOfArgument(int obj, bool isOfOne, int argument)
    {
        if (Is(obj, Builtins.Dict)) return argument == 0 ? _known.Keys : argument == 1 ? _known.Element : -1;
        if (Is(obj, Builtins.Tuple)) return isOfOne ? _known.Element : _known.KeyField(false, argument);
        // The first argument of the others is what they hold, give or wrap; the models name that field so.
        return argument == 0 ? _known.Element : -1;
    }

    private void FireNarrow(int op, int activation, int obj, ReadOnlySpan<int> w)
    {
        if (w[4] is NarrowKind.Has or NarrowKind.Lacks)
        {
            FireHasAttribute(Map(activation, w[1]), obj, Name(activation, w[3]), w[4] == NarrowKind.Has);
            return;
        }
        bool negative = w[4] is not (NarrowKind.Is or NarrowKind.Below);
        int types = Map(activation, w[3]), result = Map(activation, w[1]);
        if (!negative)
        {
            Listen(types, WatchKind.NarrowClass, op, activation, obj, 1);
            return;
        }
        if (w[4] == NarrowKind.NotBelow)
        {
            if (_objects[obj] is not { Kind: ObjectKind.Class, A: var def } || !IsBelowAll(types, def)) _slots.Add(result, obj);
            return;
        }
        // Ruled out is what is certainly an instance; where a class is, all below it are.
        if (w[4] == NarrowKind.IsNot ? Certain(types, obj) : _objects[obj].Kind != ObjectKind.Cone && Certain(types, obj, exactly: true)) return;
        _slots.Add(result, obj);
    }

    /// <summary>How deep tuples of tuples are looked into: a tuple may hold itself.</summary>
    private const int MaxTupleDepth = 6;

    /// <summary>Tuples that the question at hand was asked of. What is in one counts once: tuples that hold each other are as many ways as can be walked.</summary>
    private readonly HashSet<int> _tuplesAsked = [];

    /// <summary>Whether a class is a subclass of whatever a test may ask for: the argument of one call may be none of its bases where that of another is.</summary>
    private bool IsBelowAll(int types, int def)
    {
        int count = _slots.ObjectCount(types);
        for (int i = 0; i < count; i++)
            if (!IsBelow(_slots.ObjectAt(types, i), def, 0)) return false;
        return count > 0;
    }

    /// <summary>Whether a class is a subclass of another, or of one in a tuple.</summary>
    private bool IsBelow(int type, int def, int depth)
    {
        if (_objects[type] is { Kind: ObjectKind.Class, A: var of }) return IsOf(def, of);
        if (depth == 0) _tuplesAsked.Clear();
        if (_objects[type].Kind != ObjectKind.Allocation || depth >= MaxTupleDepth || !Is(type, Builtins.Tuple) || !_tuplesAsked.Add(type)) return false;
        int every = FieldOf(type, _known.Every);
        for (int i = 0; i < _slots.ObjectCount(every); i++)
            if (IsBelow(_slots.ObjectAt(every, i), def, depth + 1)) return true;
        return false;
    }

    /// <summary>A class arrives at an issubclass test: what is known to be below it passes, and of what is not known, what the test says.</summary>
    private void NarrowToBelow(int subject, int type, int result)
    {
        var (kind, def, _) = _objects[subject];
        if (kind == ObjectKind.External || _objects[type].Kind == ObjectKind.External)
        {
            bool isKnown = kind == ObjectKind.External && _objects[type].Kind == ObjectKind.Class;
            _slots.Add(result, isKnown ? DeclaredClass(type) : subject);
        }
        else if (kind != ObjectKind.Class || _objects[type] is not { Kind: ObjectKind.Class, A: var of }) return;
        else if (IsOf(def, of) || HasMembersOf(def, of) || AnswersItself(of)) _slots.Add(result, subject);
        else if (IsDeclared(subject) && _classes.IsSubclass(of, def)) _slots.Add(result, DeclaredClass(type));
    }

    /// <summary>A class or one below it, where it is not built in.</summary>
    private int DeclaredClass(int type) => _program.IsModelDef(_objects[type].A) ? type : Declared(_objects[type].A);

    /// <summary>Whether an object is an instance of whatever a test may ask for: another caller may have it ask for another class.</summary>
    private bool Certain(int types, int obj, bool exactly = false)
    {
        int c = TypeOf(obj), count = 0;
        for (int i = 0; i < _slots.ObjectCount(types); i++)
        {
            int type = _slots.ObjectAt(types, i);
            if (_objects[type].Kind is not (ObjectKind.Class or ObjectKind.Allocation) && !IsMethodType(type)) continue;
            if (!IsCertain(type, obj, c, exactly, 0)) return false;
            count++;
        }
        return count > 0;
    }

    /// <summary>Whether an object is certainly an instance of a class, or of one in a tuple.</summary>
    private bool IsCertain(int type, int obj, int c, bool exactly, int depth)
    {
        if (_objects[type] is { Kind: ObjectKind.Class } k) return AsksForCode(k.A, obj) ?? (c >= 0 && (exactly ? c == k.A : IsOf(c, k.A)));
        if (IsMethodType(type)) return _objects[obj].Kind == ObjectKind.Bound;
        if (depth == 0) _tuplesAsked.Clear();
        if (depth >= MaxTupleDepth || _objects[type].Kind != ObjectKind.Allocation || !Is(type, Builtins.Tuple) || !_tuplesAsked.Add(type)) return false;
        int every = FieldOf(type, _known.Every);
        for (int i = 0; i < _slots.ObjectCount(every); i++)
            if (IsCertain(_slots.ObjectAt(every, i), obj, c, exactly, depth + 1)) return true;
        return false;
    }

    /// <summary>The class that type(x) gives, for classes too; -1 for functions and what else has one that programs seldom name.</summary>
    private int TypeOf(int obj) => _objects[obj] is { Kind: ObjectKind.Class, A: var c } ? Metaclass(c) is >= 0 and var meta ? meta : _builtin.Type : ClassOf(obj);

    /// <summary>Classes that are asked about what can be called: Callable and FunctionType.</summary>
    private (int Callable, int Function)? _code;

    /// <summary>What a test for Callable or FunctionType says of an object; null where the test is for another class.</summary>
    private bool? AsksForCode(int type, int obj)
    {
        if (!_program.IsModelDef(type)) return null;
        var (callable, function) = _code ??= (ModelClass("collections.abc", "Callable"), ModelClass("types", "FunctionType"));
        return type == callable ? AnswerFor(SplitKind.Callable, obj) == true : type == function ? AnswerFor(SplitKind.Function, obj) == true : null;
    }

    /// <summary>types.MethodType is modelled as the function that makes a bound method.</summary>
    private bool IsMethodType(int type) => _objects[type] is { Kind: ObjectKind.Function, A: var def } && NativeOf(def) == Native.MethodType;

    private int ModelClass(string module, string name) => _program.Modules.Model(module) is { } file ? ClassIn(file, _known[name]) : -1;

    /// <summary>A class arrives at an isinstance test, or at a place that says what instances something holds.</summary>
    private void NarrowTo(int op, int activation, int subject, int type)
    {
        if (op < 0)
        {
            AddInstances(type, subject);
            return;
        }
        int result = Map(activation, OpAt(op, activation)[1]);
        if (_objects[type].Kind == ObjectKind.Allocation && Is(type, Builtins.Tuple))
        {
            if (_narrowed.Add(op, activation, subject, type))
                Listen(FieldOf(type, _known.Every), WatchKind.NarrowClass, op, activation, subject, 1);
            return;
        }
        if (OpAt(op, activation)[4] == NarrowKind.Below)
        {
            NarrowToBelow(subject, type, result);
            return;
        }
        if (_objects[type] is not { Kind: ObjectKind.Class } k)
        {
            if (_objects[type].Kind == ObjectKind.External || (IsMethodType(type) && _objects[subject].Kind is ObjectKind.Bound or ObjectKind.External or ObjectKind.Callable))
                _slots.Add(result, subject);
            return;
        }
        if (AsksForCode(k.A, subject) is { } passes)
        {
            // Nothing that is known of these speaks against it.
            if (passes || _objects[subject].Kind is ObjectKind.External or ObjectKind.Callable) _slots.Add(result, subject);
            return;
        }
        int c = TypeOf(subject);
        if (k.A == _builtin.Object)
        {
            _slots.Add(result, subject);
            return;
        }
        if (c < 0)
        {
            // An unknown value is taken at the test's word.
            if (_objects[subject].Kind == ObjectKind.External) AddInstances(type, result);
            return;
        }
        if (IsOf(c, k.A) || HasMembersOf(c, k.A)) _slots.Add(result, subject);
        else if (_objects[subject].Kind == ObjectKind.Cone && _classes.IsSubclass(k.A, c)) AddInstances(type, result);
    }
}
