using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Type arguments inside of what is declared: T, list[T], dict[str, list[T]], in results and in attributes.</summary>
internal sealed partial class Solver
{
    /// <summary>What an object has for the type variables of the class that declares something.</summary>
    /// <param name="Of">The object's class.</param>
    /// <param name="Owner">The class that declares.</param>
    /// <param name="Number">Number of the annotation that the object comes from (Box[C]); -1 for none.</param>
    private readonly record struct GivenArguments(int Of, int Owner, int Number);

    private readonly record struct Part(int Field, int Slot);

    /// <summary>Of the containers that annotations name: their fields, and the slots of what is in the brackets.</summary>
    private readonly Dictionary<int, List<Part>> _parts = [];

    /// <summary>Containers with type arguments in the place of type variables, by the one with variables (or the slot of what is awaited).</summary>
    private readonly Dictionary<(int Of, GivenArguments Given), int> _substituted = [];

    /// <summary>Slots of the annotations of attributes by class and name.</summary>
    private readonly Dictionary<long, int> _fieldTypes = [];
    private readonly HashSet<int> _typedFields = [];

    private void NotePart(int obj, int field, int slot)
    {
        if (!_parts.TryGetValue(obj, out var parts)) _parts.Add(obj, parts = []);
        if (!parts.Contains(new Part(field, slot))) parts.Add(new Part(field, slot));
    }

    /// <summary>Pair = tuple[int, T]; Pair[C]: where C goes, the alias says: in the places of its first type variable.</summary>
    private void AddAliased(int op, int activation, int def, int result, ReadOnlySpan<int> w)
    {
        int brackets = _aliases[Map(activation, w[2])], obj = NewAllocation(def, op, activation);
        _slots.Add(result, obj);
        bool isOfOne = ArgumentAt(brackets, 1) is >= 0 and var second && _slots.ObjectCount(second) == 1 && ClassOf(_slots.ObjectAt(second, 0)) == _builtin.Ellipsis;
        List<int> variables = [];
        for (int i = 0; ArgumentAt(brackets, i) is >= 0 and var argument; i++)
        {
            int field = FieldOfArgument(obj, isOfOne, i);
            if (_slots.ObjectCount(argument) == 1 && _slots.ObjectAt(argument, 0) is var variable && IsTypeVariable(variable))
            {
                if (!variables.Contains(variable)) variables.Add(variable);
                int at = 3 + variables.IndexOf(variable);
                if (at < w.Length && w[at] != Slots.None) GiveArgument(obj, field, Map(activation, w[at]), isOwn: true);
            }
            else if (field >= 0) Listen(argument, WatchKind.NarrowClass, -1, 0, ObjectField(obj, field));
        }
    }

    private void NoteFieldType(int def, int name, int slot)
    {
        _fieldTypes.TryAdd(Key(def, name), slot);
        _typedFields.Add(name);
    }

    /// <summary>null where an object has no type arguments for the class.</summary>
    private GivenArguments? GivenTo(int receiver, int owner)
    {
        int of = _objects[receiver].Kind == ObjectKind.Class ? _objects[receiver].A : ClassOf(receiver);
        int number = _objects[receiver] is { Kind: ObjectKind.Cone, B: >= FirstSubscripted and var b } ? b : -1;
        return of < 0 || (of == owner && number < 0) || !_classes.IsSubclass(of, owner) ? null : new GivenArguments(of, owner, number);
    }

    /// <summary>What an attribute is declared to be in terms of its class's type variables, on an object.</summary>
    private void PassFieldArguments(int def, int name, int receiver, int op, int activation)
    {
        if (_aliases.Count == 0 || !_typedFields.Contains(name)) return;
        var w = OpAt(op, activation);
        if ((OpCode)(w[0] & 0xFF) != OpCode.GetAttr) return;
        foreach (int owner in _classes.Mro(def))
        {
            if (!_fieldTypes.TryGetValue(Key(owner, name), out int slot)) continue;
            if (GivenTo(receiver, owner) is { } given) Substitute(slot, given, Map(activation, w[1]), 0);
            return;
        }
    }

    /// <summary>Whether an annotation is written in terms of type variables.</summary>
    private bool Mentions(int slot, int depth)
    {
        if (_variablesIn.ContainsKey(slot)) return true;
        for (int i = 0; depth < MaxGenericDepth && i < _slots.ObjectCount(slot); i++)
            if (_parts.TryGetValue(_slots.ObjectAt(slot, i), out var parts) && parts.Exists(p => Mentions(p.Slot, depth + 1))) return true;
        return false;
    }

    private void Substitute(int slot, in GivenArguments given, int result, int depth)
    {
        if (_variablesIn.TryGetValue(slot, out var variables))
            foreach (int variable in variables) PassVariable(variable, given, result);
        if (depth > MaxGenericDepth) return;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int obj = _slots.ObjectAt(slot, i);
            if (!_parts.TryGetValue(obj, out var parts) || !parts.Exists(p => Mentions(p.Slot, depth + 1))) continue;
            int made = Substituted(_objects[obj].A, obj, given);
            foreach (var (field, part) in parts)
            {
                _slots.AddEdge(part, ObjectField(made, field));
                Substitute(part, given, ObjectField(made, field), depth + 1);
            }
            _slots.Add(result, made);
        }
    }

    private int Substituted(int def, int of, in GivenArguments given)
    {
        if (!_substituted.TryGetValue((of, given), out int made)) _substituted.Add((of, given), made = _objects.Get(ObjectKind.Allocation, def, ++_allocations));
        return made;
    }

    private void PassVariable(int variable, in GivenArguments given, int result)
    {
        var (of, owner, number) = given;
        int[]? own = number < 0 ? null : _givenTo[number - FirstSubscripted];
        if (of == owner)
        {
            PassGiven(own!, of, variable, result);
            return;
        }
        foreach (int argument in Arguments(of, owner, variable, 0))
            if (_slots.ObjectCount(argument) == 1 && IsTypeVariable(_slots.ObjectAt(argument, 0)))
            {
                if (own is not null) PassGiven(own, of, _slots.ObjectAt(argument, 0), result);
            }
            else Listen(argument, WatchKind.NarrowClass, -1, 0, result);
    }
}
