using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Type parameters of functions and classes (PEP 695).</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>
    /// def f[T: Base](…), class C[T: Base]: T is a name of its own, seen in what follows, and a type variable. A class is based on Generic[T], as it
    /// is in Python.
    /// </summary>
    /// <returns>The slot of that base; None for a function, and for a class without type variables.</returns>
    private int EnterTypeParameters(int node, bool isClass)
    {
        int list = Child(node, G.TypeParameters);
        if (list < 0) return Slots.None;
        List<(int Name, int Bound, bool IsVariable)> names = [];
        for (int c = list + 1; c < _e[list].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed) continue;
            int parameter = Kind(c) == PyKind.Type ? FirstNamed(c) : c, bound = -1;
            if (parameter >= 0 && Kind(parameter) == PyKind.ConstrainedType)
            {
                int name = FirstNamed(parameter);
                for (int b = _e[name].Next; b < _e[parameter].Next && bound < 0; b = _e[b].Next)
                    if (_e[b].IsNamed) bound = b;
                parameter = name;
            }
            if (parameter >= 0 && Kind(parameter) == PyKind.Type) parameter = FirstNamed(parameter);
            bool isVariable = parameter >= 0 && Kind(parameter) == PyKind.Identifier;
            if (parameter >= 0 && Kind(parameter) == PyKind.SplatType) parameter = FirstNamed(parameter);
            if (parameter >= 0 && Kind(parameter) == PyKind.Identifier) names.Add((parameter, bound, isVariable));
        }
        _scope = new Scope().Start(ScopeKind.Comprehension, _scope, _scope.Def, dead: _scope.Dead);
        foreach (var (name, _, _) in names) _scope.Declare(Name(name));
        Prepare(_scope, always: true);
        List<(int Key, int Slot)> variables = [];
        foreach (var (name, bound, isVariable) in names)
        {
            int value = bound < 0 ? Unknown : Eval(Inner(bound));
            if (isVariable) value = EmitTypeVariable(name, value);
            Bind(Name(name), value);
            if (isClass) variables.Add((_facts.Ref(RefKind.Integer, variables.Count), value));
        }
        CloseScope(_scope);
        if (variables.Count == 0) return Slots.None;
        int generic = NewSlot(), index = variables.Count == 1 ? variables[0].Slot : EmitContainer(ContainerKind.Tuple, variables, known: false);
        Emit(OpCode.GetItem, generic, _facts.Ref(RefKind.Global, Known("_Generic_")), index, Line(node));
        return generic;
    }

    private int EmitTypeVariable(int name, int bound)
    {
        int result = NewSlot(), at = BeginOp(OpCode.Call);
        _ops.AddRange([result, _facts.Ref(RefKind.Global, Known("_TypeVar_")), Line(name), (int)CallFlags.TypeOnly, ArgKind.Positional, _facts.Ref(RefKind.String, Name(name))]);
        if (bound != Unknown) _ops.AddRange([Known("bound"), bound]);
        EndOp(at);
        return result;
    }
}
