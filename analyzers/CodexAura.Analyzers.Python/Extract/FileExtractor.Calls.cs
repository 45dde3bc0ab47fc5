using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Calls, and how the callee is written: that decides how sure an edge can be.</summary>
internal sealed unsafe partial class FileExtractor
{
    private enum PathKind
    {
        None,

        /// <summary>A definition or import, or an attribute of one.</summary>
        Definition,

        /// <summary>The first parameter of a method, or super().</summary>
        Self,

        /// <summary>An attribute of that.</summary>
        SelfMember,
    }

    private int EvalCall(int node)
    {
        int function = Child(node, G.Function), arguments = Child(node, G.Arguments);
        if (function < 0) return Unknown;
        ChangeAll(function, arguments);
        if (IsZeroArgumentSuper(function, arguments)) return EmitSuper();
        if (ConstantSource(function, arguments) is >= 0 and var source) return EvalText(source, Text(source), annotation: false);

        if (EvalNamedTuple(function, arguments) is { } named) return named;

        var path = Path(function);
        var flags = path switch
        {
            PathKind.Definition => CallFlags.StaticPath,
            PathKind.SelfMember => CallFlags.StaticPath | CallFlags.Self,
            _ => CallFlags.None,
        };
        if (_typeOnly > 0) flags |= CallFlags.TypeOnly;
        if (node == _decoratorFactory) flags |= CallFlags.DecoratorFactory;
        int attribute = Kind(function) == PyKind.Attribute ? Child(function, G.AttributeName) : -1;
        if (attribute >= 0 && IsClassOf(attribute)) attribute = -1;
        int stated = attribute >= 0 ? attribute : function;
        int calleeNode = attribute >= 0 ? Child(function, G.Object) : function, callee = Eval(calleeNode);
        if (attribute >= 0 && KnownAttribute(callee, Member(attribute)) is not Scope.Unbound and var stored)
        {
            flags &= CallFlags.TypeOnly;
            (stated, callee) = (attribute, EmitKnown(callee, Member(attribute), stored, Line(attribute)));
            (calleeNode, attribute) = (function, -1);
        }
        int start = _arguments.Count;
        bool harmless = attribute < 0 && IsHarmless(function);
        ReadArguments(arguments, harmless);
        if (attribute < 0) NoteExecution(function, start);
        if ((attribute < 0 ? NamedItems(function, start) : null) is { } items)
        {
            _arguments.RemoveRange(start, _arguments.Count - start);
            return items;
        }
        if (harmless && CopyKnown(function, start) is { } copy)
        {
            _arguments.RemoveRange(start, _arguments.Count - start);
            return copy;
        }
        int line = Line(stated);
        if (attribute >= 0 && KnownMethod(callee, Member(attribute), start, IsName(calleeNode), out int known))
        {
            _arguments.RemoveRange(start, _arguments.Count - start);
            return known;
        }
        if (_scope.Kind == ScopeKind.Class) flags |= CallFlags.ClassBody;
        int result = NewSlot();
        int at = BeginOp(attribute >= 0 ? OpCode.CallAttr : OpCode.Call);
        _ops.Add(result);
        _ops.Add(callee);
        if (attribute >= 0) _ops.Add(Member(attribute));
        _ops.Add(line);
        _ops.Add((int)flags);
        for (int i = start; i < _arguments.Count; i++)
        {
            _ops.Add(_arguments[i].Kind);
            _ops.Add(_arguments[i].Slot);
        }
        EndOp(at);
        if (attribute >= 0 && IsMadeByNew(attribute) && start < _arguments.Count && _arguments[start] is { Kind: ArgKind.Positional, Slot: var type })
        {
            if (type == _function.ParamSlots[0]) _ownInstances.Add(result);
            else if (type >= Def(_function.Def).SlotStart) _newInstances.Add(result);
        }
        int basesOfMade = _arguments.Count == start + 3 && _arguments[start + 1].Kind == ArgKind.Positional ? _arguments[start + 1].Slot : Slots.None;
        _arguments.RemoveRange(start, _arguments.Count - start);
        if (attribute < 0 && arguments >= 0 && Kind(arguments) == PyKind.ArgumentList && EmitMadeClass(function, arguments, basesOfMade) is not Slots.None and var made)
            Emit(OpCode.MadeClass, result, callee, made);
        CountCall();
        OtherCodeRuns();
        if (attribute < 0 && IsMethod(_function.Def) && ((callee == _function.FirstParamSlot && !IsNamedSelf()) || IsOwnClass(function))) _ownInstances.Add(result);
        return result;
    }

    /// <summary>Whether the first parameter is an object and not a class: self(…) runs its __call__.</summary>
    private bool IsNamedSelf() => _function.FirstParamName >= 0 && _facts.Strings[_function.FirstParamName].SequenceEqual("self"u8);

    /// <summary>super().__new__(cls, …) or Base.__new__(cls, …) in __new__.</summary>
    private bool IsMadeByNew(int attribute) =>
        Text(attribute).SequenceEqual("__new__"u8) && _function.ParamSlots.Count > 0 && Def(_function.Def).Name >= 0 && _facts.Strings[Def(_function.Def).Name].SequenceEqual("__new__"u8);

    /// <summary>self.__class__ or type(self).</summary>
    private bool IsOwnClass(int node)
    {
        int of = -1;
        if (Kind(node) == PyKind.Attribute && Child(node, G.AttributeName) is >= 0 and var attribute && IsClassOf(attribute)) of = Child(node, G.Object);
        else if (Kind(node) == PyKind.Call && Child(node, G.Function) is >= 0 and var function && Kind(function) == PyKind.Identifier
            && Text(function).SequenceEqual("type"u8) && Child(node, G.Arguments) is >= 0 and var arguments) of = FirstNamed(arguments);
        return of >= 0 && Kind(of) == PyKind.Identifier && _function.FirstParamSlot != Slots.None && Lookup(Name(of)) == _function.FirstParamSlot;
    }

    /// <summary>The text that eval or exec is given as a literal, or -1.</summary>
    private int ConstantSource(int function, int arguments)
    {
        if (arguments < 0 || Kind(function) != PyKind.Identifier || Kind(arguments) != PyKind.ArgumentList) return -1;
        if (!Text(function).SequenceEqual("eval"u8) && !Text(function).SequenceEqual("exec"u8)) return -1;
        int text = FirstNamed(arguments);
        if (text < 0 || Kind(text) != PyKind.String || _e[text].Next != _e[arguments].Next || !Slots.IsRef(Lookup(Name(function)))) return -1;
        int content = -1;
        for (int c = text + 1; c < _e[text].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.Interpolation) return -1;
            if (Kind(c) == PyKind.StringContent) content = c;
        }
        return content;
    }

    /// <summary>Results of cls(…), self.__class__(…), type(self)(…) in methods, and of what makes the instance in __new__.</summary>
    private readonly HashSet<int> _ownInstances = [];

    /// <summary>The same where the class may be another one than __new__ was called for.</summary>
    private readonly HashSet<int> _newInstances = [];

    private readonly List<(int Kind, int Slot)> _arguments = [];

    /// <param name="harmless">The callee looks at what it is given but does not keep it.</param>
    private void ReadArguments(int arguments, bool harmless = false)
    {
        if (arguments < 0) return;
        if (Kind(arguments) == PyKind.GeneratorExpression)
        {
            _arguments.Add((ArgKind.Positional, Eval(arguments)));
            return;
        }
        for (int c = arguments + 1; c < _e[arguments].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            switch (Kind(c))
            {
                case PyKind.KeywordArgument:
                    int name = Child(c, G.Name), value = Child(c, G.Value);
                    if (name < 0 || value < 0) break;
                    int passed = Eval(value);
                    _arguments.Add((Name(name), passed));
                    NoteFactory(name, passed);
                    break;
                case PyKind.ListSplat:
                    _arguments.Add((ArgKind.Star, EvalToRead(FirstNamed(c))));
                    break;
                case PyKind.DictionarySplat:
                    _arguments.Add((ArgKind.DoubleStar, EvalToRead(FirstNamed(c))));
                    break;
                default:
                    _arguments.Add((ArgKind.Positional, harmless ? EvalToRead(c) : Eval(c)));
                    break;
            }
        }
    }

    /// <summary>A call may run code that sees the module's names: what they hold now counts as seen.</summary>
    private void CountCall()
    {
        for (var s = _scope; s is not null; s = s.Parent)
        {
            s.Epoch++;
            if (s.Kind == ScopeKind.Function) break;
            s.Calls++;
        }
    }

    private bool IsZeroArgumentSuper(int function, int arguments)
    {
        if (Kind(function) != PyKind.Identifier || !Text(function).SequenceEqual("super"u8)) return false;
        if (arguments >= 0 && Kind(arguments) == PyKind.ArgumentList && FirstNamed(arguments) >= 0) return false;
        return Slots.IsRef(Lookup(Name(function))) && EnclosingClass() >= 0;
    }

    /// <summary>The class whose method this code is in, through nested functions; what __class__ would be.</summary>
    private int EnclosingClass()
    {
        for (var s = _scope; s is not null; s = s.Parent)
            if (s.Kind == ScopeKind.Function && s.Parent?.Kind == ScopeKind.Class) return s.Parent.Def;
        return -1;
    }

    private int EmitSuper()
    {
        int result = NewSlot(), self = _function.FirstParamSlot;
        Emit(OpCode.Super, result, EnclosingClass(), self == Slots.None ? Unknown : self);
        return result;
    }

    private PathKind Path(int node)
    {
        switch (Kind(node))
        {
            case PyKind.Identifier:
                int name = Name(node), slot = Lookup(name);
                if (slot == _function.FirstParamSlot && slot != Slots.None && IsMethod(_function.Def)) return PathKind.Self;
                return _staticSlots.Contains(slot) || IsStaticShared(name, slot) ? PathKind.Definition : PathKind.None;
            case PyKind.Attribute:
                return Path(Child(node, G.Object)) switch
                {
                    PathKind.Definition => PathKind.Definition,
                    PathKind.Self => PathKind.SelfMember,
                    _ => PathKind.None,
                };
            case PyKind.Call:
                int function = Child(node, G.Function);
                return function >= 0 && Kind(function) == PyKind.Identifier && Text(function).SequenceEqual("super"u8) ? PathKind.Self : PathKind.None;
            default:
                return PathKind.None;
        }
    }

    private bool IsMethod(int def) => (Def(def).Flags & (int)DefFlags.Method) != 0;

    /// <summary>A name seen from another scope is as good as a definition when nothing but definitions and imports bind it.</summary>
    private bool IsStaticShared(int name, int slot)
    {
        if (Slots.IsRef(slot)) return (RefKind)_facts.RefAt(slot).Kind == RefKind.Global;
        for (var s = _scope; s is not null; s = s.Parent)
            if (s.Variables.TryGetValue(name, out int variable) && s.SharedBase != Scope.Unbound && s.Shared(variable) == slot)
                return !s.BoundOtherwise.Contains(variable);
        return false;
    }
}
