using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>IMPORTS edges: to the module that a statement names, and through re-exports to the file that defines the name.</summary>
internal sealed class ImportEdges(Program program, GraphBuilder graph, int[] handles)
{
    // Packages that pass hundreds of names on are imported from by hundreds of files: each name is followed once.
    private readonly Dictionary<long, int[]> _origins = [];
    private readonly Dictionary<long, bool> _importOnly = [];

    public void Add()
    {
        var paths = program.Units.Skip(program.ModelCount).Select(u => u.Path).ToHashSet(StringComparer.Ordinal);
        for (int f = program.ModelCount; f < program.Units.Length; f++)
            foreach (var export in program.Units[f].Exports) _importOnly[Key(f, program.Name(f, export.Name))] = export.ImportOnly != 0;
        for (int f = program.ModelCount; f < program.Units.Length; f++)
        {
            // A stub beside its source says what the source imports, for type checkers; the program never reads it.
            if (program.Units[f].Path is var path && ModuleTable.IsStub(path) && paths.Contains(path[..^1])) continue;
            foreach (var import in program.Units[f].Imports) Add(f, import);
        }
    }

    private static long Key(int module, int name) => (long)module << 32 | (uint)name;

    private void Add(int file, ImportRecord import)
    {
        string name = ModuleName(file, import);
        if (Target(file, import, name) is not { } module)
        {
            graph.AddUnresolved(EdgeTypes.Imports, import.Level > 0 ? "not found" : Standard.IsModule(Top(name)) ? "standard library" : "external");
            return;
        }
        if (module >= 0 && module < program.ModelCount)
        {
            graph.AddUnresolved(EdgeTypes.Imports, "standard library");
            return;
        }
        Edge(file, module, import.Line);
        if (import.Name < 0) return;
        foreach (int origin in Origins(module, program.Name(file, import.Name))) Edge(file, origin, import.Line);
    }

    /// <summary>The import statements of a file that lead into the program: the module that is named, and then each that a name is passed on from.</summary>
    public IEnumerable<(ImportRecord Import, int[] Modules)> Of(int file)
    {
        foreach (var import in program.Units[file].Imports.ToArray())
            if (Target(file, import, ModuleName(file, import)) is { } module && (module < 0 || module >= program.ModelCount))
                yield return (import, import.Name < 0 ? [module] : [module, .. Origins(module, program.Name(file, import.Name))]);
    }

    private int[] Origins(int module, int imported)
    {
        if (!_origins.TryGetValue(Key(module, imported), out int[]? origins))
        {
            var found = new List<int>();
            Follow(module, imported, found, []);
            _origins.Add(Key(module, imported), origins = [.. found]);
        }
        return origins;
    }

    /// <summary>Follows an imported name to where it is defined.</summary>
    private void Follow(int module, int name, List<int> found, HashSet<long> seen)
    {
        if (!seen.Add(Key(module, name))) return;
        bool bound = _importOnly.TryGetValue(Key(module, name), out bool importOnly);
        if ((!bound || importOnly) && program.Modules.Submodule(module, program.NameText(name)) is { } sub)
        {
            found.Add(sub);
            if (bound) return;
        }
        if (module < 0) return;
        found.Add(module);
        // Only a package passes names on; a module that imports a name for itself is where the statement ends.
        if (!program.Modules.IsPackageFile(module)) return;
        foreach (var import in program.Units[module].Imports)
        {
            if (import.Def != 0) continue;
            bool star = import.Kind == (int)ImportKind.Star;
            if (star ? bound : import.Kind != (int)ImportKind.From || !importOnly || program.Name(module, import.As) != name) continue;
            if (Target(module, import, ModuleName(module, import)) is not { } origin || (origin >= 0 && origin < program.ModelCount)) continue;
            if (star && !Exports(origin, name, [])) continue;
            Follow(origin, star ? name : program.Name(module, import.Name), found, seen);
        }
    }

    private bool Exports(int module, int name, HashSet<int> seen)
    {
        if (module < 0 || !program.IsPublic(module, name) || !seen.Add(module)) return false;
        if (_importOnly.ContainsKey(Key(module, name))) return true;
        foreach (var import in program.Units[module].Imports)
            if (import.Kind == (int)ImportKind.Star && Target(module, import, ModuleName(module, import)) is { } origin && Exports(origin, name, seen)) return true;
        return false;
    }

    private string ModuleName(int file, ImportRecord import) => import.Module < 0 ? "" : program.NameText(program.Name(file, import.Module));

    private int? Target(int file, ImportRecord import, string name) =>
        import.Level > 0 ? program.Modules.Relative(file, import.Level, name) : program.Modules.Absolute(file, name);

    private void Edge(int file, int module, int line)
    {
        if (module < 0 || module < program.ModelCount || module == file) return;
        graph.AddEdge(handles[program.DefBase[file]], handles[program.DefBase[module]], EdgeTypes.Imports, line, Confidence.Exact);
    }

    private static string Top(string name) => name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? name[..dot] : name;
}
