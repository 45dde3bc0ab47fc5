using CodexAura.TreeSitter;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>The grammar's node types that the extractor tells apart, dense so that a switch becomes a jump table.</summary>
internal enum PyKind : byte
{
    Other, Error, Comment,
    Module, Block, ExpressionStatement, Assignment, AugmentedAssignment, NamedExpression, ReturnStatement, DeleteStatement,
    RaiseStatement, IfStatement, ElifClause, ElseClause, MatchStatement, CaseClause, CasePattern, IfClause, ForStatement,
    WhileStatement, TryStatement, ExceptClause, ExceptGroupClause, FinallyClause, WithStatement, WithClause, WithItem,
    FunctionDefinition, ClassDefinition, DecoratedDefinition, Decorator, ImportStatement, ImportFromStatement,
    FutureImportStatement, AliasedImport, DottedName, RelativeImport, ImportPrefix, WildcardImport, GlobalStatement,
    NonlocalStatement, AssertStatement, PrintStatement, ExecStatement, TypeAliasStatement, BreakStatement, ContinueStatement,
    PassStatement, Chevron,
    Identifier, Integer, Float, String, StringStart, StringContent, StringEnd, Interpolation, FormatSpecifier, ConcatenatedString,
    EscapeSequence, EscapeInterpolation, True, False, None, Ellipsis, UnaryOperator, BinaryOperator, BooleanOperator,
    ComparisonOperator, NotOperator, Lambda, LambdaParameters, ConditionalExpression, Attribute, Subscript, Slice, Call,
    ArgumentList, KeywordArgument, ListSplat, DictionarySplat, List, Set, Tuple, Dictionary, Pair, ListComprehension,
    SetComprehension, DictionaryComprehension, GeneratorExpression, ForInClause, ParenthesizedExpression, ParenthesizedListSplat,
    Await, Yield, AsPattern, AsPatternTarget, PatternList, TuplePattern, ListPattern, ListSplatPattern, DictionarySplatPattern,
    ExpressionList, Type, GenericType, UnionType, MemberType, ConstrainedType, SplatType, TypeParameter,
    Parameters, DefaultParameter, TypedParameter, TypedDefaultParameter, KeywordSeparator, PositionalSeparator,
    ClassPattern, KeywordPattern, DictPattern, UnionPattern, SplatPattern, ComplexPattern,
    // Tokens
    Async, In, Not, Is, And, Or, NotIn, IsNot, Plus, Minus, Star, DoubleStar, Slash, DoubleSlash, Percent, At, Ampersand, Pipe,
    Caret, LeftShift, RightShift, Tilde, Less, LessEqual, Equal, NotEqual, GreaterEqual, Greater, Underscore, From, Colon,
}

/// <summary>Fields of the grammar's nodes, as the numbers the grammar gives them.</summary>
internal sealed class PythonGrammar
{
    public static readonly PythonGrammar Instance = new();
    private readonly PyKind[] _kinds;

    private PythonGrammar()
    {
        Language = TreeSitterLanguage.Load("tree-sitter-python", "tree_sitter_python");
        var byName = new Dictionary<string, PyKind>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<PyKind>())
            byName[SnakeCase(kind.ToString())] = kind;
        _kinds = new PyKind[Language.SymbolCount + 1];
        var skip = new SyntaxSkip[Language.SymbolCount];
        for (ushort symbol = 0; symbol < Language.SymbolCount; symbol++)
        {
            string name = Language.SymbolName(symbol);
            if (Language.IsNamed(symbol))
                _kinds[symbol] = byName.TryGetValue(name, out var kind) && kind < PyKind.Async ? kind : PyKind.Other;
            else
                _kinds[symbol] = Token(name);
            // Punctuation and keywords nobody asks for are dropped while the tree is flattened.
            if (!Language.IsNamed(symbol) && _kinds[symbol] == PyKind.Other) skip[symbol] = SyntaxSkip.Leaf;
            // A backslash at the end of a line is a node of its own in the midst of others: an argument more, an operand more.
            if (name == "line_continuation") skip[symbol] = SyntaxSkip.Leaf;
        }
        SkipTable = skip;
        Alias = Field("alias"); Alternative = Field("alternative"); Argument = Field("argument"); Arguments = Field("arguments");
        AttributeName = Field("attribute"); Body = Field("body"); Cause = Field("cause"); Condition = Field("condition");
        Consequence = Field("consequence"); Definition = Field("definition"); Expression = Field("expression");
        Function = Field("function"); Guard = Field("guard"); Key = Field("key"); Left = Field("left");
        ModuleName = Field("module_name"); Name = Field("name"); Object = Field("object"); Operator = Field("operator");
        Operators = Field("operators"); Parameters = Field("parameters"); ReturnType = Field("return_type"); Right = Field("right");
        Subject = Field("subject"); SubscriptField = Field("subscript"); Superclasses = Field("superclasses"); Type = Field("type");
        TypeParameters = Field("type_parameters"); Value = Field("value");
    }

    public TreeSitterLanguage Language { get; }
    public SyntaxSkip[] SkipTable { get; }
    public readonly byte Alias, Alternative, Argument, Arguments, AttributeName, Body, Cause, Condition, Consequence, Definition,
        Expression, Function, Guard, Key, Left, ModuleName, Name, Object, Operator, Operators, Parameters, ReturnType, Right, Subject,
        SubscriptField, Superclasses, Type, TypeParameters, Value;

    /// <summary>What a symbol is; ERROR nodes have the largest symbol number.</summary>
    public PyKind Kind(ushort symbol) => symbol < _kinds.Length - 1 ? _kinds[symbol] : PyKind.Error;

    private byte Field(string name) => (byte)Language.FieldId(name);

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static PyKind Token(string text) => text switch
    {
        "async" => PyKind.Async, "in" => PyKind.In, "not" => PyKind.Not, "is" => PyKind.Is, "and" => PyKind.And, "or" => PyKind.Or,
        "not in" => PyKind.NotIn, "is not" => PyKind.IsNot, "+" => PyKind.Plus, "-" => PyKind.Minus, "*" => PyKind.Star,
        "**" => PyKind.DoubleStar, "/" => PyKind.Slash, "//" => PyKind.DoubleSlash, "%" => PyKind.Percent, "@" => PyKind.At,
        "&" => PyKind.Ampersand, "|" => PyKind.Pipe, "^" => PyKind.Caret, "<<" => PyKind.LeftShift, ">>" => PyKind.RightShift,
        "~" => PyKind.Tilde, "<" => PyKind.Less, "<=" => PyKind.LessEqual, "==" => PyKind.Equal, "!=" or "<>" => PyKind.NotEqual,
        ">=" => PyKind.GreaterEqual, ">" => PyKind.Greater, "_" => PyKind.Underscore, "from" => PyKind.From,
        "+=" => PyKind.Plus, "-=" => PyKind.Minus, "*=" => PyKind.Star, "**=" => PyKind.DoubleStar, "/=" => PyKind.Slash,
        "//=" => PyKind.DoubleSlash, "%=" => PyKind.Percent, "@=" => PyKind.At, "&=" => PyKind.Ampersand, "|=" => PyKind.Pipe,
        "^=" => PyKind.Caret, "<<=" => PyKind.LeftShift, ">>=" => PyKind.RightShift, ":" => PyKind.Colon,
        _ => PyKind.Other,
    };
}

/// <summary>Operators by number, and the special methods that run for them.</summary>
internal static class Operators
{
    /// <summary>Special method of the left operand, its reflection on the right one, the in-place one.</summary>
    public static readonly (PyKind Token, string Method, string Reflected, string InPlace)[] All =
    [
        (PyKind.Plus, "__add__", "__radd__", "__iadd__"), (PyKind.Minus, "__sub__", "__rsub__", "__isub__"),
        (PyKind.Star, "__mul__", "__rmul__", "__imul__"), (PyKind.DoubleStar, "__pow__", "__rpow__", "__ipow__"),
        (PyKind.Slash, "__truediv__", "__rtruediv__", "__itruediv__"), (PyKind.DoubleSlash, "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
        (PyKind.Percent, "__mod__", "__rmod__", "__imod__"), (PyKind.At, "__matmul__", "__rmatmul__", "__imatmul__"),
        (PyKind.Ampersand, "__and__", "__rand__", "__iand__"), (PyKind.Pipe, "__or__", "__ror__", "__ior__"),
        (PyKind.Caret, "__xor__", "__rxor__", "__ixor__"), (PyKind.LeftShift, "__lshift__", "__rlshift__", "__ilshift__"),
        (PyKind.RightShift, "__rshift__", "__rrshift__", "__irshift__"), (PyKind.Less, "__lt__", "__gt__", ""),
        (PyKind.LessEqual, "__le__", "__ge__", ""), (PyKind.Equal, "__eq__", "__eq__", ""), (PyKind.NotEqual, "__ne__", "__ne__", ""),
        (PyKind.GreaterEqual, "__ge__", "__le__", ""), (PyKind.Greater, "__gt__", "__lt__", ""),
    ];

    /// <summary>Added to an operator's number for the augmented assignment.</summary>
    public const int InPlace = 64;

    public static int IndexOf(PyKind token)
    {
        for (int i = 0; i < All.Length; i++)
            if (All[i].Token == token) return i;
        return -1;
    }
}
