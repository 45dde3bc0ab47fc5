using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Reads of what is stored in objects. Most names that are looked up on an object are methods, which nobody ever stores in one: such a
/// read is only noted, and takes a slot and a place among those who wait once something is stored under the name.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>A look-up of a name on an object under which nothing is stored yet.</summary>
    private readonly record struct PendingRead(int Object, int Op, int Activation, Role Role, int Next);

    private PendingRead[] _pendingReads;
    private int _pendingCount = 1;

    // By name: the last pending read, 0 where there is none, or Stored.
    private int[] _readsOfName = new int[1 << 10];
    private const int Stored = -1;

    private ref int ReadsOf(int name)
    {
        if (name >= _readsOfName.Length) Array.Resize(ref _readsOfName, Math.Max(name + 1, _readsOfName.Length * 2));
        return ref _readsOfName[name];
    }

    /// <summary>Delivers what is stored in a single object under a name, now or later, to an instruction.</summary>
    private void ReadObject(int obj, int name, int op, int activation, Role role)
    {
        ref int last = ref ReadsOf(name);
        if (last == Stored)
        {
            ReadField(ObjectField(obj, name), op, activation, role);
            return;
        }
        if (_pendingCount == _pendingReads.Length) _memory.Resize(ref _pendingReads, _pendingCount * 2);
        _pendingReads[_pendingCount] = new PendingRead(obj, op, activation, role, last);
        last = _pendingCount++;
    }

    /// <summary>Something is stored under a name for the first time: from now on reads of it wait at the fields themselves.</summary>
    private void StoreName(int name)
    {
        ref int last = ref ReadsOf(name);
        if (last == Stored) return;
        int read = last;
        last = Stored;
        for (; read != 0; read = _pendingReads[read].Next)
        {
            var (obj, op, activation, role, _) = _pendingReads[read];
            ReadField(ObjectField(obj, name), op, activation, role);
        }
    }

    /// <summary>The first value is stored under the name of a view: those who read it wait at its slot from now on.</summary>
    private void StoreInView(View view)
    {
        if (view.HasFields) return;
        view.HasFields = true;
        for (int r = view.Readers; r != 0; r = _readers[r].Next)
            if (_readers[r] is { ReadsFields: true } reader) ReadField(view.Fields, reader.Op, reader.Activation, (Role)reader.B);
    }

    /// <summary>What arrives in a field is the result of an attribute access as it is; for a call it is what is called.</summary>
    private void ReadField(int field, int op, int activation, Role role)
    {
        var w = OpAt(op, activation);
        if (role != Role.Value || (OpCode)(w[0] & 0xFF) != OpCode.GetAttr)
        {
            Listen(field, WatchKind.Deliver, op, activation, 0, (int)role);
            return;
        }
        int before = _trail?.Enter(op, activation) ?? 0;
        _slots.AddEdge(field, Map(activation, w[1]));
        _trail?.Leave(before);
    }
}
