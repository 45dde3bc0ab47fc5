using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>What a condition says about variables, and whether it is constant.</summary>
internal sealed unsafe partial class FileExtractor
{
    private readonly record struct Narrowing(int Variable, int Old, int New);

    /// <summary>Binds the variables a condition is about to what is left of their values where the condition has this outcome.</summary>
    private void Narrow(int condition, bool sense, List<Narrowing>? undo = null)
    {
        switch (Kind(condition))
        {
            case PyKind.ParenthesizedExpression:
                int inner = FirstNamed(condition);
                if (inner >= 0) Narrow(inner, sense, undo);
                break;
            case PyKind.NotOperator:
                int negated = Child(condition, G.Argument);
                if (negated >= 0) Narrow(negated, !sense, undo);
                break;
            case PyKind.BooleanOperator:
                int token = Child(condition, G.Operator);
                if (token < 0 || (Kind(token) == PyKind.And) != sense) break;
                int left = Child(condition, G.Left), right = Child(condition, G.Right);
                if (left >= 0) Narrow(left, sense, undo);
                if (right >= 0) Narrow(right, sense, undo);
                break;
            case PyKind.Call:
                NarrowByClass(condition, sense, undo);
                LearnCallable(condition, sense, undo);
                break;
            case PyKind.Identifier:
                LearnTruth(condition, sense, undo);
                break;
            case PyKind.ComparisonOperator:
                NarrowByIdentity(condition, sense, undo);
                break;
        }
    }

    private void NarrowByClass(int call, bool sense, List<Narrowing>? undo)
    {
        int function = Child(call, G.Function), arguments = Child(call, G.Arguments);
        if (function < 0 || arguments < 0) return;
        if (Text(function).SequenceEqual("isclass"u8) || Text(function).SequenceEqual("inspect.isclass"u8))
        {
            // inspect.isclass(x) is isinstance(x, type).
            if (FirstNamed(arguments) is >= 0 and var subject) NarrowSubject(subject, -1, sense ? NarrowKind.Is : NarrowKind.IsNot, undo);
            return;
        }
        if (Kind(function) != PyKind.Identifier) return;
        bool isHasAttr = Text(function).SequenceEqual("hasattr"u8), asksForClass = Text(function).SequenceEqual("issubclass"u8);
        if (!isHasAttr && !asksForClass && !Text(function).SequenceEqual("isinstance"u8)) return;
        int first = FirstNamed(arguments);
        if (first < 0) return;
        int type = -1;
        for (int c = _e[first].Next; c < _e[arguments].Next && type < 0; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) type = c;
        if (type < 0) return;
        if (asksForClass) NarrowSubject(first, type, sense ? NarrowKind.Below : NarrowKind.NotBelow, undo);
        else if (!isHasAttr) NarrowSubject(first, type, sense ? NarrowKind.Is : NarrowKind.IsNot, undo);
        else if (Kind(type) == PyKind.String && ConstantValue(type) is { Kind: (int)RefKind.String } name) NarrowByAttribute(first, name.Value, sense, undo);
    }

    /// <summary>Of a name or attribute what has, or lacks, an attribute.</summary>
    private void NarrowByAttribute(int node, int name, bool has, List<Narrowing>? undo = null)
    {
        int subject = Subject(node), variable;
        if (subject >= 0 ? !TryVariable(Name(subject), out variable) : !TryAttribute(node, out variable)) return;
        int narrowed = NewSlot();
        Emit(OpCode.Narrow, narrowed, subject >= 0 ? _scope.Env[variable] : Eval(node), name, has ? NarrowKind.Has : NarrowKind.Lacks);
        Apply(variable, narrowed, undo);
    }

    /// <summary>Narrows the name or attribute that a condition is about, by the class that stands there or, below 0, by type.</summary>
    private void NarrowSubject(int node, int type, int kind, List<Narrowing>? undo)
    {
        int subject = Subject(node), variable;
        if (subject >= 0 ? !TryVariable(Name(subject), out variable) : !TryAttribute(node, out variable)) return;
        int narrowed = NewSlot(), value = subject >= 0 ? _scope.Env[variable] : Eval(node), types = type < 0 ? _facts.Ref(RefKind.Global, Known("type")) : Eval(type);
        Emit(OpCode.Narrow, narrowed, value, types, kind);
        if (subject >= 0 && kind is NarrowKind.Is or NarrowKind.IsNot) LearnClass(value, narrowed, type, types, kind == NarrowKind.Is, undo);
        Apply(variable, narrowed, undo);
    }

    private void NarrowByIdentity(int comparison, bool sense, List<Narrowing>? undo)
    {
        int first = FirstNamed(comparison), op = first < 0 ? -1 : _e[first].Next;
        if (op < 0 || op >= _e[comparison].Next) return;
        int other = _e[op].Next;
        if (other >= _e[comparison].Next || _e[other].Next != _e[comparison].Next) return;
        LearnLength(first, Kind(op), other, sense, undo);
        bool positive = Kind(op) is PyKind.Is or PyKind.Equal or PyKind.In;
        bool same = positive ? sense : Kind(op) is PyKind.IsNot or PyKind.NotEqual or PyKind.NotIn && !sense;
        if (positive || Kind(op) is PyKind.IsNot or PyKind.NotEqual or PyKind.NotIn) NarrowByType(first, other, same, undo);
        if (Kind(op) is PyKind.In or PyKind.NotIn) return;
        int subject = Subject(first);
        bool isEllipsis = Kind(other) == PyKind.Ellipsis || (Kind(other) == PyKind.Identifier && Text(other).SequenceEqual("Ellipsis"u8));
        if ((Kind(other) != PyKind.None && !isEllipsis) || !(positive || Kind(op) is PyKind.IsNot or PyKind.NotEqual)) return;
        if (subject >= 0 ? !TryVariable(Name(subject), out int variable) : !TryAttribute(first, out variable)) return;
        if (subject >= 0) Learn(_scope.Env[variable], isEllipsis ? SplitKind.Ellipsis : SplitKind.None, same, undo);
        // That an attribute is None holds until other code runs, like what was stored there.
        else _scope.StoredAttributes.Add(Builtin("NoneType"));
        if (same && !isEllipsis) Apply(variable, Builtin("NoneType"), undo);
    }

    /// <summary>type(x) is C, type(x) in (C, D), x.__class__ is C: of x what isinstance says; where it is false, only that it is not exactly of that class.</summary>
    private void NarrowByType(int left, int type, bool sense, List<Narrowing>? undo)
    {
        int subject = -1;
        if (Kind(left) == PyKind.Attribute && Child(left, G.AttributeName) is >= 0 and var attribute && IsClassOf(attribute)) subject = Child(left, G.Object);
        else if (Kind(left) == PyKind.Call && Child(left, G.Function) is >= 0 and var function && Kind(function) == PyKind.Identifier
            && Text(function).SequenceEqual("type"u8) && Child(left, G.Arguments) is >= 0 and var arguments) subject = FirstNamed(arguments);
        if (subject >= 0) NarrowSubject(subject, type, sense ? NarrowKind.Is : NarrowKind.IsNotExactly, undo);
    }

    /// <summary>The name that a condition is about, also where it is bound in the condition itself; -1 for none.</summary>
    private int Subject(int node)
    {
        if (node < 0) return -1;
        return Kind(node) switch
        {
            PyKind.Identifier => node,
            PyKind.NamedExpression => Child(node, G.Name),
            PyKind.ParenthesizedExpression => Subject(FirstNamed(node)),
            _ => -1,
        };
    }

    private bool TryVariable(int name, out int variable) =>
        _scope.Variables.TryGetValue(name, out variable) && _scope.Env[variable] != Scope.Unbound && !_scope.SharedWrites.Contains(variable)
        && _scope.Globals?.Contains(name) != true && _scope.Nonlocals?.Contains(name) != true;

    private void Apply(int variable, int slot, List<Narrowing>? undo)
    {
        undo?.Add(new Narrowing(variable, _scope.Env[variable], slot));
        Assign(_scope, variable, slot);
    }

    /// <summary>Takes narrowing back where the variable was not bound again meanwhile.</summary>
    private void Undo(List<Narrowing> narrowed)
    {
        for (int i = narrowed.Count - 1; i >= 0; i--)
            if (_scope.Env[narrowed[i].Variable] == narrowed[i].New) Assign(_scope, narrowed[i].Variable, narrowed[i].Old);
    }

    /// <summary>Under `if TYPE_CHECKING`: what it binds serves annotations, but none of it ever runs.</summary>
    private int _typeOnly;

    private bool IsTypeChecking(int node)
    {
        int name = Kind(node) == PyKind.Attribute ? Child(node, G.AttributeName) : node;
        return name >= 0 && Kind(name) == PyKind.Identifier && Text(name).SequenceEqual("TYPE_CHECKING"u8);
    }

    /// <summary>Names that the `else` of an `if TYPE_CHECKING` gets from calls.</summary>
    private HashSet<int>? _madeByCalls;

    /// <summary>
    /// else: Point = namedtuple("Point", "x y") makes the class that a type checker is shown as a statement: they are one, and what calls the
    /// name calls that class.
    /// </summary>
    /// <returns>Null where an if asks for something else.</returns>
    private HashSet<int>? NamesMadeByCalls(int node)
    {
        if (Child(node, G.Condition) is not (>= 0 and var condition) || !IsTypeChecking(condition)) return null;
        var names = new HashSet<int>();
        int alternative = Child(node, G.Alternative);
        if (alternative < 0 || Kind(alternative) != PyKind.ElseClause || Child(alternative, G.Body) is not (>= 0 and var body)) return names;
        for (int s = body + 1; s < _e[body].Next; s = _e[s].Next)
            if (FirstNamed(s) is >= 0 and var assignment && Kind(assignment) == PyKind.Assignment
                && Child(assignment, G.Left) is >= 0 and var left && Kind(left) == PyKind.Identifier
                && Child(assignment, G.Right) is >= 0 and var right && Kind(right) == PyKind.Call) names.Add(Name(left));
        return names;
    }
}
