using System.Runtime.CompilerServices;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Gives tables that were outgrown back in time. The collector looks for large arrays that nobody needs any more as late as it can, and a table
/// that doubles leaves as much behind as it had: of a program like SymPy, whose tables take two gigabytes, that was one more. Asked for, each
/// time a quarter of a gigabyte has come together, a collection takes some hundredths of a second: tables have no references to follow.
/// </summary>
internal static class TableMemory
{
    /// <summary>Smaller ones are left to the collector.</summary>
    private const long LargeTable = 16L << 20;

    private const long Worthwhile = 256L << 20;

    private static long _outgrown;

    /// <summary>Moves a table to a larger array.</summary>
    public static void Resize<T>(ref T[] table, int length) where T : struct
    {
        int before = table.Length;
        Array.Resize(ref table, length);
        Outgrown<T>(before);
    }

    /// <summary>Tells that an array is not needed any more.</summary>
    public static void Outgrown<T>(int length) where T : struct
    {
        long bytes = (long)length * Unsafe.SizeOf<T>();
        if (bytes < LargeTable || Interlocked.Add(ref _outgrown, bytes) < Worthwhile) return;
        Interlocked.Exchange(ref _outgrown, 0);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
    }
}
