using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What a call that leads outside gives when it is given a class of the program, context.ensure_object(Settings), container.resolve(Mailer), or is made on one, under a
/// name that the class has from outside: User.model_validate(data). It is taken for one of that class where all that it is asked for is what the class has.
/// </summary>
internal sealed partial class Solver
{
    /// <returns>False where nothing was added.</returns>
    private bool SeedGivenClass()
    {
        bool any = false;
        for (int f = _program.ModelCount; f < _program.Units.Length; f++)
        {
            // Tests hand classes to what makes mocks of them.
            if (_program.Modules.IsTest(f)) continue;
            ShapeUses? uses = null;
            var ops = _program.Units[f].Ops;
            for (int op = 0; op < ops.Length; op += ops[op] >> 8)
            {
                if ((OpCode)(ops[op] & 0xFF) is not (OpCode.Call or OpCode.CallAttr)) continue;
                if (!Gives(CalledName(op, f))) continue;
                int type = _slots.Contains(Map(f, ops[op + 2]), ObjectTable.External) ? GivenClass(op, f) : ClassAsked(op, f);
                if (type < 0 || !IsUnknownResult(Map(f, ops[op + 1]))) continue;
                uses ??= UsesIn(f);
                if (uses.Declared.Contains(ops[op + 1]) || !uses.Asked.TryGetValue(ops[op + 1], out var asked) || !HasMethods(type, asked)) continue;
                int before = _trail?.Enter(op, f) ?? 0;
                any |= _slots.Add(Map(f, ops[op + 1]), _objects.Get(ObjectKind.Cone, type));
                _trail?.Leave(before);
            }
        }
        return any;
    }

    /// <summary>The only class of the program that a call is given outright; -1 for none, or several.</summary>
    private int GivenClass(int op, int activation)
    {
        var site = new CallSite(OpAt(op, activation), Role.Value, -1);
        int found = -1;
        for (int i = 0; i < site.Count; i++)
        {
            // json_encoder=Encoder says how, not what.
            if (site[i].Kind != ArgKind.Positional) continue;
            int slot = Map(activation, site[i].Slot);
            if (_slots.ObjectCount(slot) != 1 || !IsOwnClass(_slots.ObjectAt(slot, 0))) continue;
            if (found >= 0) return -1;
            found = _objects[_slots.ObjectAt(slot, 0)].A;
        }
        return found;
    }

    private readonly Dictionary<int, bool> _gives = [];

    /// <summary>Words, in lower case, of which the name of a method or function has one that gives an object of a class: others make something with it, or of it.</summary>
    private static readonly string[] GivingWords =
        ["get", "find", "ensure", "object", "create", "resolve", "fetch", "retrieve", "provide", "lookup", "instance", "instantiate", "load", "first", "one", "parse", "validate", "from", "construct", "build", "cast"];

    /// <summary>Words of names that give something else that is made for the class: get_queryset(User), create_autospec(User), get_repository(User).</summary>
    private static readonly string[] OtherWords =
        ["mock", "spec", "autospec", "patch", "for", "query", "queryset", "repository", "manager", "schema", "serializer", "table", "adapter", "factory", "registry", "server", "mapper"];

    private bool Gives(int name)
    {
        if (name < 0) return false;
        if (_gives.TryGetValue(name, out bool known)) return known;
        string text = _program.NameText(name);
        // get_or_create, model_validate; a class, Registry(User), gives its own.
        string[] words = text.Split('_');
        bool gives = text.Length > 0 && !char.IsUpper(text[0]) && words.Any(word => GivingWords.Contains(word)) && !words.Any(word => OtherWords.Contains(word));
        return _gives[name] = gives;
    }

    /// <summary>The class of the program that an attribute call is made on, if it has that attribute from outside; else -1.</summary>
    private int ClassAsked(int op, int activation)
    {
        var w = OpAt(op, activation);
        int slot = Map(activation, w[2]);
        if ((OpCode)(w[0] & 0xFF) != OpCode.CallAttr || _slots.ObjectCount(slot) != 1 || !IsOwnClass(_slots.ObjectAt(slot, 0))) return -1;
        int type = _objects[_slots.ObjectAt(slot, 0)].A;
        return _classes.HasExternalBase(type) && FindAttribute(type, Name(activation, w[3])) < 0 ? type : -1;
    }

    /// <summary>Whether nothing but something from outside is there.</summary>
    private bool IsUnknownResult(int slot)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
            if (_slots.ObjectAt(slot, i) != ObjectTable.External) return false;
        return true;
    }

    /// <summary>Whether a class, or one below, has all of several names, and a method, or something else that its body has, under one of them.</summary>
    private bool HasMethods(int type, HashSet<int> names)
    {
        bool hasMethod = false;
        foreach (int name in names)
        {
            bool isInBody = FindAttribute(type, name) >= 0;
            if (IsDunder(name) || !(isInBody || ViewOf(type, name, cone: true).HasFields || HasBelow(type, name))) return false;
            hasMethod |= isInBody;
        }
        return hasMethod;
    }
}
