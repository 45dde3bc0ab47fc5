using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Classes of which an annotation says that they, or any below them, are there (type[C]). What is declared is a bound, not a value:
/// it stands only where no class is known to arrive. Such a class is an object of its own, told by a 1 in B.
/// </summary>
internal sealed partial class Solver
{
    private readonly record struct DeclaredCall(int Op, int Activation, Role Role, int Class);

    private readonly record struct DeclaredBase(int Class, int Base, int Position);

    private readonly List<DeclaredCall> _declaredCalls = [];
    private readonly List<DeclaredBase> _declaredBases = [];

    private bool IsDeclared(int obj) => _objects[obj].B == 1;

    private void FireDeclaredClass(int op, int activation, int obj, int result)
    {
        var (kind, a, _) = _objects[obj];
        switch (kind)
        {
            case ObjectKind.Class:
                _slots.Add(result, _program.IsModelDef(a) ? obj : _objects.Get(ObjectKind.Class, a, 1));
                break;
            case ObjectKind.External:
                _slots.Add(result, obj);
                break;
            case ObjectKind.Allocation when !Is(obj, Builtins.Tuple):
                // A type variable stands for its bound.
                NoteVariableClass(result, obj);
                Listen(ObjectField(obj, _known["__bound__"]), WatchKind.Base, op, activation);
                break;
        }
    }

    /// <summary>Calls of declared classes, and classes based on them, where nothing better arrived.</summary>
    private void SettleDeclared()
    {
        foreach (var (def, @base, position) in _declaredBases)
        {
            if (_classes[def].BasePositions.Contains(position)) continue;
            int known = _objects.Get(ObjectKind.Class, _objects[@base].A);
            FireClassBase(def, known, position);
        }
        _declaredBases.Clear();
        if (_declaredCalls.Count == 0) return;
        var made = new HashSet<(int Op, int File)>();
        foreach (var call in _calls)
            if (_program.Def(call.Callee).Kind == (int)DefKind.Class) made.Add((call.Op, call.File));
        foreach (var (op, activation, role, def) in _declaredCalls)
            if (!made.Contains(SiteOf(op, activation))) Instantiate(op, activation, role, def, _objects.Get(ObjectKind.Class, def));
        _declaredCalls.Clear();
    }

    /// <summary>A class, or any below it.</summary>
    private int Declared(int def) => _objects.Get(ObjectKind.Class, def, _classes.Below(def).Length > 0 ? 1 : 0);

    /// <summary>Whether nothing but None is known to arrive somewhere.</summary>
    private bool IsUnknown(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (ClassOf(_slots.ObjectAt(slot, i)) != _builtin.None) return false;
        return true;
    }

    /// <summary>A parameter that is not annotated is what the method that is overridden declares it to be, where nothing else is known of it.</summary>
    private void InheritAnnotation(int def, int owner, int parameter, int slot)
    {
        ref readonly var record = ref _program.Def(def);
        if (record.Name < 0) return;
        int own = _program.FileOfDef[def], name = _program.Name(own, record.Name);
        var kind = _program.Units[own].Params[record.ParamStart + parameter].Kind;
        int called = _program.Name(own, _program.Units[own].Params[record.ParamStart + parameter].Name);
        foreach (int c in _classes.Mro(owner)[1..])
        {
            if (!_classes[c].Attributes.TryGetValue(name, out int attribute)) continue;
            for (int i = 0; i < _slots.ObjectCount(attribute); i++)
            {
                var (what, found, _) = _objects[_slots.ObjectAt(attribute, i)];
                if (what is ObjectKind.ClassMethod or ObjectKind.Static) (what, found, _) = _objects[found];
                if (what != ObjectKind.Function) continue;
                int file = _program.FileOfDef[found];
                ref readonly var overridden = ref _program.Def(found);
                foreach (ref readonly var declared in _program.Units[file].Params.Slice(overridden.ParamStart, overridden.ParamCount))
                    if (declared.Kind == kind && declared.Annotation != Slots.None && _program.Name(file, declared.Name) == called)
                        _slots.AddEdge(Map(file, declared.Annotation), slot);
            }
            return;
        }
    }
}
