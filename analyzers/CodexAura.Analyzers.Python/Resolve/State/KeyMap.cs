using System.Runtime.CompilerServices;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// A hash table from four ints to one, and with the value left out a set of them: open addressing with linear probing over one
/// array. .NET's collections over tuples would do the same, but their code is compiled anew at each start (the instantiation
/// belongs to no assembly that is compiled ahead of time), and they take twice the memory.
/// </summary>
internal sealed class KeyMap
{
    private struct Entry
    {
        public int A, B, C, D;

        /// <summary>0 is an empty place.</summary>
        public int ValuePlusOne;
    }

    private readonly TableMemory _memory;
    private Entry[] _entries;

    /// <param name="memory">Has the arrays.</param>
    /// <param name="expected">Keys that are expected; room for more is made when they come.</param>
    public KeyMap(TableMemory memory, int expected = 0) => (_memory, _entries) = (memory, memory.TakePowerOf2<Entry>(Math.Max(1 << 8, expected + expected / 2)));

    public int Count { get; private set; }

    /// <summary>The value of a key, or -1. Values are 0 or above.</summary>
    public int Find(int a, int b, int c = 0, int d = 0)
    {
        var entries = _entries;
        int mask = entries.Length - 1;
        for (int at = Hash(a, b, c, d) & mask; ; at = (at + 1) & mask)
        {
            ref readonly var entry = ref entries[at];
            if (entry.ValuePlusOne == 0) return -1;
            if (entry.A == a && entry.B == b && entry.C == c && entry.D == d) return entry.ValuePlusOne - 1;
        }
    }

    /// <summary>All keys with their values, in no order that means anything.</summary>
    public IEnumerable<(int A, int B, int C, int D, int Value)> All
    {
        get
        {
            foreach (var entry in _entries)
                if (entry.ValuePlusOne != 0) yield return (entry.A, entry.B, entry.C, entry.D, entry.ValuePlusOne - 1);
        }
    }

    /// <summary>Puts a value under a key, in place of the one that is there.</summary>
    public void Set(int a, int b, int c, int d, int value) => Place(a, b, c, d).ValuePlusOne = value + 1;

    /// <summary>Adds a key.</summary>
    /// <returns>False when it is there already.</returns>
    public bool Add(int a, int b, int c = 0, int d = 0)
    {
        ref var entry = ref Place(a, b, c, d);
        if (entry.ValuePlusOne != 0) return false;
        entry.ValuePlusOne = 1;
        return true;
    }

    /// <summary>The place of a key, made where there is none yet; the caller gives it a value.</summary>
    private ref Entry Place(int a, int b, int c, int d)
    {
        int mask = _entries.Length - 1;
        for (int at = Hash(a, b, c, d) & mask; ; at = (at + 1) & mask)
        {
            ref var entry = ref _entries[at];
            if (entry.ValuePlusOne != 0)
            {
                if (entry.A == a && entry.B == b && entry.C == c && entry.D == d) return ref entry;
                continue;
            }
            if (++Count * 3 > _entries.Length * 2)
            {
                Grow();
                return ref Empty(a, b, c, d);
            }
            (entry.A, entry.B, entry.C, entry.D) = (a, b, c, d);
            return ref entry;
        }
    }

    private ref Entry Empty(int a, int b, int c, int d)
    {
        int mask = _entries.Length - 1, at = Hash(a, b, c, d) & mask;
        while (_entries[at].ValuePlusOne != 0) at = (at + 1) & mask;
        ref var entry = ref _entries[at];
        (entry.A, entry.B, entry.C, entry.D) = (a, b, c, d);
        return ref entry;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = _memory.TakePowerOf2<Entry>(old.Length * 2);
        foreach (ref readonly var entry in old.AsSpan())
            if (entry.ValuePlusOne != 0) Empty(entry.A, entry.B, entry.C, entry.D).ValuePlusOne = entry.ValuePlusOne;
        _memory.Outgrown(old);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(int a, int b, int c, int d)
    {
        ulong high = ((ulong)(uint)a << 32 | (uint)b) * 0x9E3779B97F4A7C15, low = ((ulong)(uint)c << 32 | (uint)d) * 0xC2B2AE3D27D4EB4F;
        ulong hash = (high ^ high >> 29 ^ low) * 0xBF58476D1CE4E5B9;
        return (int)(hash >> 33 ^ hash >> 47);
    }
}
