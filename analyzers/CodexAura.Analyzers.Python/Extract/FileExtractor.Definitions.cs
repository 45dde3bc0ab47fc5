using System.Runtime.InteropServices;
using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Functions, lambdas, classes and decorators.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Decorators after which a name still stands for the function written under it.</summary>
    private static readonly HashSet<string> TransparentDecorators =
        ["staticmethod", "classmethod", "property", "abstractmethod", "override", "final", "overload", "setter", "getter", "deleter"];

    private void ReadDecorated(int node)
    {
        int definition = Child(node, G.Definition);
        if (definition < 0) return;
        if (Kind(definition) == PyKind.FunctionDefinition) ReadFunctionDefinition(definition, node);
        else if (Kind(definition) == PyKind.ClassDefinition) ReadClassDefinition(definition, node);
    }

    private void ReadFunctionDefinition(int node, int decorated)
    {
        int nameNode = Child(node, G.Name), body = Child(node, G.Body);
        if (nameNode < 0) return;
        var decorators = EvalDecorators(decorated, out var names);
        int def = AddDef(DefKind.Function, node, Name(nameNode));
        var flags = DefFlags.None;
        if (Kind(node + 1) == PyKind.Async) flags |= DefFlags.Async;
        if (_scope.Kind == ScopeKind.Class) flags |= DefFlags.Method;
        if (decorators.Count > 0) flags |= DefFlags.Decorated;
        if (names.Contains("overload")) flags |= DefFlags.Overload;
        if (names.Contains("staticmethod")) flags |= DefFlags.Static;
        if (decorated >= 0 && IsFixture(decorated)) flags |= DefFlags.Fixture;
        Def(def).Flags |= (int)flags;
        Def(def).Docstring = body < 0 ? -1 : Docstring(body);
        Def(def).Signature = Signature(node);

        List<(int Parameter, int Slot)> defaults = [];
        int parameters = Child(node, G.Parameters), returns = Child(node, G.ReturnType);
        var outer = _scope;
        EnterTypeParameters(node, isClass: false);
        ReadParameters(def, parameters, defaults);
        if (returns >= 0) ReadReturnAnnotation(def, returns, parameters, names.Contains("classmethod"));
        _scope = outer;

        int slot = EmitFunction(def, defaults);
        AddPending(def, node);
        if ((flags & DefFlags.Overload) != 0) return;
        _staticSlots.Add(slot);
        int value = ApplyDecorators(decorators, slot);
        if (value != slot && names.TrueForAll(TransparentDecorators.Contains)) _staticSlots.Add(value);
        else if (value != slot) MarkOtherwise(Name(nameNode));
        Bind(Name(nameNode), value);
    }

    private int EmitFunction(int def, List<(int Parameter, int Slot)> defaults)
    {
        int slot = NewSlot(), at = BeginOp(OpCode.MakeFunction);
        _ops.Add(slot);
        _ops.Add(def);
        foreach (var (parameter, value) in defaults)
        {
            _ops.Add(parameter);
            _ops.Add(value);
        }
        EndOp(at);
        return slot;
    }

    private void MarkOtherwise(int name)
    {
        if (_scope.Variables.TryGetValue(name, out int variable)) _scope.BoundOtherwise.Add(variable);
    }

    /// <summary>The expression of the decorator that is being read; -1 where none is.</summary>
    private int _decoratorFactory = -1;

    private List<(int Slot, int Line, bool IsMade)> EvalDecorators(int decorated, out List<string> names)
    {
        List<(int Slot, int Line, bool IsMade)> found = [];
        names = [];
        if (decorated < 0) return found;
        for (int c = decorated + 1; c < _e[decorated].Next; c = _e[c].Next)
        {
            if (Kind(c) != PyKind.Decorator) continue;
            int expression = FirstNamed(c);
            if (expression < 0) continue;
            _decoratorFactory = expression;
            int made = Eval(expression);
            _decoratorFactory = -1;
            found.Add((made, Line(expression), Kind(expression) == PyKind.Call));
            int last = Kind(expression) switch
            {
                PyKind.Attribute => Child(expression, G.AttributeName),
                PyKind.Identifier => expression,
                _ => -1,
            };
            names.Add(last < 0 ? "" : Encoding.UTF8.GetString(Text(last)));
        }
        return found;
    }

    /// <summary>Whether a decorator is fixture or pytest.fixture, with or without arguments.</summary>
    private bool IsFixture(int decorated)
    {
        for (int c = decorated + 1; c < _e[decorated].Next; c = _e[c].Next)
        {
            if (Kind(c) != PyKind.Decorator) continue;
            int expression = FirstNamed(c);
            if (expression >= 0 && Kind(expression) == PyKind.Call) expression = Child(expression, G.Function);
            if (expression >= 0 && Kind(expression) is PyKind.Identifier or PyKind.Attribute && LastName(expression) == "fixture") return true;
        }
        return false;
    }

    private int ApplyDecorators(List<(int Slot, int Line, bool IsMade)> decorators, int value)
    {
        for (int i = decorators.Count - 1; i >= 0; i--)
        {
            int result = NewSlot();
            Emit(OpCode.Call, result, decorators[i].Slot, decorators[i].Line,
                (int)(CallFlags.Decorator | CallFlags.StaticPath | (decorators[i].IsMade ? CallFlags.MadeDecorator : 0)),
                ArgKind.Positional, value);
            value = result;
        }
        return value;
    }

    private int EvalLambda(int node)
    {
        int def = AddDef(DefKind.Lambda, node, -1);
        List<(int, int)> defaults = [];
        ReadParameters(def, Child(node, G.Parameters), defaults);
        int slot = EmitFunction(def, defaults);
        AddPending(def, node);
        return slot;
    }

    private void AddPending(int def, int node)
    {
        var owner = _scope;
        while (owner.Kind is ScopeKind.Class or ScopeKind.Comprehension) owner = owner.Parent!;
        owner.Pending.Add(new PendingFunction(def, node, _scope));
    }

    private int AddDef(DefKind kind, int node, int name)
    {
        int def = _facts.Defs.Count, parent = _scope.Kind == ScopeKind.Class ? _scope.Def : _function.Def;
        string qualified = "";
        int text = -1;
        if (name < 0) qualified = _qualifiedNames[parent];
        else
        {
            string simple = Encoding.UTF8.GetString(_facts.Strings[name]);
            qualified = _qualifiedNames[parent].Length == 0 ? simple : $"{_qualifiedNames[parent]}.{simple}";
            int count = _qualifiedCounts[(kind, qualified)] = _qualifiedCounts.GetValueOrDefault((kind, qualified)) + 1;
            text = _facts.AddText(Encoding.UTF8.GetBytes(count == 1 ? qualified : $"{qualified}#{count}"));
        }
        _qualifiedNames.Add(qualified);
        int owner = _function.Def;
        _facts.Defs.Add(new DefRecord
        {
            Kind = (int)kind, Name = name, QualifiedName = text, Parent = parent,
            Owner = kind == DefKind.Function ? def : Def(owner).Owner,
            Class = _scope.Kind == ScopeKind.Class ? _scope.Def : -1,
            LineStart = Line(node), LineEnd = _lines.LineOf(EndOf(node) - 1), Docstring = -1, Signature = -1,
            ReturnSlot = Slots.None, YieldSlot = Slots.None, ReturnAnnotation = Slots.None, SplitType = Slots.None, ReturnIf = Slots.None, ReturnUnless = Slots.None, ParamStart = _facts.Params.Count,
            Flags = _typeOnly > 0 && !(kind == DefKind.Class && _madeByCalls?.Contains(name) == true) ? (int)DefFlags.TypeOnly : 0,
        });
        return def;
    }

    /// <summary>Where a definition's last statement ends; comments after it are not part of it.</summary>
    private int EndOf(int node)
    {
        int last = -1;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) last = c;
        bool compound = Kind(node) is PyKind.FunctionDefinition or PyKind.ClassDefinition or PyKind.Block or PyKind.IfStatement
            or PyKind.ElifClause or PyKind.ElseClause or PyKind.ForStatement or PyKind.WhileStatement or PyKind.TryStatement
            or PyKind.ExceptClause or PyKind.ExceptGroupClause or PyKind.FinallyClause or PyKind.WithStatement or PyKind.MatchStatement
            or PyKind.CaseClause or PyKind.DecoratedDefinition;
        return last < 0 || !compound ? Math.Max(_e[node].End, _e[node].Start + 1) : EndOf(last);
    }

    private void ReadParameters(int def, int parameters, List<(int Parameter, int Slot)> defaults)
    {
        int first = _parameters.Count;
        if (parameters >= 0) CollectParameters(parameters, defaults, first);
        // A lambda among the defaults has put its own there by now.
        Def(def).ParamStart = _facts.Params.Count;
        Def(def).ParamCount = _parameters.Count - first;
        _facts.Params.AddRange(CollectionsMarshal.AsSpan(_parameters)[first..]);
        _parameters.RemoveRange(first, _parameters.Count - first);
    }

    /// <summary>The parameters of the functions that are being read, the outermost one's first.</summary>
    private readonly List<ParamRecord> _parameters = [];

    private void CollectParameters(int parameters, List<(int Parameter, int Slot)> defaults, int first)
    {
        var kind = ParamKind.Normal;
        for (int c = parameters + 1; c < _e[parameters].Next; c = _e[c].Next)
        {
            int name = c, type = -1, value = -1;
            var own = kind;
            switch (Kind(c))
            {
                case PyKind.Identifier:
                    break;
                case PyKind.DefaultParameter or PyKind.TypedDefaultParameter:
                    (name, type, value) = (Child(c, G.Name), Child(c, G.Type), Child(c, G.Value));
                    break;
                case PyKind.TypedParameter:
                    (name, type) = (FirstNamed(c), Child(c, G.Type));
                    break;
                case PyKind.KeywordSeparator:
                    kind = ParamKind.KeywordOnly;
                    continue;
                case PyKind.PositionalSeparator:
                    foreach (ref var before in CollectionsMarshal.AsSpan(_parameters)[first..]) before.Kind = (int)ParamKind.PositionalOnly;
                    continue;
                case PyKind.ListSplatPattern or PyKind.DictionarySplatPattern:
                    break;
                default:
                    continue;
            }
            if (name >= 0 && Kind(name) == PyKind.ListSplatPattern)
            {
                own = ParamKind.Star;
                kind = ParamKind.KeywordOnly;
                name = FirstNamed(name);
            }
            else if (name >= 0 && Kind(name) == PyKind.DictionarySplatPattern)
            {
                own = ParamKind.DoubleStar;
                name = FirstNamed(name);
            }
            int index = _parameters.Count - first;
            if (value >= 0) defaults.Add((index, Eval(value)));
            int annotation = EvalParameterType(type, out int types);
            if (annotation != Slots.None && own == ParamKind.Star) annotation = EmitGeneric("tuple", annotation, Slots.None);
            else if (annotation != Slots.None && own == ParamKind.DoubleStar) annotation = EmitGeneric("dict", Builtin("str"), annotation);
            _parameters.Add(new ParamRecord
            {
                Name = name >= 0 && Kind(name) == PyKind.Identifier ? Name(name) : Known(""), Slot = name, Kind = (int)own, Annotation = annotation, Types = own == ParamKind.Star || own == ParamKind.DoubleStar ? 0 : types,
            });
        }
    }

    /// <summary>Reads a function's or lambda's body, after the scope around it is complete.</summary>
    private void ReadFunction(PendingFunction pending)
    {
        var (savedScope, savedFunction, savedOps, savedDepth) = (_scope, _function, _ops, _depth);
        int node = pending.Node, def = pending.Def;
        bool lambda = Kind(node) == PyKind.Lambda;
        int body = Child(node, G.Body);
        _function = new FunctionState(def);
        var scope = _scope = (_freeScopes.TryPop(out var free) ? free : new Scope()).Start(ScopeKind.Function, pending.Scope, def, node);
        _ops = _freeOps.TryPop(out var ops) ? ops : [];
        _lastOp = 0;
        SealKnown();
        Def(def).SlotStart = _slots;
        DeclareParameters(def);
        if (body >= 0 && !lambda) Declare(_scope, body);
        else if (body >= 0) DeclareLambdaBody(body);
        Prepare(_scope, _scope.HasNested);
        BindParameters(def, (Def(def).Flags & (int)DefFlags.Method) != 0);
        Def(def).ReturnSlot = NewSlot();
        Def(def).YieldSlot = NewSlot();
        Def(def).Complexity = lambda ? 0 : 1 + _scope.Decisions;
        if (lambda && body >= 0) Return(Eval(body), isCall: Kind(body) == PyKind.Call);
        else if (body >= 0) ReadStatements(body);
        CloseReturned(ref Def(def));
        CloseDeclined(def);
        CloseSplit(def, body);
        if ((Def(def).Flags & (int)DefFlags.Generator) != 0) CloseGenerator(Def(def));
        if (_function is { OwnInstanceReturns: > 0, NewInstanceReturns: 0, OtherReturns: 0 }) Def(def).Flags |= (int)DefFlags.ReturnsOwnInstance;
        if (_function is { NewInstanceReturns: > 0, OtherReturns: 0 }) Def(def).Flags |= (int)DefFlags.ReturnsNew;
        CloseScope(_scope);
        Finish(def, _scope);
        // What is inside was read too, so nobody looks at these any more.
        if (scope.IsSmall) _freeScopes.Push(scope);
        _ops.Clear();
        _freeOps.Push(_ops);
        (_scope, _function, _ops, _depth, _lastOp) = (savedScope, savedFunction, savedOps, savedDepth, 0);
    }

    private void DeclareLambdaBody(int body)
    {
        DeclareWalrus(_scope, body);
        if (Kind(body) == PyKind.Lambda) _scope.HasNested = true;
    }

    private void DeclareParameters(int def)
    {
        for (int p = Def(def).ParamStart, end = p + Def(def).ParamCount; p < end; p++)
        {
            int variable = _scope.Declare(_facts.Params[p].Name);
            _scope.BoundOtherwise.Add(variable);
        }
    }

    private void BindParameters(int def, bool method)
    {
        for (int i = 0, count = Def(def).ParamCount; i < count; i++)
        {
            int p = Def(def).ParamStart + i, slot = NewSlot();
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_facts.Params)[p].Slot = slot;
            _function.ParamSlots.Add(slot);
            if (i == 0 && method && _facts.Params[p].Kind <= (int)ParamKind.Normal)
                (_function.FirstParamSlot, _function.FirstParamName) = (slot, _facts.Params[p].Name);
            Bind(_facts.Params[p].Name, slot);
        }
        // Methods of a class see the self of the method around a nested function through the shared slot; super() needs it too.
        if (!method)
            for (var s = _scope.Parent; s is not null; s = s.Parent)
                if (s.Kind == ScopeKind.Function && s.Parent?.Kind == ScopeKind.Class && Def(s.Def).ParamCount > 0)
                {
                    int first = s.Variables[_facts.Params[Def(s.Def).ParamStart].Name];
                    if (s.SharedBase != Scope.Unbound) _function.FirstParamSlot = s.Shared(first);
                    break;
                }
    }

    /// <summary>What is read are the bases of a class, or the value of a name that may be an alias of a generic class: there, several type arguments are told apart.</summary>
    private bool _keepsTypeArguments;

    private void ReadClassDefinition(int node, int decorated)
    {
        int nameNode = Child(node, G.Name), body = Child(node, G.Body), arguments = Child(node, G.Superclasses);
        if (nameNode < 0) return;
        var decorators = EvalDecorators(decorated, out var decoratorNames);
        int def = AddDef(DefKind.Class, node, Name(nameNode));
        if (decorated >= 0 && GeneratesInit(decorated)) Def(def).Flags |= (int)DefFlags.GeneratesInit;
        Def(def).Docstring = body < 0 ? -1 : Docstring(body);
        var outer = _scope;
        int generic = EnterTypeParameters(node, isClass: true);
        int start = _arguments.Count;
        bool kept = _keepsTypeArguments;
        _keepsTypeArguments = true;
        ReadArguments(arguments);
        _keepsTypeArguments = kept;
        SpreadBases(start, Line(node));
        NoteSpreadBases(def);
        int slot = _classSlots[def] = NewSlot(), at = BeginOp(OpCode.MakeClass), bases = 0;
        _ops.Add(slot);
        _ops.Add(def);
        _ops.Add(0);
        for (int i = start; i < _arguments.Count; i++)
        {
            if (_arguments[i].Kind != ArgKind.Positional) continue;
            bases++;
            _ops.Add(_arguments[i].Slot);
        }
        if (generic != Slots.None)
        {
            bases++;
            _ops.Add(generic);
        }
        _ops[at + 3] = bases;
        for (int i = start; i < _arguments.Count; i++)
        {
            if (_arguments[i].Kind < 0) continue;
            _ops.Add(_arguments[i].Kind);
            _ops.Add(_arguments[i].Slot);
        }
        EndOp(at);
        _arguments.RemoveRange(start, _arguments.Count - start);

        _scope = new Scope().Start(ScopeKind.Class, _scope, def, dead: outer.Dead);
        if (body >= 0)
        {
            Declare(_scope, body);
            Prepare(_scope, always: false);
            ReadStatements(body);
        }
        if (body >= 0) MarkShadowed(def, body);
        _scope.Dead = outer.Dead;
        for (int v = 0; v < _scope.Env.Length; v++)
            if (_scope.Env[v] != Scope.Unbound) Emit(OpCode.ClassAttr, def, Private(_scope.Names[v]), _scope.Env[v]);
        _scope = outer;

        _staticSlots.Add(slot);
        int value = ApplyDecorators(decorators, slot);
        if (value != slot && decoratorNames.Count > 0) _staticSlots.Add(value);
        Bind(Name(nameNode), value);
    }
}
