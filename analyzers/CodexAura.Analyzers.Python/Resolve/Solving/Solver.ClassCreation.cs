using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>What a class statement runs: the metaclass, __init_subclass__ of the bases, __set_name__ of what stands in the body.</summary>
internal sealed partial class Solver
{
    /// <summary>Class to the instruction and activation that makes it.</summary>
    private readonly Dictionary<int, (int Op, int Activation)> _madeAt = [];

    /// <summary>Metaclass to the slot of the classes made by it.</summary>
    private readonly Dictionary<int, int> _madeBy = [];
    private readonly HashSet<(int Class, int Meta)> _typed = [];

    /// <summary>Some class of the program defines __set_name__, or those of a framework may; else nobody has to look for it.</summary>
    private bool _namesAreSet;

    /// <summary>Some class of the program defines __getattribute__.</summary>
    private bool _readsAreHooked;

    /// <summary>Some class of the program says whether its instances are true, so that conditions run its code.</summary>
    private bool _truthIsAsked;

    /// <summary>Some class of the program defines __setattr__.</summary>
    private bool _writesAreHooked;

    /// <summary>Whether some class of the program has a method of this name.</summary>
    private bool Defines(int name)
    {
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
            foreach (ref readonly var def in _program.Units[f].Defs)
                if (def.Class >= 0 && def.Name >= 0 && _program.Name(f, def.Name) == name) return true;
        return false;
    }

    private int MadeBy(int meta)
    {
        if (!_madeBy.TryGetValue(meta, out int slot)) _madeBy.Add(meta, slot = _slots.New());
        return slot;
    }

    private void GotBase(int def, int @base)
    {
        if (_program.Def(def).Name < 0 && _madeAt.TryGetValue(def, out var place))
        {
            int made = Map(place.Activation, OpAt(place.Op, place.Activation)[1]);
            _slots.Add(made, _objects.Get(ObjectKind.Class, def));
            if (_makers.TryGetValue(made, out int maker)) GotMaker(def, maker);
        }
        if (_program.IsModelDef(def)) return;
        TellRelatives(def, @base);
        if (Metaclass(def) is >= 0 and var meta)
        {
            Typed(def, meta);
            foreach (int below in _classes.Below(def)) Typed(below, meta);
        }
        int hook = _known["__init_subclass__"];
        if (FindAttribute(@base, hook) is not (>= 0 and var slot) || _program.IsModelDef(OwnerOfAttribute(@base, hook))) return;
        foreach (int made in _classes.Below(def).Prepend(def))
            if (_madeAt.TryGetValue(made, out var at)) Listen(slot, WatchKind.Bind, at.Op, at.Activation, _objects.Get(ObjectKind.Class, made), (int)Role.Create);
    }

    private void FireSetName(int op, int activation, int obj)
    {
        // Where not all classes have their bases yet, it may come from one.
        if (_objects[obj].Kind is ObjectKind.Instance or ObjectKind.Allocation && (FindAttribute(ClassOf(obj), _known["__set_name__"]) >= 0 || !_areFunctionsLoaded && !_classes[ClassOf(obj)].IsModel))
            Lookup(obj, _known["__set_name__"], op, activation, Role.Create);
    }

    /// <summary>The class in whose body an attribute is given its name, which __set_name__ is told; -1 elsewhere.</summary>
    private int OwnerToTell(int op, int activation)
    {
        var w = OpAt(op, activation);
        return (OpCode)(w[0] & 0xFF) == OpCode.ClassAttr ? _objects.Get(ObjectKind.Class, _program.DefBase[_activations[activation].File] + w[1]) : -1;
    }

    /// <summary>The results of calls that are written like one which makes a class: three arguments, the second of them bases.</summary>
    private readonly HashSet<int> _madeInto = [];

    /// <summary>Meta("C", (A, B), body) makes a class as a class statement with that metaclass does: those below it are of the metaclass too.</summary>
    private void FireMadeClass(int maker, int made, int result)
    {
        if (_objects[maker] is not { Kind: ObjectKind.Class, A: var meta } || !_classes.IsSubclass(meta, _builtin.Type)) return;
        if (meta != _builtin.Type) _makers.TryAdd(made, maker);
        for (int i = 0; i < _slots.ObjectCount(made) && meta != _builtin.Type; i++)
            if (_objects[_slots.ObjectAt(made, i)] is { Kind: ObjectKind.Class, A: var def }) GotMaker(def, maker);
        _slots.AddEdge(made, result);
    }

    /// <summary>By slot of a class that a call makes: the metaclass that is called.</summary>
    private readonly Dictionary<int, int> _makers = [];

    private void GotMaker(int def, int maker)
    {
        if (_classes[def].MetaclassSlot >= 0) return;
        _classes[def].MetaclassSlot = SlotOf(maker);
        GotMetaclass(def, _objects[maker].A);
    }

    private void GotMetaclass(int def, int meta)
    {
        if (_program.IsModelDef(def)) return;
        Typed(def, meta);
        foreach (int below in _classes.Below(def)) Typed(below, meta);
    }

    /// <summary>A class is an instance of its metaclass: making it runs what the program's metaclass defines.</summary>
    private void Typed(int def, int meta)
    {
        if (_program.IsModelDef(meta) || !_typed.Add((def, meta)) || !_madeAt.TryGetValue(def, out var at)) return;
        BaseOnType(meta);
        if (_bodiesAreLinked) LinkBody(def, meta);
        int made = _objects.Get(ObjectKind.Class, def), type = _objects.Get(ObjectKind.Class, meta);
        foreach (int up in _classes.Mro(meta))
            if (!_program.IsModelDef(up)) _slots.Add(MadeBy(up), made);
        Run(_known["__prepare__"], type);
        Run(_known.New, type);
        Run(_known.Init, made);

        void Run(int method, int receiver)
        {
            if (FindAttribute(meta, method) is >= 0 and var slot && !_program.IsModelDef(OwnerOfAttribute(meta, method)))
                Listen(slot, WatchKind.Bind, at.Op, at.Activation, receiver, (int)Role.Create);
        }
    }
}
