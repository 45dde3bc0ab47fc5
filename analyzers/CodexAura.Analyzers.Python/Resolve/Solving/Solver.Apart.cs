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

    /// <summary>How deep in runs of decorators each place lies.</summary>
    private readonly List<int> _siteDepths = [];

    /// <summary>Classes with such instances.</summary>
    private readonly HashSet<int> _apartClasses = [];

    private bool IsApart(int obj) => _objects[obj] is { Kind: ObjectKind.Instance, B: >= FirstSite };

    /// <summary>
    /// Whether a class is called as a decorator and has a say when what it was put on is read or called, or is a small descriptor that a class body makes:
    /// fields of forms and models have hundreds of methods and thousands of instances, for which nobody would wait.
    /// </summary>
    private bool IsMadeApart(int op, int activation, int def)
    {
        var w = OpAt(op, activation);
        var code = (OpCode)(w[0] & 0xFF);
        if (code is not (OpCode.Call or OpCode.CallAttr) || !IsOwn(activation) || _activations[activation].Depth >= MaxCloneDepth || BuiltinBases(def) != Builtins.Nothing) return false;
        var flags = (CallFlags)w[code == OpCode.Call ? 4 : 5];
        if ((flags & CallFlags.Decorator) != 0) return FindAttribute(def, _known.Get) >= 0 || FindAttribute(def, _known.Call) >= 0;
        return ((flags & CallFlags.ClassBody) != 0 && FindAttribute(def, _known.Get) >= 0 && IsSmall(def)) || IsHolderMade(op, activation, def);
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
        if (obj >= 0) return obj;
        _allocationOf.Set(def, op, activation, 0, obj = _objects.Get(ObjectKind.Instance, def, FirstSite + _siteDepths.Count));
        _siteDepths.Add(_activations[activation].Depth);
        _apartClasses.Add(def);
        _slots.HasApart = true;
        return obj;
    }

    /// <summary>The run of a method for one such instance.</summary>
    private int RunOn(int receiver, int callee)
    {
        var (_, def, environment) = _objects[callee];
        ref readonly var record = ref _program.Def(def);
        if (record.Class < 0 || (record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0) return environment;
        // No instruction has this number. A class in a function has a method for each run of that, each with variables of its own around it.
        int run = _expansions.Find(-1, receiver, 0, callee) - 1;
        if (run >= 0) return run;
        // What makes further instances while it runs on one would go on for ever.
        run = Clone(def, environment, _siteDepths[_objects[receiver].B - FirstSite] + 1);
        if (run < 0) return environment;
        _expansions.Set(-1, receiver, 0, callee, run + 1);
        return run;
    }

    /// <summary>What is stored in the instances of a class that are told apart, for who reads it of any of them.</summary>
    private int FieldOfApart(int def, int name)
    {
        int slot = StoredInApart(def, name);
        if (slot >= 0) return slot;
        _objectFields.Set(_objects.Get(ObjectKind.Instance, def), name, 0, 0, slot = _slots.New());
        foreach (var view in ViewsAround(def, name))
            if (Sees(view, def)) AddFieldOfApart(view, def);
        return slot;
    }

    private int StoredInApart(int def, int name) => _apartClasses.Contains(def) ? _objectFields.Find(_objects.Get(ObjectKind.Instance, def), name) : -1;

    private void AddFieldOfApart(View view, int def)
    {
        if (_apartClasses.Count == 0 || StoredInApart(def, view.Name) is not (>= 0 and var slot)) return;
        _slots.AddEdge(slot, view.Fields);
        StoreInView(view);
    }

    /// <summary>One instance has what was stored in it, and what was stored where nobody knows in which.</summary>
    private void ReadApart(View view, int receiver, int op, int activation, Role role)
    {
        ReadObject(receiver, view.Name, op, activation, role);
        if (view.Shared < 0)
        {
            view.Shared = _slots.New();
            foreach (int c in _classes.Mro(view.Class))
                if (_members[c, view.Name].Field is >= 0 and var field) _slots.AddEdge(field, view.Shared);
        }
        ReadField(view.Shared, op, activation, role);
    }
}
