namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// The solver's state: for each slot the objects it may hold, the slots they flow on to, and who waits for them. Columns and
/// intrusive lists instead of objects: a program of half a million lines has some five million slots, nearly all of them with
/// no more than two objects, so the first two stand in line.
/// </summary>
internal sealed partial class SlotStore
{
    /// <summary>
    /// More values than this are no answer but noise; the slot then takes no more. Slots have a handful of values or all that ever
    /// goes round in a program: in Django and SQLAlchemy fewer than 3% of the slots that are not full have more than 16.
    /// </summary>
    private const int MaxObjects = 48;

    /// <summary>The same for programs that need more than <see cref="ThoroughWork"/>.</summary>
    private const int MaxObjectsOfLarge = 24;

    /// <summary>
    /// Steps of work (about half a second) in which values are followed that are noise in most programs, for in some they are not:
    /// small ones with a registry of everything they have.
    /// </summary>
    private const long ThoroughWork = 2_000_000;

    /// <summary>From this many values on, constants are no longer told apart, nor are instances of one class: a string is any string.</summary>
    private const int MaxConstants = 12;

    /// <summary>How many values a slot takes now; lowered when a program needs more work than it is allowed.</summary>
    public int Limit { get; set; } = MaxObjects;

    /// <summary>Work so far, in steps: a value moved, a watch told. What makes the tables grow counts more than once.</summary>
    public long Work { get; set; }

    /// <summary>Told of all that happens here, or null.</summary>
    public Provenance? Trail { get; init; }

    private readonly ObjectTable _objects;
    private readonly TableMemory _memory;
    private int _anyString = -1, _anyInteger = -1;

    private struct Row
    {
        public int First;
        public int Second;
        public int Count;
        public int Edges;
        public int Watches;

        /// <summary>Where the third and further objects are.</summary>
        public int More;
    }

    private Row[] _rows;
    private int _slots;

    // Objects from the third on, in blocks that double; searched from end to end, which at this length beats hashing. One array for
    // all: an array for each of the slots that need one costs the collector more than the blocks that are left behind.
    private int[] _pool;
    private int _pooled;

    private const int FirstBlock = 6;

    private struct EdgeRow
    {
        public int To;
        public int Next;
    }

    private EdgeRow[] _edgeRows;
    private int _edges = 1;

    /// <summary>
    /// Makes room for what programs were seen to need (Django, SQLAlchemy): what is not used is never touched and costs nothing, but
    /// each time a table is moved to a larger one, that is copied, and the old one is left to the collector.
    /// </summary>
    public SlotStore(int slots, ObjectTable objects, TableMemory memory)
    {
        (_objects, _memory) = (objects, memory);
        _slots = slots;
        _rows = memory.Take<Row>(slots * 3 + 64);
        _pool = memory.Take<int>(slots * 10 + 64);
        _edgeRows = memory.Take<EdgeRow>(slots * 3 + 64);
        _watches = memory.Take<Watch>(slots * 2 + 64);
        _places = memory.TakePowerOf2<int>(slots + slots / 2 + 64);
        _isIncomplete = memory.Take<bool>(_rows.Length);
        ClearRows(0);
        (_queue, _late, _last) = (new(memory, 1 << 16), new(memory, 1 << 18), new(memory, 1 << 16));
    }

    public int Count => _slots;

    public int New(int count = 1)
    {
        int first = _slots;
        _slots += count;
        Work += count;
        if (_slots > _rows.Length)
        {
            _memory.Resize(ref _rows, Math.Max(_slots, _rows.Length + _rows.Length / 2));
            if (_isIncomplete.Length < _rows.Length) _memory.Resize(ref _isIncomplete, _rows.Length);
        }
        ClearRows(first);
        return first;
    }

    // Not the whole table at once: pages that no slot needs are then never fetched.
    private void ClearRows(int first)
    {
        Array.Clear(_rows, first, _slots - first);
        Array.Clear(_isIncomplete, first, _slots - first);
    }

    public int ObjectCount(int slot) => _rows[slot].Count;

    public int ObjectAt(int slot, int i) => i == 0 ? _rows[slot].First : i == 1 ? _rows[slot].Second : _pool[_rows[slot].More + i - 2];

    public bool Contains(int slot, int obj)
    {
        ref var row = ref _rows[slot];
        if (row.Count == 0) return false;
        if (row.First == obj) return true;
        if (row.Count == 1) return false;
        if (row.Second == obj) return true;
        if (row.Count == 2) return false;
        // Mostly these are a few, for which a call into the framework's vectors takes longer.
        var more = new ReadOnlySpan<int>(_pool, row.More, row.Count - 2);
        if (more.Length > 8) return more.Contains(obj);
        foreach (int other in more)
            if (other == obj) return true;
        return false;
    }

    /// <summary>Puts an object into a slot and, if it is new there, on the work list.</summary>
    public bool Add(int slot, int obj)
    {
        ref var row = ref _rows[slot];
        // First of all, as in an entangled program most values come to slots that are full.
        if (row.Count >= Limit && !IsWelcome(slot, obj) || Contains(slot, obj)) return false;
        if (IsTyped(slot) && ((obj = Admitted(slot, obj)) < 0 || Contains(slot, obj))) return false;
        if (HasApart && row.Count >= MaxApart && IsOneOfMany(slot, obj))
        {
            obj = Widened(obj);
            if (Contains(slot, obj)) return false;
        }
        if (row.Count >= MaxConstants)
        {
            int wider = Widened(obj);
            if (wider != obj && Contains(slot, obj = wider)) return false;
        }
        Insert(slot, obj);
        if (_rows[slot].Count == Limit) MarkIncomplete(slot);
        if (_rows[slot].Count is MaxObjectsOfLarge or MaxObjects) AddFamily(slot);
        return true;
    }

    /// <summary>So many of what is declared somewhere find room where no other value does: it is what the programmer says is there.</summary>
    private const int MaxDeclared = 2;

    /// <summary>Where texts, numbers and containers lie among them, anything may come, and what some caller declares says nothing.</summary>
    private bool IsWelcome(int slot, int obj)
    {
        if (Limit != MaxObjects || _rows[slot].Count >= Limit + MaxDeclared || _objects[obj].Kind != ObjectKind.Cone) return false;
        for (int i = 0; i < _rows[slot].Count; i++)
            if (ObjectAt(slot, i) is var other && (other == _anyString || other == _anyInteger
                || _objects[other].Kind is ObjectKind.String or ObjectKind.StringPrefix or ObjectKind.Integer or ObjectKind.Allocation)) return false;
        return true;
    }

    private bool HoldsCone(int slot)
    {
        for (int i = 0; i < _rows[slot].Count && Limit == MaxObjects; i++)
            if (_objects[ObjectAt(slot, i)].Kind == ObjectKind.Cone) return true;
        return false;
    }

    /// <summary>Whether there are instances of program classes that are told apart.</summary>
    public bool HasApart { get; set; }

    /// <summary>So many of one class are told apart in a slot; more are any of them.</summary>
    private const int MaxApart = 3;

    private bool IsOneOfMany(int slot, int obj)
    {
        var (kind, type, site) = _objects[obj];
        if (kind != ObjectKind.Instance || site == 0) return false;
        int alike = 0;
        for (int i = 0; i < _rows[slot].Count; i++)
            if (_objects[ObjectAt(slot, i)] is var (other, of, at) && other == ObjectKind.Instance && of == type && (at == 0 || ++alike == MaxApart)) return true;
        return false;
    }

    private void Insert(int slot, int obj)
    {
        ref var row = ref _rows[slot];
        switch (row.Count++)
        {
            case 0: row.First = obj; break;
            case 1: row.Second = obj; break;
            case var count:
                if (IsBlockFull(count - 2)) MoveBlock(ref row, count - 2);
                _pool[row.More + count - 2] = obj;
                break;
        }
        if (row.Edges != 0 || row.Watches != 0) _queue.Enqueue(slot, IsPrompt(row.Count - 1, obj) ? obj : ~obj);
        Trail?.Added(slot, obj);
    }

    private static bool IsBlockFull(int used) => used is 0 or FirstBlock or FirstBlock * 2 or FirstBlock * 4 or FirstBlock * 8;

    private void MoveBlock(ref Row row, int used)
    {
        int size = Math.Max(FirstBlock, used * 2);
        if (_pooled + size > _pool.Length) _memory.Resize(ref _pool, Math.Max(_pooled + size, _pool.Length + _pool.Length / 2));
        Array.Copy(_pool, row.More, _pool, _pooled, used);
        row.More = _pooled;
        _pooled += size;
    }

    /// <summary>For the slot of what a method is called on, the object that stands for any instance of its class; else -1.</summary>
    public Func<int, int>? Self { get; set; }

    /// <summary>The object that stands for any instance of the family of classes that an instance is of, or -1.</summary>
    public Func<int, int>? Family { get; set; }

    /// <summary>
    /// A slot has very many values: where a third of them or more are of one family of classes, any of the family may come. Asked twice, as
    /// what comes late is more mixed. What a method is called on is of its class, whatever comes.
    /// </summary>
    private void AddFamily(int slot)
    {
        if (Family is null || Limit < MaxObjectsOfLarge) return;
        if (Self!(slot) is >= 0 and var self)
        {
            if (!Contains(slot, self)) Insert(slot, self);
            return;
        }
        int count = _rows[slot].Count, candidate = -1, relatives = 0;
        Span<int> families = stackalloc int[count];
        for (int i = 0; i < count; i++) families[i] = FamilyAt(slot, i);
        for (int i = 0; i < count; i++)
        {
            if (families[i] < 0 || families[i] == candidate) continue;
            int alike = families[i..].Count(families[i]);
            if (alike > relatives) (candidate, relatives) = (families[i], alike);
        }
        if (candidate < 0 || relatives * 3 < count || (IsTyped(slot) && (candidate = Admitted(slot, candidate)) < 0) || Contains(slot, candidate)) return;
        Insert(slot, candidate);
    }

    private int FamilyAt(int slot, int i) => ObjectAt(slot, i) is var obj && _objects[obj].Kind == ObjectKind.Instance ? Family!(obj) : -1;

    /// <summary>Names the objects that stand for any string and for any integer.</summary>
    public void SetWideConstants(int anyString, int anyInteger) => (_anyString, _anyInteger) = (anyString, anyInteger);

    private int Widened(int obj) => _objects[obj].Kind switch
    {
        ObjectKind.String or ObjectKind.StringPrefix => _anyString,
        ObjectKind.Integer => _anyInteger,
        // One of many instances of a class that are told apart is any of them.
        ObjectKind.Instance when _objects[obj].B != 0 => _objects.Get(ObjectKind.Instance, _objects[obj].A),
        _ => obj,
    };

    /// <summary>From now on what is in one slot is in the other.</summary>
    public void AddEdge(int from, int to)
    {
        // What is full takes nothing any more but what is declared: limits only go down.
        if (from == to || (_rows[to].Count >= Limit && !HoldsCone(from))) return;
        ref var row = ref _rows[from];
        // The same edge is often asked for twice in a row.
        for (int e = row.Edges, i = 0; e != 0 && i < 4; e = _edgeRows[e].Next, i++)
            if (_edgeRows[e].To == to) return;
        if (_edges == _edgeRows.Length) _memory.Resize(ref _edgeRows, _edges * 2);
        _edgeRows[_edges] = new EdgeRow { To = to, Next = row.Edges };
        row.Edges = _edges++;
        if (_isIncomplete[from]) MarkIncomplete(to);
        Trail?.Linked(from, to);
        int before = Trail?.Along(_edges - 1) ?? 0;
        for (int i = 0; i < _rows[from].Count; i++) Add(to, ObjectAt(from, i));
        Trail?.Leave(before);
    }

    /// <summary>The slots that take what is in one.</summary>
    public IEnumerable<int> Targets(int slot)
    {
        for (int e = _rows[slot].Edges; e != 0; e = _edgeRows[e].Next) yield return _edgeRows[e].To;
    }

    /// <summary>Moves a new object along the edges of its slot. Edges to slots that have become full are taken out.</summary>
    public void Propagate(int slot, int obj)
    {
        for (ref int link = ref _rows[slot].Edges; link != 0;)
        {
            Work++;
            ref var edge = ref _edgeRows[link];
            if (_rows[edge.To].Count >= Limit && !IsWelcome(edge.To, obj))
            {
                link = edge.Next;
                continue;
            }
            Trail?.Along(link);
            Add(edge.To, obj);
            link = ref edge.Next;
        }
    }
}
