namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Builtins whose instances the solver treats in ways of their own.</summary>
[Flags]
internal enum Builtins
{
    Nothing = 0,
    List = 1,
    Tuple = 2,
    Dict = 4,
    Set = 8,
    Frozenset = 16,
    Generator = 32,

    /// <summary>Immutable values without parts: one object stands for all of them.</summary>
    Scalar = 64,
}

/// <summary>The definitions of builtin classes, looked up once.</summary>
internal sealed class BuiltinClasses
{
    private readonly Dictionary<int, Builtins> _flags = [];
    private readonly HashSet<int> _closed;

    public BuiltinClasses(Func<string, int> find)
    {
        (None, Ellipsis, Object, Type, Property, Slice) = (find("NoneType"), find("ellipsis"), find("object"), find("type"), find("property"), find("slice"));
        (Str, Int, Generator, Super) = (find("str"), find("int"), find("generator"), find("super"));
        (StaticMethod, ClassMethod) = (find("staticmethod"), find("classmethod"));
        OwnText = [Str, find("bytes"), find("bytearray"), find("BaseException")];
        (string, Builtins)[] flags =
        [
            ("list", Builtins.List), ("tuple", Builtins.Tuple), ("dict", Builtins.Dict), ("set", Builtins.Set),
            ("frozenset", Builtins.Frozenset), ("generator", Builtins.Generator), ("str", Builtins.Scalar), ("int", Builtins.Scalar),
            ("float", Builtins.Scalar), ("bool", Builtins.Scalar), ("bytes", Builtins.Scalar), ("NoneType", Builtins.Scalar),
            ("complex", Builtins.Scalar),
        ];
        foreach (var (name, flag) in flags) _flags[find(name)] = flag;
        string[] closed = ["object", "ellipsis", "super", "property", "bytearray", "memoryview", "slice"];
        _closed = [.. _flags.Keys, .. closed.Select(find)];
    }

    public int None { get; }
    public int Ellipsis { get; }
    public int Object { get; }
    public int Type { get; }
    public int Property { get; }
    public int Slice { get; }
    public int Str { get; }
    public int Int { get; }
    public int Generator { get; }
    public int Super { get; }

    /// <summary>Those with a __str__ of their own, in whose place no __repr__ of a class below them is run.</summary>
    public List<int> OwnText { get; }

    public int StaticMethod { get; }
    public int ClassMethod { get; }

    /// <summary>Whether instances of this very class take no attributes: Python raises AttributeError. Those of classes that derive from it do.</summary>
    public bool IsClosed(int def) => _closed.Contains(def);

    /// <summary>What a class is, its bases not asked.</summary>
    public Builtins Flag(int def) => _flags.GetValueOrDefault(def);
}
