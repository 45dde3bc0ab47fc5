using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Expressions: each gives the slot that holds its values.</summary>
internal sealed unsafe partial class FileExtractor
{
    private int Eval(int node)
    {
        if (node < 0 || !_e[node].IsNamed || _depth >= MaxDepth) return Unknown;
        _depth++;
        int slot = EvalUnguarded(node);
        _depth--;
        return slot;
    }

    private int EvalUnguarded(int node)
    {
        switch (Kind(node))
        {
            case PyKind.Identifier: return Touch(Lookup(Name(node)));
            case PyKind.Attribute: return EvalAttribute(node);
            case PyKind.Call: return EvalCall(node);
            case PyKind.String or PyKind.ConcatenatedString: return EvalString(node);
            case PyKind.Integer: return EvalInteger(node);
            case PyKind.Float: return Builtin("float");
            case PyKind.True or PyKind.False: return _facts.Ref(RefKind.Boolean, Kind(node) == PyKind.True ? 1 : 0);
            case PyKind.None: return Builtin("NoneType");
            case PyKind.Subscript:
                if (EvalUnion(node) is { } union) return union;
                if (InDictionary(node, out int owner, out int attribute)) return ReadAttribute(owner, attribute, Line(node));
                int containerNode = Child(node, G.Value), container = Eval(containerNode);
                bool isName = IsName(containerNode);
                if (SliceKnown(container, node, isName) is { } part) return part;
                int index = EvalSubscripts(node);
                if (IsMadeByExecution(container, index)) return Unknown;
                if (LoadKnown(container, index, isName) is { } item) return item;
                Untouch(container, isName);
                return EmitGetItem(container, index, Line(node), Child(node, G.SubscriptField));
            case PyKind.BinaryOperator: return EvalBinary(node);
            case PyKind.BooleanOperator: return EvalBoolean(node);
            case PyKind.NotOperator:
                EvalCondition(Child(node, G.Argument));
                return Builtin("bool");
            case PyKind.UnaryOperator: return EvalUnary(node);
            case PyKind.ComparisonOperator: return EvalComparison(node);
            case PyKind.ConditionalExpression: return EvalConditional(node);
            case PyKind.NamedExpression:
                int bound = Eval(Child(node, G.Value)), name = Child(node, G.Name);
                Escape(bound);
                if (name >= 0) Bind(Name(name), bound);
                return bound;
            case PyKind.ParenthesizedExpression: return Eval(FirstNamed(node));
            case PyKind.Await:
                int awaited = NewSlot();
                Emit(OpCode.Await, awaited, Eval(FirstNamed(node)), Line(node));
                OtherCodeRuns();
                return awaited;
            case PyKind.Yield: return EvalYield(node);
            case PyKind.Lambda: return EvalLambda(node);
            case PyKind.Tuple or PyKind.ExpressionList or PyKind.PatternList or PyKind.TuplePattern: return EvalDisplay(node, ContainerKind.Tuple);
            case PyKind.List or PyKind.ListPattern: return EvalDisplay(node, ContainerKind.List);
            case PyKind.Set: return EvalDisplay(node, ContainerKind.Set);
            case PyKind.Dictionary: return EvalDictionary(node);
            case PyKind.ListComprehension: return EvalComprehension(node, ContainerKind.List);
            case PyKind.SetComprehension: return EvalComprehension(node, ContainerKind.Set);
            case PyKind.GeneratorExpression: return EvalComprehension(node, ContainerKind.Generator);
            case PyKind.DictionaryComprehension: return EvalComprehension(node, ContainerKind.Dict);
            case PyKind.Assignment: return ReadAssignment(node);
            case PyKind.Ellipsis: return Builtin("ellipsis");
            case PyKind.ListSplat or PyKind.DictionarySplat or PyKind.Type or PyKind.Chevron or PyKind.ListSplatPattern: return Eval(FirstNamed(node));
            case PyKind.Slice:
                EvalChildren(node);
                return Builtin("slice");
            case PyKind.Comment: return Unknown;
            default:
                EvalChildren(node);
                return Unknown;
        }
    }

    private void EvalChildren(int node)
    {
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next) Eval(c);
    }

    private int EvalAttribute(int node)
    {
        int @object = Child(node, G.Object), attribute = Child(node, G.AttributeName);
        int value = Eval(@object);
        if (attribute < 0) return Unknown;
        if (KnownAttribute(value, Member(attribute)) is not Scope.Unbound and var known)
        {
            AttributeRead(Member(attribute));
            return EmitKnown(value, Member(attribute), known, Line(attribute));
        }
        int result = NewSlot();
        if (IsClassOf(attribute))
        {
            Emit(OpCode.Call, result, _facts.Ref(RefKind.Global, Known("type")), Line(attribute), (int)CallFlags.None, ArgKind.Positional, value);
            return result;
        }
        Emit(OpCode.GetAttr, result, value, Member(attribute), Line(attribute));
        AttributeRead(Member(attribute));
        return result;
    }

    /// <summary>x.__class__ is what type(x) gives.</summary>
    private bool IsClassOf(int attribute) => Text(attribute).SequenceEqual("__class__"u8);

    private int EmitGetItem(int container, int index, int line, int subscript = -1)
    {
        int result = NewSlot();
        if (subscript >= 0 && Kind(subscript) == PyKind.Slice && Bounds(subscript) is var (from, to)) Emit(OpCode.GetItem, result, container, index, line, from, to);
        else Emit(OpCode.GetItem, result, container, index, line);
        return result;
    }

    /// <summary>The bounds of a slice that are numbers written down, <see cref="Slots.None"/> for one that is left out; null where it says more.</summary>
    private (int From, int To)? Bounds(int slice)
    {
        int from = Slots.None, to = Slots.None, colon = -1;
        for (int c = slice + 1; c < _e[slice].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.Colon)
            {
                if (colon >= 0) return null;
                colon = c;
            }
            else if (_e[c].IsNamed)
            {
                int number = Kind(c) == PyKind.UnaryOperator ? Child(c, G.Argument) : c;
                if (number < 0 || Kind(number) != PyKind.Integer || !System.Buffers.Text.Utf8Parser.TryParse(Text(number), out int bound, out int length) || length != Text(number).Length) return null;
                if (number != c && Text(c)[0] != (byte)'-') return null;
                (colon < 0 ? ref from : ref to) = number == c ? bound : -bound;
            }
        }
        return colon < 0 ? null : (from, to);
    }

    private int EvalSubscripts(int node)
    {
        int value = Child(node, G.Value), first = Slots.None;
        List<(int Key, int Slot)>? all = null;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (c == value || !_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            int index = Eval(c);
            if (first == Slots.None) first = index;
            else (all ??= [(_facts.Ref(RefKind.Integer, 0), first)]).Add((_facts.Ref(RefKind.Integer, all.Count), index));
        }
        if (all is null) return first == Slots.None ? Unknown : first;
        // Of several indices nobody asks which is which.
        return _keepsTypeArguments ? EmitContainer(ContainerKind.Tuple, all, known: false) : Builtin("tuple");
    }

    private int EvalBinary(int node)
    {
        int leftNode = Child(node, G.Left), rightNode = Child(node, G.Right);
        int left = Eval(leftNode), right = Eval(rightNode), token = Child(node, G.Operator);
        int op = token < 0 ? -1 : Operators.IndexOf(Kind(token));
        if (op == 0 && AddKnown(left, right, leftNode, rightNode) is { } sum) return sum;
        if (IsPlain(left) && IsPlain(right)) return Computed(left, right, op);
        if (op == 0 && Slots.IsRef(left) && _facts.RefAt(left) is { Kind: (int)RefKind.String } prefix)
        {
            int start = _facts.Ref(RefKind.StringPrefix, prefix.Value);
            return IsNameText(left) ? Compose(start, [left, right]) : start;
        }
        if (token >= 0 && Kind(token) == PyKind.Percent && Kind(leftNode) == PyKind.String) FormatInto(leftNode, right, Kind(rightNode) == PyKind.Tuple);
        if (op < 0) return Unknown;
        int result = NewSlot();
        Emit(OpCode.Binary, result, left, right, op, Line(node));
        if (op == 0) ComposeSum(result, left, right);
        else if (Kind(token) == PyKind.Percent) ComposeFormat(result, left, right, Kind(rightNode) == PyKind.Tuple);
        return result;
    }

    private int EvalBoolean(int node)
    {
        int left = Child(node, G.Left), right = Child(node, G.Right), token = Child(node, G.Operator);
        int first = EvalCondition(left);
        bool isAnd = token >= 0 && Kind(token) == PyKind.And;
        // The right side is evaluated only where the left one does not decide.
        bool? truth = left < 0 ? null : Constant(left);
        if (truth == !isAnd) return first;
        List<Narrowing> narrowed = [];
        if (left >= 0) Narrow(left, isAnd, narrowed);
        _conditional++;
        int second = Eval(right);
        _conditional--;
        Undo(narrowed);
        return truth is null ? Merge(first, second) : second;
    }

    private int EvalUnary(int node)
    {
        int operand = Eval(Child(node, G.Argument)), token = Child(node, G.Operator);
        if (Slots.IsRef(operand) && token >= 0 && Kind(token) == PyKind.Minus && _facts.RefAt(operand) is { Kind: (int)RefKind.Integer } number)
            return _facts.Ref(RefKind.Integer, -number.Value);
        if (IsPlain(operand)) return Slots.IsRef(operand) && token >= 0 && Kind(token) == PyKind.Minus ? Builtin("int") : operand;
        string? method = token < 0 ? null : Kind(token) switch
        {
            PyKind.Minus => "__neg__", PyKind.Plus => "__pos__", PyKind.Tilde => "__invert__", _ => null,
        };
        return method is null ? Unknown : EmitSpecial(operand, method, Line(node));
    }

    private int EvalComparison(int node)
    {
        int left = Slots.None;
        var op = PyKind.Other;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (_e[c].Field == G.Operators)
            {
                op = Kind(c);
                continue;
            }
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            int right = Eval(c);
            if (left != Slots.None) EmitComparison(op, left, right, Line(c));
            left = right;
        }
        // PY3 = sys.version_info[0] >= 3 is asked for later.
        return VersionComparison(node) is { } known ? _facts.Ref(RefKind.Boolean, known ? 1 : 0) : Builtin("bool");
    }

    private void EmitComparison(PyKind op, int left, int right, int line)
    {
        if (op is PyKind.In or PyKind.NotIn or PyKind.Not)
        {
            if (!IsPlain(right)) EmitSpecial(right, "__contains__", line, left);
            return;
        }
        int number = Operators.IndexOf(op);
        if (number >= 0 && !(IsPlain(left) && IsPlain(right))) Emit(OpCode.Binary, NewSlot(), left, right, number, line);
    }

    /// <param name="node">The expression.</param>
    /// <param name="each">Is given the value of each arm while its condition holds; null for nobody.</param>
    private int EvalConditional(int node, Action<int>? each = null)
    {
        // value if condition else alternative: three children without fields.
        Span<int> parts = stackalloc int[3];
        int count = 0;
        for (int c = node + 1; c < _e[node].Next && count < 3; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) parts[count++] = c;
        if (count < 3)
        {
            each?.Invoke(Unknown);
            return Unknown;
        }
        EvalCondition(parts[1]);
        bool? truth = Constant(parts[1]);
        int value = Slots.None;
        bool dead = _scope.Dead;
        foreach (bool sense in (ReadOnlySpan<bool>)[true, false])
        {
            if (truth == !sense) continue;
            List<Narrowing> narrowed = [];
            Narrow(parts[1], sense, narrowed);
            _conditional++;
            int result = Eval(sense ? parts[0] : parts[2]);
            _conditional--;
            each?.Invoke(result);
            Undo(narrowed);
            if (each is null) value = value == Slots.None ? result : Merge(value, result);
        }
        _scope.Dead = dead;
        return value;
    }

    private int EvalYield(int node)
    {
        int value = -1;
        bool from = false;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.From) from = true;
            else if (value < 0 && _e[c].IsNamed && Kind(c) != PyKind.Comment) value = c;
        }
        Def(_function.Def).Flags |= (int)DefFlags.Generator;
        int yielded = value < 0 ? Builtin("NoneType") : Eval(value);
        OtherCodeRuns();
        if (!from)
        {
            Emit(OpCode.Yield, _function.Def, yielded);
            int sent = NewSlot();
            Emit(OpCode.Sent, sent, _function.Def);
            return sent;
        }
        int result = NewSlot();
        Emit(OpCode.YieldFrom, result, _function.Def, yielded, Line(node));
        return result;
    }

    private int EvalInteger(int node)
    {
        var text = Text(node);
        return System.Buffers.Text.Utf8Parser.TryParse(text, out int number, out int used) && used == text.Length
            ? _facts.Ref(RefKind.Integer, number)
            : Builtin("int");
    }

    /// <summary>Longest string that is kept as a value: names, keys and paths, no prose.</summary>
    private const int MaxConstant = 64;

    private int EvalString(int node)
    {
        if (Kind(node) == PyKind.ConcatenatedString)
        {
            EvalChildren(node);
            return Builtin("str");
        }
        int contentStart = -1, contentEnd = -1;
        List<int>? parts = null;
        bool bytes = false, plain = true, computed = false;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            switch (Kind(c))
            {
                case PyKind.StringStart:
                    bytes = Text(c).IndexOfAny((byte)'b', (byte)'B') >= 0;
                    contentStart = contentEnd = _e[c].End;
                    if (Text(c).IndexOfAny((byte)'f', (byte)'F') >= 0) parts = [];
                    break;
                case PyKind.StringContent:
                    if (!computed) contentEnd = _e[c].End;
                    plain &= _e[c].Next == c + 1;
                    if (parts is null) break;
                    if (NameText.IsPart(Text(c))) parts.Add(TextRef(Text(c)));
                    else parts = null;
                    break;
                case PyKind.Interpolation:
                    computed = true;
                    int value = Child(c, G.Expression);
                    int slot = value < 0 ? Unknown : ReadInterpolation(value, FormattingMethod(c, value));
                    if (IsPutInAsItIs(c, value)) parts?.Add(slot);
                    else parts = null;
                    break;
            }
        }
        if (bytes) return Builtin("bytes");
        int length = contentEnd - contentStart;
        if (!plain || contentStart < 0 || length > MaxConstant || (computed && length == 0 && parts is null)) return Builtin("str");
        int start = computed && length == 0 ? Builtin("str")
            : _facts.Ref(computed ? RefKind.StringPrefix : RefKind.String, _facts.Strings.Intern(new ReadOnlySpan<byte>(_src + contentStart, length)));
        return computed && parts is not null ? Compose(start, parts) : start;
    }

    private int ReadInterpolation(int expression, string method)
    {
        int value = Eval(expression);
        if (!Slots.IsRef(value)) EmitSpecial(value, method, Line(expression));
        return value;
    }

    /// <summary>Whether nothing is said of how a value is written: {x}, {x!s}.</summary>
    private bool IsPutInAsItIs(int interpolation, int expression) =>
        expression >= 0 && Text(interpolation)[(_e[expression].End - _e[interpolation].Start)..].Trim(" )}"u8) is [] or [(byte)'!', (byte)'s'];

    /// <summary>{x!r} runs __repr__, {x!s} __str__, and only without one of these __format__.</summary>
    private string FormattingMethod(int interpolation, int expression)
    {
        var rest = Text(interpolation)[(_e[expression].End - _e[interpolation].Start)..].TrimStart(" =)"u8);
        if (rest.Length < 2 || rest[0] != '!') return "__format__";
        return rest[1] == 's' ? "__str__" : "__repr__";
    }
}
