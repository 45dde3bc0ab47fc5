using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

// Values of a run. Numbers, strings and truth values are the host's long, double, string and bool; the rest are these.

/// <summary>The values there is one of.</summary>
internal static class Py
{
    public static readonly object None = new Constant("None");
    public static readonly object NotImplemented = new Constant("NotImplemented");
    public static readonly object Ellipsis = new Constant("Ellipsis");

    /// <summary>Something from outside the program, of which nothing is known.</summary>
    public static readonly object External = new Constant("external");

    public static bool IsConstant(object value) => value is Constant;

    private sealed record Constant(string Name);
}

/// <summary>
/// What id() gives: a number that tells objects apart, of which nothing else is known, as it is another in each run. There is one for each object.
/// </summary>
internal sealed class PyIdentity(object of)
{
    public object Of { get; } = of;
}

/// <summary>An object with attributes: an instance of a class.</summary>
internal class PyObject(PyClass type)
{
    public PyClass Class { get; set; } = type;
    public Dictionary<string, object> Attributes { get; } = [];

    /// <summary>For instances of classes that derive from a builtin one: the list, dictionary, number, … that they are.</summary>
    public object? Payload { get; set; }
}

/// <summary>A class; its own class is its metaclass.</summary>
internal sealed class PyClass(string name, PyClass? meta) : PyObject(meta!)
{
    public string Name { get; } = name;
    public PyClass[] Bases { get; set; } = [];
    public PyClass[] Mro { get; set; } = [];

    /// <summary>The definition in the program; -1 for what comes with the language or is made by a call.</summary>
    public int Def { get; init; } = -1;

    /// <summary>Comes with the language: its methods are those of the interpreter.</summary>
    public bool IsBuiltin { get; init; }

    /// <summary>Methods that have to be defined before there are instances.</summary>
    public HashSet<string> AbstractNames { get; } = [];

    /// <summary>What its body annotates, and where.</summary>
    public Env? Body { get; init; }

    /// <summary>Names of fields, in order, for dataclasses and named tuples.</summary>
    public List<string>? FieldNames { get; set; }

    public bool Is(PyClass other) => Array.IndexOf(Mro, other) >= 0;
}

/// <summary>A parameter.</summary>
internal sealed record Parameter(string Name, Facts.ParamKind Kind, Node Default, Node Type);

/// <summary>A function or lambda, together with the scope it was defined in.</summary>
internal sealed class PyFunction(PyClass type, FunctionCode code, Env closure, int def) : PyObject(type)
{
    public FunctionCode Code { get; } = code;
    public Env Closure { get; } = closure;

    /// <summary>The definition; -1 for lambdas.</summary>
    public int Def { get; } = def;
    public Dictionary<string, object> Defaults { get; } = [];
}

/// <summary>What the text says about a function.</summary>
internal sealed class FunctionCode
{
    public required Node Node { get; init; }
    public required string Name { get; init; }
    public required List<Parameter> Parameters { get; init; }
    public required HashSet<string> Locals { get; init; }
    public required HashSet<string> Globals { get; init; }
    public required HashSet<string> Nonlocals { get; init; }
    public required bool IsGenerator { get; init; }
    public bool IsAsync { get; init; }
    public bool IsLambda => Node.Kind == PyKind.Lambda;
}

internal sealed record PyBound(object Function, object Self);

internal sealed record PyStatic(object Function);

internal sealed record PyClassMethod(object Function);

internal sealed record PyProperty(object? Get, object? Set, object? Delete);

/// <summary>functools.cached_property: each read counts as one that runs it, for which of them is first is chance.</summary>
internal sealed record PyCachedProperty(object Function);

internal sealed record PySuper(PyClass After, object Self);

internal sealed record PySlice(object Start, object Stop, object Step);

internal sealed record PyRange(long Start, long Stop, long Step)
{
    public long Count => Math.Max(0, Step > 0 ? (Stop - Start + Step - 1) / Step : (Start - Stop - Step - 1) / -Step);

    public bool Has(long number) => (Step > 0 ? number >= Start && number < Stop : number <= Start && number > Stop) && (number - Start) % Step == 0;

    public IEnumerable<object> Items()
    {
        for (long i = Start; Step > 0 ? i < Stop : i > Stop; i += Step) yield return i;
    }
}

/// <summary>A function of the language or its library.</summary>
internal sealed class Native(string name, Func<object[], Dictionary<string, object>, object> body)
{
    public string Name { get; } = name;
    public Func<object[], Dictionary<string, object>, object> Body { get; } = body;
    public Dictionary<string, object> Attributes { get; } = [];
}

internal sealed class PyModule(string name)
{
    public string Name { get; } = name;
    public Dictionary<string, object> Vars { get; set; } = [];

    /// <summary>The program's file; -1 for a module of the library.</summary>
    public int File { get; init; } = -1;

    /// <summary>One of the library that is known here.</summary>
    public bool IsLibrary { get; init; }

    /// <summary>Nothing is known of what else is in it.</summary>
    public bool IsExternal { get; init; }
}

/// <summary>A generator, or an iterator of the library.</summary>
internal sealed class PyIterator(IEnumerator<object> steps, int owner)
{
    public IEnumerator<object> Steps { get; } = steps;

    /// <summary>Whose code runs.</summary>
    public int Owner { get; } = owner;

    /// <summary>The scope of a generator function; null for other iterators.</summary>
    public Env? Env { get; init; }

    /// <summary>Told when its code first runs.</summary>
    public Action? Starts { get; init; }
    public bool IsAsync { get; init; }
    public bool IsRunning { get; set; }
    public bool IsStarted { get; set; }
    public bool IsDone { get; set; }
}

/// <summary>What calling an async function gives: run when it is waited for.</summary>
internal sealed class PyCoroutine(Func<object> run)
{
    private object? _result;
    private bool _isRunning;

    public object Result
    {
        get
        {
            if (_result is not null) return _result;
            if (_isRunning) throw new TrialStopped("a coroutine waits for itself");
            _isRunning = true;
            try
            {
                return _result = run();
            }
            finally
            {
                _isRunning = false;
            }
        }
    }
}

/// <summary>A list or deque.</summary>
internal sealed class PyList(List<object> items)
{
    public List<object> Items { get; } = items;
    public bool IsDeque { get; init; }

    /// <summary>A deque's: what is beyond it falls out at the other end.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>One of the same kind with other items.</summary>
    public PyList With(IEnumerable<object> items) => new([.. items]) { IsDeque = IsDeque, MaxLength = MaxLength };
}

internal sealed record PyTuple(object[] Items)
{
    public bool Equals(PyTuple? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A dictionary, or with keys only a set. Programs that are run are small: it is searched from the first key.</summary>
internal sealed class PyDict
{
    public List<Entry> Entries { get; } = [];
    public bool IsSet { get; init; }
    public bool IsFrozen { get; init; }

    /// <summary>defaultdict's.</summary>
    public object? Factory { get; init; }

    /// <summary>Which class of the library it is of; null for dict.</summary>
    public string? ClassName { get; init; }

    /// <summary>The names of a scope or object that it shows; what is stored in it is stored there.</summary>
    public Dictionary<string, object>? Behind { get; init; }

    /// <param name="Key">The key.</param>
    /// <param name="Hash">What stands for it in comparisons.</param>
    /// <param name="Value">The value.</param>
    public sealed record Entry(object Key, object Hash, object Value);
}

/// <summary>The parts of a tuple that is a key.</summary>
internal sealed class TupleKey(object[] parts) : IEquatable<TupleKey>
{
    public object[] Parts { get; } = parts;

    public bool Equals(TupleKey? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts);

    public override bool Equals(object? obj) => Equals(obj as TupleKey);

    public override int GetHashCode() => Parts.Length;
}

/// <summary>What a scope is.</summary>
internal enum EnvKind
{
    Module,
    Function,
    Class,
    Comprehension,
}

/// <summary>Where control goes after a statement.</summary>
internal enum Signal
{
    Next,
    Break,
    Continue,
    Return,
}

/// <summary>The class around methods, known once its body has run.</summary>
internal sealed class ClassCell(string name)
{
    public string Name { get; } = name;
    public PyClass? Value { get; set; }
}

/// <summary>A scope while its code runs.</summary>
internal sealed class Env
{
    public required EnvKind Kind { get; init; }
    public required PyModule Module { get; init; }

    /// <summary>The scope in which names are looked for next, never a class's.</summary>
    public Env? Parent { get; init; }

    /// <summary>The function or file that calls made here count for.</summary>
    public required int Owner { get; init; }
    public Dictionary<string, object> Vars { get; init; } = [];
    public FunctionCode? Code { get; init; }
    public ClassCell? Class { get; init; }

    /// <summary>What super() without arguments is about.</summary>
    public object? First { get; set; }
    public Signal Signal { get; set; }
    public object Returned { get; set; } = Py.None;

    /// <summary>What a generator was sent, and the error it was thrown.</summary>
    public object Sent { get; set; } = Py.None;
    public PyError? Thrown { get; set; }

    /// <summary>The error being handled.</summary>
    public PyError? Handled { get; set; }

    /// <summary>Annotated names of a class body, in order.</summary>
    public List<(string Name, Node Type)> Annotated { get; } = [];
}

/// <summary>A Python exception on its way.</summary>
internal sealed class PyError(object value, bool isRaised) : Exception
{
    public object Value { get; } = value;

    /// <summary>A raise statement of the program raised it.</summary>
    public bool IsRaised { get; } = isRaised;
}

/// <summary>The run can't go on: the program asks for something from outside, or for what is not known here.</summary>
internal sealed class TrialStopped(string reason) : Exception(reason);
