using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodexAura.Engine.Analysis;

/// <summary>
/// Asks Linux for pages of 2 MB where the managed heap grows. An analysis fills a hundred and more megabytes of fresh memory once; in pages of
/// 4 KB each of them is a fault, and on virtual machines a fault costs up to twenty microseconds.
/// </summary>
internal static partial class HeapPages
{
    private const int WantHugePages = 14; // MADV_HUGEPAGE
    private static int _asked;

    /// <summary>Asks once in a process. Where that is not to be had, nothing is different.</summary>
    public static void PreferHuge()
    {
        if (!OperatingSystem.IsLinux() || Interlocked.Exchange(ref _asked, 1) != 0) return;
        try
        {
            if (FindAround(AddressOf(new object()), File.ReadAllBytes("/proc/self/maps")) is var (start, end)) _ = Advise(start, end - start, WantHugePages);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or EntryPointNotFoundException)
        {
            // Without /proc, or without such advice.
        }
    }

    /// <summary>The range of addresses that is mapped around one without a gap, and is of no file: what the collector has set aside.</summary>
    /// <param name="address">The address.</param>
    /// <param name="maps">What /proc/self/maps says: in each line the ends of a range, in hexadecimal digits, and last a path or a name in brackets, if any.</param>
    internal static (nuint Start, nuint End)? FindAround(nuint address, ReadOnlySpan<byte> maps)
    {
        nuint start = 0, end = 0;
        while (!maps.IsEmpty)
        {
            int length = maps.IndexOf((byte)'\n');
            var line = length < 0 ? maps : maps[..length];
            maps = length < 0 ? default : maps[(length + 1)..];
            nuint from = Hexadecimal(ref line), until = Hexadecimal(ref line);
            bool isAnonymous = line.IndexOfAny((byte)'/', (byte)'[') < 0;
            if (isAnonymous && from == end) end = until;
            else if (end > address) break;
            else (start, end) = isAnonymous ? (from, until) : (0, 0);
        }
        return start <= address && address < end ? (start, end) : null;
    }

    /// <summary>Reads a number and skips what ends it.</summary>
    private static nuint Hexadecimal(ref ReadOnlySpan<byte> text)
    {
        nuint number = 0;
        int at = 0;
        for (; at < text.Length && char.IsAsciiHexDigit((char)text[at]); at++)
            number = number << 4 | (uint)(text[at] <= '9' ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10);
        text = text[Math.Min(at + 1, text.Length)..];
        return number;
    }

    private static unsafe nuint AddressOf(object target) => *(nuint*)Unsafe.AsPointer(ref target);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
