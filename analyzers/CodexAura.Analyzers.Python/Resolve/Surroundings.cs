using System.Text;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// The files that an edit is best understood with: what the edited files import, before or after the edit, then what these import, nearest first;
/// those that import the edited ones, for what they pass in; and the packages around each, without which a path is no module.
/// </summary>
internal sealed class Surroundings
{
    /// <summary>As many bytes of facts as are resolved in some hundredths of a second.</summary>
    private const long MaxBytes = 300 * 1024;

    /// <summary>The same of those that import the edited files.</summary>
    private const long MaxBytesOfUsers = 100 * 1024;

    private readonly FileUnit[] _units;
    private readonly int _modelCount;
    private readonly ModuleTable _modules;
    private readonly SortedSet<int> _chosen = [];
    private long _bytes;
    private long _room = MaxBytes;

    private Surroundings(IReadOnlyList<FileUnit> models, IReadOnlyList<FileFacts> files)
    {
        _modelCount = models.Count;
        _units = [.. models, .. files.Select(f => new FileUnit(f.Path, f.Body))];
        _modules = new ModuleTable(_units, _modelCount);
    }

    /// <summary>Chooses.</summary>
    /// <param name="before">The files as they were; null for one that is new.</param>
    /// <param name="after">The files as they are.</param>
    /// <param name="changed">Places of those that were edited.</param>
    /// <returns>Places in ascending order, the edited ones among them.</returns>
    public static IReadOnlyCollection<int> Of(IReadOnlyList<FileFacts?> before, IReadOnlyList<FileFacts> after, IReadOnlyList<int> changed)
    {
        var around = new Surroundings(StandardModels.Units, after);
        var open = new Queue<int>();
        foreach (int file in changed) around.Take(file, after, open);
        foreach (int file in changed)
        {
            if (before[file] is not { } facts) continue;
            var old = new FileUnit(facts.Path, facts.Body);
            foreach (int other in around.Imported(file, old)) around.TakeIfRoom(other, after, open);
        }
        around.TakeImported(after, open);
        around._room = Math.Max(around._bytes, MaxBytes) + MaxBytesOfUsers;
        foreach (int user in around.UsersOf(changed)) around.TakeIfRoom(user, after, open);
        around.TakeImported(after, open);
        return around._chosen;
    }

    /// <summary>Files that import one of these by its own name; smaller ones first, as more of them find room.</summary>
    private List<int> UsersOf(IReadOnlyList<int> files)
    {
        var edited = files.ToHashSet();
        var stems = files.Select(file => Encoding.UTF8.GetBytes(StemOf(_units[_modelCount + file].Path))).ToArray();
        var users = new List<int>();
        for (int file = 0; file < _units.Length - _modelCount; file++)
            if (!_chosen.Contains(file) && Uses(file, stems, edited)) users.Add(file);
        users.Sort((a, b) => _units[_modelCount + a].OpLength.CompareTo(_units[_modelCount + b].OpLength) is var order and not 0 ? order : a.CompareTo(b));
        return users;
    }

    private bool Uses(int file, byte[][] stems, HashSet<int> edited)
    {
        var unit = _units[_modelCount + file];
        foreach (ref readonly var import in unit.Imports)
            foreach (byte[] stem in stems)
            {
                // Most imports name something else, which is seen without looking for where they lead.
                bool isNamed = (import.Name >= 0 && unit.String(import.Name).SequenceEqual(stem)) || (import.Module >= 0 && unit.String(import.Module).EndsWith(stem));
                if (!isNamed || Target(_modelCount + file, unit, import) is not { } module) continue;
                if (edited.Contains(module - _modelCount)) return true;
                if (import.Name >= 0 && _modules.Submodule(module, Encoding.UTF8.GetString(unit.String(import.Name))) is { } sub && edited.Contains(sub - _modelCount)) return true;
            }
        return false;
    }

    /// <summary>The name that a file is imported by: its own, or of a package that of its folder.</summary>
    private static string StemOf(string path)
    {
        int end = path.LastIndexOf('.') is >= 0 and var dot ? dot : path.Length;
        string stem = path[(path.LastIndexOf('/') + 1)..end];
        return stem == "__init__" && path.LastIndexOf('/') is > 0 and var slash ? path[(path.LastIndexOf('/', slash - 1) + 1)..slash] : stem;
    }

    private void TakeImported(IReadOnlyList<FileFacts> files, Queue<int> open)
    {
        while (open.TryDequeue(out int next))
            foreach (int other in Imported(next, _units[_modelCount + next])) TakeIfRoom(other, files, open);
    }

    private void TakeIfRoom(int file, IReadOnlyList<FileFacts> files, Queue<int> open)
    {
        if (!_chosen.Contains(file) && _bytes + files[file].Body.Length <= _room) Take(file, files, open);
    }

    private void Take(int file, IReadOnlyList<FileFacts> files, Queue<int> open)
    {
        if (!_chosen.Add(file)) return;
        _bytes += files[file].Body.Length;
        open.Enqueue(file);
        for (int level = 1; _modules.Relative(_modelCount + file, level, "") is { } package; level++)
            if (package >= _modelCount && _chosen.Add(package - _modelCount))
            {
                _bytes += files[package - _modelCount].Body.Length;
                open.Enqueue(package - _modelCount);
            }
    }

    /// <summary>Files of the program that the import statements of a file lead to; through packages to where a name comes from.</summary>
    private List<int> Imported(int file, FileUnit unit)
    {
        var found = new List<int>();
        foreach (ref readonly var import in unit.Imports)
            if (Target(_modelCount + file, unit, import) is { } module)
                Follow(module, import.Name < 0 ? [] : unit.String(import.Name), found, 0);
        return found;
    }

    /// <summary>Names are passed on from package to package; deeper than this is a loop.</summary>
    private const int MaxDepth = 8;

    private void Follow(int module, ReadOnlySpan<byte> name, List<int> found, int depth)
    {
        if (module >= 0 && module < _modelCount) return;
        if (!name.IsEmpty && _modules.Submodule(module, Encoding.UTF8.GetString(name)) is { } sub && sub >= _modelCount) found.Add(sub - _modelCount);
        if (module < 0) return;
        found.Add(module - _modelCount);
        if (name.IsEmpty || depth == MaxDepth || !_modules.IsPackageFile(module)) return;
        var unit = _units[module];
        foreach (ref readonly var import in unit.Imports)
            if (import.Kind == (int)ImportKind.From && import.As >= 0 && unit.String(import.As).SequenceEqual(name) && Target(module, unit, import) is { } origin)
                Follow(origin, unit.String(import.Name), found, depth + 1);
    }

    private int? Target(int from, FileUnit unit, in ImportRecord import)
    {
        string name = import.Module < 0 ? "" : Encoding.UTF8.GetString(unit.String(import.Module));
        return import.Level > 0 ? _modules.Relative(from, import.Level, name) : _modules.Absolute(from, name);
    }
}
