using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CodexAura.Plugins.Context.Basic.Embeddings;

/// <summary>
/// Vectors of texts, by a hash of service, model and text: a text that was seen is never sent again. A file of records, only ever appended to:
/// hash, number of values, values. What stands after a record that is cut short is left out.
/// </summary>
internal sealed class VectorCache
{
    private const int HashSize = 16, MostValues = 16_384;
    private const long LargestFile = 512L << 20;
    private readonly string? _file;
    private readonly string _salt;
    private readonly Dictionary<UInt128, float[]> _vectors = [];
    private readonly List<(UInt128 Hash, float[] Vector)> _new = [];

    /// <summary>Opens a cache.</summary>
    /// <param name="folder">Where its file is; null to keep nothing.</param>
    /// <param name="options">The service and model, each of which has a file of its own.</param>
    public VectorCache(string? folder, EmbeddingOptions options)
    {
        _salt = options.Endpoint.AbsoluteUri + "\n" + options.Model + "\n";
        if (folder is null) return;
        _file = Path.Join(folder, "embeddings", Hash("").ToString("x32", null) + ".vectors");
        Load();
    }

    public float[]? Find(string text) => _vectors.GetValueOrDefault(Hash(text));

    public void Add(string text, float[] vector)
    {
        var hash = Hash(text);
        if (_vectors.TryAdd(hash, vector)) _new.Add((hash, vector));
    }

    /// <summary>Writes what is new. A cache that can't be written is none, and no reason to fail.</summary>
    public void Save()
    {
        if (_file is null || _new.Count == 0) return;
        using var bytes = new MemoryStream();
        Span<byte> head = stackalloc byte[HashSize + 4];
        foreach (var (hash, vector) in _new)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(head, hash);
            BinaryPrimitives.WriteInt32LittleEndian(head[HashSize..], vector.Length);
            bytes.Write(head);
            bytes.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
        _new.Clear();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            using var file = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.Read);
            if (file.Length < LargestFile) file.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
        }
    }

    private void Load()
    {
        byte[] bytes;
        try
        {
            if (!File.Exists(_file)) return;
            using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            bytes = new byte[file.Length];
            file.ReadExactly(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
        for (int at = 0; at + HashSize + 4 <= bytes.Length;)
        {
            var hash = BinaryPrimitives.ReadUInt128LittleEndian(bytes.AsSpan(at));
            int count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + HashSize));
            at += HashSize + 4;
            if (count is <= 0 or > MostValues || at + (4L * count) > bytes.Length) return;
            _vectors[hash] = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(at, 4 * count)).ToArray();
            at += 4 * count;
        }
    }

    private UInt128 Hash(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(_salt + text)));
}
