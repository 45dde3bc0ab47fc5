using System.Numerics;
using System.Runtime.CompilerServices;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Gives a solver the arrays of its tables. A process that analyses again and again uses them again: new ones come from the kernel page by page, and
/// make the collector go through all that lives. Between two solvers they are held weakly, so that they go whenever memory is collected.
/// </summary>
/// <remarks>
/// Tables that were outgrown are given back in time. The collector looks for large arrays that nobody needs any more as late as it can, and a table
/// that doubles leaves as much behind as it had: of a program like SymPy, whose tables take two gigabytes, that was one more. Asked for, each
/// time a quarter of a gigabyte has come together, a collection takes some hundredths of a second: tables have no references to follow.
/// </remarks>
internal sealed class TableMemory
{
    /// <summary>Smaller ones are left to the collector.</summary>
    private const long LargeTable = 16L << 20;

    private const long Worthwhile = 256L << 20;

    /// <summary>Smaller ones are not kept: the collector makes them as fast.</summary>
    private const long LeastKept = 64L << 10;

    /// <summary>A kept array may be so many times larger than what is asked for.</summary>
    private const int MaxSlack = 4;

    private static readonly Lock Gate = new();
    private static readonly List<WeakReference<Array>> Kept = [];
    private static long _outgrown;

    private readonly List<Array> _inUse = [];

    /// <summary>An array of at least this length, all zero where that is asked for.</summary>
    public T[] Take<T>(int length, bool isZero = false) where T : struct => Take<T>(length, isZero, isPowerOf2: false);

    /// <summary>An array of zeros whose length is a power of two, and at least this.</summary>
    public T[] TakePowerOf2<T>(int length) where T : struct => Take<T>((int)BitOperations.RoundUpToPowerOf2((uint)length), isZero: true, isPowerOf2: true);

    private T[] Take<T>(int length, bool isZero, bool isPowerOf2) where T : struct
    {
        if ((long)length * Unsafe.SizeOf<T>() < LeastKept) return new T[length];
        var table = Find<T>(length, isPowerOf2);
        // A new array of zeros is cleared by the collector, from end to end: the pages that are never used would have to be fetched for it.
        if (table is null) table = isZero ? new T[length] : GC.AllocateUninitializedArray<T>(length);
        else if (isZero) Array.Clear(table);
        _inUse.Add(table);
        return table;
    }

    private static T[]? Find<T>(int length, bool isPowerOf2)
    {
        lock (Gate)
        {
            int best = -1;
            T[]? found = null;
            for (int i = Kept.Count - 1; i >= 0; i--)
            {
                if (!Kept[i].TryGetTarget(out var array))
                {
                    Kept.RemoveAt(i);
                    if (best > i) best--;
                }
                else if (array is T[] table && table.Length >= length && table.Length <= (long)length * MaxSlack && (!isPowerOf2 || BitOperations.IsPow2(table.Length))
                    && (found is null || table.Length < found.Length)) (best, found) = (i, table);
            }
            if (best >= 0) Kept.RemoveAt(best);
            return found;
        }
    }

    /// <summary>Moves a table to a larger array; what is new of it may be anything.</summary>
    public void Resize<T>(ref T[] table, int length) where T : struct
    {
        var larger = Take<T>(length);
        table.CopyTo(larger, 0);
        var smaller = table;
        table = larger;
        Outgrown(smaller);
    }

    /// <summary>Tells that an array is not needed any more, and was outgrown.</summary>
    public void Outgrown<T>(T[] table) where T : struct
    {
        _inUse.Remove(table);
        long bytes = (long)table.Length * Unsafe.SizeOf<T>();
        if (bytes < LargeTable || Interlocked.Add(ref _outgrown, bytes) < Worthwhile) return;
        Interlocked.Exchange(ref _outgrown, 0);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
    }

    /// <summary>Gives all arrays back: nobody may use them from here on.</summary>
    public void Release()
    {
        lock (Gate)
            foreach (var table in _inUse) Kept.Add(new WeakReference<Array>(table));
        _inUse.Clear();
    }
}
