namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Who waits for objects.</summary>
internal sealed partial class SlotStore
{
    private Watch[] _watches;
    private int _watchCount = 1;

    public int FirstWatch(int slot) => _rows[slot].Watches;

    public ref readonly Watch WatchAt(int index) => ref _watches[index];

    /// <summary>
    /// Registers who is to be told of each object. Of those that are there already it is told through the work list, not at once:
    /// watches that make watches would otherwise nest as deep as the program is tangled.
    /// </summary>
    /// <returns>Its number, for <see cref="TellAgain"/>.</returns>
    public int AddWatch(in Watch watch)
    {
        int slot = watch.Slot;
        Work += 4;
        if (_watchCount == _watches.Length) _memory.Resize(ref _watches, _watchCount * 2);
        ref var row = ref _rows[slot];
        _watches[_watchCount] = watch;
        _watches[_watchCount].Next = row.Watches;
        row.Watches = _watchCount;
        if (_isIncomplete[slot]) _queue.Enqueue(~_watchCount, Incomplete);
        for (int i = 0; i < row.Count; i++)
        {
            int obj = ObjectAt(slot, i);
            (IsPrompt(i, obj) ? _queue : _late).Enqueue(~_watchCount, obj);
        }
        return _watchCount++;
    }

    /// <summary>Tells one who waits of an object later, though it was told before.</summary>
    public void TellAgain(int watch, int obj) => _queue.Enqueue(~watch, obj);

    /// <summary>The same, unless this very watch is there already.</summary>
    public void AddWatchOnce(in Watch watch)
    {
        if (_placed * 2 >= _places.Length) Grow();
        int mask = _places.Length - 1, at = Hash(watch) & mask;
        for (; _places[at] != 0; at = (at + 1) & mask)
            if (Same(_watches[_places[at]], watch)) return;
        _places[at] = _watchCount;
        _placed++;
        AddWatch(watch);
    }

    // Watches by what they are, in a table that holds only their numbers: half of the watches of a program are asked for twice.
    private int[] _places;
    private int _placed;

    private void Grow()
    {
        var old = _places;
        int mask;
        _places = _memory.TakePowerOf2<int>(old.Length * 2);
        mask = _places.Length - 1;
        foreach (int watch in old)
        {
            if (watch == 0) continue;
            int at = Hash(_watches[watch]) & mask;
            while (_places[at] != 0) at = (at + 1) & mask;
            _places[at] = watch;
        }
        _memory.Outgrown(old);
    }

    private static bool Same(in Watch a, in Watch b) => a.Slot == b.Slot && a.Op == b.Op && a.A == b.A && a.Activation == b.Activation
        && a.B == b.B && a.Kind == b.Kind && a.Override == b.Override;

    private static int Hash(in Watch watch)
    {
        ulong hash = ((ulong)(uint)watch.Slot << 32 | (uint)watch.Op) * 0x9E3779B97F4A7C15;
        hash = (hash ^ hash >> 29 ^ ((ulong)(uint)watch.A << 32 | (uint)watch.B)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ hash >> 32 ^ ((ulong)(uint)watch.Activation << 6 | (uint)watch.Kind << 1 | (watch.Override ? 1u : 0))) * 0x94D049BB133111EB;
        return (int)(hash >> 32);
    }
}
