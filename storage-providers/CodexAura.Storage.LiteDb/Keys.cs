using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LiteDB;

namespace CodexAura.Storage.LiteDb;

/// <summary>
/// The keys of documents. All of a graph is in one collection, since LiteDB reads one state of a collection, but not of two:
/// numbers are chunks of bodies; blocks of bytes are descriptions and, longer, files. A path can be longer than a key, so it is hashed.
/// </summary>
internal static class Keys
{
    private const int HashBytes = 16;
    private static readonly byte[] Largest = [.. Enumerable.Repeat((byte)0xff, HashBytes)];

    /// <summary>Of the description of a graph.</summary>
    public static BsonValue Graph(string id) => new([(byte)'g', .. Hash(id)]);

    /// <summary>Of all descriptions.</summary>
    public static (BsonValue First, BsonValue Last) Graphs => (new BsonValue([(byte)'g', .. new byte[HashBytes]]), new BsonValue([(byte)'g', .. Largest]));

    /// <summary>Of a chunk of a body.</summary>
    public static BsonValue Chunk(int graph, int chunk) => new((long)graph << 32 | (uint)chunk);

    /// <summary>Of a file of a graph.</summary>
    public static BsonValue File(int graph, string path) => new([.. FilePrefix(graph), .. Hash(path)]);

    /// <summary>Of all files of a graph.</summary>
    public static (BsonValue First, BsonValue Last) Files(int graph) =>
        (new BsonValue([.. FilePrefix(graph), .. new byte[HashBytes]]), new BsonValue([.. FilePrefix(graph), .. Largest]));

    /// <summary>Of the facts of one file, or with an empty path of the set's description.</summary>
    public static BsonValue Fact(string repository, string language, string path) => new([.. Hash(repository), .. Hash(language), .. Hash(path)]);

    /// <summary>Of all facts of a repository and a language, or of all languages.</summary>
    public static (BsonValue First, BsonValue Last) Facts(string repository, string? language)
    {
        byte[] prefix = [.. Hash(repository), .. language is null ? [] : Hash(language)];
        byte[] rest = new byte[3 * HashBytes - prefix.Length];
        return (new BsonValue([.. prefix, .. rest]), new BsonValue([.. prefix, .. Enumerable.Repeat((byte)0xff, rest.Length)]));
    }

    private static byte[] FilePrefix(int graph)
    {
        byte[] prefix = [(byte)'h', 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(prefix.AsSpan(1), graph);
        return prefix;
    }

    /// <summary>Of UTF-16, in which every string has a form of its own.</summary>
    private static byte[] Hash(string text) => SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()))[..HashBytes];
}
