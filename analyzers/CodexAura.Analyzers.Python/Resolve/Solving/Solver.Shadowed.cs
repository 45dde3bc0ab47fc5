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
        {
            if (classes.Contains(c)) return true;
            // Where an __init__ below doesn't call on, that of the class never runs.
            if (GeneratesInit(c) || _endingInits.Contains(c)) return false;
        }
        return false;
    }

    /// <summary>Classes whose __init__ calls no other.</summary>
    private readonly HashSet<int> _endingInits = [];

    private Dictionary<int, HashSet<int>> FindShadowed()
    {
        var found = new Dictionary<int, HashSet<int>>();
        for (int d = _program.DefBase[_program.ModelCount]; d < _program.DefCount; d++)
        {
            ref readonly var method = ref _program.Def(d);
            if (method.Class < 0) continue;
            int file = _program.FileOfDef[d], name = method.Name < 0 ? -1 : _program.Name(file, method.Name);
            if (name == _known.Init && !CallsInit(file, method)) _endingInits.Add(_program.DefBase[file] + method.Class);
            if ((method.Flags & (int)DefFlags.Shadowed) == 0) continue;
            if (!found.TryGetValue(name, out var classes)) found.Add(name, classes = []);
            classes.Add(_program.DefBase[file] + method.Class);
        }
        return found;
    }

    private bool CallsInit(int file, in DefRecord method)
    {
        var ops = _program.Units[file].Ops;
        for (int op = method.OpStart; op < method.OpEnd; op += ops[op] >> 8)
            if ((OpCode)(ops[op] & 0xFF) is OpCode.CallAttr or OpCode.GetAttr && _program.Name(file, ops[op + 3]) == _known.Init) return true;
        return false;
    }
}
