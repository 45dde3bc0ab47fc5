namespace CodexAura.Analyzers.Python.Trial;

/// <summary>The part of the standard library that carries a program's functions and objects through it, and nothing that has an effect.</summary>
internal sealed partial class Interpreter
{
    private PyModule? LibraryModule(string path) => path switch
    {
        "abc" => Of(path, ("ABC", BuiltinClass("ABC")), ("ABCMeta", BuiltinClass("ABCMeta")), ("abstractmethod", Same()), ("abstractproperty", BuiltinClass("property"))),
        "typing" or "typing_extensions" => Typing(path),
        "collections" => Of(path, ("namedtuple", F("namedtuple", NamedTuple)), ("defaultdict", BuiltinClass("defaultdict")), ("OrderedDict", BuiltinClass("OrderedDict")), ("Counter", BuiltinClass("Counter")), ("deque", BuiltinClass("deque"))),
        "dataclasses" => Of(path, ("dataclass", F("dataclass", Dataclass)), ("field", F("field", FieldOf)), ("fields", F("fields", (_, _) => throw Stop("fields")))),
        "enum" => Of(path, ("Enum", BuiltinClass("Enum")), ("IntEnum", BuiltinClass("IntEnum")), ("StrEnum", BuiltinClass("StrEnum")), ("auto", F("auto", (_, _) => Auto)), ("unique", Same())),
        "functools" => Functools(path),
        "itertools" => Itertools(path),
        "operator" => OperatorModule(path),
        "contextlib" => Contextlib(path),
        "types" => Of(path, ("SimpleNamespace", F("SimpleNamespace", Namespace)), ("MethodType", F("MethodType", (a, _) => new PyBound(a[0], a[1]))), ("FunctionType", BuiltinClass("function")), ("LambdaType", BuiltinClass("function"))),
        "asyncio" => Asyncio(path),
        "importlib" => Of(path, ("import_module", F("import_module", (a, _) => ImportNamed(a)))),
        "sys" => Sys(path),
        "copy" => Of(path, ("copy", F("copy", (a, _) => CopyOf(a, isDeep: false))), ("deepcopy", F("deepcopy", (a, _) => CopyOf(a, isDeep: true)))),
        "random" => Of(path, ("choice", F("choice", (a, _) => Iterate(a[0]).ToList() is { Count: > 0 } items ? items[ChooseAmong(items.Count)] : throw Raised("IndexError"))), ("random", Py.External), ("randint", Py.External), ("randrange", Py.External), ("uniform", Py.External), ("seed", Py.External)),
        _ => null,
    };

    private static PyModule Of(string name, params ReadOnlySpan<(string Name, object Value)> members)
    {
        var module = new PyModule(name) { IsLibrary = true };
        foreach (var (member, value) in members) module.Vars[member] = value;
        return module;
    }

    private static Native F(string name, Func<object[], Dictionary<string, object>, object> body) => new(name, body);

    private static Native Same() => new("same", (a, _) => a[0]);

    private object ImportNamed(object[] a)
    {
        string name = (string)a[0];
        int level = name.TakeWhile(c => c == '.').Count();
        return ImportModule(_importing, level, name[level..]) ?? External(name);
    }

    private PyModule Sys(string path)
    {
        var module = Of(path, ("exit", _builtins["exit"]), ("modules", Py.External), ("argv", Py.External), ("path", Py.External), ("stdout", Py.External), ("stderr", Py.External), ("stdin", Py.External), ("platform", Py.External),
            ("version_info", Py.External), ("maxsize", Py.External), ("getrecursionlimit", Py.External), ("setrecursionlimit", F("setrecursionlimit", (_, _) => Py.None)));
        return module;
    }

    private PyModule Typing(string path)
    {
        var module = Of(path, ("Generic", BuiltinClass("Generic")), ("Protocol", BuiltinClass("Protocol")), ("NamedTuple", BuiltinClass("NamedTuple")), ("TYPE_CHECKING", false), ("cast", F("cast", (a, _) => a[1])), ("overload", F("overload", (_, _) => Py.None)),
            ("runtime_checkable", F("runtime_checkable", (a, _) =>
            {
                ((PyClass)a[0]).Attributes["_is_runtime_protocol"] = true;
                return a[0];
            })), ("final", Same()), ("override", Same()), ("no_type_check", Same()), ("NewType", F("NewType", (a, _) => new Native((string)a[0], (b, _) => b[0]))),
            ("TypeVar", F("TypeVar", (_, _) => BuiltinClass("external"))), ("ParamSpec", F("ParamSpec", (_, _) => BuiltinClass("external"))));
        // What stands in annotations only: a class that nothing is an instance of.
        foreach (string name in (string[])["Any", "Optional", "Union", "List", "Dict", "Set", "Tuple", "Type", "Callable", "Iterable", "Iterator", "Sequence", "Mapping", "Generator", "ClassVar", "Final", "Literal", "Self", "Awaitable", "Coroutine", "AsyncIterator", "AsyncGenerator", "Annotated", "Concatenate", "Hashable", "Sized", "Collection", "MutableMapping", "NoReturn", "TypeAlias", "FrozenSet", "DefaultDict", "Deque", "Counter"])
            module.Vars[name] = BuiltinClass("external");
        return module;
    }

    private object FieldOf(object[] a, Dictionary<string, object> named) => new FieldMark(new Field(named.GetValueOrDefault("default"), named.GetValueOrDefault("default_factory"), !named.TryGetValue("init", out object? init) || Truth(init)));

    private object Namespace(object[] a, Dictionary<string, object> named)
    {
        var made = new PyObject(BuiltinClass("object"));
        foreach (var (name, value) in named) made.Attributes[name] = value;
        return made;
    }

    private object Partial(object[] a, Dictionary<string, object> named)
    {
        var made = new PyObject(LibraryClass("partial", ("__call__", (b, more) =>
        {
            var given = (PyObject)b[0];
            var all = new Dictionary<string, object>();
            foreach (var (name, _, value) in ((PyDict)given.Attributes["keywords"]).Entries) all[(string)name] = value;
            foreach (var (name, value) in more) all[name] = value;
            return Call(given.Attributes["func"], [.. ((PyTuple)given.Attributes["args"]).Items, .. b[1..]], all);
        })));
        var keywords = new PyDict();
        foreach (var (name, value) in named) SetItem(keywords, name, value);
        (made.Attributes["func"], made.Attributes["args"], made.Attributes["keywords"]) = (a[0], new PyTuple(a[1..]), keywords);
        return made;
    }

    /// <summary>A method whose first arguments after self are given.</summary>
    private object PartialMethod(object[] a, Dictionary<string, object> named)
    {
        var made = new PyObject(LibraryClass("partialmethod", ("__get__", (b, _) =>
        {
            var given = ((PyObject)b[0]).Attributes;
            object bound = Bind(given["func"], ReferenceEquals(b[1], Py.None) ? null : b[1], (PyClass)b[2]);
            return Call(given["partial"], [bound]);
        })));
        made.Attributes["func"] = a[0];
        made.Attributes["partial"] = F("partial", (b, _) => Partial([b[0], .. a[1..]], named));
        return made;
    }

    private readonly Dictionary<string, PyClass> _libraryClasses = [];

    private PyClass LibraryClass(string name, params ReadOnlySpan<(string Name, Func<object[], Dictionary<string, object>, object> Body)> methods)
    {
        if (_libraryClasses.TryGetValue(name, out var known)) return known;
        var made = new PyClass(name, BuiltinClass("type")) { Bases = [BuiltinClass("object")] };
        made.Mro = [made, BuiltinClass("object")];
        foreach (var (method, body) in methods) made.Attributes[method] = F(method, body);
        return _libraryClasses[name] = made;
    }

    private object CopyOf(object[] a, bool isDeep)
    {
        if (OwnSpecial(a[0], isDeep ? "__deepcopy__" : "__copy__") is { } method) return Call(method, isDeep ? [new PyDict()] : []);
        object Inner(object value) => isDeep ? Nested(() => CopyOf([value], isDeep)) : value;
        switch (a[0])
        {
            case PyList list: return new PyList([.. list.Items.Select(Inner)]);
            case PyTuple tuple: return isDeep ? new PyTuple([.. tuple.Items.Select(Inner)]) : tuple;
            case PyDict dict:
                var copied = new PyDict { IsSet = dict.IsSet, IsFrozen = dict.IsFrozen, Factory = dict.Factory };
                copied.Entries.AddRange(dict.Entries.Select(e => e with { Value = Inner(e.Value) }));
                return copied;
            case PyObject instance and not PyClass and not PyFunction:
                if (FindOwn(instance.Class, "__reduce__") is not null || FindOwn(instance.Class, "__getstate__") is not null) throw Stop("a copy with a state of its own");
                var made = new PyObject(instance.Class) { Payload = instance.Payload is { } payload ? CopyOf([payload], isDeep) : null };
                foreach (var (name, value) in instance.Attributes) made.Attributes[name] = Inner(value);
                return made;
            default: return a[0];
        }
    }

    /// <summary>What update_wrapper does: the wrapper says what it wraps.</summary>
    private object Wrapping(object wrapper, object wrapped)
    {
        if (wrapper is PyFunction function)
        {
            if (wrapped is PyFunction source)
                foreach (var (name, value) in source.Attributes) function.Attributes[name] = value;
            function.Attributes["__wrapped__"] = wrapped;
        }
        else if (wrapper is PyObject o and not PyClass) o.Attributes["__wrapped__"] = wrapped;
        else throw Stop("wraps");
        return wrapper;
    }

    /// <summary>A cache: each call counts as one that runs the function, for which of them is first is chance.</summary>
    private object Cached(object[] a, Dictionary<string, object> named)
    {
        if (a.Length == 0 || a[0] is long || ReferenceEquals(a[0], Py.None)) return new Native("cache", (b, _) => Cached(b, named));
        return new PyObject(CacheClass()) { Attributes = { ["__wrapped__"] = a[0] } };
    }

    private PyClass? _cacheClass;

    /// <summary>Like a function it binds to an instance.</summary>
    private PyClass CacheClass()
    {
        if (_cacheClass is not null) return _cacheClass;
        _cacheClass = new PyClass("cache", BuiltinClass("type")) { Bases = [BuiltinClass("object")] };
        _cacheClass.Mro = [_cacheClass, BuiltinClass("object")];
        _cacheClass.Attributes["__call__"] = F("__call__", (a, n) => Call(((PyObject)a[0]).Attributes["__wrapped__"], a[1..], n));
        _cacheClass.Attributes["__get__"] = F("__get__", (a, _) => ReferenceEquals(a[1], Py.None) ? a[0] : new PyBound(((PyObject)a[0]).Attributes["__wrapped__"], a[1]));
        foreach (string name in (string[])["cache_clear", "cache_info"]) _cacheClass.Attributes[name] = new PyStatic(F(name, (_, _) => Py.External));
        return _cacheClass;
    }

    private PyModule Functools(string path) => Of(path, ("partial", F("partial", Partial)), ("partialmethod", F("partialmethod", PartialMethod)), ("wraps", F("wraps", (a, _) => new Native("wraps", (b, _) => Wrapping(b[0], a[0])))), ("update_wrapper", F("update_wrapper", (a, _) => Wrapping(a[0], a[1]))),
        ("lru_cache", F("lru_cache", Cached)), ("cache", F("cache", Cached)), ("cached_property", BuiltinClass("cached_property")), ("singledispatch", F("singledispatch", (a, _) => Dispatching(a[0]))), ("total_ordering", F("total_ordering", (a, _) => Ordered((PyClass)a[0]))),
        ("reduce", F("reduce", (a, _) =>
        {
            var items = Iterate(a[1]).ToList();
            return a.Length > 2 ? items.Aggregate(a[2], (x, y) => Call(a[0], [x, y])) : items.Count == 0 ? throw Error("TypeError", "nothing to reduce") : items.Aggregate((x, y) => Call(a[0], [x, y]));
        })));

    private object Ordered(PyClass type)
    {
        void Add(string name, Func<object, object, object> ask)
        {
            if (FindOwn(type, name) is null) type.Attributes[name] = F(name, (a, _) => ask(a[0], a[1]));
        }
        object Not(string method, object x, object y) => !Truth(Call(OwnSpecial(x, method)!, [y]));
        object Or(string method, object x, object y) => Truth(Call(OwnSpecial(x, method)!, [y])) || AreEqual(x, y);
        if (FindOwn(type, "__lt__") is null) throw Stop("total_ordering without __lt__");
        Add("__gt__", (x, y) => !Truth(Call(OwnSpecial(x, "__lt__")!, [y])) && !AreEqual(x, y));
        Add("__le__", (x, y) => Or("__lt__", x, y));
        Add("__ge__", (x, y) => Not("__lt__", x, y));
        return type;
    }

    private object Dispatching(object function)
    {
        var table = new List<(PyClass Type, object Function)>();
        var made = new Native("singledispatch", (a, n) =>
        {
            foreach (var c in TypeOf(a[0]).Mro)
                foreach (var (type, implementation) in table)
                    if (type == c) return Call(implementation, a, n);
            return Call(function, a, n);
        });
        made.Attributes["register"] = F("register", (a, _) =>
        {
            if (a.Length > 1 || a[0] is PyClass) return a.Length > 1 ? Registered(table, (PyClass)a[0], a[1]) : F("register", (b, _) => Registered(table, (PyClass)a[0], b[0]));
            // By annotation of the first parameter.
            var typed = (PyFunction)a[0];
            var annotation = typed.Code.Node[G.Parameters].First[G.Type];
            return Registered(table, Eval(annotation, typed.Closure) as PyClass ?? throw Stop("singledispatch"), typed);
        });
        return made;
    }

    private static object Registered(List<(PyClass, object)> table, PyClass type, object function)
    {
        table.Insert(0, (type, function));
        return function;
    }

    private PyModule Itertools(string path)
    {
        var chain = F("chain", (a, _) => Lazy(a.SelectMany(Iterate)));
        chain.Attributes["from_iterable"] = F("from_iterable", (a, _) => Lazy(Iterate(a[0]).SelectMany(Iterate)));
        return Of(path, ("chain", chain), ("count", F("count", (a, _) => Lazy(Counted(a.Length > 0 ? (long)a[0] : 0)))), ("repeat", F("repeat", (a, _) => Lazy(Enumerable.Repeat(a[0], a.Length > 1 ? Bounded((long)a[1]) : int.MaxValue)))),
            ("cycle", F("cycle", (a, _) => Lazy(Cycled(Iterate(a[0]).ToList())))), ("starmap", F("starmap", (a, _) => Lazy(Iterate(a[1]).Select(i => Call(a[0], [.. Iterate(i)]))))),
            ("takewhile", F("takewhile", (a, _) => Lazy(Iterate(a[1]).TakeWhile(i => Truth(Call(a[0], [i])))))), ("dropwhile", F("dropwhile", (a, _) => Lazy(Iterate(a[1]).SkipWhile(i => Truth(Call(a[0], [i])))))),
            ("filterfalse", F("filterfalse", (a, _) => Lazy(Iterate(a[1]).Where(i => !Truth(Call(a[0], [i])))))), ("islice", F("islice", (a, _) => Lazy(a.Length == 2 ? Iterate(a[0]).Take((int)(long)a[1]) : Iterate(a[0]).Skip((int)(long)a[1]).Take((int)((long)a[2] - (long)a[1]))))),
            ("product", F("product", (a, _) => Lazy(Product(a, 0, [])))),
            ("groupby", F("groupby", (a, n) => Lazy(Grouped(Iterate(a[0]), a.Length > 1 ? a[1] : n.GetValueOrDefault("key"))))),
            ("accumulate", F("accumulate", (a, _) => Lazy(Accumulated(Iterate(a[0]), a.Length > 1 ? a[1] : null)))));
    }

    private IEnumerable<object> Product(object[] iterables, int at, object[] row)
    {
        if (at == iterables.Length)
        {
            yield return new PyTuple(row);
            yield break;
        }
        foreach (object item in Iterate(iterables[at]))
            foreach (object whole in Product(iterables, at + 1, [.. row, item])) yield return whole;
    }

    private static IEnumerable<object> Counted(long from)
    {
        for (long i = from; ; i++) yield return i;
    }

    private static IEnumerable<object> Cycled(List<object> items)
    {
        while (items.Count > 0)
            foreach (object item in items) yield return item;
    }

    private IEnumerable<object> Grouped(IEnumerable<object> items, object? key)
    {
        var rows = items.Select(i => (Key: key is null ? i : Call(key, [i]), Item: i)).ToList();
        for (int i = 0; i < rows.Count;)
        {
            int start = i;
            while (i < rows.Count && AreEqual(rows[i].Key, rows[start].Key)) i++;
            yield return new PyTuple([rows[start].Key, new PyList([.. rows.GetRange(start, i - start).Select(r => r.Item)])]);
        }
    }

    private IEnumerable<object> Accumulated(IEnumerable<object> items, object? function)
    {
        object? sum = null;
        foreach (object item in items) yield return sum = sum is null ? item : function is null ? Operate(0, sum, item, inPlace: false) : Call(function, [sum, item]);
    }

    private PyModule OperatorModule(string path)
    {
        var module = Of(path, ("itemgetter", F("itemgetter", (a, _) => F("itemgetter", (b, _) => a.Length == 1 ? GetItem(b[0], a[0]) : new PyTuple([.. a.Select(i => GetItem(b[0], i))])))),
            ("attrgetter", F("attrgetter", (a, _) => F("attrgetter", (b, _) => a.Length == 1 ? Path(b[0], (string)a[0]) : new PyTuple([.. a.Select(n => Path(b[0], (string)n))])))),
            ("methodcaller", F("methodcaller", (a, n) => F("methodcaller", (b, _) => Call(GetAttribute(b[0], (string)a[0]), a[1..], n)))), ("call", F("call", (a, n) => Call(a[0], a[1..], n))),
            ("contains", F("contains", (a, _) => Contains(a[0], a[1]))), ("getitem", F("getitem", (a, _) => GetItem(a[0], a[1]))), ("not_", F("not_", (a, _) => !Truth(a[0]))), ("truth", F("truth", (a, _) => Truth(a[0]))));
        foreach (var (token, method, _, _) in Extract.Operators.All)
        {
            int number = Extract.Operators.IndexOf(token);
            bool isComparison = number >= Extract.Operators.IndexOf(Extract.PyKind.Less);
            module.Vars[method.Trim('_')] = F(method.Trim('_'), (a, _) => isComparison ? Compare(token, a[0], a[1]) : Operate(number, a[0], a[1], inPlace: false));
        }
        return module;
    }

    private object Path(object value, string dotted) => dotted.Split('.').Aggregate(value, GetAttribute);

    private PyModule Asyncio(string path) => Of(path, ("run", F("run", (a, _) => Await(a[0]))), ("gather", F("gather", (a, _) => new PyCoroutine(() => new PyList([.. a.Select(Await)])))), ("create_task", F("create_task", (a, _) => Started(a[0]))),
        ("ensure_future", F("ensure_future", (a, _) => Started(a[0]))), ("sleep", F("sleep", (a, _) => new PyCoroutine(() => a.Length > 1 ? a[1] : Py.None))), ("wait_for", F("wait_for", (a, _) => new PyCoroutine(() => Await(a[0])))),
        ("iscoroutinefunction", F("iscoroutinefunction", (a, _) => a[0] is PyFunction { Code.IsAsync: true })));

    private static PyCoroutine Started(object coroutine) => new(() => ((PyCoroutine)coroutine).Result);
}
