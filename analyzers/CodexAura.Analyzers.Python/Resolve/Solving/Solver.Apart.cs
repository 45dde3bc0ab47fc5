using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Classes that functions and classes are decorated with, and descriptors in class bodies: each is an instance of its own, and the methods that run on it are analysed anew
/// for it (object sensitivity; A. Milanova, A. Rountev and B. Ryder, 2005). Else the function behind one `@cached_property` is that behind each.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Numbers of sites from here on: 1 stands for what is only declared.</summary>
    private const int FirstSite = 2;

    private int _sites;

    private bool IsApart(int obj) => _objects[obj] is { Kind: ObjectKind.Instance, B: >= FirstSite };

    /// <summary>
    /// Whether a class is called as a decorator and has a say when what it was put on is read or called, or is a small descriptor that a class body makes:
    /// fields of forms and models have hundreds of methods and thousands of instances, for which nobody would wait.
    /// </summary>
    private bool IsMadeApart(int op, int activation, int def)
    {
        var w = OpAt(op, activation);
        var code = (OpCode)(w[0] & 0xFF);
        if (code is not (OpCode.Call or OpCode.CallAttr) || !IsOwn(activation) || BuiltinBases(def) != Builtins.Nothing) return false;
        var flags = (CallFlags)w[code == OpCode.Call ? 4 : 5];
        if ((flags & CallFlags.Decorator) != 0) return FindAttribute(def, _known.Get) >= 0 || FindAttribute(def, _known.Call) >= 0;
        return (flags & CallFlags.ClassBody) != 0 && FindAttribute(def, _known.Get) >= 0 && IsSmall(def);
    }

    private const int MaxMembersOfSmall = 12;

    private bool IsSmall(int def)
    {
        int members = 0;
        foreach (int c in _classes.Mro(def))
            if (!_program.IsModelDef(c)) members += _classes[c].Attributes.Keys.Count;
        return members <= MaxMembersOfSmall;
    }

    private int ApartInstance(int op, int activation, int def)
    {
        int obj = _allocationOf.Find(def, op, activation);
        if (obj < 0) _allocationOf.Set(def, op, activation, 0, obj = _objects.Get(ObjectKind.Instance, def, FirstSite + _sites++));
        return obj;
    }

    /// <summary>The run of a method for one such instance.</summary>
    private int RunOn(int receiver, int def, int environment)
    {
        ref readonly var record = ref _program.Def(def);
        if (record.Class < 0 || (record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0) return environment;
        // No instruction has this number.
        int run = _expansions.Find(-1, receiver, 0, def) - 1;
        if (run >= 0) return run;
        run = Clone(def, environment, depth: 1);
        if (run < 0) return environment;
        _expansions.Set(-1, receiver, 0, def, run + 1);
        return run;
    }
}
