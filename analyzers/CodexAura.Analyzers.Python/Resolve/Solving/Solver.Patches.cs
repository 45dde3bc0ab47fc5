namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions that a file puts in the place of another module's own, `testing.setUp = fake`, as tests do for as long as they run.
/// </summary>
internal sealed partial class Solver
{
    private readonly record struct ModuleStore(int File, int Value, int Module, int Name);

    private readonly HashSet<ModuleStore> _moduleStores = [];

    /// <summary>What was put in the place of what.</summary>
    private readonly record struct Patch(int Own, int Module, int Name);

    /// <summary>By definition that the file it stands in put somewhere.</summary>
    private Dictionary<int, List<Patch>>? _patches;

    private void StoreInModule(int activation, int module, int name, int value)
    {
        // sys.stdout = Writer(): there for a while, and what others call is the library's own, as where the module is not modelled.
        if (module < _program.ModelCount) return;
        _slots.AddEdge(value, ModuleSlot(module, name));
        if (IsOwn(activation) && _activations[activation].File != module) _moduleStores.Add(new ModuleStore(_activations[activation].File, value, module, name));
    }

    /// <summary>
    /// Whether a call reaches what some other file than the caller's put in the place of a module's own function or class: by the name of the one that
    /// was there, or among values that this one is too. Who calls it by its own name means it.
    /// </summary>
    public bool IsPatch(FoundCall call)
    {
        if (_moduleStores.Count == 0 || call.Slot < 0) return false;
        _patches ??= FindPatches();
        if (!_patches.TryGetValue(call.Callee, out var patches) || _program.FileOfDef[call.Callee] == call.File) return false;
        var w = OpAt(call.Op, call.File);
        int name = (Facts.OpCode)(w[0] & 0xFF) == Facts.OpCode.CallAttr ? Name(call.File, w[3]) : -1;
        return patches.Exists(p => (p.Name == name && _slots.Contains(call.Slot, p.Module)) || Holds(call.Slot, p.Own));
    }

    private Dictionary<int, List<Patch>> FindPatches()
    {
        var patches = new Dictionary<int, List<Patch>>();
        foreach (var (file, value, module, name) in _moduleStores)
        {
            int slot = ModuleSlot(module, name), own = -1;
            for (int i = 0; i < _slots.ObjectCount(slot) && own < 0; i++)
                if (DefinitionIn(_slots.ObjectAt(slot, i)) is >= 0 and var found && _program.FileOfDef[found] == module && IsNamedAs(found, name)) own = found;
            for (int i = 0; i < _slots.ObjectCount(value) && own >= 0; i++)
            {
                if (DefinitionIn(_slots.ObjectAt(value, i)) is not (>= 0 and var put) || _program.FileOfDef[put] != file) continue;
                if (!patches.TryGetValue(put, out var all)) patches.Add(put, all = []);
                all.Add(new Patch(own, _objects.Get(ObjectKind.Module, module), name));
            }
        }
        return patches;
    }

    private bool Holds(int slot, int def)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (DefinitionIn(_slots.ObjectAt(slot, i)) == def) return true;
        return false;
    }

    private int DefinitionIn(int obj) => IsOwnClass(obj) ? _objects[obj].A : FunctionIn(obj);
}
