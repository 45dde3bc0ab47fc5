using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What a web framework runs for a function before it calls it: def read(db = Depends(get_db)), or def read(db: Annotated[Session, Depends(get_db)]), is
/// given what get_db returns, or yields. Models/Frameworks/fastapi.py keeps what is depended on.
/// </summary>
internal sealed partial class Solver
{
    private readonly HashSet<(int User, int Provider)> _dependencies = [];

    /// <summary>Functions, and what a web framework runs for them.</summary>
    public IReadOnlySet<(int User, int Provider)> Dependencies => _dependencies;

    /// <summary>By the slot of a type, or of its instances: the slots of what is depended on where something is declared so.</summary>
    private readonly Dictionary<int, List<int>> _metadata = [];

    private void NoteMetadata(int activation, ReadOnlySpan<int> w)
    {
        var values = new List<int>();
        foreach (int value in w[3..]) values.Add(Map(activation, value));
        _metadata[Map(activation, w[1])] = values;
    }

    private void LinkDependencies()
    {
        if (_program.Modules.Model("fastapi") is not { } module || ClassIn(module, _known["Depends"]) is not (>= 0 and var depends)) return;
        foreach (var (function, defaults) in _defaults)
        {
            var (_, def, environment) = _objects[function];
            if (_program.IsModelDef(def)) continue;
            ref readonly var record = ref _program.Def(def);
            var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, record.ParamCount);
            foreach (var (index, value) in defaults) LinkDependency(def, environment, parameters[index], value, depends);
        }
        if (_metadata.Count > 0) LinkDeclared(depends);
    }

    private void LinkDeclared(int depends)
    {
        var declared = _metadata.ToDictionary(m => m.Key, m => new List<int>(m.Value));
        // The names that a type goes by, here and where it is imported.
        foreach (var (slot, values) in _metadata)
            foreach (int name in Leading(slot)) Declare(name, values);
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var unit = _program.Units[f];
            var ops = unit.Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
                switch ((OpCode)(ops[op] & 0xFF))
                {
                    // deps.CurrentUser: what the module has under that name.
                    case OpCode.GetAttr:
                        int module = Map(f, ops[op + 2]);
                        for (int i = 0; i < _slots.ObjectCount(module); i++)
                            if (_objects[_slots.ObjectAt(module, i)] is { Kind: ObjectKind.Module, A: var at } && _exports.TryGetValue(Key(at, _program.Name(f, ops[op + 3])), out int export)
                                && declared.TryGetValue(export, out var exported)) Declare(Map(f, ops[op + 1]), exported);
                        break;
                    // Or None: what is declared is the slot of both.
                    case OpCode.InstanceOf when declared.TryGetValue(Map(f, ops[op + 2]), out var values):
                        foreach (int annotation in Leading(Map(f, ops[op + 1]))) Declare(annotation, values);
                        break;
                }
            for (int d = 1; d < unit.DefCount; d++)
            {
                ref readonly var record = ref unit.Defs[d];
                if (record.Kind == (int)DefKind.Class) continue;
                foreach (ref readonly var parameter in unit.Params.Slice(record.ParamStart, record.ParamCount))
                    if (parameter.Annotation != Slots.None && declared.TryGetValue(Map(f, parameter.Annotation), out var given))
                        foreach (int value in given) LinkDependency(_program.DefBase[f] + d, f, parameter, value, depends);
            }
        }

        void Declare(int slot, List<int> values)
        {
            if (!declared.TryGetValue(slot, out var known)) declared.Add(slot, [.. values]);
            else if (known != values) known.AddRange(values.Where(v => !known.Contains(v)));
        }
    }

    private void LinkDependency(int user, int environment, in ParamRecord parameter, int value, int depends)
    {
        for (int i = 0; i < _slots.ObjectCount(value); i++)
            if (ClassOf(_slots.ObjectAt(value, i)) is >= 0 and var c && _classes.IsSubclass(c, depends))
                LinkDependency(user, environment, parameter, _objectFields.Find(_slots.ObjectAt(value, i), _known["dependency"]));
    }

    private void LinkDependency(int user, int environment, in ParamRecord parameter, int dependency)
    {
        int slot = Map(environment, parameter.Slot);
        bool any = false;
        for (int i = 0; dependency >= 0 && i < _slots.ObjectCount(dependency); i++)
        {
            int obj = _slots.ObjectAt(dependency, i);
            if (FunctionIn(obj) is >= 0 and var function) Use(user, function, slot);
            else if (IsOwnClass(obj)) Use(user, _objects[obj].A, slot);
            else if (ClassOf(obj) is >= 0 and var c && !_program.IsModelDef(c) && FindAttribute(c, _known.Call) is >= 0 and var call)
                for (int k = 0; k < _slots.ObjectCount(call); k++)
                    if (FunctionIn(_slots.ObjectAt(call, k)) is >= 0 and var called) Use(user, called, slot);
            any |= _objects[obj].Kind != ObjectKind.Instance || ClassOf(obj) != _builtin.None;
        }
        // Depends() alone: of what the parameter is declared to be.
        if (any || parameter.Annotation == Slots.None) return;
        int declared = Map(environment, parameter.Annotation);
        for (int i = 0; i < _slots.ObjectCount(declared); i++)
            if (ClassOf(_slots.ObjectAt(declared, i)) is >= 0 and var type && !_program.IsModelDef(type)) Use(user, type, slot);
    }

    private void Use(int user, int provider, int slot)
    {
        if (user == provider) return;
        _dependencies.Add((user, provider));
        if (_program.Def(provider).Kind != (int)DefKind.Class)
        {
            GiveFixture(provider, slot);
            return;
        }
        _slots.Add(slot, _objects.Get(ObjectKind.Instance, provider));
        if (FindAttribute(provider, _known.Init) is not (>= 0 and var init)) return;
        for (int i = 0; i < _slots.ObjectCount(init); i++)
            if (FunctionIn(_slots.ObjectAt(init, i)) is >= 0 and var constructor) _dependencies.Add((user, constructor));
    }
}
