using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Analysis;

/// <summary>
/// Hashes of the files that a graph was made of: they tell a file that changed from one that was only touched. Kept of the last analysis of
/// a repository; where they are missing, times have to do.
/// </summary>
internal sealed class FileContents
{
    private const int HeadLength = 2 * sizeof(ulong), EntryLength = sizeof(ulong) + Digest.Length;
    private readonly Dictionary<ulong, Digest> _hashes = [];
    private readonly ulong _graph;
    private readonly long _created;

    private FileContents(ulong graph, long created) => (_graph, _created) = (graph, created);

    /// <summary>The hash of a file's content.</summary>
    public static Digest Hash(ReadOnlySpan<byte> content) => Digest.Of(content);

    /// <summary>Whether this is what a graph was made of, in this state of it.</summary>
    public bool IsOf(GraphInfo info) => _graph == HashOf(info.Id) && _created == info.CreatedAt.UtcTicks;

    /// <summary>Whether a file was read with this content.</summary>
    public bool Has(string path, Digest hash) => _hashes.TryGetValue(HashOf(path), out var known) && known == hash;

    /// <summary>Notes what was read.</summary>
    /// <returns>Null where something could not be.</returns>
    public static byte[]? Of(GraphInfo info, IReadOnlyCollection<LanguageRun> runs)
    {
        byte[] bytes = new byte[HeadLength + EntryLength * runs.Sum(run => run.Extracted.Length)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, HashOf(info.Id));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(sizeof(ulong)), info.CreatedAt.UtcTicks);
        var rest = bytes.AsSpan(HeadLength);
        foreach (var run in runs)
            foreach (var file in run.Extracted)
            {
                if (file.CacheEntry is not { } entry) return null;
                BinaryPrimitives.WriteUInt64LittleEndian(rest, HashOf(entry.Facts.Path));
                Digest.Of(entry).Write(rest[sizeof(ulong)..]);
                rest = rest[EntryLength..];
            }
        return bytes;
    }

    public static FileContents? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength || (bytes.Length - HeadLength) % EntryLength != 0) return null;
        var contents = new FileContents(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[sizeof(ulong)..]));
        for (var rest = bytes[HeadLength..]; rest.Length > 0; rest = rest[EntryLength..])
            contents._hashes[BinaryPrimitives.ReadUInt64LittleEndian(rest)] = Digest.Read(rest[sizeof(ulong)..]);
        return contents;
    }

    private static ulong HashOf(string text) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text));
}
