using System.Runtime.InteropServices;

namespace CodexAura.Analyzers.Python.Facts;

// Fixed-size rows of the facts block. All fields are ints so that the block is one int array and reading it is a cast.

/// <summary>A definition: class, function, lambda or the module itself (row 0).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DefRecord
{
    public int Kind;
    public int Flags;

    /// <summary>File string; -1 for lambdas and the module.</summary>
    public int Name;

    /// <summary>Text: qualified name with its #n.</summary>
    public int QualifiedName;

    /// <summary>Lexically enclosing definition; -1 for the module.</summary>
    public int Parent;

    /// <summary>The function or module that edges from here start at: itself, or the one around a lambda or class body.</summary>
    public int Owner;

    /// <summary>The class whose body this stands in directly, or -1.</summary>
    public int Class;
    public int LineStart;
    public int LineEnd;
    public int Complexity;

    /// <summary>Text, or -1.</summary>
    public int Docstring;

    /// <summary>Text, or -1.</summary>
    public int Signature;

    /// <summary>Own instructions: [OpStart, OpEnd) in the op section; with those of nested functions up to OpEndAll.</summary>
    public int OpStart;
    public int OpEnd;
    public int OpEndAll;

    /// <summary>Slots of this function and the ones nested in it: [SlotStart, SlotEnd).</summary>
    public int SlotStart;
    public int SlotEnd;
    public int ParamStart;
    public int ParamCount;
    public int ReturnSlot;
    public int YieldSlot;

    /// <summary>Slot of the instances the return annotation names, or None.</summary>
    public int ReturnAnnotation;

    /// <summary>Bit i: parameter i may be returned as it came in.</summary>
    public int ReturnedParams;

    /// <summary>Those of <see cref="ReturnedParams"/> that are returned only where the answer to the question below is yes, and only where it is no.</summary>
    public int ReturnedIf;
    public int ReturnedUnless;

    /// <summary>Bit i: parameter i may be handed as it came in to a call whose result is returned as it is.</summary>
    public int HandedOn;

    /// <summary>The parameter whose value some returns depend on, plus one; 0 for none.</summary>
    public int SplitParam;

    /// <summary>What is asked of it: a <see cref="SplitKind"/>.</summary>
    public int SplitBy;

    /// <summary>Slot of the class or classes that are asked about, or None.</summary>
    public int SplitType;

    /// <summary>What is returned only where the answer is yes, and only where it is no; slots or None.</summary>
    public int ReturnIf;
    public int ReturnUnless;
}

/// <summary>A parameter of a definition.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ParamRecord
{
    public int Name;
    public int Slot;
    public int Kind;

    /// <summary>Slot of the instances the annotation names, or None.</summary>
    public int Annotation;

    /// <summary>How many classes the annotation names, where it names nothing else but None and scalars; else 0.</summary>
    public int Types;
}

/// <summary>One imported name.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ImportRecord
{
    public int Kind;

    /// <summary>Number of leading dots.</summary>
    public int Level;

    /// <summary>Dotted module name as file string; -1 when there are only dots.</summary>
    public int Module;

    /// <summary>Imported name as file string, or -1.</summary>
    public int Name;
    public int Line;

    /// <summary>Definition it stands in.</summary>
    public int Def;

    /// <summary>File string of the name it binds, or -1.</summary>
    public int As;
}

/// <summary>A reference shared by the whole file.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RefRecord
{
    public int Kind;
    public int Value;
}

/// <summary>A name bound at module level and the slot other scopes and files see it through.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ExportRecord
{
    public int Name;
    public int Slot;

    /// <summary>1 when the name is only ever bound by import statements.</summary>
    public int ImportOnly;
}
