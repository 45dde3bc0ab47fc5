namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// The solver's state: for each slot the objects it may hold, the slots they flow on to, and who waits for them. Columns and
/// intrusive lists instead of objects: a program of half a million lines has some five million slots, nearly all of them with
/// no more than two objects, so the first two stand in line.
/// </summary>
internal sealed class SlotStore
{
    /// <summary>
    /// More values than this are no answer but noise; the slot then takes no more. Slots have a handful of values or all that ever
    /// goes round in a program: in Django and SQLAlchemy fewer than 3% of the slots that are not full have more than 16.
    /// </summary>
    public const int MaxObjects = 24;

    /// <summary>From this many values on, constants are no longer told apart: a string is any string.</summary>
    private const int MaxConstants = 12;

    /// <summary>How many values a slot takes now; lowered when a program needs more work than it is allowed.</summary>
    public int Limit { get; set; } = MaxObjects;

    /// <summary>Work so far, in steps: a value moved, a watch told. What makes the tables grow counts more than once.</summary>
    public long Work { get; set; }

    /// <summary>Told of all that happens here, or null.</summary>
    public Provenance? Trail { get; init; }

    private readonly ObjectTable _objects;
    private int _anyString = -1, _anyInteger = -1;

    private struct Row
    {
        public int First;
        public int Second;
        public int Count;
        public int Edges;
        public int Watches;
    }

    private Row[] _rows;
    private int _slots;

    // From the third object on; searched from end to end, which at this length beats hashing.
    private int[]?[] _more;

    private struct EdgeRow
    {
        public int To;
        public int Next;
    }

    private EdgeRow[] _edgeRows = new EdgeRow[1 << 12];
    private int _edges = 1;
    private Watch[] _watches = new Watch[1 << 12];
    private int _watchCount = 1;
    private long[] _queue = new long[1 << 12];
    private int _head, _tail;

    public SlotStore(int slots, ObjectTable objects)
    {
        _objects = objects;
        _slots = slots;
        _rows = new Row[slots + slots / 4 + 64];
        _more = new int[_rows.Length][];
    }

    public int Count => _slots;

    public int New(int count = 1)
    {
        int first = _slots;
        _slots += count;
        Work += count;
        if (_slots > _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(_slots, _rows.Length + _rows.Length / 2));
            Array.Resize(ref _more, _rows.Length);
        }
        return first;
    }

    public int ObjectCount(int slot) => _rows[slot].Count;

    public int ObjectAt(int slot, int i) => i == 0 ? _rows[slot].First : i == 1 ? _rows[slot].Second : _more[slot]![i - 2];

    public bool Contains(int slot, int obj)
    {
        ref var row = ref _rows[slot];
        if (row.Count == 0) return false;
        if (row.First == obj) return true;
        if (row.Count == 1) return false;
        if (row.Second == obj) return true;
        if (row.Count == 2) return false;
        return _more[slot].AsSpan(0, row.Count - 2).Contains(obj);
    }

    /// <summary>Puts an object into a slot and, if it is new there, on the work list.</summary>
    public bool Add(int slot, int obj)
    {
        ref var row = ref _rows[slot];
        // First of all, as in an entangled program most values come to slots that are full.
        if (row.Count >= Limit || Contains(slot, obj)) return false;
        if (row.Count >= MaxConstants)
        {
            int wider = Widened(obj);
            if (wider != obj && Contains(slot, obj = wider)) return false;
        }
        Insert(slot, obj);
        if (_rows[slot].Count == MaxObjects && Limit == MaxObjects) AddFamily(slot);
        return true;
    }

    private void Insert(int slot, int obj)
    {
        ref var row = ref _rows[slot];
        switch (row.Count++)
        {
            case 0: row.First = obj; break;
            case 1: row.Second = obj; break;
            case var count:
                ref var more = ref _more[slot];
                if (more is null) more = new int[6];
                else if (count - 2 == more.Length) Array.Resize(ref more, Math.Min(more.Length * 2, MaxObjects - 1));
                more[count - 2] = obj;
                break;
        }
        if (row.Edges != 0 || row.Watches != 0) Enqueue(slot, obj);
        Trail?.Added(slot, obj);
    }

    /// <summary>The object that stands for any instance of the family of classes that an instance is of, or -1.</summary>
    public Func<int, int>? Family { get; set; }

    /// <summary>Whether more values may have reached a slot than it took: exactly as many as are kept may be what a full slot passed on.</summary>
    public bool IsCut(int slot) => _rows[slot].Count >= Limit;

    /// <summary>A slot is full: where half of what is there or more is of one family of classes, any of the family may come.</summary>
    private void AddFamily(int slot)
    {
        if (Family is null) return;
        int count = _rows[slot].Count, candidate = -1, votes = 0;
        // Majority vote (R. Boyer and J Moore, 1981).
        for (int i = 0; i < count; i++)
        {
            int family = FamilyAt(slot, i);
            if (votes == 0) candidate = family;
            votes += family == candidate ? 1 : -1;
        }
        if (candidate < 0) return;
        int relatives = 0;
        for (int i = 0; i < count; i++)
            if (FamilyAt(slot, i) == candidate) relatives++;
        if (relatives * 2 >= count && !Contains(slot, candidate)) Insert(slot, candidate);
    }

    private int FamilyAt(int slot, int i) => ObjectAt(slot, i) is var obj && _objects[obj].Kind == ObjectKind.Instance ? Family!(obj) : -1;

    /// <summary>Names the objects that stand for any string and for any integer.</summary>
    public void SetWideConstants(int anyString, int anyInteger) => (_anyString, _anyInteger) = (anyString, anyInteger);

    private int Widened(int obj) => _objects[obj].Kind switch
    {
        ObjectKind.String or ObjectKind.StringPrefix => _anyString,
        ObjectKind.Integer => _anyInteger,
        _ => obj,
    };

    /// <summary>From now on what is in one slot is in the other.</summary>
    public void AddEdge(int from, int to)
    {
        // What is full takes nothing any more: limits only go down.
        if (from == to || _rows[to].Count >= Limit) return;
        ref var row = ref _rows[from];
        // The same edge is often asked for twice in a row.
        for (int e = row.Edges, i = 0; e != 0 && i < 4; e = _edgeRows[e].Next, i++)
            if (_edgeRows[e].To == to) return;
        if (_edges == _edgeRows.Length) Array.Resize(ref _edgeRows, _edges * 2);
        _edgeRows[_edges] = new EdgeRow { To = to, Next = row.Edges };
        row.Edges = _edges++;
        Trail?.Linked(from, to);
        int before = Trail?.Along(_edges - 1) ?? 0;
        for (int i = 0; i < _rows[from].Count; i++) Add(to, ObjectAt(from, i));
        Trail?.Leave(before);
    }

    /// <summary>
    /// Registers who is to be told of each object. Of those that are there already it is told through the work list, not at once:
    /// watches that make watches would otherwise nest as deep as the program is tangled.
    /// </summary>
    public void AddWatch(in Watch watch)
    {
        int slot = watch.Slot;
        Work += 4;
        if (_watchCount == _watches.Length) Array.Resize(ref _watches, _watchCount * 2);
        ref var row = ref _rows[slot];
        _watches[_watchCount] = watch;
        _watches[_watchCount].Next = row.Watches;
        row.Watches = _watchCount;
        for (int i = 0; i < row.Count; i++) Enqueue(~_watchCount, ObjectAt(slot, i));
        _watchCount++;
    }

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
    private int[] _places = new int[1 << 12];
    private int _placed;

    private void Grow()
    {
        var old = _places;
        int mask = old.Length * 2 - 1;
        _places = new int[old.Length * 2];
        foreach (int watch in old)
        {
            if (watch == 0) continue;
            int at = Hash(_watches[watch]) & mask;
            while (_places[at] != 0) at = (at + 1) & mask;
            _places[at] = watch;
        }
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

    /// <summary>The next thing to do: an object that is new in a slot, or with ~watch in place of the slot, in front of a new watch.</summary>
    public bool TryDequeue(out int slot, out int obj)
    {
        if (_head == _tail)
        {
            (slot, obj) = (0, 0);
            return false;
        }
        long item = _queue[_head];
        _head = (_head + 1) & (_queue.Length - 1);
        (slot, obj) = ((int)(item >> 32), (int)item);
        return true;
    }

    /// <summary>Moves a new object along the edges of its slot. Edges to slots that have become full are taken out.</summary>
    public void Propagate(int slot, int obj)
    {
        for (ref int link = ref _rows[slot].Edges; link != 0;)
        {
            Work++;
            ref var edge = ref _edgeRows[link];
            if (_rows[edge.To].Count >= Limit)
            {
                link = edge.Next;
                continue;
            }
            Trail?.Along(link);
            Add(edge.To, obj);
            link = ref edge.Next;
        }
    }

    public int FirstWatch(int slot) => _rows[slot].Watches;

    public ref readonly Watch WatchAt(int index) => ref _watches[index];

    private void Enqueue(int slot, int obj)
    {
        _queue[_tail] = (long)slot << 32 | (uint)obj;
        _tail = (_tail + 1) & (_queue.Length - 1);
        if (_tail != _head) return;
        var larger = new long[_queue.Length * 2];
        Array.Copy(_queue, _head, larger, 0, _queue.Length - _head);
        Array.Copy(_queue, 0, larger, _queue.Length - _head, _head);
        (_head, _tail, _queue) = (0, _queue.Length, larger);
    }
}

/// <summary>Something that waits for objects to arrive in a slot: an instruction at a place, in an activation, in a role.</summary>
internal struct Watch
{
    /// <summary>Where it waits.</summary>
    public int Slot;
    public WatchKind Kind;

    /// <summary>What arrives was found in a subclass of the class the receiver is only known to be at least.</summary>
    public bool Override;
    public int Op;
    public int Activation;
    public int A;
    public int B;
    public int Next;
}

internal enum WatchKind : byte
{
    /// <summary>The instruction's base has a new object.</summary>
    Base,

    /// <summary>A class attribute arrives for receiver A, looked up in way B: bind it and deliver it to the instruction.</summary>
    Bind,

    /// <summary>A plain value arrives: deliver it to the instruction.</summary>
    Deliver,

    /// <summary>An index arrives for container A.</summary>
    Index,

    /// <summary>A starred argument arrives for function A, from parameter B on.</summary>
    StarArgument,

    /// <summary>A double-starred argument arrives for function A.</summary>
    DoubleStarArgument,

    /// <summary>A base of class A arrives.</summary>
    ClassBase,

    /// <summary>A getter of receiver A arrives.</summary>
    Getter,

    /// <summary>What __iter__ gave arrives.</summary>
    Iterator,

    /// <summary>A class attribute is about to be written through receiver A with the value in slot B.</summary>
    Setter,

    /// <summary>The class of an isinstance arrives; A is the subject's slot.</summary>
    NarrowClass,

    /// <summary>Slot A gets the elements of what arrives, without protocol calls.</summary>
    Elements,

    /// <summary>An argument of a native arrives; A is the number of what to do with it.</summary>
    DynamicName,

    /// <summary>What a decorator gives arrives.</summary>
    Decorated,

    /// <summary>A class attribute arrives that a native looked up for receiver A; B is the slot it goes to. The name was constant.</summary>
    BindInto,

    /// <summary>The same with a name of which only the start is known.</summary>
    BindComputed,

    /// <summary>The getter of a descriptor that a native found arrives; A is its number.</summary>
    GetInto,

    /// <summary>The metaclass of class A arrives.</summary>
    Metaclass,

    /// <summary>A value under a name of class A's body arrives: it may want to be told its name.</summary>
    SetName,

    /// <summary>A function arrives at staticmethod or classmethod; A is the number of the wrapper.</summary>
    Wrap,

    /// <summary>The class of super(C, x) arrives; A is the slot of x, B the result.</summary>
    SuperClass,

    /// <summary>The x of super(C, x) arrives; A is the class, B the result.</summary>
    SuperObject,

    /// <summary>What makes the default of field B of object A arrives.</summary>
    Factory,

    /// <summary>What the parameter is given that returns hang on arrives; A is their number.</summary>
    SplitReturn,
}
