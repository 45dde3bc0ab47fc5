using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What models of frameworks find for a class: session.get(User, 1), User.objects.first(). Where several classes meet, as in a repository for all of them or a
/// manager that many have, nothing is known: which one it is hangs on who asks.
/// </summary>
internal sealed partial class Solver
{
    private readonly List<(int Type, int Others, int Row, int Result)> _singles = [];

    /// <summary>Notes a result that is to be of the class in a slot, if there is one class at the end and nothing among the others; else a row, if one is given.</summary>
    private void NoteSingle(CallSite site, int activation, int result) =>
        _singles.Add((Argument(site, activation, 0), site.Count > 1 ? Argument(site, activation, 1) : -1, site.Count > 2 ? Argument(site, activation, 2) : -1, result));

    /// <summary>Objects that are found lead to others: so many steps of author.team.owner are followed.</summary>
    private const int MaxSteps = 4;

    /// <summary>What goes outside with a function, and what frameworks find.</summary>
    private void Settle(bool any)
    {
        any |= PassOutside();
        any |= SettleLeaves();
        for (int step = 0; any && step < MaxSteps; step++)
        {
            Drain();
            any = SettleSingles();
        }
        if (any) Drain();
    }

    /// <returns>False where nothing was added.</returns>
    private bool SettleSingles()
    {
        bool any = false;
        _singles.RemoveAll(single =>
        {
            if (HasItems(single.Others))
            {
                if (single.Row < 0) return false;
                _slots.AddEdge(single.Row, single.Result);
                return any = true;
            }
            if (OnlyClass(single.Type) is not (>= 0 and var only)) return false;
            any |= _slots.Add(single.Result, _objects.Get(ObjectKind.Cone, only));
            return true;
        });
        return any;
    }

    /// <summary>select(A, B): rows of several; also what the program has in the place of a model's function.</summary>
    private bool HasItems(int slot)
    {
        for (int i = 0; slot >= 0 && i < _slots.ObjectCount(slot); i++)
        {
            if (!Is(_slots.ObjectAt(slot, i), Builtins.Tuple)) continue;
            int items = FieldOf(_slots.ObjectAt(slot, i), _known.Every);
            for (int item = 0; item < _slots.ObjectCount(items); item++)
                if (FunctionOf(_slots.ObjectAt(items, item)) is not (>= 0 and var function) || !_program.IsModelDef(_objects[function].A)) return true;
        }
        return false;
    }

    /// <summary>The only class of the program in a slot, by itself or by name; -1 for none, or several.</summary>
    private int OnlyClass(int slot)
    {
        if (_slots.IsCut(slot)) return -1;
        int only = -1;
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            var (kind, a, _) = _objects[_slots.ObjectAt(slot, i)];
            int def = kind == ObjectKind.Class ? a : kind == ObjectKind.String ? ClassNamed(a) : -1;
            if (def < 0 || def == only || _program.IsModelDef(def)) continue;
            if (only >= 0) return -1;
            only = def;
        }
        return only;
    }

    private readonly List<(int Class, int Result)> _leaves = [];

    /// <summary>The only class of the program below another that is no base of others, tests left out: the one that is meant where a program names none.</summary>
    private bool SettleLeaves()
    {
        bool any = false;
        foreach (var (def, result) in _leaves)
        {
            int[] below = [.. _classes.Below(def).Where(c => !_program.IsModelDef(c) && !_program.Modules.IsTest(_program.FileOfDef[c]))];
            int[] last = [.. below.Where(c => !below.Any(other => other != c && _classes.IsSubclass(other, c)))];
            if (last.Length == 1) any |= _slots.Add(result, _objects.Get(ObjectKind.Class, last[0]));
        }
        return any;
    }

    /// <summary>ForeignKey(Author), ForeignKey("blog.Author"), and ForeignKey("self") in the class that it stands in.</summary>
    private void AddNamed(int obj, in Follower named)
    {
        var (kind, text, _) = _objects[obj];
        if (kind == ObjectKind.Class) _slots.Add(named.Result, obj);
        else if (kind == ObjectKind.String && _program.NameText(text) == "self") _slots.AddEdge(named.Other, named.Result);
        else if (kind == ObjectKind.String && ClassNamed(text) is >= 0 and var def) _slots.Add(named.Result, _objects.Get(ObjectKind.Class, def));
    }

    private Dictionary<string, int>? _classesByText;

    /// <summary>The only class of a module of the program that a text names, alone or with what it is in: ForeignKey("blog.Author"). -1 for none, or several.</summary>
    private int ClassNamed(int text)
    {
        if (_classesByText is null)
        {
            _classesByText = new(StringComparer.Ordinal);
            foreach (var info in _classes.All)
            {
                ref readonly var def = ref _program.Def(info.Def);
                if (info.IsModel || def.Name < 0 || def.Parent != 0 || _program.Modules.IsTest(_program.FileOfDef[info.Def])) continue;
                string name = _program.NameText(_program.Name(_program.FileOfDef[info.Def], def.Name));
                if (!_classesByText.TryAdd(name, info.Def)) _classesByText[name] = -1;
            }
        }
        string wanted = _program.NameText(text);
        if (!wanted.All(c => c is '.' or '_' || char.IsAsciiLetterOrDigit(c))) return -1;
        return _classesByText.GetValueOrDefault(wanted[(wanted.LastIndexOf('.') + 1)..], -1);
    }
}
