using System.Buffers.Binary;
using System.Text;
using CodexAura.Engine.Analysis;

namespace CodexAura.Engine.Scanning;

/// <summary>
/// What a scan took of one folder, read from <see cref="FolderMemory"/>: first when and by which rules it was listed, then names of folders,
/// files, links to files and links to folders.
/// </summary>
/// <remarks>
/// <code>
/// stamp 32 | scope 16 | flags 1 | { where its record is 4, flags 1, name }* | { name }* | { name }* | { name }*
/// </code>
/// Each list starts with its count; a name is its length and its UTF-8. Numbers have four bytes, little-endian.
/// </remarks>
internal ref struct FolderRecord
{
    /// <summary>The folder has a .gitignore.</summary>
    public const byte HasRules = 1;

    /// <summary>The user named the folder, so the defaults don't apply.</summary>
    public const byte TakenByUser = 2;

    private const int HeadLength = FolderStamp.Length + Digest.Length + 1;
    private readonly ReadOnlySpan<byte> _bytes;

    private FolderRecord(ReadOnlySpan<byte> bytes, int start)
    {
        _bytes = bytes;
        Start = start;
        Position = start + HeadLength;
    }

    /// <summary>Where it starts.</summary>
    public int Start { get; }

    /// <summary>Where the next read goes on; after the last, where the record ends.</summary>
    public int Position { get; private set; }

    public readonly FolderStamp Stamp => FolderStamp.Read(_bytes[Start..]);

    /// <summary>Stands for the rules that held in the folder.</summary>
    public readonly Digest Scope => Digest.Read(_bytes[(Start + FolderStamp.Length)..]);

    public readonly byte Flags => _bytes[Start + HeadLength - 1];

    public static FolderRecord At(ReadOnlySpan<byte> bytes, int start) => new(bytes, start);

    public int Count()
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(_bytes[Position..]);
        Position += sizeof(int);
        return count;
    }

    /// <summary>The next name of a list.</summary>
    public ReadOnlySpan<byte> Name()
    {
        int length = Count();
        var name = _bytes.Slice(Position, length);
        Position += length;
        return name;
    }

    /// <summary>The next folder of the first list.</summary>
    /// <param name="record">Where its record is, or 0.</param>
    /// <param name="isTakenByUser">Whether the user named it.</param>
    public ReadOnlySpan<byte> Folder(out int record, out bool isTakenByUser)
    {
        record = Count();
        isTakenByUser = (_bytes[Position++] & TakenByUser) != 0;
        return Name();
    }

    /// <summary>Where the records of the folders in it are.</summary>
    public Dictionary<string, int> Folders()
    {
        var folders = new Dictionary<string, int>(StringComparer.Ordinal);
        Position = Start + HeadLength;
        for (int count = Count(); count > 0; count--)
        {
            string name = Encoding.UTF8.GetString(Folder(out int record, out _));
            if (record != 0) folders[name] = record;
        }
        return folders;
    }
}
