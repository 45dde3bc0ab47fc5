using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Type arguments of generic classes (PEP 484): where a method of Base, a Generic[T], is declared to return T, it returns a Theme on an object of a
/// class that extends Base[Theme].
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Longer chains of generic bases than this are a loop.</summary>
    private const int MaxGenericDepth = 8;

    /// <summary>Subscripted classes: the slot of what is in the brackets by the slot of the whole, and by those where it is under another name.</summary>
    private readonly Dictionary<int, int> _aliases = [];

    private void NoteAlias(int slot, int brackets)
    {
        if (_aliases.ContainsKey(slot)) return;
        foreach (int name in Leading(slot)) _aliases.TryAdd(name, brackets);
    }

    /// <summary>Type variables by the slot of the annotation that they stand in.</summary>
    private readonly Dictionary<int, List<int>> _variablesIn = [];

    private readonly int _typing;

    private void NoteVariable(int slot, int type)
    {
        if (!IsTypeVariable(type)) return;
        // T | None: what is declared is the slot of both.
        foreach (int annotation in Leading(slot))
        {
            if (!_variablesIn.TryGetValue(annotation, out var variables)) _variablesIn.Add(annotation, variables = []);
            if (!variables.Contains(type)) variables.Add(type);
        }
    }

    /// <summary>So many slots that a value gets to are looked at.</summary>
    private const int MaxLeading = 1000;

    /// <summary>A slot, and those that it leads to by assignments, imports and unions, which were put in force with the modules, before any value moves along them.</summary>
    private List<int> Leading(int slot)
    {
        List<int> slots = [slot];
        var seen = new HashSet<int>(slots);
        for (int i = 0; i < slots.Count; i++)
            foreach (int to in _slots.Targets(slots[i]))
            {
                if (slots.Count == MaxLeading) return slots;
                if (seen.Add(to)) slots.Add(to);
            }
        return slots;
    }

    private bool IsTypeVariable(int obj) =>
        _objects[obj] is { Kind: ObjectKind.Allocation, A: var def } && _typing >= 0 && _program.FileOfDef[def] == _typing && def == ClassIn(_typing, _known["TypeVar"]);

    /// <summary>What a method is declared to return in terms of its class's type variables, on an object.</summary>
    private void PassTypeArguments(in DefRecord record, int def, int environment, int receiver, int result)
    {
        if (!MayReturnVariable(record, result) || receiver < 0 || GivenTo(receiver, _program.DefBase[_program.FileOfDef[def]] + record.Class) is not { } given) return;
        bool isAwaited = ((DefFlags)record.Flags & (DefFlags.Async | DefFlags.Generator)) == DefFlags.Async;
        for (int declared = DeclaredBy(def); declared >= 0; declared = OverloadBefore(declared))
        {
            int annotation = _program.Def(declared).ReturnAnnotation;
            if (annotation == Slots.None) continue;
            int slot = Map(environment, annotation);
            if (!isAwaited) Substitute(slot, given, result, 0);
            else if (Mentions(slot, 0) && ClassIn(_typing, _known["Awaitable"]) is >= 0 and var awaitable)
            {
                int awaited = Substituted(awaitable, -1 - slot, given);
                Substitute(slot, given, ObjectField(awaited, _known.Element), 0);
                _slots.Add(result, awaited);
            }
        }
    }

    /// <summary>Asked at every call, so that what costs least comes first.</summary>
    private bool MayReturnVariable(in DefRecord record, int result) => result >= 0 && record.Class >= 0 && _variablesIn.Count > 0 && _aliases.Count > 0;

    /// <summary>What an annotation gives a class for one of its type variables.</summary>
    private void PassGiven(int[] given, int of, int variable, int result)
    {
        if (Parameters(of).IndexOf(variable) is >= 0 and var index && index < given.Length && given[index] != Slots.None) _slots.AddEdge(given[index], result);
    }

    /// <summary>Objects of annotations such as Box[C] are instances of the class or one below it, told by a number from here on in B.</summary>
    private const int FirstSubscripted = 2;

    /// <summary>Of a class that is subscripted in more ways than this, all are one: each way takes the place of a value.</summary>
    private const int MaxSubscripted = 8;

    private readonly record struct Subscripted(int Op, int Activation, int Type, int Result);

    private List<Subscripted>? _subscripted = [];
    private readonly List<int[]> _givenTo = [];

    /// <summary>Keeps an annotation of a generic class until all classes and their bases are known.</summary>
    /// <returns>False where that is so already.</returns>
    private bool NoteSubscripted(int op, int activation, int type, int result)
    {
        if (!IsOwn(activation)) return false;
        _subscripted?.Add(new Subscripted(op, activation, type, result));
        return _subscripted is not null;
    }

    private void SettleSubscripted()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var ways = new Dictionary<int, int>();
        var all = _subscripted!;
        _subscripted = null;
        foreach (var (op, activation, type, result) in all)
        {
            int def = _objects[type].A;
            var w = OpAt(op, activation);
            if (_classes[def].IsModel)
            {
                AddAliased(op, activation, def, result, w);
                continue;
            }
            var given = new int[w.Length - 3];
            for (int i = 0; i < given.Length; i++) given[i] = w[3 + i] == Slots.None ? Slots.None : Map(activation, w[3 + i]);
            if (KeyOf(def, given) is not { } key || Parameters(def).Count == 0)
            {
                AddInstances(type, result);
                continue;
            }
            if (!numbers.TryGetValue(key, out int number))
            {
                int before = ways.GetValueOrDefault(def);
                ways[def] = before + 1;
                number = before < MaxSubscripted ? FirstSubscripted + _givenTo.Count : 0;
                numbers.Add(key, number);
                if (number > 0) _givenTo.Add(given);
            }
            _slots.Add(result, _objects.Get(ObjectKind.Cone, def, number));
        }
    }

    /// <summary>Whether a value is an object of an annotation such as Box[C], and another of that class stands before it.</summary>
    private bool IsSubscriptedTwice(int slot, int at)
    {
        var (kind, def, number) = _objects[_slots.ObjectAt(slot, at)];
        if (kind != ObjectKind.Cone || number < FirstSubscripted) return false;
        for (int i = 0; i < at; i++)
            if (_objects[_slots.ObjectAt(slot, i)] is { Kind: ObjectKind.Cone } other && other.A == def) return true;
        return false;
    }

    /// <summary>What is the same where a class is given the same; null where nothing is known of what it is given.</summary>
    private string? KeyOf(int def, int[] given)
    {
        var key = new System.Text.StringBuilder().Append(def);
        bool any = false;
        foreach (int slot in given)
        {
            key.Append(';');
            for (int i = 0; slot != Slots.None && i < _slots.ObjectCount(slot); i++)
            {
                key.Append(',').Append(_slots.ObjectAt(slot, i));
                any = true;
            }
        }
        return any ? key.ToString() : null;
    }

    /// <summary>The definition that says what a function returns: itself, or where it does not, the last of its overloads (typing.overload). -1 for none.</summary>
    private int DeclaredBy(int def) => _program.Def(def).ReturnAnnotation != Slots.None ? def : OverloadBefore(def);

    /// <summary>The overload that stands before a function or another overload; -1 for none.</summary>
    private int OverloadBefore(int def)
    {
        int file = _program.FileOfDef[def], at = def - _program.DefBase[file];
        if (at < 2) return -1;
        var defs = _program.Units[file].Defs;
        ref readonly var own = ref defs[at];
        ref readonly var before = ref defs[at - 1];
        // An annotated function has none: what it says itself is what counts.
        bool isOf = (before.Flags & (int)DefFlags.Overload) != 0 && before.Name == own.Name && before.Parent == own.Parent
            && (own.ReturnAnnotation == Slots.None || (own.Flags & (int)DefFlags.Overload) != 0);
        return isOf ? def - 1 : -1;
    }

    /// <summary>What a model hands to a method that it calls, as property does: the object the method is called on. -1 where that is not known.</summary>
    private int FirstArgument(int op, int activation, Role role)
    {
        if (IsOwn(activation) || role != Role.Value || (OpCode)(OpAt(op, activation)[0] & 0xFF) is not (OpCode.Call or OpCode.CallAttr)) return -1;
        var site = new CallSite(OpAt(op, activation), role, -1);
        if (site.Count == 0 || site[0] is not { Kind: ArgKind.Positional } first) return -1;
        int slot = first.Mapped ? first.Slot : Map(activation, first.Slot);
        return _slots.ObjectCount(slot) == 1 ? _slots.ObjectAt(slot, 0) : -1;
    }

    /// <summary>Slots of what a class gives a base of it for one of the base's type variables.</summary>
    private List<int> Arguments(int def, int owner, int variable, int depth)
    {
        var found = new List<int>();
        if (depth > MaxGenericDepth) return found;
        foreach (int slot in BaseSlots(def))
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
            {
                if (_objects[_slots.ObjectAt(slot, i)] is not { Kind: ObjectKind.Class, A: var @base } || @base == def || !_classes.IsSubclass(@base, owner)) continue;
                if (@base == owner) AddArgument(found, def, slot, @base, variable);
                else
                    foreach (int passed in Arguments(@base, owner, variable, depth + 1))
                        if (_slots.ObjectCount(passed) == 1 && IsTypeVariable(_slots.ObjectAt(passed, 0))) AddArgument(found, def, slot, @base, _slots.ObjectAt(passed, 0));
                        else found.Add(passed);
            }
        return found;
    }

    private void AddArgument(List<int> found, int def, int alias, int of, int variable)
    {
        if (_aliases.TryGetValue(alias, out int brackets) && Parameters(of).IndexOf(variable) is >= 0 and var index && ArgumentAt(brackets, index) is >= 0 and var argument)
            found.Add(NamedIn(argument, def));
    }

    /// <summary>class C(Base["D"]): the slot of what the module of the class has under that name.</summary>
    private int NamedIn(int argument, int def) =>
        _slots.ObjectCount(argument) == 1 && _objects[_slots.ObjectAt(argument, 0)] is { Kind: ObjectKind.String, A: var name } && _exports.TryGetValue(Key(_program.FileOfDef[def], name), out int slot)
            ? slot
            : argument;

    /// <summary>The type variables of a class in their order: those of Generic or Protocol, else as they appear among its bases.</summary>
    private List<int> Parameters(int def)
    {
        List<int> all = [], own = [];
        foreach (int slot in BaseSlots(def))
        {
            if (!_aliases.TryGetValue(slot, out int brackets)) continue;
            bool isList = _slots.ObjectCount(slot) > 0 && _objects[_slots.ObjectAt(slot, 0)] is { Kind: ObjectKind.Class, A: var @base } && _typing >= 0 && _program.FileOfDef[@base] == _typing;
            for (int i = 0; ArgumentAt(brackets, i) is >= 0 and var argument; i++)
                for (int k = 0; k < _slots.ObjectCount(argument); k++)
                    if (_slots.ObjectAt(argument, k) is var variable && IsTypeVariable(variable) && !(isList ? own : all).Contains(variable)) (isList ? own : all).Add(variable);
        }
        return own.Count > 0 ? own : all;
    }

    /// <summary>The slot of one of the arguments in brackets, or -1.</summary>
    private int ArgumentAt(int brackets, int index)
    {
        if (_slots.ObjectCount(brackets) == 1 && _slots.ObjectAt(brackets, 0) is var tuple && _objects[tuple].Kind == ObjectKind.Allocation && Is(tuple, Builtins.Tuple))
            return _objectFields.Find(tuple, _known.KeyField(false, index));
        return index == 0 ? brackets : -1;
    }

    private List<int> BaseSlots(int def)
    {
        var slots = new List<int>();
        if (!_madeAt.TryGetValue(def, out var at)) return slots;
        var w = OpAt(at.Op, at.Activation);
        for (int i = 0; i < w[3]; i++) slots.Add(Map(at.Activation, w[4 + i]));
        return slots;
    }
}
