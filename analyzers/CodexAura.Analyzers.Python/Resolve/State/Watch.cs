namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Something that waits for objects to arrive in a slot: an instruction at a place, in an activation, in a role.</summary>
internal struct Watch
{
    /// <summary>Where it waits.</summary>
    public int Slot;
    public WatchKind Kind;

    /// <summary>What arrives was found in a subclass of the class the receiver is only known to be at least.</summary>
    public bool Override;
    public int Op;
    public int Activation;
    public int A;
    public int B;
    public int Next;
}

internal enum WatchKind : byte
{
    /// <summary>The instruction's base has a new object.</summary>
    Base,

    /// <summary>A class attribute arrives for receiver A, looked up in way B: bind it and deliver it to the instruction.</summary>
    Bind,

    /// <summary>A class attribute arrives for the objects of group A, looked up in way B.</summary>
    BindGroup,

    /// <summary>A plain value arrives: deliver it to the instruction.</summary>
    Deliver,

    /// <summary>An index arrives for container A.</summary>
    Index,

    /// <summary>A starred argument arrives for function A, from parameter B on.</summary>
    StarArgument,

    /// <summary>A double-starred argument arrives for function A.</summary>
    DoubleStarArgument,

    /// <summary>A base of class A arrives.</summary>
    ClassBase,

    /// <summary>A getter of receiver A arrives.</summary>
    Getter,

    /// <summary>What __iter__ gave arrives.</summary>
    Iterator,

    /// <summary>A class attribute is about to be written through receiver A with the value in slot B.</summary>
    Setter,

    /// <summary>The class of an isinstance arrives; A is the subject's slot.</summary>
    NarrowClass,

    /// <summary>Slot A gets the elements of what arrives, without protocol calls.</summary>
    Elements,

    /// <summary>An argument of a native arrives; A is the number of what to do with it.</summary>
    DynamicName,

    /// <summary>What a decorator gives arrives.</summary>
    Decorated,

    /// <summary>A class attribute arrives that a native looked up for receiver A; B is the slot it goes to. The name was constant.</summary>
    BindInto,

    /// <summary>The same with a name of which only the start is known.</summary>
    BindComputed,

    /// <summary>The getter of a descriptor that a native found arrives; A is its number.</summary>
    GetInto,

    /// <summary>The metaclass of class A arrives.</summary>
    Metaclass,

    /// <summary>A value under a name of class A's body arrives: it may want to be told its name.</summary>
    SetName,

    /// <summary>A function arrives at staticmethod or classmethod; A is the number of the wrapper.</summary>
    Wrap,

    /// <summary>The class of super(C, x) arrives; A is the slot of x, B the result.</summary>
    SuperClass,

    /// <summary>The x of super(C, x) arrives; A is the class, B the result.</summary>
    SuperObject,

    /// <summary>What makes the default of field B of object A arrives.</summary>
    Factory,

    /// <summary>What the parameter is given that returns hang on arrives; A is their number.</summary>
    SplitReturn,

    /// <summary>An instance of what the annotation of parameter A names arrives; B is how many classes it names.</summary>
    ParameterType,

    /// <summary>What class A's own __new__ returned arrives.</summary>
    Made,

    /// <summary>The __call__ of object A arrives, which is called as a method of receiver B.</summary>
    BoundCall,
}
