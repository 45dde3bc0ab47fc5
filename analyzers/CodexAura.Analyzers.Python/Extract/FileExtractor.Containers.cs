using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Displays and comprehensions.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Large tables of constants say nothing about calls; from this size on their plain elements are folded into one.</summary>
    private const int ManyElements = 32;

    private int EvalDisplay(int node, ContainerKind kind)
    {
        List<(int Key, int Slot)> elements = [];
        bool star = false, indexed = kind is ContainerKind.List or ContainerKind.Tuple;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            bool splat = Kind(c) is PyKind.ListSplat or PyKind.ParenthesizedListSplat or PyKind.ListSplatPattern;
            int value = Eval(c);
            star |= splat;
            elements.Add((splat ? Slots.Spread : indexed && !star ? _facts.Ref(RefKind.Integer, elements.Count) : Slots.None, value));
        }
        return EmitContainer(kind, elements, known: indexed && !star);
    }

    private int EvalDictionary(int node)
    {
        List<(int Key, int Slot)> elements = [];
        bool star = false;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.Pair)
            {
                int key = Eval(Child(c, G.Key));
                AddItem(elements, key, Eval(Child(c, G.Value)));
                star |= !IsConstantKey(key);
            }
            else if (Kind(c) == PyKind.DictionarySplat)
            {
                int spreadNode = FirstNamed(c), spread = Eval(spreadNode);
                if (Readable(spread, IsName(spreadNode) ? 1 : 0) is { Kind: ContainerKind.Dict } known)
                {
                    foreach (var (name, value) in Content(known)) AddItem(elements, name, value);
                    Untouch(spread, IsName(spreadNode));
                    continue;
                }
                elements.Add((Slots.Spread, spread));
                star = true;
            }
        }
        return EmitContainer(ContainerKind.Dict, elements, known: !star);
    }

    /// <summary>The last value under a key is the one that stays.</summary>
    private void AddItem(List<(int Key, int Slot)> elements, int key, int value)
    {
        if (elements.Count <= ManyKnown && IsConstantKey(key)) elements.RemoveAll(e => e.Key == key);
        elements.Add((key, value));
    }

    /// <summary>dict(name=value, ...) is a display of the same items.</summary>
    private int? NamedItems(int function, int firstArgument)
    {
        if (_arguments.Count == firstArgument || !IsName(function) || !Text(function).SequenceEqual("dict"u8) || !Slots.IsRef(Lookup(Name(function)))) return null;
        var items = new List<(int Key, int Slot)>();
        foreach (var (kind, slot) in _arguments[firstArgument..])
        {
            if (kind < 0) return null;
            items.Add((_facts.Ref(RefKind.String, kind), slot));
        }
        return EmitContainer(ContainerKind.Dict, items, known: true);
    }

    private int EmitContainer(ContainerKind kind, List<(int Key, int Slot)> elements, bool known)
    {
        int result = NewSlot();
        if (elements.Count > ManyElements)
        {
            var folded = new List<(int Key, int Slot)>();
            foreach (var (key, slot) in elements)
            {
                var element = IsPlain(slot) ? (Slots.None, PlainType(slot)) : (key, slot);
                if (!IsPlain(slot) || !folded.Contains(element)) folded.Add(element);
            }
            (elements, known) = (folded, false);
        }
        var container = known && elements.Count <= ManyKnown ? NewKnown(kind) : null;
        int at = BeginOp(OpCode.NewContainer);
        _ops.Add(result);
        _ops.Add((int)kind);
        foreach (var (key, slot) in elements)
        {
            _ops.Add(key);
            container?.Places[key] = _ops.Count;
            if (container is not null) Nest(slot);
            else Escape(slot);
            _ops.Add(slot);
        }
        EndOp(at);
        if (container is not null && !_scope.Dead) _knownContainers[result] = container;
        return result;
    }

    private int PlainType(int slot) => (RefKind)_facts.RefAt(slot).Kind switch
    {
        RefKind.String or RefKind.StringPrefix => Builtin("str"),
        RefKind.Integer => Builtin("int"),
        RefKind.Boolean => Builtin("bool"),
        _ => slot,
    };

    private int EvalComprehension(int node, ContainerKind kind)
    {
        var outer = _scope;
        int body = Child(node, G.Body), first = -1;
        for (int c = node + 1; c < _e[node].Next && first < 0; c = _e[c].Next)
            if (Kind(c) == PyKind.ForInClause) first = Child(c, G.Right);
        int iterable = Eval(first);
        if (IsName(first)) Untouch(iterable);

        _scope = new Scope().Start(ScopeKind.Comprehension, outer, outer.Def, dead: outer.Dead);
        bool nested = false;
        for (int i = node + 1; i < _e[node].Next; i++) nested |= Kind(i) == PyKind.Lambda;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.ForInClause) DeclareTarget(_scope, Child(c, G.Left));
        Prepare(_scope, always: nested);
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.ForInClause)
            {
                int left = Child(c, G.Left), right = Child(c, G.Right);
                int source = right == first ? iterable : Eval(right);
                int element = EmitIterate(source, Line(c), isAsync: Kind(c + 1) == PyKind.Async);
                if (left >= 0) Store(left, element);
            }
            else if (Kind(c) == PyKind.IfClause)
            {
                int condition = FirstNamed(c);
                if (condition < 0) continue;
                EvalCondition(condition);
                Narrow(condition, true);
            }
        }
        int key = Slots.None, value = Unknown;
        if (body >= 0 && Kind(body) == PyKind.Pair) (key, value) = (Eval(Child(body, G.Key)), Eval(Child(body, G.Value)));
        else if (body >= 0) value = Eval(body);
        CloseScope(_scope);
        _scope = outer;
        return EmitContainer(kind, [(key, value)], known: false);
    }

    private readonly HashSet<int> _namespaces = [];

    /// <summary>exec(code, names): what is found in names under a computed name from here on is what the code defined, not what was put in for it.</summary>
    private void NoteExecution(int function, int firstArgument)
    {
        if (!IsName(function) || !Text(function).SequenceEqual("exec"u8) || !Slots.IsRef(Lookup(Name(function)))) return;
        for (int i = firstArgument; i < _arguments.Count; i++)
            if (i > firstArgument && !Slots.IsRef(_arguments[i].Slot)) _namespaces.Add(_arguments[i].Slot);
    }

    private bool IsMadeByExecution(int container, int index) =>
        _namespaces.Count > 0 && _namespaces.Contains(container) && !(Slots.IsRef(index) && (RefKind)_facts.RefAt(index).Kind == RefKind.String);
}
