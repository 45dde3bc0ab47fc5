using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace Sample.JavaScript;

/// <summary>Links the facts of all files: specifiers to files, imported names to definitions, references to edges.</summary>
internal sealed class Linker
{
    private static readonly string[] _endings = ["", ".js", ".mjs", ".cjs", ".jsx", "/index.js", "/index.mjs", "/index.cjs", "/index.jsx"];
    private readonly GraphBuilder _graph;
    private readonly CancellationToken _stop;
    private readonly List<Unit> _units;
    private readonly Dictionary<string, Unit> _byPath;

    public Linker(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken stop)
    {
        (_graph, _stop) = (graph, stop);
        _units = [.. files.Select(file => new Unit(file, graph))];
        _byPath = _units.ToDictionary(unit => unit.Path, StringComparer.Ordinal);
    }

    public void Run()
    {
        foreach (var unit in _units) AddImports(unit);
        // Bases before calls: methods are looked up along them.
        foreach (var unit in _units)
            foreach (var reference in unit.Facts.References.Where(r => r.Verb == Verb.Extends)) AddBase(unit, reference);
        foreach (var unit in _units)
        {
            _stop.ThrowIfCancellationRequested();
            foreach (var reference in unit.Facts.References.Where(r => r.Verb != Verb.Extends)) AddCall(unit, reference);
        }
    }

    private void AddImports(Unit unit)
    {
        foreach (var import in unit.Facts.Imports)
        {
            if (FileOf(unit, import.Specifier) is { } target) _graph.AddEdge(unit.Node, target.Node, EdgeTypes.Imports, import.Line, Confidence.Exact);
            else _graph.AddUnresolved(EdgeTypes.Imports, import.Specifier.StartsWith('.') ? "no such file" : "external");
        }
        // A name that is handed on comes from the file that defines it.
        foreach (var name in unit.Facts.Names.Where(n => n.Name != "*"))
            if (Definition(unit, name) is var (definer, _) && FileOf(unit, unit.Facts.Imports[name.Import].Specifier) != definer && definer != unit)
                _graph.AddEdge(unit.Node, definer.Node, EdgeTypes.Imports, unit.Facts.Imports[name.Import].Line, Confidence.Exact);
    }

    private void AddBase(Unit unit, Reference reference)
    {
        if (reference.From < 0) return;
        if (Find(unit, reference.Target) is var (of, index) && of.Facts.Definitions[index].Type == NodeType.Class)
        {
            unit.Bases.TryAdd(reference.From, (of, index));
            _graph.AddEdge(unit.Nodes[reference.From], of.Nodes[index], EdgeTypes.Extends, reference.Line, Confidence.Exact);
        }
        else _graph.AddUnresolved(EdgeTypes.Extends, "unknown base");
    }

    private void AddCall(Unit unit, Reference reference)
    {
        int source = reference.From < 0 ? unit.Node : unit.Nodes[reference.From];
        var found = reference.Verb == Verb.Super && unit.Bases.TryGetValue(reference.Target.Index, out var parent)
            ? Member(parent.Unit, parent.Index, reference.Target.Member)
            : reference.Verb == Verb.Super ? null : Find(unit, reference.Target);
        if (found is not var (of, index))
        {
            _graph.AddUnresolved(EdgeTypes.Calls, reference.Target.Kind == TargetKind.Unknown ? "unknown name" : "unknown member");
            return;
        }
        _graph.AddEdge(source, of.Nodes[index], EdgeTypes.Calls, reference.Line, Confidence.Exact);
        // Making an object runs the constructor too, its own or an inherited one.
        if (reference.Verb == Verb.New && of.Facts.Definitions[index].Type == NodeType.Class && Member(of, index, "constructor") is var (maker, constructor))
            _graph.AddEdge(source, maker.Nodes[constructor], EdgeTypes.Calls, reference.Line, Confidence.Exact);
    }

    private (Unit Unit, int Index)? Find(Unit unit, Target target)
    {
        if (target.Kind == TargetKind.Definition)
            return target.Member.Length == 0 ? (unit, target.Index) : Member(unit, target.Index, target.Member);
        if (target.Kind != TargetKind.Import) return null;
        var name = unit.Facts.Names[target.Index];
        if (target.Member.Length == 0) return Definition(unit, name);
        // A member of the module itself is one of its exports, one of something else a member of a class.
        if (name.Name == "*") return FileOf(unit, unit.Facts.Imports[name.Import].Specifier) is { } file ? Exported(file, target.Member, []) : null;
        return Definition(unit, name) is var (of, index) ? Member(of, index, target.Member) : null;
    }

    private (Unit Unit, int Index)? Definition(Unit unit, ImportedName name)
    {
        if (FileOf(unit, unit.Facts.Imports[name.Import].Specifier) is not { } file) return null;
        // The module as a whole is what it assigns to module.exports; a default import takes that too.
        if (name.Name == "*") return Exported(file, "=", []);
        return Exported(file, name.Name, []) ?? (name.Name == "default" ? Exported(file, "=", []) : null);
    }

    private (Unit Unit, int Index)? Exported(Unit unit, string name, HashSet<(Unit, string)> seen)
    {
        if (!seen.Add((unit, name))) return null;
        foreach (var export in unit.Facts.Exports.Where(e => e.Name == name))
        {
            if (export.Target.Kind == TargetKind.Definition) return (unit, export.Target.Index);
            if (export.Target.Kind == TargetKind.Import && Through(unit, export.Target, seen) is { } found) return found;
        }
        if (name is "default" or "=") return null;
        foreach (var all in unit.Facts.Exports.Where(e => e.Name == "*"))
            if (FileOf(unit, unit.Facts.Imports[unit.Facts.Names[all.Target.Index].Import].Specifier) is { } file && Exported(file, name, seen) is { } found) return found;
        return null;
    }

    private (Unit Unit, int Index)? Through(Unit unit, Target target, HashSet<(Unit, string)> seen)
    {
        var name = unit.Facts.Names[target.Index];
        if (name.Name == "*" || FileOf(unit, unit.Facts.Imports[name.Import].Specifier) is not { } file) return null;
        return Exported(file, name.Name, seen) ?? (name.Name == "default" ? Exported(file, "=", seen) : null);
    }

    /// <summary>A method of a class, its own or the nearest inherited one.</summary>
    private static (Unit Unit, int Index)? Member(Unit unit, int index, string member)
    {
        var seen = new HashSet<(Unit, int)>();
        for ((Unit Unit, int Index)? at = (unit, index); at is var (of, type) && seen.Add((of, type)); at = of.Bases.TryGetValue(type, out var parent) ? parent : null)
        {
            int found = of.Facts.Definitions.FindLastIndex(d => d.Parent == type && SimpleName(d.Name) == member);
            if (found >= 0) return (of, found);
        }
        return null;
    }

    private static string SimpleName(string qualified) => NodeId.SimpleName(qualified);

    private Unit? FileOf(Unit unit, string specifier)
    {
        if (!specifier.StartsWith('.')) return null;
        var parts = new List<string>(unit.Path.Split('/')[..^1]);
        foreach (string part in specifier.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        string path = string.Join('/', parts);
        foreach (string ending in _endings)
            if (_byPath.TryGetValue(path.Length == 0 ? ending.TrimStart('/') : path + ending, out var file)) return file;
        return null;
    }

    private sealed class Unit
    {
        public Unit(FileFacts file, GraphBuilder graph)
        {
            (Path, Facts) = (file.Path, Facts.Read(file.Body));
            Node = graph.AddFile(file.Path, file.LineCount);
            foreach (var d in Facts.Definitions)
                Nodes.Add(graph.AddDefinition(d.Type, d.Parent < 0 ? Node : Nodes[d.Parent], d.Name, d.Line, d.End, d.Complexity, null, d.Signature));
        }

        public string Path { get; }

        public Facts Facts { get; }

        public int Node { get; }

        public List<int> Nodes { get; } = [];

        public Dictionary<int, (Unit Unit, int Index)> Bases { get; } = [];
    }
}
