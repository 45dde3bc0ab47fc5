using CodexAura.Analyzers.Python.Facts;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// The files that an edit is best understood with: what the edited files import, before or after the edit, then what these import, nearest first,
/// and the packages around each, without which a path is no module.
/// </summary>
internal sealed class Surroundings
{
    /// <summary>As many bytes of facts as are resolved in some hundredths of a second.</summary>
    private const long MaxBytes = 400 * 1024;

    private readonly FileUnit[] _units;
    private readonly int _modelCount;
    private readonly ModuleTable _modules;
    private readonly SortedSet<int> _chosen = [];
    private long _bytes;

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
        while (open.TryDequeue(out int next))
            foreach (int other in around.Imported(next, around._units[around._modelCount + next])) around.TakeIfRoom(other, after, open);
        return around._chosen;
    }

    private void TakeIfRoom(int file, IReadOnlyList<FileFacts> files, Queue<int> open)
    {
        if (!_chosen.Contains(file) && _bytes + files[file].Body.Length <= MaxBytes) Take(file, files, open);
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
        if (!name.IsEmpty && _modules.Submodule(module, System.Text.Encoding.UTF8.GetString(name)) is { } sub && sub >= _modelCount) found.Add(sub - _modelCount);
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
        string name = import.Module < 0 ? "" : System.Text.Encoding.UTF8.GetString(unit.String(import.Module));
        return import.Level > 0 ? _modules.Relative(from, import.Level, name) : _modules.Absolute(from, name);
    }
}
