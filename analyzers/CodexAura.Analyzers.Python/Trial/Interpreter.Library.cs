namespace CodexAura.Analyzers.Python.Trial;

/// <summary>
/// The part of the standard library that carries a program's functions and objects through it, and nothing that has an effect. Most of it is
/// written in Python (Library/*.py) and run like the program, with the calls counted for whoever in the program called it; here is what that is made of.
/// </summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<PyClass, object> _checks = [];

    /// <summary>What stands for "no default" and "no annotation".</summary>
    private readonly PyObject _empty;

    /// <summary>A module of the library, run when it is first imported; null for one that is not known.</summary>
    private PyModule? LibraryModule(string path)
    {
        var native = NativeModule(path);
        var tree = Library(path == "typing_extensions" ? "typing" : path);
        if (tree is null) return native;
        var module = native ?? Of(path);
        _library[path] = module;
        foreach (var (name, value) in LibraryTools()) module.Vars.TryAdd(name, value);
        RunBlock(tree.Root, new Env { Kind = EnvKind.Module, Module = module, Owner = _owner, Vars = module.Vars });
        return module;
    }

    private PyModule? NativeModule(string path) => path switch
    {
        "abc" => Of(path, ("ABC", BuiltinClass("ABC")), ("ABCMeta", BuiltinClass("ABCMeta")), ("abstractmethod", F(Abstract)), ("abstractproperty", BuiltinClass("property"))),
        "typing" or "typing_extensions" => Typing(path),
        "collections" => Collections(path),
        "dataclasses" => Of(path, ("dataclass", new Native("dataclass", Dataclass)), ("field", new Native("field", FieldOf)), ("KW_ONLY", Nothing), ("InitVar", Nothing)),
        "enum" => Enums(path),
        "functools" => Functools(path),
        "operator" => OperatorModule(path),
        "types" => Types(path),
        "importlib" => Of(path, ("import_module", F(ImportNamed))),
        "sys" => Sys(path),
        "copy" => Of(path, ("copy", F(a => CopyOf(a, isDeep: false))), ("deepcopy", F(a => CopyOf(a, isDeep: true)))),
        "random" => Randoms(path),
        _ => null,
    };

    /// <summary>What the library's files in Python use of the interpreter.</summary>
    private IEnumerable<(string Name, object Value)> LibraryTools() =>
    [
        ("_unknown", Py.External),
        ("_empty", _empty),
        ("_stop", F(a => throw Stop((string)a[0]))),
        ("_wait", F(a => Await(a[0]))),
        ("_apart", F(Apart)),
        ("_isasync", F(a => Unbound(a[0]) is PyFunction { Code: { IsAsync: true, IsGenerator: false } })),
        ("_isunknown", F(a => IsUnknown(a[0]))),
        ("_isknown", F(a => IsKnown(a[0]))),
        ("_outside", F(a => CarriesCode(a[0]) ? throw Stop("code is handed to the outside") : Py.None)),
        ("_wraps", F(a => Wrapping(a[0], a[1]))),
        ("_called", F(Called)),
        ("_defines", F(a => FindOwn((PyClass)a[0], (string)a[1]) is not null)),
        ("_derives", F(a => TypeOf(a[0]).Is((PyClass)a[1]))),
        ("_has", F(a => OwnSpecial(a[0], (string)a[1]) is not null)),
        ("_checks", F(a => _checks[(PyClass)a[0]] = a[1])),
        ("_isinit", F(a => _fields[((PyClass)a[0], (string)a[1])].IsInit)),
        ("_signature", F(SignatureOf)),
    ];

    /// <summary>What a thread does: it has no caller in the program, and its errors end it alone.</summary>
    private object Apart(object[] a)
    {
        try
        {
            Within(-1, () => Call(a[0], []));
        }
        catch (PyError error) when (error.IsRaised)
        {
            // Nobody is there to hear of it.
        }
        return Py.None;
    }

    private object Called(object[] a)
    {
        if (Unbound(a[0]) is PyFunction function) NoteCall(function.Def, isRun: false);
        return Py.None;
    }

    private static object Unbound(object value) => value is PyBound bound ? bound.Function : value;

    private bool IsKnown(object value)
    {
        Step();
        CheckStack();
        return value switch
        {
            PyTuple tuple => tuple.Items.All(IsKnown),
            _ => !IsUnknown(value),
        };
    }

    /// <summary>A class that nothing is an instance of.</summary>
    private PyClass Nothing => BuiltinClass("external");

    private static PyModule Of(string name, params ReadOnlySpan<(string Name, object Value)> members)
    {
        var module = new PyModule(name) { IsLibrary = true };
        foreach (var (member, value) in members) module.Vars[member] = value;
        return module;
    }

    private static Native F(Func<object[], object> body) => new("builtin", (a, _) => body(a));

    private static Native Same() => F(a => a[0]);

    private static object Abstract(object[] a)
    {
        if (a[0] is PyObject function) function.Attributes["__isabstractmethod__"] = true;
        return a[0];
    }

    private object ImportNamed(object[] a)
    {
        string name = (string)a[0];
        int level = name.TakeWhile(c => c == '.').Count();
        return ImportModule(_importing, level, name[level..]) ?? External(name);
    }

    private PyModule Collections(string path)
    {
        var module = Of(path, ("namedtuple", new Native("namedtuple", NamedTuple)));
        foreach (string name in (string[])["defaultdict", "OrderedDict", "Counter", "deque"]) module.Vars[name] = BuiltinClass(name);
        return module;
    }

    private PyModule Enums(string path)
    {
        var module = Of(path, ("auto", F(_ => Auto)), ("unique", Same()), ("EnumMeta", Py.External));
        foreach (string name in (string[])["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"]) module.Vars[name] = BuiltinClass(name);
        return module;
    }

    private PyModule Types(string path) => Of(path,
        ("SimpleNamespace", new Native("SimpleNamespace", Namespace)),
        ("MethodType", F(a => new PyBound(a[0], a[1]))),
        ("FunctionType", BuiltinClass("function")),
        ("LambdaType", BuiltinClass("function")),
        ("GeneratorType", BuiltinClass("generator")),
        ("CoroutineType", BuiltinClass("coroutine")),
        ("ModuleType", BuiltinClass("module")),
        ("NoneType", BuiltinClass("NoneType")),
        ("TracebackType", BuiltinClass("external")),
        ("MappingProxyType", F(a => a[0])));

    private PyModule Randoms(string path)
    {
        var module = Of(path, ("choice", F(a => Iterate(a[0]).ToList() is { Count: > 0 } items ? items[ChooseAmong(items.Count)] : throw Raised("IndexError"))));
        foreach (string name in (string[])["random", "randint", "randrange", "uniform", "seed", "gauss"]) module.Vars[name] = Py.External;
        return module;
    }

    private static readonly string[] SysNames =
        ["argv", "path", "stdout", "stderr", "stdin", "platform", "version_info", "version", "maxsize", "getrecursionlimit", "getsizeof", "executable", "byteorder"];

    private PyModule Sys(string path)
    {
        var module = Of(path, ("exit", _builtins["exit"]), ("setrecursionlimit", F(_ => Py.None)), ("exc_info", F(_ => throw Stop("exc_info"))));
        foreach (string name in SysNames)
            module.Vars[name] = Py.External;
        return module;
    }

    private PyModule Typing(string path)
    {
        var module = Of(path,
            ("Generic", BuiltinClass("Generic")),
            ("Protocol", BuiltinClass("Protocol")),
            ("NamedTuple", BuiltinClass("NamedTuple")),
            ("TypedDict", BuiltinClass("dict")),
            ("TYPE_CHECKING", false),
            ("cast", F(a => a[1])),
            ("overload", F(_ => Py.None)),
            ("runtime_checkable", F(RuntimeCheckable)),
            ("NewType", F(a => new Native((string)a[0], (b, _) => b[0]))),
            ("get_type_hints", F(a => GetAttribute(a[0] is PyClass type && FindOwn(type, "__init__") is null ? type : a[0], "__annotations__"))),
            ("assert_never", F(_ => throw Raised("AssertionError"))));
        foreach (string name in (string[])["final", "override", "no_type_check", "reveal_type"]) module.Vars[name] = Same();
        foreach (string name in (string[])["TypeVar", "ParamSpec", "TypeVarTuple"]) module.Vars[name] = F(_ => BuiltinClass("external"));
        // What stands in annotations only: a class that nothing is an instance of.
        foreach (string name in TypingNames) module.Vars[name] = BuiltinClass("external");
        return module;
    }

    private static readonly string[] TypingNames =
    [
        "Any", "Optional", "Union", "List", "Dict", "Set", "Tuple", "Type", "ClassVar", "Final", "Literal", "Self", "Annotated", "Concatenate", "NoReturn", "Never",
        "TypeAlias", "FrozenSet", "DefaultDict", "Deque", "Counter", "OrderedDict", "Unpack", "Required", "NotRequired", "TypeGuard", "AnyStr", "Text", "IO", "TextIO",
        "Pattern", "Match", "ContextManager", "AsyncContextManager", "SupportsInt", "SupportsFloat", "SupportsAbs", "SupportsIndex", "LiteralString", "ReadOnly",
    ];

    private static object RuntimeCheckable(object[] a)
    {
        ((PyClass)a[0]).Attributes["_is_runtime_protocol"] = true;
        return a[0];
    }

    private object Namespace(object[] a, Dictionary<string, object> named)
    {
        var made = new PyObject(BuiltinClass("object"));
        foreach (var (name, value) in named) made.Attributes[name] = value;
        return made;
    }

    private readonly Dictionary<string, PyClass> _libraryClasses = [];

    private PyClass LibraryClass(string name, params ReadOnlySpan<(string Name, Func<object[], Dictionary<string, object>, object> Body)> methods)
    {
        if (_libraryClasses.TryGetValue(name, out var known)) return known;
        var made = new PyClass(name, BuiltinClass("type")) { Bases = [BuiltinClass("object")] };
        made.Mro = [made, BuiltinClass("object")];
        foreach (var (method, body) in methods) made.Attributes[method] = new Native(method, body);
        return _libraryClasses[name] = made;
    }

    private object CopyOf(object[] a, bool isDeep)
    {
        if (OwnSpecial(a[0], isDeep ? "__deepcopy__" : "__copy__") is { } method) return Call(method, isDeep ? [new PyDict()] : []);
        object Inner(object value) => isDeep ? Nested(() => CopyOf([value], isDeep)) : value;
        switch (a[0])
        {
            case PyList list: return list.With(list.Items.Select(Inner));
            case PyTuple tuple: return isDeep ? new PyTuple([.. tuple.Items.Select(Inner)]) : tuple;
            case PyDict dict:
                var copied = CopyOf(dict);
                for (int i = 0; i < copied.Entries.Count; i++) copied.Entries[i] = copied.Entries[i] with { Value = Inner(copied.Entries[i].Value) };
                return copied;
            case PyObject instance and not PyClass and not PyFunction:
                if (FindOwn(instance.Class, "__reduce__") is not null || FindOwn(instance.Class, "__getstate__") is not null) throw Stop("a copy with a state of its own");
                var made = new PyObject(instance.Class) { Payload = instance.Payload is { } payload ? CopyOf([payload], isDeep) : null };
                foreach (var (name, value) in instance.Attributes) made.Attributes[name] = Inner(value);
                return made;
            default: return a[0];
        }
    }

    private PyModule OperatorModule(string path)
    {
        object Each(object[] names, Func<object, object> get) => names.Length == 1 ? get(names[0]) : new PyTuple([.. names.Select(get)]);
        var module = Of(path,
            ("itemgetter", F(a => F(b => Each(a, i => GetItem(b[0], i))))),
            ("attrgetter", F(a => F(b => Each(a, n => Path(b[0], (string)n))))),
            ("methodcaller", new Native("methodcaller", (a, n) => F(b => Call(GetAttribute(b[0], (string)a[0]), a[1..], n)))),
            ("call", new Native("call", (a, n) => Call(a[0], a[1..], n))),
            ("contains", F(a => Contains(a[0], a[1]))),
            ("getitem", F(a => GetItem(a[0], a[1]))),
            ("not_", F(a => !Truth(a[0]))),
            ("truth", F(a => Truth(a[0]))),
            ("neg", F(a => Unary(Extract.PyKind.Minus, a[0]))));
        foreach (var (token, method, _, replacing) in Extract.Operators.All)
        {
            int number = Extract.Operators.IndexOf(token);
            bool isComparison = number >= Extract.Operators.IndexOf(Extract.PyKind.Less);
            module.Vars[method.Trim('_')] = F(a => isComparison ? Compare(token, a[0], a[1]) : Operate(number, a[0], a[1], inPlace: false));
            if (!isComparison) module.Vars[replacing.Trim('_')] = F(a => Operate(number, a[0], a[1], inPlace: true));
        }
        return module;
    }

    private object Path(object value, string dotted) => dotted.Split('.').Aggregate(value, GetAttribute);
}
