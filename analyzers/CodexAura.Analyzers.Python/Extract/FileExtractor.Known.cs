using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>
/// Containers that were written down here and that nothing else can have touched: their items are known by key, and changing one
/// replaces rather than adds (a strong update). As long as only local names lead to such a container it is a value: a change makes
/// a new one, to which the names are bound anew, so that branches and joins treat it like any other binding.
/// </summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Larger containers are tables: what single items of them are is no use, and copying them at each change would cost.</summary>
    private const int ManyKnown = 16;

    private readonly Dictionary<int, KnownContainer> _knownContainers = [];

    /// <summary>Goes up wherever other code may run or control may come from elsewhere: only up to there may instructions be changed in place.</summary>
    private int _segment;

    /// <summary>Inside an operand that is not always evaluated.</summary>
    private int _conditional;

    /// <param name="Kind">List, tuple or dictionary.</param>
    /// <param name="Scope">Where it was written down.</param>
    /// <param name="Turns">How many loops and try bodies of the scope were around it.</param>
    private sealed record KnownContainer(ContainerKind Kind, Scope Scope, int Turns)
    {
        /// <summary>Key operand to the place of its value operand in the instructions being written.</summary>
        public Dictionary<int, int> Places { get; } = [];

        /// <summary>Reads of a name that holds it, less those that can't have kept it.</summary>
        public int Uses { get; set; }

        /// <summary>It is an item of another container, so that names are not all that leads to it.</summary>
        public bool IsItem { get; set; }

        /// <summary>The segment in which its instruction may still be changed; -1 when something has read the object.</summary>
        public int Segment { get; set; }
    }

    private static int Turns(Scope scope) => scope.Loops.Count + scope.Tries.Count;

    private KnownContainer NewKnown(ContainerKind kind) => new(kind, _scope, Turns(_scope)) { Segment = _segment };

    /// <summary>From here on other code may hold the containers: none is known item by item.</summary>
    private void SealKnown()
    {
        _knownContainers.Clear();
        _stores.Clear();
        _segment++;
    }

    /// <summary>Other code runs: what it can reach is no longer known, and what was written so far it may see.</summary>
    private void OtherCodeRuns()
    {
        _segment++;
        ForgetStored();
        if (_knownContainers.Count == 0) return;
        List<int>? lost = null;
        foreach (var (slot, known) in _knownContainers)
            if (known.Kind != ContainerKind.Tuple && (known.Uses > 0 || known.IsItem || IsCaptured(slot))) (lost ??= []).Add(slot);
        foreach (int slot in lost ?? []) _knownContainers.Remove(slot);
    }

    /// <summary>Whether a function inside this scope reads a name that holds the container.</summary>
    private bool IsCaptured(int slot)
    {
        var scope = _scope;
        if (scope.Kind == ScopeKind.Comprehension || _lineOverride > 0) return true;
        if (scope.Kind == ScopeKind.Class || (!scope.HasNested && scope.Kind != ScopeKind.Module)) return false;
        scope.Captured ??= NamesInside(scope);
        for (int v = 0; v < scope.Names.Count; v++)
            if (scope.Env[v] == slot && scope.Captured.Contains(scope.Names[v])) return true;
        return false;
    }

    private HashSet<int> NamesInside(Scope scope)
    {
        var names = new HashSet<int>();
        for (int i = scope.Node + 1, end = _e[scope.Node].Next; i < end; i++)
        {
            if (Kind(i) is not (PyKind.FunctionDefinition or PyKind.Lambda)) continue;
            int last = _e[i].Next;
            for (; i < last; i++)
                if (Kind(i) == PyKind.Identifier) names.Add(Name(i));
            i--;
        }
        return names;
    }

    /// <summary>A name that holds a container was read: who reads it may keep it, unless <see cref="Untouch"/> says otherwise.</summary>
    private int Touch(int slot)
    {
        if (_knownContainers.Count > 0 && _knownContainers.TryGetValue(slot, out var known)) known.Uses++;
        return slot;
    }

    /// <summary>The reader only looked into the container.</summary>
    /// <param name="slot">The container, or anything else.</param>
    /// <param name="isName">It was reached by a name, so that the read was counted.</param>
    private void Untouch(int slot, bool isName = true)
    {
        if (!_knownContainers.TryGetValue(slot, out var known)) return;
        if (isName) known.Uses--;
        known.Segment = -1;
    }

    /// <summary>Evaluates what is looked into but not kept.</summary>
    private int EvalToRead(int node)
    {
        int slot = Eval(node);
        Untouch(slot, IsName(node));
        return slot;
    }

    private void Escape(int slot)
    {
        if (_knownContainers.Count > 0 && _knownContainers.TryGetValue(slot, out var known)) known.Uses++;
    }

    private void Nest(int slot)
    {
        if (_knownContainers.Count > 0 && _knownContainers.TryGetValue(slot, out var known)) known.IsItem = true;
    }

    private bool IsName(int node) => node >= 0 && Kind(node) == PyKind.Identifier;

    private bool IsConstantKey(int slot) =>
        Slots.IsRef(slot) && (RefKind)_facts.RefAt(slot).Kind is RefKind.String or RefKind.Integer;

    /// <summary>Known, not kept by anyone else, and evaluated as often as the statement that wrote it down.</summary>
    private KnownContainer? Readable(int slot, int allowedUses)
    {
        if (!_knownContainers.TryGetValue(slot, out var known)) return null;
        if (known.Kind == ContainerKind.Tuple) return known;
        return known.Uses <= allowedUses && known.Scope == _scope && known.Turns == Turns(_scope) ? known : null;
    }

    /// <summary>The place of a constant key; counted from the end for a negative one.</summary>
    private int KeyIn(KnownContainer known, int index)
    {
        if (!IsConstantKey(index)) return Slots.None;
        var record = _facts.RefAt(index);
        if (known.Kind == ContainerKind.Dict || record.Kind != (int)RefKind.Integer || record.Value >= 0) return index;
        return _facts.Ref(RefKind.Integer, record.Value + known.Places.Count);
    }

    private int? LoadKnown(int container, int index, bool isName)
    {
        if (Readable(container, isName ? 1 : 0) is not { } known) return null;
        if (KeyIn(known, index) is not (not Slots.None and var key) || !known.Places.TryGetValue(key, out int place)) return null;
        if (isName) known.Uses--;
        return _ops[place];
    }

    private bool StoreKnown(int container, int index, int value, bool isName)
    {
        if (_scope.Dead || _conditional > 0 || Readable(container, isName ? 1 : 0) is not { } known
            || KeyIn(known, index) is not (not Slots.None and var key))
        {
            _knownContainers.Remove(container);
            return false;
        }
        if (isName) known.Uses--;
        Nest(value);
        if (known.Segment == _segment && known.Places.TryGetValue(key, out int place))
        {
            _ops[place] = value;
            return true;
        }
        if (known.Segment == _segment)
        {
            Emit(OpCode.SetItem, container, key, value, 0);
            known.Places[key] = _ops.Count - 2;
            return true;
        }
        if (known.IsItem || (known.Kind == ContainerKind.List && !known.Places.ContainsKey(key)))
        {
            _knownContainers.Remove(container);
            return false;
        }
        var content = Content(known);
        int at = content.FindIndex(e => e.Key == key);
        if (at < 0) content.Add((key, value));
        else content[at] = (key, value);
        Replace(container, known.Kind, content);
        return true;
    }

    private List<(int Key, int Slot)> Content(KnownContainer known) => [.. known.Places.Select(p => (p.Key, _ops[p.Value]))];

    /// <summary>The names that hold a container hold a new one from here on.</summary>
    private void Replace(int old, ContainerKind kind, List<(int Key, int Slot)> content)
    {
        _knownContainers.Remove(old);
        int made = EmitContainer(kind, content, known: true);
        for (int v = 0; v < _scope.Names.Count; v++)
            if (_scope.Env[v] == old) Rebind(_scope, v, made);
    }

    /// <summary>The elements of a known tuple or list in order, or null.</summary>
    private List<int>? KnownElements(int container, int allowedUses = int.MaxValue)
    {
        if (Readable(container, allowedUses) is not { } known || known.Kind is not (ContainerKind.List or ContainerKind.Tuple)) return null;
        var elements = new List<int>();
        for (int i = 0; i < known.Places.Count; i++)
        {
            if (!known.Places.TryGetValue(_facts.Ref(RefKind.Integer, i), out int place)) return null;
            elements.Add(_ops[place]);
        }
        return elements;
    }

    private List<(int Key, int Slot)> Numbered(IEnumerable<int> elements) => [.. elements.Select((slot, i) => (_facts.Ref(RefKind.Integer, i), slot))];

    /// <summary>A slice with constant bounds of a known list is another known list.</summary>
    private int? SliceKnown(int container, int node, bool isName)
    {
        int slice = Child(node, G.SubscriptField);
        if (slice < 0 || Kind(slice) != PyKind.Slice || KnownElements(container, isName ? 1 : 0) is not { } elements) return null;
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
        var kind = _knownContainers[container].Kind;
        if (isName) _knownContainers[container].Uses--;
        return EmitContainer(kind, Numbered(elements.Skip(bounds[0]).Take(Math.Max(0, bounds[1] - bounds[0]))), known: true);
    }

    /// <summary>Attributes set on an object in this segment: set again before anything can have read it, the first value is gone.</summary>
    private readonly Dictionary<(int Object, int Name), (int Segment, int Place)> _stores = [];

    private void StoreAttribute(int @object, int name, int value, int line, bool inDictionary = false)
    {
        Escape(value);
        if (_scope.Dead) return;
        if (_conditional == 0 && !Slots.IsRef(@object) && !IsShared(@object) && _stores.TryGetValue((@object, name), out var last) && last.Segment == _segment) _ops[last.Place] = Unknown;
        int start = _ops.Count;
        if (inDictionary) Emit(OpCode.SetAttr, @object, name, value, line, 1);
        else Emit(OpCode.SetAttr, @object, name, value, line);
        RememberAttribute(@object, name, value);
        _stores[(@object, name)] = (_segment, start + 3);
    }

    /// <summary>A slot through which scopes share a variable may hold another object each time.</summary>
    private bool IsShared(int slot)
    {
        for (var s = _scope; s is not null; s = s.Parent)
            if (s.SharedBase != Scope.Unbound && slot >= s.SharedBase && slot < s.SharedBase + s.Names.Count) return true;
        return false;
    }

    /// <summary>Containers that others may hold are changed, which one is not known.</summary>
    private void LoseEscaped()
    {
        List<int>? lost = null;
        foreach (var (slot, known) in _knownContainers)
            if (known.Kind != ContainerKind.Tuple && (known.Uses > 0 || known.IsItem)) (lost ??= []).Add(slot);
        foreach (int slot in lost ?? []) _knownContainers.Remove(slot);
    }

    /// <summary>Builtins that look at what they are given, or copy it, but do not keep it.</summary>
    private static readonly HashSet<string> Harmless =
        ["len", "print", "str", "repr", "isinstance", "bool", "any", "all", "min", "max", "sum", "list", "tuple", "set", "frozenset", "dict", "sorted", "enumerate", "zip", "reversed", "type", "id"];

    private bool IsHarmless(int function) =>
        _knownContainers.Count > 0 && IsName(function) && Harmless.Contains(System.Text.Encoding.UTF8.GetString(Text(function)))
        && Lookup(Name(function)) is var slot && Slots.IsRef(slot);

    /// <summary>list(xs), tuple(xs) of a container whose items are known.</summary>
    private int? CopyKnown(int function, int firstArgument)
    {
        if (_arguments.Count != firstArgument + 1 || _arguments[firstArgument].Kind != ArgKind.Positional) return null;
        bool list = Text(function).SequenceEqual("list"u8);
        if (!list && !Text(function).SequenceEqual("tuple"u8)) return null;
        return KnownElements(_arguments[firstArgument].Slot) is { } elements
            ? EmitContainer(list ? ContainerKind.List : ContainerKind.Tuple, Numbered(elements), known: true)
            : null;
    }

    /// <summary>xs + ys of two containers whose items are known.</summary>
    private int? AddKnown(int left, int right, int leftNode, int rightNode)
    {
        if (_knownContainers.Count == 0 || KnownElements(left, IsName(leftNode) ? 1 : 0) is not { } first
            || KnownElements(right, IsName(rightNode) ? 1 : 0) is not { } second) return null;
        var kind = _knownContainers[left].Kind;
        if (kind != _knownContainers[right].Kind) return null;
        Untouch(left, IsName(leftNode));
        Untouch(right, IsName(rightNode));
        return EmitContainer(kind, Numbered(first.Concat(second)), known: true);
    }

    private void AttributeRead(int name)
    {
        if (_stores.Count == 0) return;
        List<(int, int)>? read = null;
        foreach (var key in _stores.Keys)
            if (key.Name == name) (read ??= []).Add(key);
        foreach (var key in read ?? []) _stores.Remove(key);
    }
}
