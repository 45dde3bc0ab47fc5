using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>What comes out the same in every run: conditions of which one arm never runs, and what is computed from constants.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>The outcome of a condition that is the same in every run, or null.</summary>
    private bool? Constant(int node)
    {
        switch (Kind(node))
        {
            case PyKind.ParenthesizedExpression:
                int inner = FirstNamed(node);
                return inner < 0 ? null : Constant(inner);
            case PyKind.NotOperator:
                int argument = Child(node, G.Argument);
                return argument < 0 ? null : !Constant(argument);
            case PyKind.BooleanOperator:
                int left = Child(node, G.Left), right = Child(node, G.Right), token = Child(node, G.Operator);
                if (left < 0 || right < 0 || token < 0) return null;
                bool? first = Constant(left), second = Constant(right);
                bool deciding = Kind(token) == PyKind.Or;
                return first == deciding || second == deciding ? deciding : first is null ? null : second;
            case PyKind.ComparisonOperator: return VersionComparison(node) ?? ConstantComparison(node);
            case PyKind.List or PyKind.Tuple or PyKind.Dictionary: return FirstNamed(node) >= 0;
        }
        return ConstantValue(node) switch
        {
            { Kind: (int)RefKind.Integer or (int)RefKind.Boolean } number => number.Value != 0,
            { Kind: (int)RefKind.String } text => _facts.Strings[text.Value].Length > 0,
            { } none when IsNone(none) => false,
            _ => null,
        };
    }

    private bool? ConstantComparison(int node)
    {
        int left = FirstNamed(node), op = left < 0 ? -1 : _e[left].Next;
        if (op < 0 || op >= _e[node].Next) return null;
        int right = _e[op].Next;
        if (right >= _e[node].Next || _e[right].Next != _e[node].Next) return null;
        if (ConstantValue(left) is not { } a || ConstantValue(right) is not { } b) return null;
        bool isNone = IsNone(a) || IsNone(b);
        // There is one None, one True and one False; of other constants nobody knows which are the same object.
        if (isNone || (a.Kind == (int)RefKind.Boolean && b.Kind == a.Kind))
        {
            if (isNone && !(IsNone(a) || HasValue(a)) || isNone && !(IsNone(b) || HasValue(b))) return null;
            bool same = isNone ? IsNone(a) && IsNone(b) : a.Value == b.Value;
            return Kind(op) switch
            {
                PyKind.Is or PyKind.Equal => same,
                PyKind.IsNot or PyKind.NotEqual => !same,
                _ => null,
            };
        }
        if (a.Kind != b.Kind || !HasValue(a)) return null;
        bool number = a.Kind == (int)RefKind.Integer;
        return Kind(op) switch
        {
            PyKind.Equal => a.Value == b.Value,
            PyKind.NotEqual => a.Value != b.Value,
            PyKind.Less when number => a.Value < b.Value,
            PyKind.LessEqual when number => a.Value <= b.Value,
            PyKind.Greater when number => a.Value > b.Value,
            PyKind.GreaterEqual when number => a.Value >= b.Value,
            _ => null,
        };
    }

    private static bool HasValue(in RefRecord record) => record.Kind is (int)RefKind.Integer or (int)RefKind.String or (int)RefKind.Boolean;

    private bool IsNone(in RefRecord record) => record.Kind == (int)RefKind.BuiltinInstance && record.Value == Known("NoneType");

    /// <summary>The constant that an expression without effect stands for, if a single one reaches it.</summary>
    private RefRecord? ConstantValue(int node)
    {
        if (Kind(node) is not (PyKind.Integer or PyKind.String or PyKind.Identifier or PyKind.True or PyKind.False or PyKind.None)) return null;
        // Another scope may have bound the name by the time a function runs.
        int slot = Eval(node);
        return Slots.IsRef(slot) ? _facts.RefAt(slot) : null;
    }

    /// <summary>Evaluates an expression that is asked whether it is true, which runs code of its class.</summary>
    private int EvalCondition(int node)
    {
        int slot = Eval(node);
        if (node >= 0 && Kind(node) is PyKind.Identifier or PyKind.Attribute or PyKind.Call or PyKind.Subscript or PyKind.NamedExpression or PyKind.Await && !Slots.IsRef(slot))
            EmitSpecial(slot, "__bool__", Line(node));
        return slot;
    }

    /// <summary>What an operator makes of two constants or values of builtin types.</summary>
    private int Computed(int left, int right, int op)
    {
        var (a, b) = (_facts.RefAt(left), _facts.RefAt(right));
        if (a.Kind == (int)RefKind.String && op == 0)
        {
            // "visit_" + name: what is known of the string is its start.
            if (b.Kind != (int)RefKind.String) return _facts.Ref(RefKind.StringPrefix, a.Value);
            byte[] both = [.. _facts.Strings[a.Value], .. _facts.Strings[b.Value]];
            return both.Length > MaxConstant ? Builtin("str") : _facts.Ref(RefKind.String, _facts.Strings.Intern(both));
        }
        if (a.Kind == (int)RefKind.StringPrefix && op == 0) return left;
        if (a.Kind != (int)RefKind.Integer || b.Kind != (int)RefKind.Integer) return PlainType(left);
        long? value = op < 0 ? null : Operators.All[op].Token switch
        {
            PyKind.Plus => (long)a.Value + b.Value,
            PyKind.Minus => (long)a.Value - b.Value,
            PyKind.Star => (long)a.Value * b.Value,
            _ => null,
        };
        return value is >= int.MinValue and <= int.MaxValue ? _facts.Ref(RefKind.Integer, (int)value) : Builtin("int");
    }

    /// <summary>"%s" % value runs __str__, "%r" __repr__, of the value or, one after the other, of those in a tuple.</summary>
    private void FormatInto(int format, int values, bool isTuple)
    {
        if ((isTuple ? KnownElements(values) : [values]) is not { } operands) return;
        var text = Text(format);
        for (int i = 0, operand = 0; i + 1 < text.Length && operand < operands.Count; i++)
        {
            if (text[i] != '%') continue;
            i++;
            while (i < text.Length && "#0- +.123456789"u8.Contains(text[i])) i++;
            // Names and computed widths: which operand it is, is not as simple.
            if (i == text.Length || text[i] is (byte)'(' or (byte)'*') return;
            if (text[i] == '%') continue;
            string? method = text[i] switch { (byte)'s' => "__str__", (byte)'r' or (byte)'a' => "__repr__", _ => null };
            if (method is not null && !IsPlain(operands[operand])) EmitSpecial(operands[operand], method, Line(format));
            operand++;
        }
    }
}
