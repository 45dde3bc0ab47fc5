using System.Runtime.CompilerServices;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What classes have under a name, in one table with open addressing for all of them: look-ups walk along a resolution order, and
/// two dictionaries for each class cost several cache misses a step where this costs one. Most steps find nothing: for these each class has a
/// signature of its names (a filter of one bit a name; B. Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors, CACM 1970), half a cache line.
/// </summary>
internal sealed class MemberTable
{
    /// <summary>What one class has under one name; each number is one more than what it stands for, 0 is nothing.</summary>
    private struct Entry
    {
        public int Class, Name, Attribute, Field, View, ConeView;
    }

    /// <summary>Words of a class's signature. A name is in the word that its lowest two bits say.</summary>
    private const int SignatureWords = 4;

    private readonly TableMemory _memory;
    private readonly ulong[] _signatures;
    private Entry[] _entries;
    private int _count;

    /// <param name="memory">Has the arrays.</param>
    /// <param name="definitions">How many definitions there are.</param>
    /// <param name="expected">How many are expected; room for more is made when they come.</param>
    public MemberTable(TableMemory memory, int definitions, int expected)
    {
        (_memory, _entries) = (memory, memory.TakePowerOf2<Entry>(Math.Max(1 << 8, expected + expected / 2)));
        _signatures = memory.Take<ulong>(definitions * SignatureWords, isZero: true);
    }

    /// <summary>The slots of a class's attribute and of the field of its instances; -1 for none.</summary>
    public (int Attribute, int Field) this[int def, int name]
    {
        get
        {
            if (!MayHave(def, name)) return (-1, -1);
            ref readonly var entry = ref Find(def, name);
            return Unsafe.IsNullRef(in entry) ? (-1, -1) : (entry.Attribute - 1, entry.Field - 1);
        }
    }

    /// <summary>The number of the view of a name on instances of a class, or -1.</summary>
    public int View(int def, int name, bool cone)
    {
        ref readonly var entry = ref Find(def, name);
        return Unsafe.IsNullRef(in entry) ? -1 : (cone ? entry.ConeView : entry.View) - 1;
    }

    /// <summary>Whether a class may have an attribute or a field of a name; where not, it surely has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(int def, int name) => (_signatures[def * SignatureWords + (name & 3)] >> (name >> 2) & 1) != 0;

    public void SetAttribute(int def, int name, int slot)
    {
        Place(def, name).Attribute = slot + 1;
        Sign(def, name);
    }

    public void SetField(int def, int name, int slot)
    {
        Place(def, name).Field = slot + 1;
        Sign(def, name);
    }

    private void Sign(int def, int name) => _signatures[def * SignatureWords + (name & 3)] |= 1UL << (name >> 2);

    public void SetView(int def, int name, bool cone, int view)
    {
        ref var entry = ref Place(def, name);
        if (cone) entry.ConeView = view + 1;
        else entry.View = view + 1;
    }

    private ref readonly Entry Find(int def, int name)
    {
        var entries = _entries;
        int mask = entries.Length - 1;
        for (int at = Hash(def, name) & mask; ; at = (at + 1) & mask)
        {
            ref readonly var entry = ref entries[at];
            if (entry.Class == def + 1 && entry.Name == name) return ref entry;
            if (entry.Class == 0) return ref Unsafe.NullRef<Entry>();
        }
    }

    private ref Entry Place(int def, int name)
    {
        if ((_count + 1) * 3 > _entries.Length * 2) Grow();
        int mask = _entries.Length - 1, at = Hash(def, name) & mask;
        while (_entries[at].Class != 0 && (_entries[at].Class != def + 1 || _entries[at].Name != name)) at = (at + 1) & mask;
        ref var entry = ref _entries[at];
        if (entry.Class == 0) _count++;
        (entry.Class, entry.Name) = (def + 1, name);
        return ref entry;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = _memory.TakePowerOf2<Entry>(old.Length * 2);
        int mask = _entries.Length - 1;
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.Class == 0) continue;
            int at = Hash(entry.Class - 1, entry.Name) & mask;
            while (_entries[at].Class != 0) at = (at + 1) & mask;
            _entries[at] = entry;
        }
        _memory.Outgrown(old);
    }

    private static int Hash(int def, int name)
    {
        ulong hash = ((ulong)(uint)def << 32 | (uint)name) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 33 ^ hash >> 47);
    }
}

/// <summary>The attributes of one class, or the fields of its instances: names in the order in which they came, with their slots.</summary>
/// <param name="def">The class.</param>
/// <param name="table">Where the slots are.</param>
/// <param name="areFields">They are those of instances.</param>
internal sealed class ClassMembers(int def, MemberTable table, bool areFields)
{
    private readonly List<int> _names = [];

    /// <summary>The names, in the order in which they came.</summary>
    public IReadOnlyList<int> Keys => _names;

    public bool ContainsKey(int name) => TryGetValue(name, out _);

    public bool TryGetValue(int name, out int slot)
    {
        var (attribute, field) = table[def, name];
        slot = areFields ? field : attribute;
        return slot >= 0;
    }

    public void Add(int name, int slot)
    {
        _names.Add(name);
        if (areFields) table.SetField(def, name, slot);
        else table.SetAttribute(def, name, slot);
    }
}
