using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Methods over which __init__ stores something in each instance.</summary>
internal sealed partial class Solver
{
    /// <summary>By name the classes that have such a method; null until one is asked for.</summary>
    private Dictionary<int, HashSet<int>>? _shadowed;

    /// <summary>Whether an attribute of a class is hidden from a receiver by what every instance has under its name. The class itself still answers with it.</summary>
    private bool IsShadowed(View view, AttributeSlot attribute, int receiver)
    {
        if (!(_shadowed ??= FindShadowed()).TryGetValue(view.Name, out var classes) || _objects[receiver].Kind is not (ObjectKind.Instance or ObjectKind.Cone or ObjectKind.Allocation)) return false;
        foreach (int c in _classes.Mro(_classes.IsSubclass(view.Class, attribute.Class) ? view.Class : attribute.Class))
            if (classes.Contains(c)) return true;
        return false;
    }

    private Dictionary<int, HashSet<int>> FindShadowed()
    {
        var found = new Dictionary<int, HashSet<int>>();
        for (int d = _program.DefBase[_program.ModelCount]; d < _program.DefCount; d++)
        {
            ref readonly var method = ref _program.Def(d);
            if (method.Class < 0 || (method.Flags & (int)DefFlags.Shadowed) == 0) continue;
            int file = _program.FileOfDef[d], name = _program.Name(file, method.Name);
            if (!found.TryGetValue(name, out var classes)) found.Add(name, classes = []);
            classes.Add(_program.DefBase[file] + method.Class);
        }
        return found;
    }
}
