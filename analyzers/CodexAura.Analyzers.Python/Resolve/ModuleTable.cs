using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Finds the file that an import names, as Python's path-based finder does, without running anything. Where sys.path is not
/// known, the folders that hold top-level packages stand for it: the folder of the importing package first, then the others.
/// </summary>
internal sealed class ModuleTable
{
    /// <summary>A file number, or ~number of a namespace package (a folder without __init__).</summary>
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _namespaces = new(StringComparer.Ordinal);
    private readonly List<string> _namespaceFolders = [];
    private readonly List<string> _roots = [];
    private readonly string[] _root;
    private readonly string[] _folder;
    private readonly FileUnit[] _units;
    private readonly bool[] _isTest;
    private readonly Dictionary<(string Root, string Name, bool IsTest), int?> _absolute = [];

    /// <summary>The dotted name of the package that the analysed folder is; null where it is none or nobody says.</summary>
    private readonly string? _rootPackage;

    /// <summary>The analysed folder is a package, as site-packages/django, and none that modules are looked for in: its http is not the library's.</summary>
    private readonly bool _isRootHidden;

    public ModuleTable(FileUnit[] units, int modelCount)
    {
        _units = units;
        for (int f = 0; f < modelCount; f++) _models[units[f].Path] = f;
        // The same classes for older Pythons: a Protocol of either is a protocol.
        if (_models.TryGetValue("typing", out int typing)) _models["typing_extensions"] = typing;
        _folder = new string[units.Length];
        _root = new string[units.Length];
        _isTest = TestFiles.Of(units);
        // Stubs stand in only where there is no source.
        for (int f = modelCount; f < units.Length; f++)
            if (!IsStub(units[f].Path)) Add(units[f].Path, f);
        for (int f = modelCount; f < units.Length; f++)
            if (IsStub(units[f].Path)) Add(units[f].Path, f);
        var roots = new SortedDictionary<string, bool>(StringComparer.Ordinal) { [""] = true };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int f = modelCount; f < units.Length; f++)
        {
            _folder[f] = Parent(units[f].Path);
            _root[f] = RootOf(_folder[f]);
            if (_root[f] != _folder[f]) roots[_root[f]] = true;
            // A project's; in a package it is a module like any other.
            if (_root[f] == _folder[f] && units[f].Path.EndsWith("/setup.py", StringComparison.Ordinal)) roots[_folder[f]] = true;
            // Packages of a namespace, src/poetry/core, are imported from above it.
            for (string folder = _root[f]; folder.Length > 0 && seen.Add(folder); folder = Parent(folder))
                if (folder.AsSpan(folder.LastIndexOf('/') + 1) is "src" or "lib") roots[folder] = true;
        }
        _roots.AddRange(roots.Keys.OrderBy(r => r.Count(c => c == '/')).ThenBy(r => r == "" ? 0 : r is "src" or "lib" ? 1 : 2).ThenBy(r => r, StringComparer.Ordinal));
        if (!_byPath.ContainsKey("")) return;
        (_rootPackage, bool isOnPath) = RootPackage.Find(units, modelCount, name => At("", name) is >= 0);
        _isRootHidden = !isOnPath;
    }

    /// <summary>Whether a file is there to try the code or to show it.</summary>
    public bool IsTest(int file) => _isTest[file];

    public int NamespaceCount => _namespaceFolders.Count;

    /// <summary>Resolves an absolute dotted name as seen from a file.</summary>
    /// <returns>A file number, ~number of a namespace package, or null when it is outside the program.</returns>
    public int? Absolute(int from, string name)
    {
        if (_root[from] is null) return _models.TryGetValue(name, out int own) ? own : null;
        string key = _root[from] == _folder[from] ? _folder[from] + "/" : _root[from];
        if (_absolute.TryGetValue((key, name, _isTest[from]), out int? known)) return known;
        int? found = Find(from, name);
        _absolute.Add((key, name, _isTest[from]), found);
        return found;
    }

    private int? Find(int from, string name)
    {
        int dot = name.IndexOf('.');
        string first = dot < 0 ? name : name[..dot];
        bool isLibrary = Standard.IsModule(first), isHidden = isLibrary && _isRootHidden;
        // A script's own folder is on sys.path, and so is the folder that holds the importing file's top-level package.
        if (!(isHidden && _root[from].Length == 0) && At(_root[from], name) is { } own) return own;
        if (_rootPackage is not null && InRootPackage(name) is { } inside) return inside;
        if (isLibrary)
        {
            // The tree may be the standard library itself; a module of that name elsewhere does not shadow it.
            if (!isHidden && At("", name) is { } inTree) return inTree;
            return _models.TryGetValue(name, out int model) ? model : null;
        }
        int? space = null;
        foreach (string root in _roots)
            if (root != _root[from] && At(root, name) is { } found && !IsForTestsOnly(from, found))
            {
                if (found >= 0) return found;
                space ??= found;
            }
        // Scripts beside packages, such as helpers of a tests folder, see each other upwards. Inside packages nothing is imported so since Python 3.
        for (string folder = _root[from]; folder.Length > 0 && space is null;)
        {
            folder = Parent(folder);
            if (At(folder, name) is >= 0 and { } found) return found;
        }
        return space ?? (_models.TryGetValue(name, out int standIn) ? standIn : null);
    }

    /// <summary>What stands for a library where tests lie, test-data/stubs/attr.pyi, does so for these alone.</summary>
    private bool IsForTestsOnly(int from, int found) => found >= 0 && _isTest[found] && !_isTest[from];

    public static bool IsStub(string path) => path.EndsWith(".pyi", StringComparison.Ordinal);

    private int? InRootPackage(string name)
    {
        if (!name.StartsWith(_rootPackage!, StringComparison.Ordinal)) return null;
        if (name.Length == _rootPackage!.Length) return Package("");
        return name[_rootPackage.Length] == '.' ? At("", name[(_rootPackage.Length + 1)..]) : null;
    }

    /// <summary>The dotted name that a file of the program is imported by, its __name__; for a package's file the package's.</summary>
    public string NameOf(int file)
    {
        string path = IsPackageFile(file) ? _folder[file] : Path.ChangeExtension(_units[file].Path, null);
        string name = (_root[file].Length == 0 ? path : path[Math.Min(path.Length, _root[file].Length + 1)..]).Replace('/', '.');
        return _rootPackage is null || _root[file].Length > 0 ? name : name.Length == 0 ? _rootPackage : $"{_rootPackage}.{name}";
    }

    /// <summary>The package that a file is in, its __package__; a package's file is in the package itself.</summary>
    public string PackageOf(int file)
    {
        string name = NameOf(file);
        return IsPackageFile(file) ? name : name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";
    }

    /// <summary>Resolves a relative import.</summary>
    public int? Relative(int from, int level, string name)
    {
        string folder = _folder[from];
        for (int i = 1; i < level; i++)
        {
            if (folder.Length == 0) return null;
            folder = Parent(folder);
        }
        return name.Length == 0 ? Package(folder) : At(folder, name);
    }

    /// <summary>A module or package inside a package, by simple name.</summary>
    public int? Submodule(int package, string name)
    {
        if (package >= 0 && _folder[package] is null) return null;
        string folder = package < 0 ? _namespaceFolders[~package] : _folder[package];
        return package >= 0 && !IsPackageFile(package) ? null : At(folder, name);
    }

    /// <summary>Whether a file is the package's own or lies in its folder, at any depth.</summary>
    public bool IsInside(int file, int package)
    {
        string folder = _folder[package] ?? "", other = _folder[file] ?? "";
        return other.StartsWith(folder, StringComparison.Ordinal) && (folder.Length == 0 || other.Length == folder.Length || other[folder.Length] == '/');
    }

    private readonly HashSet<int> _packageFiles = [];

    public bool IsPackageFile(int file) => _packageFiles.Contains(file);

    /// <summary>A model module by its dotted name.</summary>
    public int? Model(string name) => _models.TryGetValue(name, out int file) ? file : null;

    private int? At(string folder, string dotted)
    {
        string path = Join(folder, dotted.Replace('.', '/'));
        if (_byPath.TryGetValue(path, out int file)) return file;
        return _namespaces.TryGetValue(path, out int space) ? ~space : null;
    }

    private int? Package(string folder)
    {
        if (_byPath.TryGetValue(folder, out int file)) return file;
        return _namespaces.TryGetValue(folder, out int space) ? ~space : null;
    }

    private void Add(string path, int file)
    {
        int dot = path.LastIndexOf('.');
        string stem = dot < 0 ? path : path[..dot], folder = Parent(path);
        if (stem.EndsWith("__init__", StringComparison.Ordinal) && (stem.Length == 8 || stem[^9] == '/'))
        {
            // A package wins over a module of the same name beside it.
            if (!_byPath.TryGetValue(folder, out int other) || !IsPackageFile(other)) _byPath[folder] = file;
            _packageFiles.Add(file);
        }
        else _byPath.TryAdd(stem, file);
        for (; folder.Length > 0; folder = Parent(folder))
        {
            if (_namespaces.ContainsKey(folder)) break;
            _namespaces.Add(folder, _namespaceFolders.Count);
            _namespaceFolders.Add(folder);
        }
    }

    /// <summary>The folder above the outermost package around a folder.</summary>
    private string RootOf(string folder)
    {
        while (_byPath.TryGetValue(folder, out int file) && IsPackageFile(file) && folder.Length > 0) folder = Parent(folder);
        return folder;
    }

    private static string Parent(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    private static string Join(string folder, string rest) => folder.Length == 0 ? rest : $"{folder}/{rest}";
}
