namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>A first-in, first-out list of pairs of numbers: a ring that grows.</summary>
/// <param name="memory">Has the arrays.</param>
/// <param name="capacity">How many it holds before it grows, a power of two.</param>
internal sealed class WorkQueue(TableMemory memory, int capacity)
{
    private long[] _items = memory.TakePowerOf2<long>(capacity);
    private int _head, _tail;

    public bool IsEmpty => _head == _tail;

    public void Enqueue(int first, int second)
    {
        _items[_tail] = (long)first << 32 | (uint)second;
        _tail = (_tail + 1) & (_items.Length - 1);
        if (_tail != _head) return;
        var (smaller, larger) = (_items, memory.TakePowerOf2<long>(_items.Length * 2));
        Array.Copy(_items, _head, larger, 0, _items.Length - _head);
        Array.Copy(_items, 0, larger, _items.Length - _head, _head);
        (_head, _tail, _items) = (0, _items.Length, larger);
        memory.Outgrown(smaller);
    }

    /// <returns>False when there is none.</returns>
    public bool TryDequeue(out int first, out int second)
    {
        if (_head == _tail)
        {
            (first, second) = (0, 0);
            return false;
        }
        long item = _items[_head];
        _head = (_head + 1) & (_items.Length - 1);
        (first, second) = ((int)(item >> 32), (int)item);
        return true;
    }
}
