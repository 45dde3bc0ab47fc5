using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Imports: files of the program run when they are first imported, modules of the library are the interpreter's own.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<string, PyModule> _library = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PyModule> _namespaces = [];

    /// <summary>The file whose code imports.</summary>
    private int _importing;

    private void Import(Node node, Env env)
    {
        int file = env.Module.File;
        if (file >= 0) _importing = file;
        if (node.Kind == PyKind.ImportStatement)
        {
            foreach (var part in node.Named)
            {
                if (part.Field != G.Name) continue;
                bool isAliased = part.Kind == PyKind.AliasedImport;
                string name = Dotted(isAliased ? part[G.Name] : part);
                var module = ImportModule(file, 0, name) ?? External(name);
                if (isAliased) Bind(part[G.Alias].Text, module, env);
                else Bind(part.First.Text, name.Split('.') is [var top, _, ..] ? ImportModule(file, 0, top) ?? External(name) : module, env);
            }
            return;
        }
        var from = node[G.ModuleName];
        int level = 0;
        string path = "";
        if (from.Kind == PyKind.RelativeImport)
        {
            foreach (var part in from.Named)
            {
                if (part.Kind == PyKind.ImportPrefix) level = part.Text.Count(c => c == '.');
                else if (part.Kind == PyKind.DottedName) path = Dotted(part);
            }
        }
        else path = Dotted(from);
        object source = ImportModule(file, level, path) ?? External(path);
        foreach (var part in node.Named)
        {
            if (part.Kind == PyKind.WildcardImport) ImportAll((PyModule)source, env);
            else if (part.Field == G.Name && part.Index != from.Index)
            {
                bool isAliased = part.Kind == PyKind.AliasedImport;
                string name = Dotted(isAliased ? part[G.Name] : part);
                if (!ModuleAttribute((PyModule)source, name, out object value)) throw Error("ImportError", name);
                Bind(isAliased ? part[G.Alias].Text : name, value, env);
            }
        }
    }

    private static string Dotted(Node node) => string.Concat(node.Text.Where(c => !char.IsWhiteSpace(c)));

    private void ImportAll(PyModule module, Env env)
    {
        if (module.IsExternal) throw Stop("a star import from outside");
        var names = module.Vars.TryGetValue("__all__", out object? all) ? Iterate(all).Cast<string>().ToList() : [.. module.Vars.Keys.Where(n => !n.StartsWith('_'))];
        foreach (string name in names) Bind(name, ModuleAttribute(module, name, out object value) ? value : throw Error("AttributeError", name), env);
    }

    /// <summary>A module, run if it is imported for the first time; null for one from outside.</summary>
    private PyModule? ImportModule(int file, int level, string path)
    {
        int? found = file < 0 ? null : level > 0 ? _program.Modules.Relative(file, level, path) : _program.Modules.Absolute(file, path);
        if (level > 0 && found is null) throw Error("ImportError", path);
        if (found is { } number && (number < 0 || number >= _program.ModelCount))
        {
            // The packages around it are imported first.
            if (path.LastIndexOf('.') is > 0 and var dot) ImportModule(file, level, path[..dot]);
            if (number < 0) return Namespace(number, path);
            if (_modules.TryGetValue(number, out var known)) return known;
            var (owner, importing) = (_owner, _importing);
            var module = RunModule(number, path.Length > 0 ? path : "package");
            (_owner, _importing) = (owner, importing);
            return module;
        }
        if (_library.TryGetValue(path, out var library)) return library;
        if (LibraryModule(path) is { } made) return _library[path] = made;
        // What is not installed everywhere may be missing.
        if (_guarded > 0 && !Resolve.Standard.IsModule(path.Split('.')[0]) && Choose()) throw Error("ModuleNotFoundError", path);
        return null;
    }

    private PyModule Namespace(int number, string path)
    {
        if (!_namespaces.TryGetValue(number, out var known)) _namespaces.Add(number, known = new PyModule(path) { File = number });
        return known;
    }

    private PyDict LoadedModules()
    {
        var made = new PyDict();
        foreach (var module in (_script is null ? _modules.Values : _modules.Values.Append(_script))) SetItem(made, module.Name, module);
        return made;
    }

    private static PyModule External(string name) => new(name) { IsExternal = true };

    private bool ModuleAttribute(PyModule module, string name, out object found)
    {
        if (module.Vars.TryGetValue(name, out found!)) return true;
        found = Py.External;
        if (module.IsExternal)
        {
            if (name is "exit" or "_exit" or "abort") found = _builtins["exit"];
            return true;
        }
        if (name == "__dict__")
        {
            found = AsDictionary(module.Vars);
            return true;
        }
        if (module.IsLibrary)
        {
            if (module.Name == "sys" && name == "modules") found = LoadedModules();
            else if (ImportModule(-1, 0, $"{module.Name}.{name}") is { } part) found = part;
            else throw Stop($"{module.Name}.{name}");
            return true;
        }
        if (_program.Modules.Submodule(module.File, name) is { } inside && (inside < 0 || inside >= _program.ModelCount))
        {
            if (inside < 0) found = Namespace(inside, name);
            else found = _modules.TryGetValue(inside, out var known) ? known : RunModule(inside, $"{module.Name}.{name}");
            return true;
        }
        if (module.Vars.TryGetValue("__getattr__", out object? hook))
        {
            found = Call(hook, [name]);
            return true;
        }
        return false;
    }
}
