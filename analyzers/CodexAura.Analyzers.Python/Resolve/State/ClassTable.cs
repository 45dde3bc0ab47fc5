namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>An annotated name of a class body.</summary>
/// <param name="Name">The name.</param>
/// <param name="HasDefault">A value is given.</param>
/// <param name="Factory">The slot of the function that makes the default; -1 for none.</param>
internal readonly record struct DeclaredName(int Name, bool HasDefault, int Factory);

/// <summary>What is known of a class.</summary>
internal sealed class ClassInfo
{
    public required int Def { get; init; }
    public required bool IsModel { get; init; }

    /// <summary>Bases come out of a tuple: what stands at one place of the text is not one of several, but all of them.</summary>
    public required bool HasSpreadBases { get; init; }
    public List<int> Bases { get; } = [];

    /// <summary>A base is from outside the program, so that attributes may come from there.</summary>
    public bool ExternalBase { get; set; }
    public List<int> Subclasses { get; } = [];
    public required ClassMembers Attributes { get; init; }
    public required ClassMembers Fields { get; init; }

    /// <summary>Annotated names of the body, in order: (name, has a default).</summary>
    public List<DeclaredName> Declared { get; } = [];

    /// <summary>Several classes that one piece of code makes are one here, and some of them are based on others: which base goes with which is not known.</summary>
    public bool IsMixed { get; set; }

    /// <summary>For each base the place in the text that it came from: where a name stands for several classes, they share it.</summary>
    public List<int> BasePositions { get; } = [];
    /// <summary>Of a protocol: the classes that have its members without being below it.</summary>
    public int[] Fitting { get; set; } = [];
    public int[]? Mro { get; set; }
    public int[]? Below { get; set; }
    public Besides? Beside { get; set; }
    public int MetaclassSlot { get; set; } = -1;

    /// <summary>Which builtin containers are among the bases; -1 until asked.</summary>
    public int BuiltinBases { get; set; } = -1;
}

/// <summary>The classes that stand beside one.</summary>
/// <param name="Version">That of the hierarchy in which they do.</param>
/// <param name="Classes">Which they are.</param>
/// <param name="Through">For each of them the classes that are based on both, in order of definition.</param>
internal sealed record Besides(int Version, int[] Classes, int[][] Through);

/// <summary>The class hierarchy: method resolution order as Python computes it, and subclasses.</summary>
internal sealed class ClassTable(int definitions, MemberTable members)
{
    /// <summary>By definition; null where that is no class.</summary>
    private readonly ClassInfo[] _classes = new ClassInfo[definitions];

    /// <summary>Counts the bases that were added.</summary>
    private int _version = 1;

    public ClassInfo this[int def] => _classes[def];

    /// <summary>All classes, in order of definition.</summary>
    public List<ClassInfo> All { get; } = [];

    /// <summary>Adds a class; they come in order of definition.</summary>
    /// <param name="def">Its number.</param>
    /// <param name="isModel">It is none of the program's.</param>
    /// <param name="hasSpreadBases">Its bases come out of a tuple.</param>
    public void Add(int def, bool isModel, bool hasSpreadBases) => All.Add(_classes[def] = new ClassInfo
    {
        Def = def,
        IsModel = isModel,
        HasSpreadBases = hasSpreadBases,
        Attributes = new ClassMembers(def, members, areFields: false),
        Fields = new ClassMembers(def, members, areFields: true),
    });

    /// <summary>Adds a base.</summary>
    /// <param name="def">The class.</param>
    /// <param name="base">Its base.</param>
    /// <param name="position">The place among the bases as they are written down.</param>
    /// <returns>Whether anything is other than before.</returns>
    public bool AddBase(int def, int @base, int position)
    {
        var info = _classes[def];
        int known = info.Bases.IndexOf(@base);
        if (known >= 0 || IsSubclass(@base, def))
        {
            // As one analysis for all that one piece of code makes, class Made(cls), it is based on itself, or twice on one class.
            if (info.IsMixed || (known >= 0 && info.BasePositions[known] == position)) return false;
            info.IsMixed = true;
            _version++;
            return true;
        }
        // Bases arrive in any order; what counts is the order in the text.
        int at = info.BasePositions.Count(p => p <= position);
        info.Bases.Insert(at, @base);
        info.BasePositions.Insert(at, position);
        _hasAlternatives |= at > 0 && info.BasePositions[at - 1] == position;
        _classes[@base].Subclasses.Add(def);
        foreach (int up in Mro(@base)) _classes[up].Below = null;
        Invalidate(def);
        _version++;
        return true;
    }

    public bool IsSubclass(int def, int of) => Array.IndexOf(Mro(def), of) >= 0;

    /// <summary>All classes below one, itself not counted, in order of definition.</summary>
    public int[] Below(int def)
    {
        var info = _classes[def];
        if (info.Below is not null) return info.Below;
        if (info.Subclasses.Count == 0) return info.Below = [];
        var seen = new HashSet<int>();
        var open = new Stack<int>(info.Subclasses);
        while (open.TryPop(out int next))
            if (seen.Add(next))
                foreach (int sub in _classes[next].Subclasses) open.Push(sub);
        int[] below = [.. seen];
        Array.Sort(below);
        return info.Below = below;
    }

    /// <summary>The classes of the program that stand beside one: some class is based on both, neither of them on the other.</summary>
    public Besides Beside(int def)
    {
        var info = _classes[def];
        if (info.Beside is { } known && known.Version == _version) return known;
        SortedDictionary<int, List<int>?>? through = null;
        foreach (int below in Below(def))
        {
            if (_classes[below] is { Bases.Count: < 2, IsMixed: false }) continue;
            through ??= [];
            foreach (int c in Mro(below))
            {
                if (!AreTogether(below, c, def)) continue;
                if (!through.TryGetValue(c, out var classes)) through.Add(c, classes = IsBeside(c, def) ? [] : null);
                classes?.Add(below);
            }
        }
        // Of nearly all classes none.
        if (through is null) return info.Beside = new Besides(_version, [], []);
        var beside = through.Where(t => t.Value is not null).ToArray();
        return info.Beside = new Besides(_version, [.. beside.Select(t => t.Key)], [.. beside.Select(t => t.Value!.ToArray())]);
    }

    /// <summary>Whether neither of two classes is based on the other, the first of which has to be one of the program.</summary>
    public bool IsBeside(int def, int other) => !_classes[def].IsModel && !IsSubclass(def, other) && !IsSubclass(other, def);

    /// <summary>
    /// Whether an object of a class can be of two that are above it: not where both are what its base may be at one and the same place, class Made(cls).
    /// </summary>
    public bool AreTogether(int of, int first, int second)
    {
        if (!_hasAlternatives || of == first || of == second) return true;
        var info = _classes[of];
        if (info.IsMixed) return true;
        for (int i = 0; i < info.Bases.Count; i++)
        {
            if (!IsSubclass(info.Bases[i], first)) continue;
            for (int j = 0; j < info.Bases.Count; j++)
            {
                if (!IsSubclass(info.Bases[j], second)) continue;
                if (info.BasePositions[i] != info.BasePositions[j] || info.HasSpreadBases || (i == j && AreTogether(info.Bases[i], first, second))) return true;
            }
        }
        return false;
    }

    /// <summary>Some base of some class is one of several.</summary>
    private bool _hasAlternatives;

    public bool HasExternalBase(int def)
    {
        foreach (int c in Mro(def))
            if (_classes[c].ExternalBase) return true;
        return false;
    }

    /// <summary>
    /// C3 linearisation (K. Barrett et al., A Monotonic Superclass Linearization for Dylan, OOPSLA 1996), as Python uses it. Where
    /// the bases are inconsistent, which Python would reject, their depth-first order without repetition.
    /// </summary>
    public int[] Mro(int def) => _classes[def].Mro ?? Linearise(_classes[def], def);

    /// <summary>
    /// The class by whose order super() in a class goes on. Where a base is one of several, class Made(cls): ... for whatever cls is, they
    /// stand beside each other and not one after the other.
    /// </summary>
    /// <param name="of">The class of the object.</param>
    /// <param name="within">The class that super() stands in, which is among those that it inherits from.</param>
    public int OrderFor(int of, int within)
    {
        while (of != within)
        {
            var bases = _classes[of].Bases;
            int next = bases.Count == 1 ? bases[0] : -1;
            foreach (int other in AlternativeBases(of))
                if (next < 0 && IsSubclass(other, within)) next = other;
            if (next < 0 || !IsSubclass(next, within)) break;
            of = next;
        }
        return of;
    }

    /// <summary>Whether some base of a class is one of several.</summary>
    public bool HasAlternatives(int def)
    {
        var positions = _classes[def].BasePositions;
        for (int i = 1; i < positions.Count; i++)
            if (positions[i - 1] == positions[i]) return true;
        return false;
    }

    /// <summary>The bases of a class of which each object has one alone; of nearly all classes none.</summary>
    public int[] AlternativeBases(int def)
    {
        if (!HasAlternatives(def)) return [];
        var info = _classes[def];
        var alternatives = new List<int>();
        for (int i = 0; i < info.Bases.Count; i++)
            if (info.BasePositions.Count(p => p == info.BasePositions[i]) > 1 && !IsAboveAnother(info, i)) alternatives.Add(info.Bases[i]);
        return [.. alternatives];
    }

    /// <summary>
    /// Whether a class below it stands beside a base. A class and what a decorator made of it bear one name, and nothing is based on the class alone.
    /// </summary>
    public bool IsAboveAnother(ClassInfo info, int i)
    {
        for (int j = 0; j < info.Bases.Count; j++)
            if (j != i && info.BasePositions[j] == info.BasePositions[i] && IsSubclass(info.Bases[j], info.Bases[i])) return true;
        return false;
    }

    private int[] Linearise(ClassInfo info, int def)
    {
        info.Mro = [def];
        List<List<int>> sequences = [.. info.Bases.Select(b => Mro(b).ToList()), [.. info.Bases]];
        List<int> order = [def];
        while (sequences.RemoveAll(s => s.Count == 0) >= 0 && sequences.Count > 0)
        {
            int next = -1;
            foreach (var sequence in sequences)
            {
                int head = sequence[0];
                if (sequences.Exists(s => s.IndexOf(head) > 0)) continue;
                next = head;
                break;
            }
            if (next < 0) next = sequences[0][0];
            if (!order.Contains(next)) order.Add(next);
            foreach (var sequence in sequences) sequence.Remove(next);
        }
        return info.Mro = [.. order];
    }

    private void Invalidate(int def)
    {
        Forget(_classes[def]);
        foreach (int sub in Below(def)) Forget(_classes[sub]);
    }

    private static void Forget(ClassInfo info)
    {
        info.Mro = null;
        info.BuiltinBases = -1;
    }
}
