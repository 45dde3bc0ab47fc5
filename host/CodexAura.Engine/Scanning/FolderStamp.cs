using System.Buffers.Binary;

namespace CodexAura.Engine.Scanning;

/// <summary>
/// Which folder it is and when it changed last: while all of it is the same, the names in the folder are.
/// </summary>
/// <param name="Number">The folder's number on its device (inode): another folder that was put in its place has another one.</param>
/// <param name="Device">The device: a file system that was mounted there is another one.</param>
/// <param name="Modified">When a name last came or went, in nanoseconds since 1970.</param>
/// <param name="Changed">
/// When anything of the folder last changed. Programs that restore a folder's time after they filled it (tar, rsync) can't set this one.
/// </param>
internal readonly record struct FolderStamp(ulong Number, ulong Device, long Modified, long Changed)
{
    public const int Length = 4 * sizeof(long);

    /// <summary>Stands for no folder, so that it is listed next time.</summary>
    public static readonly FolderStamp None;

    /// <summary>
    /// Whether a change after some time would show. Clocks of file systems tick every few milliseconds, on some every two seconds: a folder
    /// that changed just before it was listed may change again within the same tick. One of the future tells nothing either.
    /// </summary>
    /// <param name="nanoseconds">The time, since 1970.</param>
    public bool IsSettledAt(long nanoseconds) => Math.Max(Modified, Changed) < nanoseconds - CoarsestClock;

    private const long CoarsestClock = 3_000_000_000;

    public static FolderStamp Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Number);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Device);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Modified);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], Changed);
    }
}
