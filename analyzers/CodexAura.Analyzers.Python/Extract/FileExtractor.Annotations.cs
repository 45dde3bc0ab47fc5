using System.Runtime.InteropServices;
using System.Text;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.TreeSitter;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Annotations: which instances a name is declared to hold.</summary>
internal sealed unsafe partial class FileExtractor
{
    private const int MaxForwardReference = 500;
    private static readonly HashSet<string> BuiltinScalars = ["str", "int", "float", "bool", "bytes", "complex"];

    // How many names of what may be classes the annotation that is being read has, and whether it says more than they and scalars do.
    private int _typeNames;
    private bool _isOpenType;

    /// <summary>Reads the annotation of a parameter.</summary>
    /// <param name="node">The annotation; -1 for none.</param>
    /// <param name="names">How many classes it names, where it names nothing else but scalars; 0 where anything else may be meant.</param>
    /// <returns>As <see cref="EvalAnnotation"/>.</returns>
    private int EvalParameterType(int node, out int names)
    {
        (_typeNames, _isOpenType) = (0, false);
        int slot = EvalAnnotation(node);
        names = _isOpenType || slot == Slots.None ? 0 : _typeNames;
        return slot;
    }

    // Whether annotations are kept as texts in this file, and whether one is read that is never evaluated: of a variable of a function.
    private bool _isPostponed, _isOfLocal;

    /// <summary>from __future__ import annotations</summary>
    private void ReadFutureImport(int node)
    {
        for (int c = node + 1; c < _e[node].Next; c++) _isPostponed |= Kind(c) == PyKind.Identifier && Text(c).SequenceEqual("annotations"u8);
    }

    /// <summary>Reads the annotation of a variable or attribute.</summary>
    private int EvalVariableType(int node)
    {
        bool outer = _isOfLocal;
        _isOfLocal = _scope.Kind is not (ScopeKind.Module or ScopeKind.Class);
        int slot = EvalAnnotation(node);
        _isOfLocal = outer;
        return slot;
    }

    /// <summary>The slot of the instances an annotation names, or None when it says nothing.</summary>
    private int EvalAnnotation(int node)
    {
        _isOpenType |= node < 0 || _depth >= MaxDepth;
        if (node < 0 || _depth >= MaxDepth) return Slots.None;
        bool outer = _inAnnotation;
        _inAnnotation = true;
        _depth++;
        int slot = EvalAnnotationUnguarded(node);
        _isOpenType |= slot == Slots.None;
        _depth--;
        _inAnnotation = outer;
        return slot;
    }

    private int EvalAnnotationUnguarded(int node)
    {
        switch (Kind(node))
        {
            case PyKind.Type or PyKind.ParenthesizedExpression or PyKind.ConstrainedType or PyKind.ExpressionStatement or PyKind.Module
                or PyKind.SplatType or PyKind.ListSplat:
                return EvalAnnotation(FirstNamed(node));
            case PyKind.Identifier:
                int value = Lookup(Name(node));
                if (Slots.IsRef(value) && (RefKind)_facts.RefAt(value).Kind == RefKind.Global)
                {
                    string name = Encoding.UTF8.GetString(Text(node));
                    if (BuiltinScalars.Contains(name)) return Builtin(name);
                    if (name is "object") return Slots.None;
                }
                return EmitInstanceOf(value);
            case PyKind.Attribute or PyKind.MemberType:
                return EmitInstanceOf(Eval(node));
            case PyKind.None: return Builtin("NoneType");
            case PyKind.String: return EvalForwardReference(node);
            case PyKind.BinaryOperator: return MergeInstances(EvalAnnotation(Child(node, G.Left)), EvalAnnotation(Child(node, G.Right)));
            case PyKind.UnionType:
                int union = Slots.None;
                for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
                    if (_e[c].IsNamed) union = MergeInstances(union, EvalAnnotation(c));
                return union;
            case PyKind.Subscript or PyKind.GenericType: return EvalGeneric(node);
            default: return Slots.None;
        }
    }

    private int EmitInstanceOf(int value)
    {
        if (value == Unknown) return Slots.None;
        _typeNames++;
        int result = NewSlot();
        Emit(OpCode.InstanceOf, result, value);
        return result;
    }

    /// <summary>Union[A, B] as a value, such as that of an alias, stands for both classes.</summary>
    private int? EvalUnion(int node)
    {
        int value = Child(node, G.Value);
        if (value < 0 || Kind(value) is not (PyKind.Identifier or PyKind.Attribute) || LastName(value) is not ("Union" or "Optional")) return null;
        int union = Slots.None;
        for (int c = _e[value].Next; c < _e[node].Next; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) is PyKind.Identifier or PyKind.Attribute or PyKind.Subscript or PyKind.String) union = MergeInstances(union, EvalTypeName(c));
        return union == Slots.None ? null : union;
    }

    /// <summary>The class that a name stands for, or the text of one.</summary>
    private int EvalTypeName(int node)
    {
        if (Kind(node) != PyKind.String) return Eval(node);
        var content = PlainText(node, out bool isPlain);
        bool outer = _inAnnotation;
        _inAnnotation = true;
        int value = isPlain ? EvalText(node, content, annotation: false) : Unknown;
        _inAnnotation = outer;
        return value == Unknown ? Slots.None : value;
    }

    /// <summary>What a string says, where nothing is put in.</summary>
    private ReadOnlySpan<byte> PlainText(int node, out bool isPlain)
    {
        ReadOnlySpan<byte> content = default;
        isPlain = true;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.StringContent) content = Text(c);
            isPlain &= Kind(c) != PyKind.Interpolation;
        }
        return content;
    }

    private int MergeInstances(int first, int second) =>
        first == Slots.None ? second : second == Slots.None ? first : Merge(first, second);

    private string LastName(int node)
    {
        int last = Kind(node) == PyKind.Attribute ? Child(node, G.AttributeName) : node;
        if (Kind(node) == PyKind.MemberType)
            for (int c = node + 1; c < _e[node].Next; c = _e[c].Next) last = c;
        return last >= 0 && Kind(last) == PyKind.Identifier ? Encoding.UTF8.GetString(Text(last)) : "";
    }

    private int EvalGeneric(int node)
    {
        int @base = Kind(node) == PyKind.Subscript ? Child(node, G.Value) : FirstNamed(node);
        if (@base < 0) return Slots.None;
        List<int> arguments = [];
        for (int c = _e[@base].Next; c < _e[node].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            if (Kind(c) is PyKind.TypeParameter or PyKind.Tuple)
            {
                for (int a = c + 1; a < _e[c].Next; a = _e[a].Next)
                    if (_e[a].IsNamed && Kind(a) != PyKind.Comment) arguments.Add(a);
            }
            else arguments.Add(c);
        }
        if (arguments.Count == 0) return EvalAnnotation(@base);
        switch (LastName(@base))
        {
            case "Annotated":
                return WithMetadata(EvalAnnotation(arguments[0]), CollectionsMarshal.AsSpan(arguments)[1..], !_isPostponed && !_isOfLocal);
            case "Optional" or "ClassVar" or "Final" or "Required" or "NotRequired" or "ReadOnly" or "InitVar" or "Unpack":
                return EvalAnnotation(arguments[0]);
            // SQLAlchemy's, which says of a class what its objects hold.
            case "Mapped" when _scope.Kind == ScopeKind.Class && IsImportedFrom(@base, "sqlalchemy"u8):
                return EvalAnnotation(arguments[0]);
            case "Union":
                int union = Slots.None;
                foreach (int argument in arguments) union = MergeInstances(union, EvalAnnotation(argument));
                return union;
            case "Literal":
                return Builtin("str");
            case "type" or "Type":
                _isOpenType = true;
                int type = Inner(arguments[0]);
                if (Kind(type) is not (PyKind.Identifier or PyKind.Attribute)) return Slots.None;
                int declared = NewSlot();
                Emit(OpCode.DeclaredClass, declared, Eval(type));
                return declared;
            case "Callable":
                _isOpenType = true;
                int result = EvalAnnotation(arguments[^1]);
                if (result == Slots.None) return Slots.None;
                int callable = NewSlot();
                Emit(OpCode.CallableOf, callable, result);
                return callable;
        }
        _isOpenType = true;
        int slot = NewSlot(), generic = Eval(@base);
        List<int> operands = [];
        foreach (int argument in arguments) operands.Add(EvalAnnotation(argument));
        int at = BeginOp(OpCode.Generic);
        _ops.Add(slot);
        _ops.Add(generic);
        _ops.AddRange(operands);
        EndOp(at);
        return slot;
    }

    /// <summary>The instances of a builtin container with these elements.</summary>
    private int EmitGeneric(string builtin, int first, int second)
    {
        int slot = NewSlot();
        Emit(OpCode.Generic, slot, _facts.Ref(RefKind.Global, Known(builtin)), first, second);
        return slot;
    }

    private int Inner(int node) => Kind(node) == PyKind.Type && FirstNamed(node) is var first and >= 0 ? first : node;

    /// <summary>A quoted annotation is parsed as the expression it is.</summary>
    private int EvalForwardReference(int node)
    {
        var content = PlainText(node, out bool isPlain);
        return isPlain ? EvalText(node, content, annotation: true) : Slots.None;
    }

    /// <summary>Reads a piece of text as the expression it is, in the scope it stands in.</summary>
    private int EvalText(int node, ReadOnlySpan<byte> content, bool annotation)
    {
        if (content.IsEmpty || content.Length > MaxForwardReference || _lineOverride > 0) return annotation ? Slots.None : Unknown;
        _reader.Read(content, _innerTable);
        SyntaxEntry* entries = _e;
        byte* source = _src;
        int line = Line(node);
        int result;
        fixed (byte* text = content)
        fixed (SyntaxEntry* inner = _innerTable.Entries)
        {
            _e = inner;
            _src = text;
            _lineOverride = line;
            int statement = FirstNamed(0);
            bool isExpression = statement >= 0 && Kind(statement) == PyKind.ExpressionStatement;
            result = annotation
                ? isExpression ? EvalAnnotation(statement) : Slots.None
                : isExpression ? Eval(FirstNamed(statement)) : Unknown;
        }
        _e = entries;
        _src = source;
        _lineOverride = 0;
        return result;
    }

    private void ReadReturnAnnotation(int def, int returns, int parameters, bool isClassMethod)
    {
        Def(def).ReturnAnnotation = EvalAnnotation(returns);
        int type = Inner(returns);
        if (Kind(type) != PyKind.Identifier || parameters < 0) return;
        if (Text(type).SequenceEqual("Self"u8) && IsMethod(def) && !isClassMethod)
        {
            // __new__ is given the class; what it returns, its body says.
            if (!_facts.Strings[Def(def).Name].SequenceEqual("__new__"u8)) Def(def).ReturnedParams |= 1;
            return;
        }
        if (!IsTypeVariable(type)) return;
        // def f(x: T) -> T gives back what it was given, whatever the body looks like.
        int index = 0;
        for (int c = parameters + 1; c < _e[parameters].Next; c = _e[c].Next)
        {
            if (Kind(c) is not (PyKind.Identifier or PyKind.DefaultParameter or PyKind.TypedDefaultParameter or PyKind.TypedParameter)) continue;
            int annotation = Child(c, G.Type);
            if (annotation >= 0 && index < 31 && Text(annotation).SequenceEqual(Text(type))) Def(def).ReturnedParams |= 1 << index;
            index++;
        }
    }

    private bool IsTypeVariable(int identifier)
    {
        var name = Text(identifier).TrimStart((byte)'_');
        return name.Length is > 0 and <= 3 && name[0] is >= (byte)'A' and <= (byte)'Z' && !Text(identifier).SequenceEqual("Any"u8)
            || name.EndsWith("_co"u8) || name.StartsWith("T_"u8) || name.EndsWith("T"u8) && name.Length <= 10 && name[0] is >= (byte)'A' and <= (byte)'Z';
    }

    private void DeclareMember(int left, int annotated)
    {
        if (Kind(left) == PyKind.Identifier && _scope.Kind != ScopeKind.Class) Bind(Name(left), annotated);
        else if (Kind(left) == PyKind.Attribute) Store(left, annotated);
    }

    /// <summary>Table = dict[str, T]: what is in the brackets may be type arguments.</summary>
    private int EvalAlias(int node)
    {
        bool kept = _keepsTypeArguments;
        _keepsTypeArguments = true;
        int value = IsAnnotated(node) ? EvalAnnotated(node) : Eval(node);
        _keepsTypeArguments = kept;
        return value;
    }

    private void ReadTypeAlias(int node)
    {
        int left = Child(node, G.Left), right = Child(node, G.Right);
        if (left < 0 || right < 0) return;
        int name = Inner(left), value = Inner(right);
        if (Kind(name) == PyKind.Identifier) Bind(Name(name), EvalAlias(value));
    }
}
