using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Arrays for the solver's tables. Linux hands fresh memory out by pages of 4 KB, each with a trap into the kernel: Django's tables are
/// 24,000 pages, and a trap is dear in a virtual machine. Where the system gives large pages to those who ask for them
/// (/sys/kernel/mm/transparent_hugepage/enabled says "madvise", as in Debian and Ubuntu), these arrays ask. Elsewhere they are plain arrays.
/// </summary>
internal static partial class LargeTable
{
    private const int LargePage = 2 << 20, AdviseHugePages = 14;

    private static bool s_asks = OperatingSystem.IsLinux() && Environment.SystemPageSize == 4096;

    /// <summary>Makes an array of zeroes.</summary>
    /// <param name="length">How many elements.</param>
    public static T[] New<T>(int length) where T : unmanaged
    {
        var array = new T[length];
        if (s_asks && (long)length * Unsafe.SizeOf<T>() >= LargePage / 2) Ask(array);
        return array;
    }

    /// <summary>Moves an array to a larger one.</summary>
    public static void Grow<T>(ref T[] array, int length) where T : unmanaged
    {
        var larger = New<T>(length);
        Array.Copy(array, larger, array.Length);
        array = larger;
    }

    /// <summary>
    /// Asks for the whole large pages that an array touches. Those at its ends belong to its neighbours as well, mostly tables like it. Only how the kernel
    /// backs the memory changes, never what is in it, so an answer of no needs no more than not to ask again.
    /// </summary>
    private static unsafe void Ask<T>(T[] array) where T : unmanaged
    {
        fixed (T* start = array)
        {
            nint first = (nint)start & ~(nint)(LargePage - 1), end = ((nint)(start + array.Length) + LargePage - 1) & ~(nint)(LargePage - 1);
            try
            {
                s_asks = Advise(first, end - first, AdviseHugePages) == 0;
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                s_asks = false;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nint length, int advice);
}
