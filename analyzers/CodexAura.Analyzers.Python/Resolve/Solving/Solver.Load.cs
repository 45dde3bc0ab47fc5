using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Putting instructions in force: constant ones at once, the others as watches on the slot they depend on.</summary>
internal sealed partial class Solver
{
    private sealed class FunctionState
    {
        public bool Called;
    }

    private readonly FunctionState?[] _functions;
    private readonly Dictionary<int, DefaultValue[]> _defaults = [];

    private readonly record struct DefaultValue(int Parameter, int Slot);

    private void LoadModule(int file)
    {
        ref readonly var module = ref _program.Units[file].Defs[0];
        Load(file, module.OpStart, module.OpEnd);
    }

    private void LoadFunctions(int file)
    {
        var unit = _program.Units[file];
        for (int d = 1; d < unit.DefCount; d++)
        {
            ref readonly var def = ref unit.Defs[d];
            if (def.Kind != (int)DefKind.Class && !IsExpanded(_program.DefBase[file] + d) && !_loadedEarly.Contains(_program.DefBase[file] + d)) Load(file, def.OpStart, def.OpEnd);
        }
    }

    private void Load(int activation, int start, int end)
    {
        int file = _activations[activation].File;
        for (int op = start; op < end;)
        {
            var words = _program.Units[file].Ops[op..];
            int length = words[0] >> 8;
            int before = _trail?.Enter(op, activation) ?? 0;
            LoadOp(op, activation, file, words[..length]);
            _trail?.Leave(before);
            op += length;
        }
    }

    private void LoadOp(int op, int activation, int file, ReadOnlySpan<int> w)
    {
        switch ((OpCode)(w[0] & 0xFF))
        {
            case OpCode.Copy:
                _slots.AddEdge(Map(activation, w[2]), Map(activation, w[1]));
                break;
            // `or` in a model only says that either value may come out; those that ask for truth call __bool__.
            case OpCode.Special when (!_truthIsAsked || !IsOwn(activation)) && Name(activation, w[3]) == _known["__bool__"]: break;
            case OpCode.GetAttr or OpCode.Call or OpCode.CallAttr or OpCode.GetItem or OpCode.Iterate or OpCode.Special or OpCode.Await
                or OpCode.InstanceOf or OpCode.Generic or OpCode.Narrow or OpCode.DeclaredClass or OpCode.MadeClass:
                if ((OpCode)(w[0] & 0xFF) == OpCode.Call && ((CallFlags)w[4] & CallFlags.Decorator) != 0)
                    for (int i = 0, argument = Map(activation, w[6]); i < _slots.ObjectCount(argument); i++)
                    {
                        _decorated.Add(_slots.ObjectAt(argument, i));
                        if (i == 0) _decorations.Add((argument, Map(activation, w[1]), Map(activation, w[2])));
                    }
                if ((OpCode)(w[0] & 0xFF) == OpCode.MadeClass) _madeInto.Add(Map(activation, w[1]));
                if ((OpCode)(w[0] & 0xFF) == OpCode.Narrow && IsOwn(activation))
                {
                    _narrowings.Add(new Place(op, activation));
                    if (_told.Contains(Map(activation, w[2]))) _told.Add(Map(activation, w[1]));
                }
                Listen(Map(activation, w[2]), WatchKind.Base, op, activation);
                break;
            case OpCode.SetAttr or OpCode.SetItem or OpCode.Unpack or OpCode.Raise or OpCode.DelAttr:
                Listen(Map(activation, w[1]), WatchKind.Base, op, activation);
                break;
            case OpCode.YieldFrom or OpCode.Super:
                Listen(Map(activation, w[3]), WatchKind.Base, op, activation);
                break;
            case OpCode.Binary:
                Listen(Map(activation, w[2]), WatchKind.Base, op, activation);
                Listen(Map(activation, w[3]), WatchKind.Base, op, activation, 1);
                break;
            case OpCode.NewContainer:
                LoadContainer(op, activation, w);
                break;
            case OpCode.MakeFunction:
                LoadFunction(activation, file, w);
                break;
            case OpCode.MakeClass:
                LoadClass(op, activation, file, w);
                break;
            case OpCode.ClassAttr:
                _slots.AddEdge(Map(activation, w[3]), ClassAttribute(_program.DefBase[file] + w[1], _program.Name(file, w[2])));
                if (_namesAreSet && file >= _program.ModelCount) Listen(Map(activation, w[3]), WatchKind.SetName, op, activation, _program.DefBase[file] + w[1]);
                break;
            case OpCode.Sent:
                int generator = _objects.Get(ObjectKind.Generator, _program.DefBase[file] + w[2], activation);
                _slots.AddEdge(ObjectField(generator, _known["_sent_"]), Map(activation, w[1]));
                break;
            case OpCode.Field:
                int owner = _program.DefBase[file] + w[1], name = _program.Name(file, w[2]);
                _classes[owner].Declared.Add(new DeclaredName(name, w[4] != 0, w.Length > 5 ? Map(activation, w[5]) : -1));
                if (w[3] != Slots.None) _slots.AddEdge(Map(activation, w[3]), Field(owner, name));
                if (w[3] != Slots.None && file >= _program.ModelCount) NoteFieldType(owner, name, Map(activation, w[3]));
                break;
            case OpCode.FieldType when file >= _program.ModelCount:
                NoteFieldType(_program.DefBase[file] + w[1], _program.Name(file, w[2]), Map(activation, w[3]));
                break;
            case OpCode.Yield:
                int yields = _program.Units[file].Defs[w[1]].YieldSlot;
                if (yields != Slots.None) _slots.AddEdge(Map(activation, w[2]), Map(activation, yields));
                break;
            case OpCode.Import:
                LinkImport(file, w[2], Map(activation, w[1]));
                break;
            case OpCode.Fallback:
                if (!Succeed(file, w[3], w[4])) _slots.AddEdge(Map(activation, w[2]), Map(activation, w[1]));
                break;
            case OpCode.Compose:
                LoadComposed(op, activation, file, w);
                break;
            case OpCode.Annotated:
                if (w[2] != Slots.None) _slots.AddEdge(Map(activation, w[2]), Map(activation, w[1]));
                if (IsOwn(activation)) NoteMetadata(activation, w);
                break;
            case OpCode.CallableOf:
                _slots.Add(Map(activation, w[1]), _objects.Get(ObjectKind.Callable, Map(activation, w[2])));
                break;
        }
    }

    private void LoadFunction(int activation, int file, ReadOnlySpan<int> w)
    {
        int obj = _objects.Get(ObjectKind.Function, _program.DefBase[file] + w[2], activation);
        if (w.Length > 3)
        {
            var defaults = new DefaultValue[(w.Length - 3) / 2];
            for (int i = 0; i < defaults.Length; i++) defaults[i] = new DefaultValue(w[3 + 2 * i], Map(activation, w[4 + 2 * i]));
            _defaults[obj] = defaults;
        }
        _slots.Add(Map(activation, w[1]), obj);
    }

    private void LoadClass(int op, int activation, int file, ReadOnlySpan<int> w)
    {
        int def = _program.DefBase[file] + w[2];
        _madeAt[def] = (op, activation);
        // What a call makes of bases that nobody knows is not known either. A named tuple's is written down.
        if (_program.Def(def).Name >= 0 || (w[3] > 0 && Slots.IsRef(w[4]))) _slots.Add(Map(activation, w[1]), _objects.Get(ObjectKind.Class, def));
        for (int i = 0; i < w[3]; i++) Listen(Map(activation, w[4 + i]), WatchKind.ClassBase, op, activation, def, i);
        for (int i = 4 + w[3]; i + 1 < w.Length; i += 2)
        {
            if (_program.Name(file, w[i]) != _known["metaclass"]) continue;
            _classes[def].MetaclassSlot = Map(activation, w[i + 1]);
            Listen(Map(activation, w[i + 1]), WatchKind.Metaclass, op, activation, def);
        }
    }

    private void LoadContainer(int op, int activation, ReadOnlySpan<int> w)
    {
        string type = (ContainerKind)w[2] switch
        {
            ContainerKind.Tuple => "tuple", ContainerKind.Set => "set", ContainerKind.Dict => "dict", ContainerKind.Generator => "generator", _ => "list",
        };
        int obj = NewAllocation(type, op, activation);
        if (obj < 0) return;
        int row = SharedRow(op, activation, w);
        for (int i = 3; i + 1 < w.Length; i += 2)
        {
            int key = w[i], value = Map(activation, w[i + 1]);
            if (row >= 0 && RowIn(value) is >= 0 and var own)
            {
                CopyItems(own, row);
                value = SlotOf(row);
            }
            if (key == Slots.Spread)
            {
                Listen(value, WatchKind.Elements, op, activation, ObjectField(obj, _known.Element), w[2] == (int)ContainerKind.Dict ? 1 : 0);
                continue;
            }
            int keySlot = key == Slots.None ? -1 : Map(activation, key), field = _known.Element;
            int only = keySlot >= 0 && _slots.ObjectCount(keySlot) == 1 ? _slots.ObjectAt(keySlot, 0) : -1;
            if (only >= 0 && (Slots.IsRef(key) || IsDefinition(only)) && ConstantKey(only) is >= 0 and var known) field = known;
            _slots.AddEdge(value, ObjectField(obj, field));
            if (keySlot >= 0 && w[2] == (int)ContainerKind.Dict) _slots.AddEdge(keySlot, ObjectField(obj, _known.Keys));
        }
        _slots.Add(Map(activation, w[1]), obj);
    }

    /// <summary>Rows of a table that are more than this share one object, for more values than are kept in one place tell nothing.</summary>
    private const int MaxRows = 24;

    /// <summary>
    /// The object that stands for the rows of a table: of a display of many tuples, which one is taken out is seldom known, but what
    /// stands at each place of them is. -1 where the display is no table.
    /// </summary>
    private int SharedRow(int op, int activation, ReadOnlySpan<int> w)
    {
        int rows = 0;
        for (int i = 3; i + 1 < w.Length && w.Length > 3 + 2 * MaxRows; i += 2)
            if (w[i] != Slots.Spread && RowIn(Map(activation, w[i + 1])) >= 0) rows++;
        return rows > MaxRows ? NewAllocation("tuple", -2 - op, activation) : -1;
    }

    /// <summary>The tuple that an element of a display is written as; -1 where it is something else.</summary>
    private int RowIn(int slot) =>
        _slots.ObjectCount(slot) == 1 && _slots.ObjectAt(slot, 0) is var row && _objects[row].Kind == ObjectKind.Allocation && Is(row, Builtins.Tuple) ? row : -1;

    private int _allocations;
    private readonly KeyMap _allocationOf;

    /// <summary>The object a display or a call of a builtin class makes at one place.</summary>
    private int NewAllocation(string builtin, int op, int activation)
    {
        int def = _builtins < 0 ? -1 : ClassIn(_builtins, _known[builtin]);
        return def < 0 ? -1 : NewAllocation(def, op, activation);
    }

    private int NewAllocation(int def, int op, int activation)
    {
        int obj = _allocationOf.Find(def, op, activation);
        if (obj < 0) _allocationOf.Set(def, op, activation, 0, obj = _objects.Get(ObjectKind.Allocation, def, ++_allocations));
        return obj;
    }

    /// <summary>The field for a constant key, or -1.</summary>
    private int ConstantKey(int obj) => obj < 0 ? -1 : _objects[obj] switch
    {
        { Kind: ObjectKind.String } s => _known.KeyField(true, s.A),
        // What a negative index stands for depends on the length.
        { Kind: ObjectKind.Integer, A: >= 0 } i => _known.KeyField(false, i.A),
        _ when IsDefinition(obj) => _known.DefinitionKey(obj),
        _ => -1,
    };

    /// <summary>A function or a class of the program, as tables have them for keys.</summary>
    private bool IsDefinition(int obj) => _objects[obj] is { Kind: ObjectKind.Function or ObjectKind.Class } found && !_program.IsModelDef(found.A) && (found.Kind == ObjectKind.Function || !IsDeclared(obj));
}
