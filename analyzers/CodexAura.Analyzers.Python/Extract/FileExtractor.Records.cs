using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Fields that class bodies declare: dataclasses, attrs, named tuples.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>What the call read last named as what makes a field's default; None where it named nothing.</summary>
    private int _factory = Slots.None;

    private void NoteFactory(int keyword, int value)
    {
        if (_scope.Kind == ScopeKind.Class && (Text(keyword).SequenceEqual("default_factory"u8) || Text(keyword).SequenceEqual("factory"u8))) _factory = value;
    }

    /// <summary>An annotated name of a class body is a field: dataclasses and typed instances live from them. So is what attrs' calls are stored under.</summary>
    private void RecordMember(int left, int annotated, int type, int right)
    {
        if (_scope.Kind != ScopeKind.Class || Kind(left) != PyKind.Identifier || (type < 0 && !IsFieldCall(right))) return;
        // A ClassVar is an attribute of the class, no field.
        if (type >= 0 && Text(type).IndexOf("ClassVar"u8) >= 0) return;
        int hasValue = right >= 0 ? 1 : 0;
        if (_factory != Slots.None && right >= 0 && Kind(right) == PyKind.Call) Emit(OpCode.Field, _scope.Def, Name(left), annotated, hasValue, _factory);
        else Emit(OpCode.Field, _scope.Def, Name(left), annotated, hasValue);
    }

    /// <summary>self.name: T = … in a method.</summary>
    private void RecordFieldType(int left, int annotated)
    {
        if (Kind(left) != PyKind.Attribute || !IsMethod(_function.Def) || _function.FirstParamSlot == Slots.None) return;
        int owner = Child(left, G.Object), name = Child(left, G.AttributeName);
        if (owner >= 0 && name >= 0 && Kind(owner) == PyKind.Identifier && Lookup(Name(owner)) == _function.FirstParamSlot && EnclosingClass() is >= 0 and var def)
            Emit(OpCode.FieldType, def, Member(name), annotated);
    }

    /// <summary>Whether a decorator writes an __init__ for the class, unless init=False: dataclass, whatever stands before the word (but register_dataclass, which enters one that is made), and those of attrs.</summary>
    private bool GeneratesInit(int decorated)
    {
        for (int c = decorated + 1; c < _e[decorated].Next; c = _e[c].Next)
        {
            int expression = Kind(c) == PyKind.Decorator ? FirstNamed(c) : -1, arguments = -1;
            if (expression >= 0 && Kind(expression) == PyKind.Call) (arguments, expression) = (Child(expression, G.Arguments), Child(expression, G.Function));
            if (expression < 0 || Kind(expression) is not (PyKind.Identifier or PyKind.Attribute)) continue;
            string name = LastName(expression);
            bool isOfAttrs = name is "s" or "attrs" or "attributes" or "define" or "frozen" or "mutable" && IsOfAttrs(expression);
            bool isDataclass = name.EndsWith("dataclass", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("register", StringComparison.OrdinalIgnoreCase);
            if ((isOfAttrs || isDataclass) && (arguments < 0 || !SaysNoInit(arguments))) return true;
        }
        return false;
    }

    /// <summary>attr.name, attrs.name, or a name that was imported from there.</summary>
    private bool IsOfAttrs(int expression)
    {
        if (Kind(expression) == PyKind.Attribute) return Child(expression, G.Object) is >= 0 and var owner && IsAttrs(Text(owner));
        int name = Name(expression);
        return _facts.Imports.Exists(i => i.As == name && i.Kind == (int)ImportKind.From && i.Level == 0 && i.Module >= 0 && IsAttrs(_facts.Strings[i.Module]));
    }

    private static bool IsAttrs(ReadOnlySpan<byte> module) => module.SequenceEqual("attr"u8) || module.SequenceEqual("attrs"u8);

    private bool SaysNoInit(int arguments)
    {
        for (int c = arguments + 1; c < _e[arguments].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.KeywordArgument && Child(c, G.Name) is >= 0 and var name && Text(name).SequenceEqual("init"u8)) return Child(c, G.Value) is >= 0 and var value && Kind(value) == PyKind.False;
        return false;
    }

    /// <summary>attr.ib(…), attr.attrib(…), attrs.field(…).</summary>
    private bool IsFieldCall(int node)
    {
        int function = node >= 0 && Kind(node) == PyKind.Call ? Child(node, G.Function) : -1;
        return function >= 0 && Kind(function) is PyKind.Identifier or PyKind.Attribute && LastName(function) is "ib" or "attrib" or "field";
    }

    /// <summary>namedtuple("P", "x y"), NamedTuple("P", [("x", int)]): a class like one that is written out, but no node of the graph.</summary>
    private int? EvalNamedTuple(int function, int arguments)
    {
        if (arguments < 0 || Kind(arguments) != PyKind.ArgumentList || Kind(function) is not (PyKind.Identifier or PyKind.Attribute)
            || LastName(function) is not ("namedtuple" or "NamedTuple")) return null;
        int title = FirstNamed(arguments), list = -1;
        if (title < 0 || Kind(title) != PyKind.String) return null;
        for (int c = _e[title].Next; c < _e[arguments].Next && list < 0; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) list = c;
        if (list >= 0 && Kind(list) == PyKind.KeywordArgument)
            list = Child(list, G.Name) is >= 0 and var keyword && (Text(keyword).SequenceEqual("field_names"u8) || Text(keyword).SequenceEqual("fields"u8)) ? Child(list, G.Value) : -1;
        if (list < 0 || FieldNames(list) is not { } fields) return null;

        int def = AddDef(DefKind.Class, _e[function].Next < _e[arguments].Next ? function : arguments, -1), slot = NewSlot();
        Emit(OpCode.MakeClass, slot, def, 1, _facts.Ref(RefKind.Global, Known("_namedtuple_")));
        foreach (var (name, annotation) in fields) Emit(OpCode.Field, def, name, annotation, 0);
        _staticSlots.Add(slot);
        return slot;
    }

    /// <summary>type("C", (A, B), {"go": f}): what it would make, written down like a class; None where a call can't be one of that kind.</summary>
    /// <param name="function">What is called.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="basesSlot">What the second of three holds.</param>
    private int EmitMadeClass(int function, int arguments, int basesSlot)
    {
        List<int> parts = [];
        for (int c = arguments + 1; c < _e[arguments].Next && parts.Count < 4; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) parts.Add(c);
        if (parts.Count != 3 || Kind(parts[0]) == PyKind.KeywordArgument || (Kind(parts[1]) == PyKind.Tuple ? BasesIn(parts[1]) : BasesOf(function, basesSlot)) is not { Count: > 0 } bases) return Slots.None;
        int def = AddDef(DefKind.Class, function, -1), slot = NewSlot(), at = BeginOp(OpCode.MakeClass);
        NoteSpreadBases(def);
        _ops.Add(slot);
        _ops.Add(def);
        _ops.Add(bases.Count);
        _ops.AddRange(bases);
        EndOp(at);
        if (Kind(parts[0]) == PyKind.String && bases.Count == 1 && IsNameOf(parts[1], Literal(parts[0]))) Def(def).Flags |= (int)DefFlags.MadeAnew;
        if (Kind(parts[2]) != PyKind.Dictionary) return slot;
        for (int c = parts[2] + 1; c < _e[parts[2]].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.Pair && Child(c, G.Key) is >= 0 and var key && Kind(key) == PyKind.String && Child(c, G.Value) is >= 0 and var value && IsName(value))
                Emit(OpCode.ClassAttr, def, Known(Literal(key)), Eval(value));
        return slot;
    }

    /// <summary>Whether a tuple holds one name, and that is this.</summary>
    private bool IsNameOf(int tuple, string name) =>
        Kind(tuple) == PyKind.Tuple && FirstNamed(tuple) is >= 0 and var first && Kind(first) == PyKind.Identifier && Encoding.UTF8.GetString(Text(first)) == name;

    /// <summary>The bases of a tuple that names them; null where it does more.</summary>
    private List<int>? BasesIn(int tuple)
    {
        List<int> bases = [];
        for (int c = tuple + 1; c < _e[tuple].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            if (Kind(c) is not (PyKind.Identifier or PyKind.Attribute)) return null;
            bases.Add(Eval(c));
        }
        return bases;
    }

    /// <summary>
    /// type(name, tuple(bases), body): whatever is in there, one base for all of it. Only of what is called type, as else all calls with three arguments would be.
    /// </summary>
    private List<int>? BasesOf(int function, int slot)
    {
        if (slot == Slots.None || slot == Unknown || Kind(function) != PyKind.Identifier || !Text(function).SequenceEqual("type"u8) || !Slots.IsRef(Lookup(Name(function)))) return null;
        return BasesAmong(slot, Line(function));
    }

    /// <summary>The elements of a tuple of bases, or one base for all that may be in there.</summary>
    private List<int> BasesAmong(int tuple, int line)
    {
        if (KnownElements(tuple) is { } known) return [.. known];
        _spreadsBases = true;
        return [EmitIterate(tuple, line, isAsync: false)];
    }

    /// <summary>The class that is read next has bases out of a tuple.</summary>
    private bool _spreadsBases;

    private void NoteSpreadBases(int def)
    {
        if (_spreadsBases) Def(def).Flags |= (int)DefFlags.SpreadsBases;
        _spreadsBases = false;
    }

    /// <summary>`class C(*bases)`: puts what is in there in the place of the star.</summary>
    private void SpreadBases(int start, int line)
    {
        for (int i = _arguments.Count - 1; i >= start; i--)
        {
            if (_arguments[i].Kind != ArgKind.Star) continue;
            var bases = BasesAmong(_arguments[i].Slot, line);
            _arguments.RemoveAt(i);
            _arguments.InsertRange(i, bases.Select(b => (ArgKind.Positional, b)));
        }
    }

    /// <summary>"x y", ["x", "y"], [("x", int)]: the names, and what instances they hold; null where they are computed.</summary>
    private List<(int Name, int Annotation)>? FieldNames(int node)
    {
        List<(int, int)> fields = [];
        if (Kind(node) == PyKind.String)
        {
            foreach (string name in Literal(node).Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)) fields.Add((Known(name), Slots.None));
            return fields;
        }
        if (Kind(node) is not (PyKind.List or PyKind.Tuple)) return null;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            int name = Kind(c) is PyKind.Tuple or PyKind.List ? FirstNamed(c) : c, type = -1;
            if (name < 0 || Kind(name) != PyKind.String) return null;
            for (int t = _e[name].Next; name != c && t < _e[c].Next && type < 0; t = _e[t].Next)
                if (_e[t].IsNamed && Kind(t) != PyKind.Comment) type = t;
            fields.Add((Known(Literal(name)), type < 0 ? Slots.None : EvalAnnotation(type)));
        }
        return fields;
    }

    private string Literal(int text)
    {
        for (int c = text + 1; c < _e[text].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.StringContent) return Encoding.UTF8.GetString(Text(c));
        return "";
    }
}
