using System.Buffers;
using System.Runtime.InteropServices;
using CodexAura.Engine.Scanning;

namespace CodexAura.Engine.Impact;

/// <summary>
/// Which names stand in which files of a folder. Keeps for each file the sorted hashes of its names, a few kilobytes, so that a
/// question about a name reads only files that have it. A file whose size or time of change differs is read anew. Safe to use
/// from many threads.
/// </summary>
/// <param name="root">Absolute path of the folder.</param>
/// <param name="believed">
/// How long what was seen of a file is believed before it is looked at again: looking at thousands costs more than all else. By default, not at all.
/// </param>
public sealed class NameIndex(string root, TimeSpan believed = default)
{
    /// <summary>Files larger than this many bytes are not searched: data and generated code, whose names tell nothing.</summary>
    public const int LargestFile = 2_000_000;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Lazy<string> _realRoot = new(() => RealPath.Of(root));
    private long _generation;

    /// <summary>Absolute path of the folder.</summary>
    public string Root => root;

    /// <summary>Hash of a name, as <see cref="MayHave"/> takes it.</summary>
    public static uint Hash(string name)
    {
        Span<byte> buffer = name.Length <= 256 ? stackalloc byte[name.Length * 3] : new byte[name.Length * 3];
        uint hash = Seed;
        foreach (byte b in buffer[..System.Text.Encoding.UTF8.GetBytes(name, buffer)]) hash = Next(hash, b);
        return hash;
    }

    /// <summary>The last answers from these files.</summary>
    internal RecentMentions Recent { get; } = new();

    /// <summary>Looks at files as they are now.</summary>
    /// <returns>A number that is the same as before where no file that was looked at is another one than before.</returns>
    internal long LookAt(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            try
            {
                NamesOf(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What can't be read may be another file each time.
                lock (_lock) _generation++;
            }
        }
        lock (_lock) return _generation;
    }

    /// <summary>Whether one of some names may stand in a file as it is now; false for files that are gone or too large.</summary>
    /// <param name="path">Path relative to the folder.</param>
    /// <param name="hashes">Hashes of the names.</param>
    public bool MayHave(string path, HashSet<uint> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        try
        {
            uint[] names = NamesOf(path);
            if (names.Length < hashes.Count * 8)
            {
                foreach (uint name in names)
                    if (hashes.Contains(name)) return true;
                return false;
            }
            foreach (uint hash in hashes)
                if (Array.BinarySearch(names, hash) >= 0) return true;
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The text of a file, or null when it is empty, gone, too large, outside of the folder or can't be read.</summary>
    public string? Read(string path)
    {
        try
        {
            var file = Find(path);
            return IsReadable(file) && IsInside(file) ? File.ReadAllText(file.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private uint[] NamesOf(string path)
    {
        long now = Environment.TickCount64;
        Entry known;
        lock (_lock)
        {
            if (_entries.TryGetValue(path, out known) && now - known.Seen < believed.TotalMilliseconds) return known.Names;
        }
        var file = Find(path);
        bool readable = IsReadable(file);
        var (size, time) = readable ? (file.Length, file.LastWriteTimeUtc.Ticks) : (-1, 0);
        var entry = known.Names is not null && known.Size == size && known.Time == time
            ? known with { Seen = now }
            : new Entry(size, time, now, readable && IsInside(file) ? ReadNames(file.FullName) : []);
        lock (_lock)
        {
            _entries[path] = entry;
            if (!ReferenceEquals(entry.Names, known.Names)) _generation++;
        }
        return entry.Names;
    }

    private FileInfo Find(string path)
    {
        var file = new FileInfo(Path.Join(root, path));
        return file.Exists && file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? new FileInfo(RealPath.Of(file.FullName)) : file;
    }

    /// <summary>Nothing of length 0 is opened: a pipe that has taken the place of a file would never answer.</summary>
    private static bool IsReadable(FileInfo file) => file.Exists && file.Length is > 0 and <= LargestFile;

    /// <summary>What was a file or folder of the repository when it was analysed may be a link that leads out of it by now.</summary>
    private bool IsInside(FileInfo file) => LinkedFiles.IsInside(_realRoot.Value, RealPath.Of(file.FullName));

    private static uint[] ReadNames(string path)
    {
        using var handle = File.OpenHandle(path);
        int length = (int)Math.Min(RandomAccess.GetLength(handle), LargestFile);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            int read = 0;
            while (read < length && RandomAccess.Read(handle, buffer.AsSpan(read, length - read), read) is > 0 and var more) read += more;
            return Scan(buffer.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Takes every run of letters, digits, underscores and bytes beyond ASCII for a name, and what of it is ASCII too, as it may
    /// stand beside a dash: more than the scanner finds, never less.
    /// </summary>
    private static uint[] Scan(ReadOnlySpan<byte> text)
    {
        var names = new HashSet<uint>();
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPart(text[i])) continue;
            uint whole = Seed, part = Seed;
            bool mixed = false;
            for (; i < text.Length && IsPart(text[i]); i++)
            {
                whole = Next(whole, text[i]);
                if (text[i] < 0x80) part = Next(part, text[i]);
                else
                {
                    if (part != Seed) names.Add(part);
                    (part, mixed) = (Seed, true);
                }
            }
            names.Add(whole);
            if (mixed && part != Seed) names.Add(part);
        }
        uint[] sorted = [.. names];
        Array.Sort(sorted);
        return sorted;
    }

    // FNV-1a: one multiplication a byte, and collisions only cost the reading of a file.
    private const uint Seed = 2166136261;

    private static uint Next(uint hash, byte b) => (hash ^ b) * 16777619;

    private static bool IsPart(byte b) => b >= 0x80 || b == '_' || char.IsAsciiLetterOrDigit((char)b);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long Size, long Time, long Seen, uint[] Names);
}
