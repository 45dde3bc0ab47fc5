namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Classes that stand beside each other: in class Page(Mixin, View) a method of View may call on self what Mixin has, though neither is based on the other.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>
    /// What any object of a class or one below it has under a name from classes that the ones below have besides: what comes first in the order of
    /// these, as in Python, and all that is stored in instances.
    /// </summary>
    private void AddFromBeside(View view, int name)
    {
        foreach (int below in BelowBoth(view.Class, name))
        {
            bool found = false;
            foreach (int c in _classes.Mro(below))
            {
                var (attribute, field) = _members[c, name];
                if ((attribute < 0 && field < 0) || !_classes.AreTogether(below, c, view.Class)) continue;
                bool isBeside = _classes.IsBeside(c, view.Class);
                if (isBeside && field >= 0) AddField(view, field);
                if (found || attribute < 0) continue;
                found = true;
                if (isBeside) AddAttribute(view, attribute, c);
            }
        }
    }

    /// <summary>
    /// The classes that are based on one and on another beside it that may have something under a name, in order of definition. Mostly there are none,
    /// and all classes below one, each in its order, are very many where it stands at the top.
    /// </summary>
    private int[] BelowBoth(int def, int name)
    {
        if (_program.IsModelDef(def)) return [];
        var beside = _classes.Beside(def);
        int[] first = [];
        SortedSet<int>? all = null;
        for (int i = 0; i < beside.Classes.Length; i++)
        {
            if (!_members.MayHave(beside.Classes[i], name)) continue;
            if (first.Length == 0) first = beside.Through[i];
            else (all ??= [.. first]).UnionWith(beside.Through[i]);
        }
        return all is null ? first : [.. all];
    }

    /// <summary>A class got something under a name: who looked it up on classes beside it is told.</summary>
    private void FillBeside(int def, int name)
    {
        if (_program.IsModelDef(def) || !_viewsByName.ContainsKey(name)) return;
        SortedSet<int>? views = null;
        foreach (int c in _classes.Beside(def).Classes)
            if (_members.View(c, name, cone: true) is >= 0 and var view) (views ??= []).Add(view);
        foreach (int view in views ?? []) AddFromBeside(_views[view], name);
    }

    /// <summary>super() of an object of any class below one goes on to what the class of that object has besides, where that comes next.</summary>
    private void LookupAfterBeside(int of, int def, int receiver, int name, int op, int activation, Role role)
    {
        foreach (int below in BelowBoth(of, name))
        {
            int[] mro = _classes.Mro(below);
            for (int i = Array.IndexOf(mro, def) + 1; i < mro.Length; i++)
            {
                if (_members[mro[i], name].Attribute is not (>= 0 and var attribute) || !_classes.AreTogether(below, mro[i], of)) continue;
                if (_classes.IsBeside(mro[i], of)) Listen(attribute, new Watch { Kind = WatchKind.Bind, Op = op, Activation = activation, A = receiver, B = (int)role, Override = true });
                break;
            }
        }
    }

    /// <summary>
    /// Of more classes than this that nothing makes objects of, all below a class count, if none has a method of its own in place of the one that is called;
    /// each object is one more receiver of all that is bound to self.
    /// </summary>
    private const int MaxMadeOutside = 2;

    /// <summary>The same where some class has.</summary>
    private const int MaxMadeBesideOverrides = 8;

    /// <summary>
    /// A class that nothing in the program makes an object of and nothing is based on would be there for nothing: someone else makes one, and calls
    /// on it what it inherits.
    /// </summary>
    private void SeedMadeOutside(int owner, int name, int self)
    {
        var made = new List<int>();
        bool isOverridden = false;
        foreach (int c in _classes.Below(owner))
        {
            bool isOwn = OwnerOfAttribute(c, name) == owner;
            isOverridden |= !isOwn;
            if (isOwn && _classes[c].Subclasses.Count == 0 && !_instantiated.Contains(c)) made.Add(c);
        }
        if (made.Count > (isOverridden ? MaxMadeBesideOverrides : MaxMadeOutside)) _slots.Add(self, _objects.Get(ObjectKind.Cone, owner));
        else
            foreach (int c in made) _slots.Add(self, _objects.Get(ObjectKind.Instance, c));
    }
}
