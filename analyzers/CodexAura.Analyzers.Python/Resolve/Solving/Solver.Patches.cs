namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Functions that a file puts in the place of another module's own, `testing.setUp = fake`, as tests do for as long as they run.
/// </summary>
internal sealed partial class Solver
{
    private readonly record struct ModuleStore(int File, int Value, int Module, int Name);

    private readonly HashSet<ModuleStore> _moduleStores = [];

    /// <summary>Definitions that the file they stand in put somewhere.</summary>
    private HashSet<int>? _patches;

    private void StoreInModule(int activation, int module, int name, int value)
    {
        _slots.AddEdge(value, ModuleSlot(module, name));
        if (IsOwn(activation) && _activations[activation].File != module) _moduleStores.Add(new ModuleStore(_activations[activation].File, value, module, name));
    }

    /// <summary>Whether a call reaches what some other file than the caller's put in the place of a module's own function or class.</summary>
    public bool IsPatch(FoundCall call)
    {
        if (_moduleStores.Count == 0) return false;
        _patches ??= FindPatches();
        return _patches.Contains(call.Callee) && _program.FileOfDef[call.Callee] != call.File;
    }

    private HashSet<int> FindPatches()
    {
        var patches = new HashSet<int>();
        foreach (var (file, value, module, name) in _moduleStores)
        {
            int slot = ModuleSlot(module, name);
            bool isDefined = false;
            for (int i = 0; i < _slots.ObjectCount(slot) && !isDefined; i++) isDefined = DefinitionIn(_slots.ObjectAt(slot, i)) is >= 0 and var own && _program.FileOfDef[own] == module && IsNamedAs(own, name);
            for (int i = 0; i < _slots.ObjectCount(value) && isDefined; i++)
                if (DefinitionIn(_slots.ObjectAt(value, i)) is >= 0 and var put && _program.FileOfDef[put] == file) patches.Add(put);
        }
        return patches;
    }

    private int DefinitionIn(int obj) => IsOwnClass(obj) ? _objects[obj].A : FunctionIn(obj);
}
