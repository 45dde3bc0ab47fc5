namespace CodexAura.Analyzers.Python.Facts;

/// <summary>
/// The instructions facts consist of: inclusion constraints over slots, in the manner of Andersen's pointer analysis
/// (L. O. Andersen, 1994), with local variables already in static single assignment form. A slot holds the set of values an
/// expression or variable may have. Operands are slots (see <see cref="Slots"/>), file string numbers, or plain numbers.
/// </summary>
internal enum OpCode : byte
{
    /// <summary>dst, src: everything in src is in dst.</summary>
    Copy,

    /// <summary>dst, base, name, line; then, where nothing ran since, the slot of what was last stored there.</summary>
    GetAttr,

    /// <summary>base, name, value, line, then 1 where it is written into the object's dictionary, past whatever stands in the class.</summary>
    SetAttr,

    /// <summary>dst, callee, line, flags, then (kind or name, slot) for each argument; see <see cref="ArgKind"/>.</summary>
    Call,

    /// <summary>dst, base, name, line, flags, then arguments as for Call.</summary>
    CallAttr,

    /// <summary>dst, base, index, line; for a slice whose bounds are written down also these, <see cref="Slots.None"/> for none.</summary>
    GetItem,

    /// <summary>base, index, value, line.</summary>
    SetItem,

    /// <summary>dst, base, line, async (0 or 1): the elements of an iterable.</summary>
    Iterate,

    /// <summary>base, line, star (-1 or index), then the destination slots.</summary>
    Unpack,

    /// <summary>dst, base, name, line, then argument slots: a special method called by syntax rather than by name.</summary>
    Special,

    /// <summary>dst, left, right, operator (index into <see cref="Operators"/>), line.</summary>
    Binary,

    /// <summary>dst, src, line.</summary>
    Await,

    /// <summary>dst, kind (<see cref="ContainerKind"/>), then (key slot, <see cref="Slots.None"/> or <see cref="Slots.Spread"/>; value slot).</summary>
    NewContainer,

    /// <summary>dst, definition, then (parameter index, default slot).</summary>
    MakeFunction,

    /// <summary>dst, definition, number of bases, base slots, then (keyword name, slot).</summary>
    MakeClass,

    /// <summary>class definition, name, value: a name bound in the class body at its end.</summary>
    ClassAttr,

    /// <summary>
    /// class definition, name, instance slot of the annotation or None, 1 when a value is given; then the slot of the function that makes
    /// the default, if there is one: a field that a class body declares.
    /// </summary>
    Field,

    /// <summary>definition, value.</summary>
    Yield,

    /// <summary>dst, definition: what a yield of the generator is given by send.</summary>
    Sent,

    /// <summary>base, name, line: del of an attribute.</summary>
    DelAttr,

    /// <summary>dst, definition, src, line.</summary>
    YieldFrom,

    /// <summary>dst, import index: what an import statement binds.</summary>
    Import,

    /// <summary>dst, src, class slot or name, <see cref="NarrowKind"/>: what a test on a value's class or attributes leaves.</summary>
    Narrow,

    /// <summary>dst, src: instances of the classes in src; src is an annotation or an except clause's class.</summary>
    InstanceOf,

    /// <summary>dst, generic slot, then for each argument: instance slot, value slot. A subscripted annotation.</summary>
    Generic,

    /// <summary>value, line: what raise raises; a class is instantiated.</summary>
    Raise,

    /// <summary>dst, class definition, first parameter slot: super() without arguments.</summary>
    Super,

    /// <summary>dst, then the instance slot of the result: an annotation that says callable.</summary>
    CallableOf,

    /// <summary>dst, src: the classes in src as an annotation type[C] names them: C or any class below it.</summary>
    DeclaredClass,

    /// <summary>dst, callee, class: where the callee is type or a metaclass, a call with a name, a tuple of bases and a body gives that class.</summary>
    MadeClass,

    /// <summary>dst, src, first import, count: what an `except ImportError` binds, unless all these imports succeed.</summary>
    Fallback,

    /// <summary>class definition, name, instance slot of the annotation: what self.name is declared to be in a method.</summary>
    FieldType,

    /// <summary>dst, then the parts in their order: a text that is put together.</summary>
    Compose,

    /// <summary>dst, type or None, then what is depended on: a type, or its instances, and what a web framework runs for a parameter that is declared so.</summary>
    Annotated,
}

/// <summary>Where in an instruction its line is written.</summary>
internal static class OpLine
{
    /// <summary>The operand that is a line, counted from the instruction's first word; 0 where there is none.</summary>
    public static int IndexIn(OpCode code) => code switch
    {
        OpCode.Unpack or OpCode.Raise => 2,
        OpCode.Call or OpCode.Iterate or OpCode.Await or OpCode.DelAttr => 3,
        OpCode.GetAttr or OpCode.CallAttr or OpCode.GetItem or OpCode.SetAttr or OpCode.SetItem or OpCode.Special or OpCode.YieldFrom => 4,
        OpCode.Binary => 5,
        _ => 0,
    };

    /// <summary>The line of an instruction; 0 where it has none.</summary>
    public static int Of(ReadOnlySpan<int> words) => IndexIn((OpCode)(words[0] & 0xFF)) is > 0 and var at ? words[at] : 0;
}

/// <summary>What a test on a value's class leaves of it.</summary>
internal static class NarrowKind
{
    /// <summary>What is an instance.</summary>
    public const int Is = 0;

    /// <summary>What is none.</summary>
    public const int IsNot = 1;

    /// <summary>What is not of exactly that class.</summary>
    public const int IsNotExactly = 2;

    /// <summary>What has an attribute; in place of the class stands its name.</summary>
    public const int Has = 3;

    /// <summary>What lacks it.</summary>
    public const int Lacks = 4;

    /// <summary>What is a subclass.</summary>
    public const int Below = 5;

    /// <summary>What is none.</summary>
    public const int NotBelow = 6;
}

/// <summary>What a function asks of a parameter before it returns this or that.</summary>
internal static class SplitKind
{
    /// <summary>Is it None?</summary>
    public const int None = 0;

    /// <summary>Is it `...`?</summary>
    public const int Ellipsis = 1;

    /// <summary>Is it true?</summary>
    public const int True = 2;

    /// <summary>Can it be called?</summary>
    public const int Callable = 3;

    /// <summary>Is it an instance of a builtin class, or of one of several, named as such?</summary>
    public const int BuiltinInstance = 4;

    /// <summary>Is it an instance of a class, or of one of several?</summary>
    public const int Instance = 5;

    /// <summary>Is it a function that Python code defines, neither bound nor a class?</summary>
    public const int Function = 6;

    /// <summary>Is it a function that is async def, and no generator?</summary>
    public const int CoroutineFunction = 7;

    /// <summary>Is it a function with yield that is not async?</summary>
    public const int GeneratorFunction = 8;

    /// <summary>Is it a function with yield that is async def?</summary>
    public const int AsyncGeneratorFunction = 9;

    public const int Count = 10;
}

/// <summary>How operand slots are written.</summary>
internal static class Slots
{
    /// <summary>No slot.</summary>
    public const int None = int.MinValue;

    /// <summary>In place of a key: the value is spread into the container.</summary>
    public const int Spread = int.MinValue + 1;

    /// <summary>Slots at 0 and above belong to the function whose range they are in; below, ~slot is an index into the file's refs.</summary>
    public static bool IsRef(int slot) => slot < 0 && slot > Spread;
}

/// <summary>How an argument is passed; numbers at 0 and above are keyword names.</summary>
internal static class ArgKind
{
    public const int Positional = -1;
    public const int Star = -2;
    public const int DoubleStar = -3;
}

/// <summary>Bits of the flags operand of calls.</summary>
[Flags]
internal enum CallFlags
{
    None = 0,

    /// <summary>The callee is written as a name or a dotted path that starts at a definition, an import, self, cls or super().</summary>
    StaticPath = 1,

    /// <summary>The call is the application of a decorator.</summary>
    Decorator = 2,

    /// <summary>The receiver is the method's own self or cls, or super().</summary>
    Self = 4,

    /// <summary>Under TYPE_CHECKING: never run.</summary>
    TypeOnly = 8,

    /// <summary>Stands in a class body, where what is made becomes an attribute of the class.</summary>
    ClassBody = 16,

    /// <summary>The decorator is what a call gives: @register("name").</summary>
    MadeDecorator = 32,

    /// <summary>The call gives a decorator: register("name") in @register("name").</summary>
    DecoratorFactory = 64,

    /// <summary>What it gives is returned at once.</summary>
    Returned = 128,
}

/// <summary>The displays and what the language makes of them.</summary>
internal enum ContainerKind
{
    List,
    Tuple,
    Set,
    Dict,
    Generator,
}

/// <summary>What a file-level reference stands for.</summary>
internal enum RefKind
{
    /// <summary>A value nothing is known about.</summary>
    Unknown,

    /// <summary>An instance of the builtin class whose name is the value.</summary>
    BuiltinInstance,

    /// <summary>A constant string; the value is a file string.</summary>
    String,

    /// <summary>A constant integer; the value is the number.</summary>
    Integer,

    /// <summary>The start of a string whose rest is computed; the value is a file string.</summary>
    StringPrefix,

    /// <summary>A name bound nowhere in the file: from a star import or builtin.</summary>
    Global,

    /// <summary>True, where the value is 1, or False.</summary>
    Boolean,
}

/// <summary>What a definition is.</summary>
internal enum DefKind
{
    Function,
    Class,

    /// <summary>A function for the solver, no node of the graph.</summary>
    Lambda,

    /// <summary>The module's own code.</summary>
    Module,
}

/// <summary>Bits of a definition's flags.</summary>
[Flags]
internal enum DefFlags
{
    None = 0,
    Async = 1,
    Generator = 2,

    /// <summary>Defined directly in a class body.</summary>
    Method = 4,

    /// <summary>Under a decorator.</summary>
    Decorated = 8,

    /// <summary>Decorated with typing.overload: a signature, never run.</summary>
    Overload = 16,

    /// <summary>Every return gives what calling the first parameter gives: an alternative constructor.</summary>
    ReturnsOwnInstance = 32,

    /// <summary>The body is `...`, `pass` or a docstring only.</summary>
    Empty = 64,

    /// <summary>Defined under `if TYPE_CHECKING`: never there when the program runs.</summary>
    TypeOnly = 128,

    /// <summary>Decorated as a pytest fixture: tests name it as a parameter.</summary>
    Fixture = 256,

    /// <summary>Some return gives NotImplemented, whatever the parameter is given that returns hang on.</summary>
    Declines = 512,

    /// <summary>NotImplemented is returned where what returns hang on is answered with yes.</summary>
    DeclinesIf = 1024,

    /// <summary>NotImplemented is returned where that is answered with no.</summary>
    DeclinesUnless = 2048,

    /// <summary>A __new__ of which every return gives what another __new__ made, for the class it is called for or one that it takes in its place.</summary>
    ReturnsNew = 4096,

    /// <summary>A method over which __init__ stores something in each instance.</summary>
    Shadowed = 32768,

    /// <summary>A class under a decorator that writes its __init__: a dataclass.</summary>
    GeneratesInit = 8192,

    /// <summary>Under staticmethod: nothing is bound to its first parameter.</summary>
    Static = 16384,

    /// <summary>A class made by a call under the name of its only base, which is known by that name: C = Meta("C", (C,), {}).</summary>
    MadeAnew = 65536,

    /// <summary>A class whose bases come out of a tuple that is not written down there: all that is in there, and not one of them.</summary>
    SpreadsBases = 131072,
}

/// <summary>How a parameter takes arguments.</summary>
internal enum ParamKind
{
    PositionalOnly,
    Normal,
    KeywordOnly,
    Star,
    DoubleStar,
}

/// <summary>How an import statement is written.</summary>
internal enum ImportKind
{
    /// <summary>import a.b.c: binds a.</summary>
    Module,

    /// <summary>import a.b.c as d: binds a.b.c.</summary>
    ModuleAs,

    /// <summary>from m import n.</summary>
    From,

    /// <summary>from m import *.</summary>
    Star,
}
