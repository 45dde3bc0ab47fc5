namespace CodexAura.Incremental.Tests;

/// <summary>A small Python repository that is edited at random, the way people and git do it.</summary>
internal sealed class RandomRepository(Random random, Workbench bench)
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Folders = ["", "shop/", "shop/core/", "tools/"];
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<SortedDictionary<string, string>> _branches = [];
    private int _clock;
    private bool _ignoresPart;

    public void Start()
    {
        foreach (string folder in Folders) Put($"{folder}__init__.py", "from .m1 import *\n");
        for (int i = 0; i < 16; i++) Put(AnyPath(), PythonText.Module(random));
    }

    /// <summary>Does one thing and says what.</summary>
    public string Step()
    {
        string path = Any();
        switch (random.Next(16))
        {
            case 0:
                string added = AnyPath();
                Put(added, PythonText.Module(random));
                return $"adding {added}";
            case 1 when _files.Count > 6:
                Remove(path);
                return $"deleting {path}";
            case 2:
                string renamed = AnyPath(), text = _files[path];
                Remove(path);
                Put(renamed, text);
                return $"renaming {path} to {renamed}";
            case 3:
                string target = Any();
                var (remaining, moved) = PythonText.TakeDefinition(_files[path], random);
                Put(path, remaining);
                Put(target, _files[target] + moved);
                return $"moving a definition from {path} to {target}";
            case 4:
                Put(path, PythonText.Break(_files[path], random));
                return $"breaking {path}";
            case 5:
                File.SetLastWriteTimeUtc(Path.Join(bench.Root, path), LongAgo.AddMinutes(++_clock));
                return $"touching {path}";
            case 6:
                _branches.Add(new SortedDictionary<string, string>(_files, StringComparer.Ordinal));
                return "remembering a branch";
            case 7 when _branches.Count > 0:
                SwitchTo(_branches[random.Next(_branches.Count)]);
                return "switching the branch";
            case 8:
                _ignoresPart = !_ignoresPart;
                bench.Write(".gitignore", _ignoresPart ? "core/\nm3.py\n" : "");
                return _ignoresPart ? "ignoring files" : "ignoring nothing";
            case 9:
                return "nothing";
            case 10 or 11 or 12:
                for (int i = random.Next(3); i >= 0; i--)
                {
                    Put(path, PythonText.Move(_files[path], random));
                    path = Any();
                }
                return $"moving lines of {path} and others";
            case 13 or 14:
                string from = Folders[random.Next(1, Folders.Length)], to = Folders[random.Next(1, Folders.Length)];
                return Swap(from, to) ? $"swapping {from} and {to}" : "nothing";
            default:
                Put(path, PythonText.Module(random));
                return $"rewriting {path}";
        }
    }

    /// <summary>Lets two folders change places, with all that is in them, or moves one where the other is not there.</summary>
    private bool Swap(string from, string to)
    {
        if (from.StartsWith(to, StringComparison.Ordinal) || to.StartsWith(from, StringComparison.Ordinal)) return false;
        string first = Path.Join(bench.Root, from.TrimEnd('/')), second = Path.Join(bench.Root, to.TrimEnd('/')), aside = Path.Join(bench.Root, "aside");
        if (!Directory.Exists(first)) return false;
        Directory.Move(first, aside);
        if (Directory.Exists(second)) Directory.Move(second, first);
        Directory.CreateDirectory(Path.GetDirectoryName(second)!);
        Directory.Move(aside, second);
        var all = _files.ToArray();
        _files.Clear();
        foreach (var (path, text) in all)
            _files[path.StartsWith(from, StringComparison.Ordinal) ? to + path[from.Length..] : path.StartsWith(to, StringComparison.Ordinal) ? from + path[to.Length..] : path] = text;
        return true;
    }

    private void SwitchTo(SortedDictionary<string, string> branch)
    {
        foreach (string path in _files.Keys.Except(branch.Keys).ToArray()) Remove(path);
        foreach (var (path, text) in branch)
            if (_files.GetValueOrDefault(path) != text) Put(path, text);
    }

    private string Any() => _files.Keys.ElementAt(random.Next(_files.Count));

    private string AnyPath() => $"{Folders[random.Next(Folders.Length)]}m{random.Next(8)}.py";

    /// <summary>Most files get a time in the past, as if edited long ago; the rest are as new as the analysis that follows.</summary>
    private void Put(string path, string text)
    {
        _files[path] = text;
        bench.Write(path, text, random.Next(4) == 0 ? null : LongAgo.AddMinutes(++_clock));
    }

    private void Remove(string path)
    {
        _files.Remove(path);
        File.Delete(Path.Join(bench.Root, path));
    }
}
