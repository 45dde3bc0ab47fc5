namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What is to be done, in the order in which it pays. Values move along edges at once, so that it shows early which slots are going
/// to be full. But those who wait at a slot are told of its first values only; of the others when nothing else is left to do, and of
/// what is in a slot that has become full last and only as long as there is work to spare. Such a slot has all that goes round in a
/// program, and all the work it makes ends in guesses: told at once, as every slot is in Andersen's analysis, its values were half
/// of the work for SQLAlchemy.
/// </summary>
internal sealed partial class SlotStore
{
    /// <summary>As many values of a slot are told at once.</summary>
    private const int Prompt = 8;

    /// <summary>In place of an object: some values have not arrived.</summary>
    public const int Incomplete = int.MaxValue;

    private readonly WorkQueue _queue, _late, _last;

    /// <summary>
    /// The next thing to do: an object that is new in a slot, or with ~watch in place of the slot, in front of a watch. Where
    /// <paramref name="isLate"/>, it only moves along edges yet, and <see cref="Defer"/> keeps it for the watches.
    /// </summary>
    public bool TryDequeue(out int slot, out int obj, out bool isLate)
    {
        if (Work > ThoroughWork && Limit > MaxObjectsOfLarge) Limit = MaxObjectsOfLarge;
        bool any = _queue.TryDequeue(out slot, out obj);
        isLate = obj < 0;
        if (isLate) obj = ~obj;
        return any;
    }

    /// <summary>Keeps an object back from the watches of a slot.</summary>
    public void Defer(int slot, int obj) => _late.Enqueue(slot, obj);

    /// <summary>The next object that was kept back: a slot, or ~watch, whose watches are to be told now.</summary>
    public bool TryDequeueLate(out int slot, out int obj)
    {
        while (_late.TryDequeue(out slot, out obj))
        {
            if (_rows[SlotAt(slot)].Count < Math.Min(MaxObjectsOfLarge, Limit)) return true;
            _last.Enqueue(slot, obj);
        }
        while (_last.TryDequeue(out slot, out obj))
        {
            if (Work < ThoroughWork) return true;
            MarkIncomplete(SlotAt(slot));
        }
        return false;
    }

    public bool IsQueueEmpty => _queue.IsEmpty;

    private int SlotAt(int slotOrWatch) => slotOrWatch < 0 ? _watches[~slotOrWatch].Slot : slotOrWatch;

    /// <summary>What stands for all instances of a family of classes is told at once, however late it came.</summary>
    private bool IsPrompt(int index, int obj) => index < Prompt || _objects[obj].Kind == ObjectKind.Cone;

    // More values may have come than are followed, here or where these came from.
    private bool[] _isIncomplete;

    /// <summary>Whether more values may have reached a slot than were followed.</summary>
    public bool IsCut(int slot) => _isIncomplete[slot] || _rows[slot].Count >= Limit;

    /// <summary>Notes that a slot may lack values, and tells those who get theirs from it.</summary>
    public void MarkIncomplete(int slot)
    {
        if (_isIncomplete[slot]) return;
        // What a method is called on is of its class, whatever is not followed.
        if (IsTyped(slot) && Admitted(slot, ObjectTable.External) is var any && any != ObjectTable.External)
        {
            Add(slot, any);
            return;
        }
        _isIncomplete[slot] = true;
        if (_rows[slot].Edges != 0 || _rows[slot].Watches != 0) _queue.Enqueue(slot, Incomplete);
    }

    /// <summary>The slots that values of a slot flow on to may lack them as well.</summary>
    public void PropagateIncomplete(int slot)
    {
        for (int link = _rows[slot].Edges; link != 0; link = _edgeRows[link].Next) MarkIncomplete(_edgeRows[link].To);
    }
}
