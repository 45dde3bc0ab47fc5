using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>
/// Displays and comprehensions. As long as nothing else can have touched a container that was just written down, its items are
/// known by key, and storing into it replaces rather than adds (a strong update).
/// </summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Large tables of constants say nothing about calls; from this size on their plain elements are folded into one.</summary>
    private const int ManyElements = 32;

    private readonly Dictionary<int, KnownContainer> _knownContainers = [];

    /// <summary>Key operand to the place of its value operand in the instructions being written.</summary>
    private sealed class KnownContainer(ContainerKind kind)
    {
        public ContainerKind Kind { get; } = kind;
        public Dictionary<int, int> Places { get; } = [];
        public bool Complete { get; set; } = true;
    }

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
                elements.Add((key, Eval(Child(c, G.Value))));
                star |= !IsConstantKey(key);
            }
            else if (Kind(c) == PyKind.DictionarySplat)
            {
                elements.Add((Slots.Spread, Eval(FirstNamed(c))));
                star = true;
            }
        }
        return EmitContainer(ContainerKind.Dict, elements, known: !star);
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
        var container = known ? new KnownContainer(kind) : null;
        int at = BeginOp(OpCode.NewContainer);
        _ops.Add(result);
        _ops.Add((int)kind);
        foreach (var (key, slot) in elements)
        {
            _ops.Add(key);
            if (container is not null) container.Places[key] = _ops.Count;
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
        _ => slot,
    };

    private bool IsConstantKey(int slot) =>
        Slots.IsRef(slot) && (RefKind)_facts.RefAt(slot).Kind is RefKind.String or RefKind.Integer;

    /// <summary>From here on other code may hold the containers: they are no longer known item by item.</summary>
    private void SealKnown() => _knownContainers.Clear();

    private int? LoadKnown(int container, int index) =>
        _knownContainers.TryGetValue(container, out var known) && IsConstantKey(index) && known.Places.TryGetValue(index, out int place)
            ? _ops[place]
            : null;

    private bool StoreKnown(int container, int index, int value)
    {
        if (_scope.Dead || !_knownContainers.TryGetValue(container, out var known)) return false;
        if (!IsConstantKey(index))
        {
            _knownContainers.Remove(container);
            return false;
        }
        if (known.Places.TryGetValue(index, out int place))
        {
            _ops[place] = value;
            return true;
        }
        Emit(OpCode.SetItem, container, index, value, 0);
        known.Places[index] = _ops.Count - 2;
        return true;
    }

    /// <summary>The elements of a known tuple or list in order, or null.</summary>
    private List<int>? KnownElements(int container)
    {
        if (!_knownContainers.TryGetValue(container, out var known) || known.Kind is not (ContainerKind.List or ContainerKind.Tuple)) return null;
        var elements = new List<int>();
        for (int i = 0; i < known.Places.Count; i++)
        {
            if (!known.Places.TryGetValue(_facts.Ref(RefKind.Integer, i), out int place)) return null;
            elements.Add(_ops[place]);
        }
        return elements;
    }

    /// <summary>A slice with constant bounds of a known list is another known list.</summary>
    private int? SliceKnown(int container, int node)
    {
        int slice = Child(node, G.SubscriptField);
        if (slice < 0 || Kind(slice) != PyKind.Slice || KnownElements(container) is not { } elements) return null;
        Span<int> bounds = [0, elements.Count];
        int position = 0;
        var text = Text(slice);
        if (text.Count((byte)':') != 1) return null;
        int colon = _e[slice].Start + text.IndexOf((byte)':');
        for (int c = slice + 1; c < _e[slice].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed) continue;
            position = _e[c].Start < colon ? 0 : 1;
            if (Kind(c) != PyKind.Integer || !System.Buffers.Text.Utf8Parser.TryParse(Text(c), out int bound, out _)) return null;
            bounds[position] = Math.Min(bound, elements.Count);
        }
        List<(int, int)> part = [];
        for (int i = bounds[0]; i < bounds[1]; i++) part.Add((_facts.Ref(RefKind.Integer, part.Count), elements[i]));
        return EmitContainer(_knownContainers[container].Kind, part, known: true);
    }

    /// <summary>Methods that change a known container in a way that is known too.</summary>
    private bool KnownMethod(int container, int name, int firstArgument, out int result)
    {
        result = Unknown;
        if (!_knownContainers.TryGetValue(container, out var known) || _scope.Dead) return false;
        if (_arguments.Count != firstArgument + 1 || _arguments[firstArgument].Kind != ArgKind.Positional) return false;
        int argument = _arguments[firstArgument].Slot;
        if (known.Kind == ContainerKind.List && name == Known("append"))
            return StoreKnown(container, _facts.Ref(RefKind.Integer, known.Places.Count), argument);
        if (known.Kind != ContainerKind.Dict || name != Known("update") || !_knownContainers.TryGetValue(argument, out var other)
            || other.Kind != ContainerKind.Dict) return false;
        foreach (var (key, place) in other.Places.ToArray()) StoreKnown(container, key, _ops[place]);
        return true;
    }

    private int EvalComprehension(int node, ContainerKind kind)
    {
        var outer = _scope;
        int body = Child(node, G.Body), first = -1;
        for (int c = node + 1; c < _e[node].Next && first < 0; c = _e[c].Next)
            if (Kind(c) == PyKind.ForInClause) first = Child(c, G.Right);
        int iterable = Eval(first);

        _scope = new Scope { Kind = ScopeKind.Comprehension, Parent = outer, Def = outer.Def, Dead = outer.Dead };
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
                Eval(condition);
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
}
