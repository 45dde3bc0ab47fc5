using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Annotated[T, …] (PEP 593): the type, and what is said besides.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>
    /// What is said besides the type are expressions like others: `Annotated[str, Option("--name")]`. What a web framework runs for the parameter,
    /// `Annotated[Session, Depends(get_db)]`, is kept with the type, and read by that framework even where annotations are postponed.
    /// </summary>
    private int WithMetadata(int type, ReadOnlySpan<int> arguments)
    {
        bool isRead = !_isPostponed && !_isOfLocal, outer = _inAnnotation;
        if (_lineOverride > 0 || _typeOnly > 0) return type;
        List<int> dependencies = [];
        _inAnnotation = false;
        foreach (int argument in arguments)
        {
            int node = Inner(argument);
            bool isDependency = Kind(node) == PyKind.Call && Child(node, G.Function) is >= 0 and var function && LastName(function) is "Depends" or "Security";
            if (!isRead && !isDependency) continue;
            int value = Eval(node);
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

    private bool IsAnnotated(int node) => Kind(node) == PyKind.Subscript && Child(node, G.Value) is >= 0 and var value && LastName(value) == "Annotated";

    /// <summary>CurrentUser = Annotated[User, Depends(log_in)]: the name is one of the type.</summary>
    private int EvalAnnotated(int node)
    {
        List<int> arguments = [];
        for (int c = _e[Child(node, G.Value)].Next; c < _e[node].Next; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) arguments.Add(c);
        return arguments.Count == 0 ? Eval(node) : WithMetadata(EvalAlias(arguments[0]), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(arguments)[1..]);
    }
}
