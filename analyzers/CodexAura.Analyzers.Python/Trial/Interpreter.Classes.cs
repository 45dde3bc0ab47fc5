namespace CodexAura.Analyzers.Python.Trial;

/// <summary>The classes that come with the language, and which of them a value is of.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<string, PyClass> _classes = new(StringComparer.Ordinal);

    /// <summary>Those of errors, with what each derives from, which comes before it.</summary>
    private static readonly string[] Errors =
    [
        "Exception:BaseException", "SystemExit:BaseException", "KeyboardInterrupt:BaseException", "GeneratorExit:BaseException",
        "ArithmeticError:Exception", "ZeroDivisionError:ArithmeticError", "OverflowError:ArithmeticError", "AssertionError:Exception",
        "AttributeError:Exception", "EOFError:Exception", "ImportError:Exception", "ModuleNotFoundError:ImportError", "LookupError:Exception",
        "IndexError:LookupError", "KeyError:LookupError", "NameError:Exception", "UnboundLocalError:NameError", "OSError:Exception",
        "FileNotFoundError:OSError", "PermissionError:OSError", "TimeoutError:OSError", "ConnectionError:OSError", "RuntimeError:Exception",
        "NotImplementedError:RuntimeError", "RecursionError:RuntimeError", "StopIteration:Exception", "BaseExceptionGroup:BaseException",
        "ExceptionGroup:Exception", "BufferError:Exception", "FloatingPointError:ArithmeticError", "BrokenPipeError:ConnectionError",
        "ConnectionResetError:ConnectionError", "ConnectionRefusedError:ConnectionError", "FileExistsError:OSError", "IsADirectoryError:OSError",
        "NotADirectoryError:OSError", "InterruptedError:OSError", "StopAsyncIteration:Exception", "TypeError:Exception", "ValueError:Exception",
        "SyntaxError:Exception", "UnicodeError:ValueError", "Warning:Exception", "UserWarning:Warning", "DeprecationWarning:Warning",
        "UnicodeDecodeError:UnicodeError", "UnicodeEncodeError:UnicodeError", "RuntimeWarning:Warning", "FutureWarning:Warning",
        "SyntaxWarning:Warning", "ImportWarning:Warning", "IndentationError:SyntaxError",
    ];

    /// <summary>Classes of the language that derive from object.</summary>
    private static readonly string[] RootClasses =
    [
        "int", "float", "str", "list", "tuple", "dict", "set", "frozenset", "NoneType", "function", "method", "generator", "coroutine", "module",
        "slice", "range", "property", "staticmethod", "classmethod", "cached_property", "super", "ellipsis", "builtin", "BaseException", "Generic",
        "Protocol", "NamedTuple", "Enum", "ABC", "external",
    ];

    private void MakeClasses()
    {
        var type = new PyClass("type", null) { IsBuiltin = true };
        type.Class = type;
        _classes["type"] = type;
        var root = _classes["object"] = new PyClass("object", type) { IsBuiltin = true };
        root.Mro = [root];
        (type.Bases, type.Mro) = ([root], [type, root]);
        foreach (string name in RootClasses) AddClass(name, "object");
        AddClass("bool", "int");
        AddClass("ABCMeta", "type");
        AddClass("defaultdict", "dict");
        AddClass("OrderedDict", "dict");
        AddClass("Counter", "dict");
        AddClass("deque", "object");
        AddClass("IntEnum", "Enum");
        AddClass("StrEnum", "Enum");
        AddClass("Flag", "Enum");
        AddClass("IntFlag", "Enum");
        foreach (string error in Errors) AddClass(error[..error.IndexOf(':')], error[(error.IndexOf(':') + 1)..]);
    }

    private void AddClass(string name, string @base)
    {
        var made = new PyClass(name, _classes["type"]) { IsBuiltin = true, Bases = [_classes[@base]] };
        made.Mro = [made, .. _classes[@base].Mro];
        _classes[name] = made;
    }

    private PyClass BuiltinClass(string name) => _classes[name];

    private PyClass TypeOf(object value) => value switch
    {
        PyObject o => o.Class,
        string => BuiltinClass("str"),
        bool => BuiltinClass("bool"),
        long or PyIdentity => BuiltinClass("int"),
        double => BuiltinClass("float"),
        PyList { IsDeque: true } => BuiltinClass("deque"),
        PyList => BuiltinClass("list"),
        PyTuple => BuiltinClass("tuple"),
        PyDict { IsFrozen: true } => BuiltinClass("frozenset"),
        PyDict { IsSet: true } => BuiltinClass("set"),
        PyDict dict => BuiltinClass(dict.ClassName ?? "dict"),
        PyIterator => BuiltinClass("generator"),
        PyCoroutine => BuiltinClass("coroutine"),
        PyBound => BuiltinClass("method"),
        Native => BuiltinClass("builtin"),
        PyModule => BuiltinClass("module"),
        PyProperty => BuiltinClass("property"),
        PyStatic => BuiltinClass("staticmethod"),
        PyClassMethod => BuiltinClass("classmethod"),
        PyCachedProperty => BuiltinClass("cached_property"),
        PySlice => BuiltinClass("slice"),
        PyRange => BuiltinClass("range"),
        PySuper => BuiltinClass("super"),
        _ when ReferenceEquals(value, Py.None) => BuiltinClass("NoneType"),
        _ when ReferenceEquals(value, Py.Ellipsis) => BuiltinClass("ellipsis"),
        _ => throw Stop("the type of something unknown"),
    };
}
