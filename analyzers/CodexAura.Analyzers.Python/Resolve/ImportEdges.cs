using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>IMPORTS edges: to the module that a statement names, and through re-exports to the file that defines the name.</summary>
internal sealed class ImportEdges(Program program, GraphBuilder graph, int[] handles)
{
    public void Add()
    {
        for (int f = program.ModelCount; f < program.Units.Length; f++)
            foreach (var import in program.Units[f].Imports) Add(f, import);
    }

    private void Add(int file, ImportRecord import)
    {
        string name = import.Module < 0 ? "" : program.NameText(program.Name(file, import.Module));
        int? target = import.Level > 0 ? program.Modules.Relative(file, import.Level, name) : program.Modules.Absolute(file, name);
        if (target is not { } module)
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
        int imported = program.Name(file, import.Name);
        AddName(file, module, imported, import.Line, []);
    }

    /// <summary>Follows an imported name to where it is defined.</summary>
    private void AddName(int file, int module, int name, int line, HashSet<(int, int)> seen)
    {
        if (!seen.Add((module, name))) return;
        bool bound = false, importOnly = false;
        if (module >= 0)
        {
            foreach (var export in program.Units[module].Exports)
            {
                if (program.Name(module, export.Name) != name) continue;
                bound = true;
                importOnly = export.ImportOnly != 0;
            }
        }
        if ((!bound || importOnly) && program.Modules.Submodule(module, program.NameText(name)) is { } sub)
        {
            Edge(file, sub, line);
            if (bound) return;
        }
        if (module < 0) return;
        Edge(file, module, line);
        // Only a package passes names on; a module that imports a name for itself is where the statement ends.
        if (!program.Modules.IsPackageFile(module)) return;
        foreach (var import in program.Units[module].Imports)
        {
            if (import.Def != 0) continue;
            bool star = import.Kind == (int)ImportKind.Star;
            if (star ? bound : import.Kind != (int)ImportKind.From || !importOnly || Bound(module, import) != name) continue;
            string from = import.Module < 0 ? "" : program.NameText(program.Name(module, import.Module));
            int? next = import.Level > 0 ? program.Modules.Relative(module, import.Level, from) : program.Modules.Absolute(module, from);
            if (next is not { } origin || (origin >= 0 && origin < program.ModelCount)) continue;
            if (star && !Exports(origin, name, [])) continue;
            AddName(file, origin, star ? name : program.Name(module, import.Name), line, seen);
        }
    }

    private int Bound(int module, ImportRecord import) => program.Name(module, import.As);

    private bool Exports(int module, int name, HashSet<int> seen)
    {
        if (module < 0 || !seen.Add(module)) return false;
        foreach (var export in program.Units[module].Exports)
            if (program.Name(module, export.Name) == name) return true;
        foreach (var import in program.Units[module].Imports)
        {
            if (import.Kind != (int)ImportKind.Star) continue;
            string from = import.Module < 0 ? "" : program.NameText(program.Name(module, import.Module));
            int? next = import.Level > 0 ? program.Modules.Relative(module, import.Level, from) : program.Modules.Absolute(module, from);
            if (next is { } origin && Exports(origin, name, seen)) return true;
        }
        return false;
    }

    private void Edge(int file, int module, int line)
    {
        if (module < 0 || module < program.ModelCount || module == file) return;
        graph.AddEdge(handles[program.DefBase[file]], handles[program.DefBase[module]], EdgeTypes.Imports, line, Confidence.Exact);
    }

    private static string Top(string name) => name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? name[..dot] : name;
}
