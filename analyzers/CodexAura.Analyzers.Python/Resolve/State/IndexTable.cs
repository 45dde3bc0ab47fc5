namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// A hash table of numbers of rows that are kept elsewhere: the row is the key, so that a place takes four bytes. Open addressing with linear
/// probing. How it is used: go along the places from <see cref="First"/> by <see cref="Next"/> until one holds the row, or -1: then it is not there.
/// </summary>
internal struct IndexTable
{
    // One more than the number of the row; 0 is an empty place.
    private readonly int[] _places;
    private readonly TableMemory _memory;
    private int _count;

    /// <param name="memory">Has the arrays.</param>
    /// <param name="expected">Rows that are expected; room for more is made when they come.</param>
    public IndexTable(TableMemory memory, int expected) => (_memory, _places) = (memory, memory.TakePowerOf2<int>(Math.Max(1 << 8, expected * 2)));

    /// <summary>The first place where a row with this hash may be.</summary>
    public readonly int First(uint hash) => (int)hash & (_places.Length - 1);

    public readonly int Next(int place) => (place + 1) & (_places.Length - 1);

    /// <summary>The row at a place, or -1 for none.</summary>
    public readonly int this[int place] => _places[place] - 1;

    /// <summary>Puts a row at an empty place.</summary>
    /// <returns>Whether the table is now to be made anew: <see cref="Larger"/>, then all rows once more, by <see cref="Append"/>.</returns>
    public bool Put(int place, int row)
    {
        _places[place] = row + 1;
        return ++_count * 2 > _places.Length;
    }

    /// <summary>Puts a row that is not there yet into a table that has room for it.</summary>
    public void Append(uint hash, int row)
    {
        int place = First(hash);
        while (this[place] >= 0) place = Next(place);
        Put(place, row);
    }

    /// <summary>An empty table of twice the size, in place of this one.</summary>
    public readonly IndexTable Larger()
    {
        _memory.Outgrown(_places);
        return new IndexTable(_memory, _places.Length);
    }

    public static uint Hash(int a, int b, int c)
    {
        ulong hash = (((ulong)(uint)a << 32 | (uint)b) * 0x9E3779B97F4A7C15) ^ ((uint)c * 0xC2B2AE3D27D4EB4F);
        hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9;
        return (uint)(hash >> 32);
    }
}
