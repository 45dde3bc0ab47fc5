using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Annotated[T, …] (PEP 593): the type, and what is said besides.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>
    /// What is said besides the type are expressions like others: `Annotated[str, Option("--name")]`. What a web framework runs for the parameter,
    /// `Annotated[Session, Depends(get_db)]`, is kept with the type, and read by that framework even where annotations are postponed.
    /// </summary>
    /// <param name="type">The slot of the type or its instances.</param>
    /// <param name="arguments">What is said besides.</param>
    /// <param name="isRead">Python evaluates it where it stands.</param>
    private int WithMetadata(int type, ReadOnlySpan<int> arguments, bool isRead)
    {
        bool outer = _inAnnotation;
        if (_lineOverride > 0 || _typeOnly > 0 || (!isRead && _isOfLocal)) return type;
        List<int> dependencies = [];
        _inAnnotation = false;
        foreach (int argument in arguments)
        {
            int node = Inner(argument);
            bool isDependency = Kind(node) == PyKind.Call && Child(node, G.Function) is >= 0 and var function && LastName(function) is "Depends" or "Security";
            if (!isRead && !isDependency) continue;
            // What only a framework evaluates is no call that stands there.
            if (!isRead) _typeOnly++;
            int value = Eval(node);
            if (!isRead) _typeOnly--;
            if (isDependency) dependencies.Add(value);
        }
        _inAnnotation = outer;
        if (dependencies.Count == 0) return type;
        int slot = NewSlot(), at = BeginOp(OpCode.Annotated);
        _ops.Add(slot);
        _ops.Add(type);
        _ops.AddRange(dependencies);
        EndOp(at);
        return slot;
    }

    private bool IsAnnotated(int node) =>
        Kind(node) == PyKind.Subscript && Child(node, G.Value) is >= 0 and var value && LastName(value) == "Annotated" && IsImportedFrom(value, "typing"u8);

    /// <summary>Whether a name, or the module that an attribute is one of, is imported from a package or another whose name begins with its.</summary>
    private bool IsImportedFrom(int node, ReadOnlySpan<byte> package)
    {
        while (Kind(node) == PyKind.Attribute) node = Child(node, G.Object);
        if (node < 0 || Kind(node) != PyKind.Identifier) return false;
        int name = Name(node);
        foreach (var import in _facts.Imports)
            if (import is { Level: 0, Module: >= 0 } && _facts.Strings[import.Module].StartsWith(package)
                && (import.As == name || _facts.Strings[import.Module].SequenceEqual(Text(node)))) return true;
        return false;
    }

    /// <summary>CurrentUser = Annotated[User, Depends(log_in)]: the name is one of the type.</summary>
    private int EvalAnnotated(int node)
    {
        List<int> arguments = [];
        for (int c = _e[Child(node, G.Value)].Next; c < _e[node].Next; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) arguments.Add(c);
        return arguments.Count == 0 ? Eval(node) : WithMetadata(EvalAlias(arguments[0]), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(arguments)[1..], isRead: true);
    }
}
