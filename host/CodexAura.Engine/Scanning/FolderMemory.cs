using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using CodexAura.Engine.Analysis;

namespace CodexAura.Engine.Scanning;

/// <summary>
/// What the scan before took of each folder. While a folder is the same by its <see cref="FolderStamp"/>, and the rules are, it need not be
/// listed: only sizes and times of its source files are asked for. The idea is that of git's untracked cache.
/// </summary>
/// <remarks>
/// It is one block of bytes that is kept beside the facts: a head with the key of all that decides what is taken anywhere, a hash over
/// the rest, and a <see cref="FolderRecord"/> for each folder, the root's first. Each scan writes it anew while it reads the old one. One
/// that is missing, broken or of another key costs time and nothing else.
/// </remarks>
internal sealed class FolderMemory : IDisposable
{
    private const int HashAt = 0, KeyAt = HashAt + sizeof(ulong), RootAt = KeyAt + Digest.Length;

    /// <summary>Writing it is worth the while where it spares the next scan at least this part of the folders.</summary>
    private const int WorthOneIn = 32;

    private readonly string _root;
    private readonly byte[] _known;
    private readonly ArrayBufferWriter<byte> _next;

    // Pairs: where to write, and what.
    private readonly List<int> _slots = [];
    private readonly int _folder;
    private readonly long _now;
    private readonly Digest _key;
    private byte[] _path = new byte[512];
    private int _pathLength;
    private ulong? _device;
    private bool _isLocal;
    private int _seen, _learned;

    /// <summary>Starts a scan.</summary>
    /// <param name="root">What is scanned.</param>
    /// <param name="key">Stands for all that decides what is taken of every folder.</param>
    /// <param name="kept">What <see cref="ToBytes"/> of the scan before gave; empty for nothing.</param>
    /// <param name="time">Tells which folders changed just now.</param>
    public FolderMemory(string root, Digest key, ReadOnlyMemory<byte> kept, TimeProvider time)
    {
        (_root, _key) = (root, key);
        _now = (time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick;
        _known = IsIntact(kept.Span, key) ? kept.ToArray() : [];
        _folder = PathStatus.OpenFolder(root);
        _next = new ArrayBufferWriter<byte>(_known.Length + 4096);
        _next.GetSpan(RootAt);
        _next.Advance(RootAt);
    }

    /// <summary>Where the root's record is, or 0.</summary>
    public int Root => _known.Length > RootAt ? RootAt : 0;

    /// <summary>Where the next record will be.</summary>
    public int Next => _next.WrittenCount;

    /// <summary>The folder that <see cref="Enter"/> was called for last; <see cref="FolderStamp.None"/> where it can't be told.</summary>
    public FolderStamp Current { get; private set; }

    /// <summary>Goes to a folder. It has to come before the folder is listed, so that what changes meanwhile shows next time.</summary>
    /// <param name="path">Its path, empty for the root, else with a slash at its end.</param>
    public void Enter(string path)
    {
        _seen++;
        if (Encoding.UTF8.GetMaxByteCount(path.Length) >= _path.Length) _path = new byte[2 * Encoding.UTF8.GetMaxByteCount(path.Length)];
        _pathLength = Encoding.UTF8.GetBytes(path, _path);
        bool isThere;
        PathStatus status;
        if (_pathLength == 0) isThere = Ask("."u8, out status);
        else
        {
            // With its slash, it would stand for what a link leads to.
            _path[_pathLength - 1] = 0;
            isThere = PathStatus.TryRead(_folder, _path.AsSpan(0, _pathLength), out status);
            _path[_pathLength - 1] = (byte)'/';
        }
        Current = isThere && status.IsFolder ? status.Stamp : FolderStamp.None;
    }

    /// <summary>What was taken of the current folder, where it is the same.</summary>
    public bool TryRecall(int record, out FolderRecord recalled)
    {
        recalled = default;
        if (record == 0) return false;
        recalled = FolderRecord.At(_known, record);
        return Current != FolderStamp.None && recalled.Stamp == Current;
    }

    /// <summary>Where the records of the folders are that were in this one, whether it is the same or not.</summary>
    public Dictionary<string, int>? FoldersOf(int record) => record == 0 ? null : FolderRecord.At(_known, record).Folders();

    /// <summary>Asks for a file of the current folder.</summary>
    /// <returns>Whether it is there, and neither a link nor a device.</returns>
    public bool TryReadFile(ReadOnlySpan<byte> name, out PathStatus status) => Ask(name, out status) && status.IsRegularFile;

    /// <summary>Keeps a record as it is. It leads to records of folders in it only where these are written too: one may turn out to be unreadable.</summary>
    /// <param name="record">The record, read to its end.</param>
    /// <param name="slot">Where to note where it is.</param>
    public void Keep(in FolderRecord record, int slot)
    {
        Start(slot);
        int length = record.Position - record.Start;
        var copy = _next.GetSpan(length);
        _known.AsSpan(record.Start, length).CopyTo(copy);
        var folders = FolderRecord.At(_known, record.Start);
        for (int count = folders.Count(); count > 0; count--)
        {
            copy.Slice(folders.Position - record.Start, sizeof(int)).Clear();
            folders.Folder(out _, out _);
        }
        _next.Advance(length);
    }

    /// <summary>Writes the record of the current folder.</summary>
    /// <param name="slot">Where to note where it is.</param>
    /// <param name="listing">What was taken of it.</param>
    /// <param name="scope">Stands for the rules that hold in it.</param>
    /// <returns>The slots of its folders.</returns>
    public int[] Learn(int slot, FolderListing listing, Digest scope)
    {
        Start(slot);
        bool isSettled = listing.IsWhole && Current != FolderStamp.None && Current.IsSettledAt(_now) && IsLocal();
        if (isSettled) _learned++;
        var head = _next.GetSpan(FolderStamp.Length + Digest.Length + 1);
        (isSettled ? Current : FolderStamp.None).Write(head);
        scope.Write(head[FolderStamp.Length..]);
        head[FolderStamp.Length + Digest.Length] = listing.Flags;
        _next.Advance(FolderStamp.Length + Digest.Length + 1);

        int[] slots = new int[listing.Folders.Count];
        Put(slots.Length);
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = _next.WrittenCount;
            Put(0);
            _next.GetSpan(1)[0] = listing.Folders[i].IsTakenByUser ? FolderRecord.TakenByUser : (byte)0;
            _next.Advance(1);
            Put(listing.Folders[i].Name);
        }
        foreach (var names in (ReadOnlySpan<List<string>>)[listing.Files, listing.FileLinks, listing.FolderLinks])
        {
            Put(names.Count);
            foreach (string name in names) Put(name);
        }
        return slots;
    }

    /// <summary>What to keep for the next scan.</summary>
    /// <returns>Null where what is kept does nearly as well.</returns>
    public byte[]? ToBytes()
    {
        if (_learned * WorthOneIn <= (_known.Length == 0 ? 0 : _seen)) return null;
        byte[] bytes = _next.WrittenSpan.ToArray();
        for (int i = 0; i < _slots.Count; i += 2) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(_slots[i]), _slots[i + 1]);
        _key.Write(bytes.AsSpan(KeyAt));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, XxHash64.HashToUInt64(bytes.AsSpan(KeyAt)));
        return bytes;
    }

    public void Dispose() => PathStatus.CloseFolder(_folder);

    private static bool IsIntact(ReadOnlySpan<byte> kept, Digest key) => kept.Length >= RootAt && Digest.Read(kept[KeyAt..]) == key
        && BinaryPrimitives.ReadUInt64LittleEndian(kept) == XxHash64.HashToUInt64(kept[KeyAt..]);

    private bool IsLocal()
    {
        if (_device == Current.Device) return _isLocal;
        _device = Current.Device;
        return _isLocal = PathStatus.IsOnLocalFileSystem(Path.Join(_root, Encoding.UTF8.GetString(_path, 0, _pathLength)));
    }

    /// <summary>Starts a record.</summary>
    private void Start(int slot)
    {
        if (slot == 0) return;
        _slots.Add(slot);
        _slots.Add(Next);
    }

    private bool Ask(ReadOnlySpan<byte> name, out PathStatus status)
    {
        int length = _pathLength + name.Length;
        if (length >= _path.Length) Array.Resize(ref _path, 2 * length + 1);
        name.CopyTo(_path.AsSpan(_pathLength));
        _path[length] = 0;
        return PathStatus.TryRead(_folder, _path.AsSpan(0, length + 1), out status);
    }

    private void Put(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_next.GetSpan(sizeof(int)), number);
        _next.Advance(sizeof(int));
    }

    private void Put(string name)
    {
        int length = Encoding.UTF8.GetByteCount(name);
        Put(length);
        Encoding.UTF8.GetBytes(name, _next.GetSpan(length));
        _next.Advance(length);
    }
}
