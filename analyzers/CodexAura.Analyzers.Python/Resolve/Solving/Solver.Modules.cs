using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Imports and the names of modules.</summary>
internal sealed partial class Solver
{
    /// <summary>The slot of a name of a module; made when something sets it from outside.</summary>
    private int ModuleSlot(int file, int name)
    {
        if (_exports.TryGetValue(Key(file, name), out int slot)) return slot;
        _exports.Add(Key(file, name), slot = _slots.New());
        _starSources.Clear();
        return slot;
    }

    private bool LookupInModule(int module, int name, int op, int activation, Role role)
    {
        bool found = false;
        if (module >= 0)
        {
            if (_exports.TryGetValue(Key(module, name), out int slot))
            {
                Listen(slot, WatchKind.Deliver, op, activation, 0, (int)role);
                found = true;
            }
            if (!found)
                foreach (int source in StarSources(module, name))
                {
                    if (source < 0) Deliver(op, activation, role, ObjectTable.External, -1);
                    else Listen(source, WatchKind.Deliver, op, activation, 0, (int)role);
                    found = true;
                }
        }
        if (_program.Modules.Submodule(module, _program.NameText(name)) is { } sub && (!found || !(IsBoundOtherwise(module, name) || IsNamesake(module, name, _activations[activation].File))))
        {
            Deliver(op, activation, role, _objects.Get(ObjectKind.Module, sub), -1);
            found = true;
        }
        if (!found && module >= 0 && module < _program.ModelCount)
        {
            // A model says what carries the program's own functions; the rest of the module is there all the same.
            Deliver(op, activation, role, ObjectTable.External, -1);
            return true;
        }
        if (!found && module >= 0 && _exports.TryGetValue(Key(module, _known.GetAttr), out int hook))
        {
            Listen(hook, WatchKind.Deliver, op, activation, 0, (int)Role.Hook);
            return true;
        }
        return found;
    }

    private bool IsBoundOtherwise(int module, int name) => module >= 0 && _boundOtherwise.Contains(Key(module, name));

    /// <summary>
    /// from .name import name: the submodule was that attribute of the package, and no longer is. Modules of the package itself may
    /// have been loaded before.
    /// </summary>
    private void NoteNamesakes(int file)
    {
        foreach (var import in _program.Units[file].Imports)
        {
            if (import.Kind != (int)ImportKind.From || import.Def != 0 || import.As != import.Name) continue;
            int name = _program.Name(file, import.Name);
            if (_program.Modules.Submodule(file, _program.NameText(name)) is { } submodule && Target(file, import) == submodule) _namesakes.Add(Key(file, name));
        }
    }

    private readonly HashSet<long> _namesakes = [];

    private bool IsNamesake(int package, int name, int importer) => package >= 0 && _namesakes.Contains(Key(package, name)) && !_program.Modules.IsInside(importer, package);

    /// <summary>Names of modules that something else than an import binds.</summary>
    private readonly HashSet<long> _boundOtherwise = [];
    private readonly Dictionary<long, List<int>> _starSources = [];

    /// <summary>Where a name comes from that a module gets by star imports: slots, or -1 for outside the program.</summary>
    private List<int> StarSources(int file, int name)
    {
        if (!_starSources.TryGetValue(Key(file, name), out var found)) _starSources.Add(Key(file, name), found = StarSources(file, name, []));
        return found;
    }

    private List<int> StarSources(int file, int name, HashSet<int> seen)
    {
        var found = new List<int>();
        if (!seen.Add(file)) return found;
        var unit = _program.Units[file];
        bool outside = false;
        foreach (var import in unit.Imports)
        {
            if (import.Kind != (int)ImportKind.Star) continue;
            int? target = Target(file, import);
            if (target is not { } module)
            {
                outside = true;
                continue;
            }
            if (module < 0 || !_program.IsPublic(module, name)) continue;
            if (_exports.TryGetValue(Key(module, name), out int slot)) found.Add(slot);
            else found.AddRange(StarSources(module, name, seen));
        }
        if (found.Count == 0 && outside && !IsBuiltin(name)) found.Add(-1);
        return found;
    }

    private bool IsBuiltin(int name) => _builtins >= 0 && _exports.ContainsKey(Key(_builtins, name));

    private int? Target(int file, ImportRecord import)
    {
        string name = import.Module < 0 ? "" : _program.NameText(_program.Name(file, import.Module));
        return import.Level > 0 ? _program.Modules.Relative(file, import.Level, name) : _program.Modules.Absolute(file, name);
    }

    /// <summary>Whether imports that follow each other all find what they name in the program or in a model.</summary>
    private bool Succeed(int file, int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            var import = _program.Units[file].Imports[i];
            if (Target(file, import) is not { } module || module == file) return false;
            if ((ImportKind)import.Kind != ImportKind.From) continue;
            int name = _program.Name(file, import.Name);
            // A folder without a file of its own has no names but those of the modules in it.
            bool found = (module >= 0 && (_exports.ContainsKey(Key(module, name)) || StarSources(module, name).Count > 0))
                || _program.Modules.Submodule(module, _program.NameText(name)) is not null;
            if (!found) return false;
            // A stub without its source stands for a compiled module, which may not have been built.
            if (module >= _program.ModelCount && ModuleTable.IsStub(_program.Units[module].Path)) return false;
        }
        return true;
    }

    private void LinkImport(int file, int index, int slot)
    {
        var import = _program.Units[file].Imports[index];
        int? target;
        if ((ImportKind)import.Kind == ImportKind.Module)
        {
            // import a.b.c binds a, and makes b and c attributes on the way.
            string full = _program.NameText(_program.Name(file, import.Module));
            int dot = full.IndexOf('.', StringComparison.Ordinal);
            target = _program.Modules.Absolute(file, dot < 0 ? full : full[..dot]);
            _slots.Add(slot, target is { } top ? _objects.Get(ObjectKind.Module, top) : ObjectTable.External);
            return;
        }
        target = Target(file, import);
        if (target is not { } module)
        {
            _slots.Add(slot, ObjectTable.External);
            return;
        }
        if ((ImportKind)import.Kind == ImportKind.ModuleAs)
        {
            _slots.Add(slot, _objects.Get(ObjectKind.Module, module));
            return;
        }
        ImportName(file, module, _program.Name(file, import.Name), slot);
    }

    private void ImportName(int file, int module, int name, int slot)
    {
        bool found = false;
        if (module >= 0)
        {
            if (_exports.TryGetValue(Key(module, name), out int export))
            {
                _slots.AddEdge(export, slot);
                found = true;
            }
            else
                foreach (int source in StarSources(module, name))
                {
                    if (source < 0) _slots.Add(slot, ObjectTable.External);
                    else _slots.AddEdge(source, slot);
                    found = true;
                }
        }
        if (_program.Modules.Submodule(module, _program.NameText(name)) is { } sub && (!found || !(IsBoundOtherwise(module, name) || IsNamesake(module, name, file))))
        {
            _slots.Add(slot, _objects.Get(ObjectKind.Module, sub));
            found = true;
        }
        if (!found && module >= 0 && module < _program.ModelCount) _slots.Add(slot, ObjectTable.External);
    }
}
