using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodexAura.Engine.Scanning;

/// <summary>What the system says of one path, without following a link at its end.</summary>
/// <remarks>
/// .NET tells neither a folder's number and device nor the time of its last change of any kind, which no program can set; Linux does,
/// in a structure that is the same on all processors. Elsewhere nothing is known, and folders are listed at each scan.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal partial struct PathStatus
{
    private const int WantBasics = 0x7ff, DoNotFollow = 0x100, PathOnly = 0x200000, CloseOnExec = 0x80000;
    private const int KindMask = 0xF000, FolderKind = 0x4000, RegularKind = 0x8000;

    /// <summary>Magic numbers of file systems of this very machine, which move a folder's time with each name that comes or goes.</summary>
    private static readonly long[] LocalFileSystems =
    [
        0xEF53, // ext2, ext3, ext4
        0x58465342, // XFS
        0x9123683E, // Btrfs
        0x01021994, // tmpfs
        0x794C7630, // overlayfs
        0xF2F52010, // F2FS
        0x2FC12FC1, // ZFS
        0xCA451A4E, // bcachefs
    ];

    [FieldOffset(28)] private readonly ushort _mode;
    [FieldOffset(32)] private readonly ulong _number;
    [FieldOffset(40)] private readonly long _size;
    [FieldOffset(96)] private readonly Time _changed;
    [FieldOffset(112)] private readonly Time _modified;
    [FieldOffset(136)] private readonly uint _deviceMajor;
    [FieldOffset(140)] private readonly uint _deviceMinor;

    /// <summary>Whether the system can be asked. One that can't (older than Linux 4.11) shows it at the first question.</summary>
    public static bool IsSupported { get; } =
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    public readonly bool IsFolder => (_mode & KindMask) == FolderKind;

    public readonly bool IsRegularFile => (_mode & KindMask) == RegularKind;

    public readonly long Size => _size;

    /// <summary>Ticks of UTC, rounded as .NET does.</summary>
    public readonly long ModifiedTicks => DateTime.UnixEpoch.Ticks + _modified.Seconds * TimeSpan.TicksPerSecond + _modified.Nanoseconds / TimeSpan.NanosecondsPerTick;

    public readonly FolderStamp Stamp => new(_number, (ulong)_deviceMajor << 32 | _deviceMinor, _modified.InNanoseconds, _changed.InNanoseconds);

    /// <summary>Opens a folder to ask for paths in it.</summary>
    /// <returns>A negative number where that can't be done.</returns>
    public static int OpenFolder(string path)
    {
        if (!IsSupported) return -1;
        try
        {
            return Open(path, PathOnly | CloseOnExec);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return -1;
        }
    }

    public static void CloseFolder(int folder)
    {
        if (folder >= 0) _ = Close(folder);
    }

    /// <summary>Asks for a path.</summary>
    /// <param name="folder">What <see cref="OpenFolder"/> gave.</param>
    /// <param name="path">Relative path in UTF-8 that ends with a zero.</param>
    /// <param name="status">The answer.</param>
    /// <returns>Whether there is one.</returns>
    public static unsafe bool TryRead(int folder, ReadOnlySpan<byte> path, out PathStatus status)
    {
        Unsafe.SkipInit(out status);
        if (folder < 0) return false;
        try
        {
            fixed (byte* name = path)
            fixed (PathStatus* answer = &status) return Statx(folder, name, DoNotFollow, WantBasics, answer) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether times of folders can be relied on where this path is.</summary>
    public static unsafe bool IsOnLocalFileSystem(string path)
    {
        // Larger than the structure is anywhere; the magic number comes first.
        long* answer = stackalloc long[64];
        return StatFileSystem(path, answer) == 0 && Array.IndexOf(LocalFileSystems, *answer) >= 0;
    }

    [LibraryImport("libc", EntryPoint = "statx")]
    private static unsafe partial int Statx(int folder, byte* path, int flags, uint mask, PathStatus* status);

    [LibraryImport("libc", EntryPoint = "statfs", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatFileSystem(string path, long* status);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly uint Nanoseconds;
        private readonly int _reserved;

        public long InNanoseconds => Seconds * 1_000_000_000 + Nanoseconds;
    }
}
