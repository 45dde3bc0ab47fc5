namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What an abstract object stands for.</summary>
internal enum ObjectKind : byte
{
    /// <summary>Anything from outside the program. There is one.</summary>
    External,

    /// <summary>A function: A definition, B activation it closes over.</summary>
    Function,

    /// <summary>A class: A definition.</summary>
    Class,

    /// <summary>A module: A file, or ~number of a namespace package.</summary>
    Module,

    /// <summary>Instances of exactly the class A.</summary>
    Instance,

    /// <summary>Instances of the class A or a subclass of it, which one is not known.</summary>
    Cone,

    /// <summary>The instances of the class A made at one place; B tells the places apart.</summary>
    Allocation,

    /// <summary>The function or other callable object A bound to the object B.</summary>
    Bound,

    /// <summary>The string with the name A.</summary>
    String,

    /// <summary>A string that starts with the name A and, where B is above 0, ends with the name B - 1; what stands between is not known.</summary>
    StringPrefix,

    /// <summary>The integer A.</summary>
    Integer,

    /// <summary>super() in the class A for the object B.</summary>
    Super,

    /// <summary>The generator of the function A run in activation B.</summary>
    Generator,

    /// <summary>The coroutine of the function A run in activation B.</summary>
    Coroutine,

    /// <summary>staticmethod over the object A.</summary>
    Static,

    /// <summary>classmethod over the object A.</summary>
    ClassMethod,

    /// <summary>Something callable that gives what is in slot A.</summary>
    Callable,

    /// <summary>The methods of the object A whose names start with the string of the object B: one of them, which one is computed.</summary>
    Family,
}

/// <summary>What stands behind an object's number; what A and B are depends on the kind.</summary>
internal readonly record struct AbstractObject(ObjectKind Kind, int A, int B);

/// <summary>Abstract objects by number: the same kind and parts give the same number.</summary>
internal sealed class ObjectTable
{
    public const int External = 0;
    private IndexTable _index;
    private AbstractObject[] _objects;

    private readonly TableMemory _memory;

    /// <param name="memory">Has the arrays.</param>
    /// <param name="expected">How many are expected; room for more is made when they come.</param>
    public ObjectTable(TableMemory memory, int expected)
    {
        _memory = memory;
        _index = new IndexTable(memory, expected);
        _objects = memory.Take<AbstractObject>(expected + 64);
        Get(ObjectKind.External, 0, 0);
    }

    public int Count { get; private set; }

    public ref readonly AbstractObject this[int obj] => ref _objects[obj];

    public int Get(ObjectKind kind, int a, int b = 0)
    {
        int place = _index.First(IndexTable.Hash(a, b, (int)kind));
        for (int obj; (obj = _index[place]) >= 0; place = _index.Next(place))
        {
            ref readonly var known = ref _objects[obj];
            if (known.A == a && known.B == b && known.Kind == kind) return obj;
        }
        if (Count == _objects.Length) _memory.Resize(ref _objects, Count * 2);
        _objects[Count] = new AbstractObject(kind, a, b);
        if (_index.Put(place, Count++)) Rehash();
        return Count - 1;
    }

    private void Rehash()
    {
        _index = _index.Larger();
        for (int obj = 0; obj < Count; obj++)
            _index.Append(IndexTable.Hash(_objects[obj].A, _objects[obj].B, (int)_objects[obj].Kind), obj);
    }
}
