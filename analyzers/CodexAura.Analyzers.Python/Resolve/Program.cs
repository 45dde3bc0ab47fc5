using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// All files of a program under one numbering: names, definitions and slots of every file become numbers of the whole program.
/// The models of the standard library come first; their definitions never become nodes.
/// </summary>
internal sealed class Program
{
    private readonly Utf8StringTable _names = new();
    private readonly int[][] _stringIds;

    public Program(IReadOnlyList<FileFacts> files)
    {
        FileUnit[] own = [.. files.Select(f => new FileUnit(f.Path, f.Body))];
        var models = StandardModels.For(own);
        ModelCount = models.Count;
        Units = [.. models, .. own];
        Modules = new ModuleTable(Units, ModelCount);
        DefBase = new int[Units.Length + 1];
        SlotBase = new int[Units.Length + 1];
        _stringIds = new int[Units.Length][];
        for (int f = 0; f < Units.Length; f++)
        {
            var unit = Units[f];
            DefBase[f + 1] = DefBase[f] + unit.DefCount;
            SlotBase[f + 1] = SlotBase[f] + unit.SlotCount;
            var ids = _stringIds[f] = new int[unit.StringCount];
            for (int s = 0; s < ids.Length; s++) ids[s] = _names.Intern(unit.String(s));
        }
        FileOfDef = new int[DefBase[^1]];
        for (int f = 0; f < Units.Length; f++) Array.Fill(FileOfDef, f, DefBase[f], Units[f].DefCount);
    }

    public FileUnit[] Units { get; }

    /// <summary>Files below this number are models.</summary>
    public int ModelCount { get; }
    public ModuleTable Modules { get; }

    /// <summary>First definition and first slot of each file in the program's numbering.</summary>
    public int[] DefBase { get; }
    public int[] SlotBase { get; }
    public int[] FileOfDef { get; }
    public int DefCount => DefBase[^1];

    /// <summary>The program's number of a file's string; -1 for none.</summary>
    public int Name(int file, int fileString) => fileString < 0 ? -1 : _stringIds[file][fileString];

    public int Name(string text) => _names.Intern(System.Text.Encoding.UTF8.GetBytes(text));

    public ReadOnlySpan<byte> NameBytes(int name) => _names[name];

    public string NameText(int name) => System.Text.Encoding.UTF8.GetString(_names[name]);

    public int NameCount => _names.Count;

    private readonly Dictionary<int, HashSet<int>> _listed = [];

    /// <summary>Whether a star import takes a name from a module, if that has it: what __all__ lists, or else what begins with no underscore.</summary>
    public bool IsPublic(int module, int name)
    {
        var unit = Units[module];
        if (unit.AllCount < 0) return NameBytes(name) is not [(byte)'_', ..];
        if (!_listed.TryGetValue(module, out var listed))
        {
            _listed.Add(module, listed = []);
            foreach (int one in unit.All) listed.Add(Name(module, one));
        }
        return listed.Contains(name);
    }

    public ref readonly DefRecord Def(int def)
    {
        int file = FileOfDef[def];
        return ref Units[file].Defs[def - DefBase[file]];
    }

    public bool IsModelDef(int def) => FileOfDef[def] < ModelCount;
}
