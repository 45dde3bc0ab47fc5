namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Builtin functions and the constructors of builtin classes.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<string, object> _builtins = new(StringComparer.Ordinal);

    private void MakeBuiltins()
    {
        foreach (string name in (string[])["object", "type", "int", "float", "str", "bool", "list", "tuple", "dict", "set", "frozenset", "slice", "range", "property", "staticmethod", "classmethod", "super", "BaseException"])
            _builtins[name] = BuiltinClass(name);
        foreach (string error in Errors) _builtins[error[..error.IndexOf(':')]] = BuiltinClass(error[..error.IndexOf(':')]);
        _builtins["IOError"] = _builtins["EnvironmentError"] = BuiltinClass("OSError");
        (_builtins["NotImplemented"], _builtins["Ellipsis"], _builtins["__debug__"]) = (Py.NotImplemented, Py.Ellipsis, true);
        Define("print", (a, _) =>
        {
            foreach (object value in a) Str(value);
            return Py.None;
        });
        Define("len", (a, _) => Length(a[0]));
        Define("repr", (a, _) => Repr(a[0]));
        Define("ascii", (a, _) => Repr(a[0]));
        Define("format", (a, _) => Format(a[0], a.Length > 1 ? (string)a[1] : ""));
        Define("abs", (a, _) => OwnSpecial(a[0], "__abs__") is { } m ? Call(m, []) : Plain(a[0]) is long n ? Math.Abs(n) : Plain(a[0]) is double d ? Math.Abs(d) : Py.External);
        Define("round", (a, _) => OwnSpecial(a[0], "__round__") is { } m ? Call(m, a[1..]) : Py.External);
        Define("id", (_, _) => Py.External);
        Define("hash", (a, _) => OwnSpecial(a[0], "__hash__") is { } m ? Call(m, []) : Py.External);
        Define("callable", (a, _) => a[0] is PyFunction or PyBound or Native or PyClass || (a[0] is PyObject o ? FindOwn(o.Class, "__call__") is not null : ReferenceEquals(a[0], Py.External) ? throw Stop("callable of something unknown") : false));
        Define("isinstance", (a, _) => IsInstance(a[0], a[1]));
        Define("issubclass", (a, _) => a[1] is PyTuple many ? many.Items.Any(t => ((PyClass)a[0]).Is((PyClass)t)) : a[1] is PyClass wanted && OwnSpecial(wanted, "__subclasscheck__") is { } check ? Call(check, [a[0]]) : ((PyClass)a[0]).Is((PyClass)a[1]));
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
            if (ReferenceEquals(a[0], Py.External)) throw Stop("hasattr of something unknown");
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
                return a[0] is PyIterator iterator ? GeneratorMethod(iterator, "__next__", []) : Call(OwnSpecial(a[0], "__next__") ?? throw Error("TypeError", "no iterator"), []);
            }
            catch (PyError error) when (a.Length > 1 && IsOf(error, "StopIteration"))
            {
                return a[1];
            }
        });
        Define("sorted", (a, n) => new PyList(Sorted(Listed(a[0]), n)));
        Define("reversed", (a, _) => OwnSpecial(a[0], "__reversed__") is { } m ? Call(m, []) : Lazy(Backwards(a[0])));
        Define("enumerate", (a, n) => Lazy(Iterate(a[0]).Select((item, i) => (object)new PyTuple([(a.Length > 1 ? (long)a[1] : n.TryGetValue("start", out object? from) ? (long)from : 0L) + i, item]))));
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
        Define("exit", (_, _) => throw new PyError(MakeError("SystemExit"), isRaised: true));
        Define("quit", (_, _) => throw new PyError(MakeError("SystemExit"), isRaised: true));
        foreach (string name in (string[])["input", "open", "bytes", "bytearray", "memoryview", "complex", "bin", "hex", "oct", "breakpoint"]) _builtins[name] = Py.External;
        foreach (string name in (string[])["locals", "globals", "eval", "exec", "dir", "vars"]) Define(name, (_, _) => throw Stop(name));
        Define("__import__", (a, _) => ImportModule(_importing, 0, (string)a[0]) ?? Py.External);
    }

    /// <summary>All elements, with room made for as many as there are said to be.</summary>
    private List<object> Listed(object value)
    {
        var items = Iterate(value);
        if (OwnSpecial(value, "__len__") is { } length) Call(length, []);
        return [.. items];
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
        var steps = iterables.Select(i => Iterate(i).GetEnumerator()).ToArray();
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
                return MakeClass((string)a[0], [.. Iterate(a[1]).Cast<PyClass>()], BuiltinClass("type"), attributes, new PendingClass(-1, new ClassCell(), [], named));
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
            case "deque": return new PyList(a.Length == 0 ? [] : [.. Iterate(a[0])]);
            case "tuple": return new PyTuple(a.Length == 0 ? [] : [.. Listed(a[0])]);
            case "set": return MakeSet(a.Length == 0 ? [] : Iterate(a[0]));
            case "frozenset": return MakeSet(a.Length == 0 ? [] : Iterate(a[0]), isFrozen: true);
            case "dict" or "OrderedDict" or "defaultdict":
                bool isDefault = type.Name == "defaultdict";
                var dict = new PyDict { Factory = isDefault && a.Length > 0 && !ReferenceEquals(a[0], Py.None) ? a[0] : null };
                if (a.Length > (isDefault ? 1 : 0)) Update(dict, a[isDefault ? 1 : 0]);
                foreach (var (name, value) in named) SetItem(dict, name, value);
                return dict;
            case "Counter":
                var counter = new PyDict { Factory = new Native("zero", (_, _) => 0L) };
                foreach (object item in a.Length == 0 ? [] : Iterate(a[0])) SetItem(counter, item, (long)(FindEntry(counter, item)?.Value ?? 0L) + 1);
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
        if (type.Name == "StopIteration") error.Attributes["value"] = a.Length > 0 ? a[0] : Py.None;
        return error;
    }

    private static object? Given(object[] a, Dictionary<string, object> named, int at, string name) =>
        (at < a.Length ? a[at] : named.GetValueOrDefault(name)) is { } value && !ReferenceEquals(value, Py.None) ? value : null;
}
