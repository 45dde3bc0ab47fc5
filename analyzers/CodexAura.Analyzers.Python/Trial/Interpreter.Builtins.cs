namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Builtin functions and the constructors of builtin classes.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<string, object> _builtins = new(StringComparer.Ordinal);

    private static readonly string[] ClassNames =
    [
        "object", "type", "int", "float", "str", "bool", "list", "tuple", "dict", "set", "frozenset", "slice", "range", "property", "staticmethod", "classmethod", "super",
        "BaseException",
    ];

    private void MakeBuiltins()
    {
        foreach (string name in ClassNames)
            _builtins[name] = BuiltinClass(name);
        foreach (string error in Errors) _builtins[error[..error.IndexOf(':')]] = BuiltinClass(error[..error.IndexOf(':')]);
        _builtins["IOError"] = _builtins["EnvironmentError"] = BuiltinClass("OSError");
        (_builtins["NotImplemented"], _builtins["Ellipsis"], _builtins["__debug__"]) = (Py.NotImplemented, Py.Ellipsis, true);
        Define("print", Print);
        Define("len", (a, _) => IsUnknown(a[0]) ? a[0] : Length(a[0]));
        Define("repr", (a, _) => Repr(a[0]));
        Define("ascii", (a, _) => Repr(a[0]));
        Define("format", (a, _) => Format(a[0], a.Length > 1 ? (string)a[1] : ""));
        Define("abs", (a, _) => OwnSpecial(a[0], "__abs__") is { } m ? Call(m, []) : Plain(a[0]) switch { long n => Math.Abs(n), double d => Math.Abs(d), _ => Py.External });
        Define("round", (a, _) => Round(a));
        Define("id", (a, _) => a[0] is PyObject or PyList or PyDict ? IdentityOf(a[0]) : Py.External);
        Define("hash", (a, _) => HashNumber(Hash(a[0])));
        Define("callable", (a, _) => IsCallable(a[0]));
        Define("isinstance", (a, _) => IsInstance(a[0], a[1]));
        Define("issubclass", (a, _) => IsSubclass((PyClass)a[0], a[1]));
        Define("getattr", (a, _) =>
        {
            try
            {
                return GetAttribute(a[0], a[1] as string ?? throw Stop("an attribute that nobody knows"));
            }
            catch (PyError error) when (a.Length > 2 && IsOf(error, "AttributeError"))
            {
                return a[2];
            }
        });
        Define("hasattr", (a, _) =>
        {
            if (IsUnknown(a[0])) return Choose();
            try
            {
                GetAttribute(a[0], (string)a[1]);
                return true;
            }
            catch (PyError error) when (IsOf(error, "AttributeError"))
            {
                return false;
            }
        });
        Define("setattr", (a, _) =>
        {
            SetAttribute(a[0], (string)a[1], a[2]);
            return Py.None;
        });
        Define("delattr", (a, _) =>
        {
            DeleteAttribute(a[0], (string)a[1]);
            return Py.None;
        });
        Define("iter", (a, _) => a.Length == 1 ? Iterator(a[0]) : Lazy(Until(a[0], a[1])));
        Define("next", (a, _) =>
        {
            try
            {
                if (a[0] is PyIterator iterator) return GeneratorMethod(iterator, "__next__", []);
                return Call(OwnSpecial(a[0], "__next__") ?? throw Error("TypeError", "no iterator"), []);
            }
            catch (PyError error) when (a.Length > 1 && IsOf(error, "StopIteration"))
            {
                return a[1];
            }
        });
        Define("sorted", (a, n) => new PyList(Sorted(Listed(a[0]), n)));
        Define("reversed", (a, _) => OwnSpecial(a[0], "__reversed__") is { } m ? Call(m, []) : Lazy(Backwards(a[0])));
        Define("enumerate", (a, n) =>
        {
            long start = (long)(Given(a, n, 1, "start") ?? 0L);
            return Lazy(Iterate(a[0]).Select((item, i) => (object)new PyTuple([start + i, item])));
        });
        Define("zip", (a, _) => Lazy(Zipped(a)));
        Define("map", (a, _) => Lazy(a.Length == 2 ? Iterate(a[1]).Select(item => Call(a[0], [item])) : Zipped(a[1..]).Select(items => Call(a[0], ((PyTuple)items).Items))));
        Define("filter", (a, _) => Lazy(Iterate(a[1]).Where(item => ReferenceEquals(a[0], Py.None) ? Truth(item) : Truth(Call(a[0], [item])))));
        Define("any", (a, _) => Iterate(a[0]).Any(Truth));
        Define("all", (a, _) => Iterate(a[0]).All(Truth));
        Define("sum", (a, n) => Iterate(a[0]).ToList().Aggregate(a.Length > 1 ? a[1] : n.GetValueOrDefault("start", 0L), (x, y) => Operate(0, x, y, inPlace: false)));
        Define("min", (a, n) => Extreme(a, n, Extract.PyKind.Less));
        Define("max", (a, n) => Extreme(a, n, Extract.PyKind.Greater));
        Define("divmod", (a, _) => new PyTuple([Arithmetic(Extract.PyKind.DoubleSlash, a[0], a[1], false), Arithmetic(Extract.PyKind.Percent, a[0], a[1], false)]));
        Define("pow", (a, _) => Arithmetic(Extract.PyKind.DoubleStar, a[0], a[1], false));
        Define("chr", (a, _) => ((char)(long)a[0]).ToString());
        Define("ord", (a, _) => (long)((string)a[0])[0]);
        Define("exit", (a, _) => throw Exiting(a));
        Define("quit", (a, _) => throw Exiting(a));
        Define("aiter", (a, _) => a[0] is PyIterator ? a[0] : Call(OwnSpecial(a[0], "__aiter__") ?? throw Stop("aiter of something unknown"), []));
        Define("anext", (a, _) =>
        {
            if (a[0] is PyIterator steps) return GeneratorMethod(steps, "__anext__", []);
            return Call(OwnSpecial(a[0], "__anext__") ?? throw Stop("anext of something unknown"), []);
        });
        foreach (string name in (string[])["input", "open", "bytes", "bytearray", "memoryview", "complex", "bin", "hex", "oct", "breakpoint"]) _builtins[name] = Py.External;
        Define("dir", (a, _) => a.Length == 1 ? Directory(a[0]) : throw Stop("dir"));
        foreach (string name in (string[])["locals", "globals", "eval", "exec", "vars"]) Define(name, (_, _) => throw Stop(name));
        Define("__import__", (a, _) => ImportModule(_importing, 0, (string)a[0]) ?? Py.External);
    }

    private bool IsCallable(object value) =>
        value is PyFunction or PyBound or Native or PyClass || value is PyObject o && FindOwn(o.Class, "__call__") is not null || IsUnknown(value) && Choose();

    private PyError Exiting(object[] a)
    {
        var error = MakeError("SystemExit", a);
        error.Attributes["code"] = a.Length > 0 ? a[0] : Py.None;
        return new PyError(error, isRaised: true);
    }

    private object Print(object[] a, Dictionary<string, object> named)
    {
        // Where it goes to an object of the program, that one's write is called.
        object? write = named.TryGetValue("file", out object? file) && file is PyObject ? GetAttribute(file, "write") : null;
        foreach (object value in a)
        {
            object text = Str(value);
            if (write is not null) Call(write, [text]);
        }
        if (write is not null) Call(write, [named.GetValueOrDefault("end", "\n")]);
        return Py.None;
    }

    private object Round(object[] a)
    {
        if (OwnSpecial(a[0], "__round__") is { } method) return Call(method, a[1..]);
        return Plain(a[0]) switch
        {
            long n when a.Length == 1 => n,
            double d when a.Length == 1 && Math.Abs(d) < 1e15 => (long)Math.Round(d, MidpointRounding.ToEven),
            _ => Py.External,
        };
    }

    /// <summary>A number for what stands for a key, the same each time; of different ones it is hardly ever the same.</summary>
    private object HashNumber(object hash)
    {
        Step();
        CheckStack();
        switch (hash)
        {
            case long n: return n;
            case string text:
                uint sum = 2166136261;
                foreach (char c in text) sum = (sum ^ c) * 16777619;
                return (long)(sum & 0x3fffffff);
            case TupleKey { Parts: var parts }:
                long all = 5381;
                foreach (object part in parts)
                {
                    if (HashNumber(part) is not long own) return Py.External;
                    all = unchecked(all * 33 + own) & 0x3fffffff;
                }
                return all;
        }
        return IsUnknown(hash) ? hash : IdOf(hash is PyIdentity { Of: var value } ? value : hash);
    }

    /// <summary>All elements, with room made for as many as there are said to be.</summary>
    private List<object> Listed(object value)
    {
        var items = Iterate(value);
        if (OwnSpecial(value, "__len__") is { } length) Call(length, []);
        return [.. items];
    }

    private PyList Directory(object value)
    {
        var names = NamesOf(value).ToList();
        Step(4 * names.Count);
        return new PyList([.. names.Distinct().Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> NamesOf(object value)
    {
        if (value is PyModule module) return module.Vars.Keys;
        if (value is not PyObject instance) throw Stop("dir of a builtin");
        var classes = value is PyClass type ? type.Mro : instance.Class.Mro;
        var own = value is PyClass ? [] : instance.Attributes.Keys.AsEnumerable();
        var inherited = classes.Where(c => !c.IsBuiltin).SelectMany(c => c.Attributes.Keys);
        return own.Concat(inherited.Where(n => n is not ("__annotated__" or "__dataclass_eq__"))).Concat(ObjectMethods);
    }

    private void Define(string name, Func<object[], Dictionary<string, object>, object> body) => _builtins[name] = new Native(name, body);

    private static PyIterator Lazy(IEnumerable<object> items) => new(items.GetEnumerator(), -1);

    private object Iterator(object value)
    {
        if (value is PyIterator) return value;
        return OwnSpecial(value, "__iter__") is { } method ? Call(method, []) : Lazy(Iterate(value));
    }

    private IEnumerable<object> Until(object function, object end)
    {
        while (true)
        {
            object value = Call(function, []);
            if (AreEqual(value, end)) yield break;
            yield return value;
        }
    }

    private IEnumerable<object> Backwards(object value)
    {
        if (OwnSpecial(value, "__getitem__") is null) return Iterate(value).Reverse();
        var items = new List<object>();
        for (long i = Length(value) - 1; i >= 0; i--) items.Add(GetItem(value, i));
        return items;
    }

    private IEnumerable<object> Zipped(object[] iterables)
    {
        // Each is asked for its iterator at once.
        var steps = iterables.Select(i => Iterate(i).GetEnumerator()).ToArray();
        return steps.Length == 0 ? [] : Rows(steps);
    }

    private static IEnumerable<object> Rows(IEnumerator<object>[] steps)
    {
        while (steps.All(s => s.MoveNext())) yield return new PyTuple([.. steps.Select(s => s.Current)]);
    }

    private object Extreme(object[] a, Dictionary<string, object> named, Extract.PyKind better)
    {
        var items = a.Length == 1 ? Iterate(a[0]).ToList() : [.. a];
        if (items.Count == 0) return named.TryGetValue("default", out object? otherwise) ? otherwise : throw Raised("ValueError");
        object? key = named.GetValueOrDefault("key");
        object KeyOf(object item) => key is null || ReferenceEquals(key, Py.None) ? item : Call(key, [item]);
        var (best, bestKey) = (items[0], KeyOf(items[0]));
        foreach (object item in items.Skip(1))
        {
            object own = KeyOf(item);
            if (Truth(Compare(better, own, bestKey))) (best, bestKey) = (item, own);
        }
        return best;
    }

    private object ConstructBuiltin(PyClass type, object[] a, Dictionary<string, object> named)
    {
        switch (type.Name)
        {
            case "object": return new PyObject(type);
            case "type" when a.Length == 1: return TypeOf(a[0]);
            case "type" or "ABCMeta":
                var attributes = new Dictionary<string, object>();
                foreach (var (key, _, value) in Entries(a[2])) attributes[(string)key] = value;
                return CreateClass((string)a[0], [.. Iterate(a[1])], MetaOf(Iterate(a[1]), type), attributes, new PendingClass(-1, new ClassCell(""), null, named));
            case "str": return a.Length == 0 ? "" : a.Length == 1 ? Str(a[0]) : Py.External;
            case "bool": return a.Length > 0 && Truth(a[0]);
            case "int":
                if (a.Length == 0) return 0L;
                if (OwnSpecial(a[0], "__int__") is { } whole) return Call(whole, []);
                return Plain(a[0]) switch
                {
                    long n => n,
                    bool b => b ? 1L : 0L,
                    double d => (long)d,
                    string s when a.Length == 1 => long.TryParse(s.Trim(), out long parsed) ? parsed : throw Raised("ValueError"),
                    _ => Py.External,
                };
            case "float":
                if (a.Length > 0 && OwnSpecial(a[0], "__float__") is { } real) return Call(real, []);
                return a.Length == 0 ? 0.0 : Plain(a[0]) is long number ? (double)number : Plain(a[0]) is double ? a[0] : Py.External;
            case "list": return new PyList(a.Length == 0 ? [] : Listed(a[0]));
            case "deque":
                var queue = new PyList([]) { IsDeque = true, MaxLength = Given(a, named, 1, "maxlen") is long most ? (int)Math.Min(most, MaxItems) : int.MaxValue };
                if (a.Length > 0) ListMethod(queue, "extend", a[..1], NoNames);
                return queue;
            case "tuple": return new PyTuple(a.Length == 0 ? [] : [.. Listed(a[0])]);
            case "set": return MakeSet(a.Length == 0 ? [] : Iterate(a[0]));
            case "frozenset": return MakeSet(a.Length == 0 ? [] : Iterate(a[0]), isFrozen: true);
            case "dict" or "OrderedDict" or "defaultdict":
                bool isDefault = type.Name == "defaultdict";
                var dict = new PyDict { Factory = isDefault && a.Length > 0 && !ReferenceEquals(a[0], Py.None) ? a[0] : null, ClassName = type.Name };
                if (a.Length > (isDefault ? 1 : 0)) Update(dict, a[isDefault ? 1 : 0]);
                foreach (var (name, value) in named) SetItem(dict, name, value);
                return dict;
            case "Counter":
                var counter = new PyDict { ClassName = type.Name };
                Count(counter, a, named);
                return counter;
            case "range" when a.Length > 2 && a[2] is 0L: throw Raised("ValueError");
            case "range": return new PyRange(a.Length > 1 ? (long)a[0] : 0, (long)a[a.Length > 1 ? 1 : 0], a.Length > 2 ? (long)a[2] : 1);
            case "slice": return new PySlice(a.Length > 1 ? a[0] : Py.None, a[a.Length > 1 ? 1 : 0], a.Length > 2 ? a[2] : Py.None);
            case "property": return new PyProperty(Given(a, named, 0, "fget"), Given(a, named, 1, "fset"), Given(a, named, 2, "fdel"));
            case "staticmethod": return new PyStatic(a[0]);
            case "classmethod": return new PyClassMethod(a[0]);
            case "cached_property": return new PyCachedProperty(a[0]);
            case "super" when a.Length == 2: return new PySuper((PyClass)a[0], a[1]);
        }
        if (!type.Is(BuiltinClass("BaseException"))) throw Stop($"an instance of {type.Name}");
        var error = MakeError(type.Name, a);
        FillError(error, type, a);
        return error;
    }

    /// <summary>What errors of some classes have besides their arguments.</summary>
    private void FillError(PyObject error, PyClass type, object[] a)
    {
        object first = a.Length > 0 ? a[0] : Py.None;
        if (type.Is(BuiltinClass("StopIteration"))) error.Attributes["value"] = first;
        else if (type.Is(BuiltinClass("SystemExit"))) error.Attributes["code"] = first;
        else if (type.Is(BuiltinClass("ExceptionGroup")) || type.Is(BuiltinClass("BaseExceptionGroup")))
            (error.Attributes["message"], error.Attributes["exceptions"]) = (first, new PyTuple([.. Iterate(a[1])]));
        else if (type.Is(BuiltinClass("OSError"))) error.Attributes["errno"] = error.Attributes["strerror"] = error.Attributes["filename"] = Py.External;
        else if (type.Is(BuiltinClass("ImportError"))) error.Attributes["name"] = Py.External;
    }

    /// <summary>The metaclass that calling another one in its place comes to.</summary>
    private PyClass MetaOf(IEnumerable<object> bases, PyClass meta)
    {
        foreach (object @base in bases)
            if (@base is PyClass known && known.Class.Is(meta)) meta = known.Class;
        return meta;
    }

    private void Count(PyDict counter, object[] a, Dictionary<string, object> named)
    {
        object Sum(object key, object more) => Operate(0, FindEntry(counter, key)?.Value ?? 0L, more, inPlace: false);
        if (a.Length > 0 && Plain(a[0]) is PyDict { IsSet: false } other)
            foreach (var (key, _, value) in other.Entries.ToArray()) SetItem(counter, key, Sum(key, value));
        else if (a.Length > 0)
            foreach (object item in Iterate(a[0])) SetItem(counter, item, Sum(item, 1L));
        foreach (var (name, value) in named) SetItem(counter, name, Sum(name, value));
    }

    private static object? Given(object[] a, Dictionary<string, object> named, int at, string name) =>
        (at < a.Length ? a[at] : named.GetValueOrDefault(name)) is { } value && !ReferenceEquals(value, Py.None) ? value : null;
}
