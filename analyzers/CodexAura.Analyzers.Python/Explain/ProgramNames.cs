using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Explain;

/// <summary>Names and places of what explanations speak of.</summary>
internal sealed class ProgramNames(LinkedProgram linked)
{
    private readonly Program _program = linked.Program;

    /// <summary>The definition with a node's id; -1 when there is none.</summary>
    public int Find(string id)
    {
        if (!NodeId.TryParse(id, out var type, out string path, out string qualified)) return -1;
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            var unit = _program.Units[f];
            if (unit.Path != path) continue;
            if (type == NodeType.File) return _program.DefBase[f];
            var defs = unit.Defs;
            for (int d = 1; d < defs.Length; d++)
                if ((DefKind)defs[d].Kind == (type == NodeType.Class ? DefKind.Class : DefKind.Function) 
                    && defs[d].Name >= 0 && unit.Text(defs[d].QualifiedName) == qualified)
                    return _program.DefBase[f] + d;
        }
        return -1;
    }

    /// <summary>A definition's qualified name; a file's path for a module, and for a lambda what it is.</summary>
    public string Of(int def)
    {
        ref readonly var record = ref _program.Def(def);
        var unit = _program.Units[_program.FileOfDef[def]];
        return (DefKind)record.Kind switch
        {
            DefKind.Module => unit.Path,
            DefKind.Lambda => $"the lambda of line {record.LineStart}",
            _ when record.Name < 0 => $"the class made in line {record.LineStart}",
            _ => unit.Text(record.QualifiedName),
        };
    }

    public string Text(int name) => _program.NameText(name);

    public bool IsModel(int def) => _program.IsModelDef(def);

    public string Path(int file) => _program.Units[file].Path;

    /// <summary>A definition of the standard library as people write it, such as <c>functools.partial</c>.</summary>
    public string OfModel(int def)
    {
        string module = Path(_program.FileOfDef[def]);
        return module == "builtins" ? Of(def) : $"{module}.{Of(def)}";
    }

    public string Readable(int def) => IsModel(def) ? OfModel(def) : Of(def);

    /// <summary>Where a definition stands.</summary>
    public TrailStep Place(int def, string text) => new(Path(_program.FileOfDef[def]), Math.Max(_program.Def(def).LineStart, 1), text);

    /// <summary>The innermost definition whose own instructions one is among.</summary>
    public int Around(int file, int op) => _program.DefBase[file] + _program.Units[file].FunctionAround(op);

    /// <summary>
    /// The line of an instruction. Assignments and displays carry none: theirs is known where the instructions before and after
    /// them stand in one line; else 0.
    /// </summary>
    public int LineAt(int file, int op)
    {
        var ops = _program.Units[file].Ops;
        int own = LineOf(file, ops.Slice(op, ops[op] >> 8));
        if (own > 0) return own;
        ref readonly var def = ref _program.Def(Around(file, op));
        int before = 0;
        for (int at = def.OpStart; at < def.OpEnd; at += ops[at] >> 8)
        {
            int line = LineOf(file, ops.Slice(at, ops[at] >> 8));
            if (line <= 0) continue;
            if (at > op) return line == before ? line : 0;
            before = line;
        }
        return 0;
    }

    private int LineOf(int file, ReadOnlySpan<int> w) => (OpCode)(w[0] & 0xFF) switch
    {
        OpCode.MakeFunction or OpCode.MakeClass => _program.Units[file].Defs[w[2]].LineStart,
        OpCode.ClassAttr => _program.Units[file].Defs[w[1]].LineStart,
        OpCode.Import => _program.Units[file].Imports[w[2]].Line,
        _ => CallEdges.LineOf(w),
    };
}
