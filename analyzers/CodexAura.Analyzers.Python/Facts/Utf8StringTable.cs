using System.Numerics;
using System.Runtime.InteropServices;

namespace CodexAura.Analyzers.Python.Facts;

/// <summary>
/// Interns UTF-8 names: each distinct name gets a number, in order of first use. Open addressing over one byte buffer, because
/// every identifier of every file passes through here and a .NET string for each would cost more than parsing it.
/// </summary>
internal sealed class Utf8StringTable
{
    private int[] _buckets = new int[256];
    private uint[] _hashes = new uint[128];
    private readonly List<int> _offsets = [];
    private byte[] _bytes = new byte[4096];

    public int Count => _offsets.Count;
    public int ByteCount { get; private set; }
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, ByteCount);
    public ReadOnlySpan<int> Offsets => CollectionsMarshal.AsSpan(_offsets);

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            int start = _offsets[index], end = index + 1 < _offsets.Count ? _offsets[index + 1] : ByteCount;
            return _bytes.AsSpan(start, end - start);
        }
    }

    public void Clear()
    {
        if (_buckets.Length > 1 << 14) _buckets = new int[256];
        else Array.Clear(_buckets);
        _offsets.Clear();
        ByteCount = 0;
    }

    public int Intern(ReadOnlySpan<byte> name)
    {
        uint hash = Hash(name);
        int mask = _buckets.Length - 1;
        for (int at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            int entry = _buckets[at];
            if (entry == 0) break;
            if (_hashes[entry - 1] == hash && this[entry - 1].SequenceEqual(name)) return entry - 1;
        }
        return Add(name, hash);
    }

    private int Add(ReadOnlySpan<byte> name, uint hash)
    {
        int index = _offsets.Count;
        if (ByteCount + name.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, ByteCount + name.Length));
        name.CopyTo(_bytes.AsSpan(ByteCount));
        _offsets.Add(ByteCount);
        ByteCount += name.Length;
        if (index == _hashes.Length) Array.Resize(ref _hashes, index * 2);
        _hashes[index] = hash;
        if ((index + 1) * 2 > _buckets.Length) Grow();
        else Place(index, hash);
        return index;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 4];
        for (int i = 0; i < _offsets.Count; i++) Place(i, _hashes[i]);
    }

    private void Place(int index, uint hash)
    {
        int mask = _buckets.Length - 1, at = (int)hash & mask;
        while (_buckets[at] != 0) at = (at + 1) & mask;
        _buckets[at] = index + 1;
    }

    // Eight bytes a step, multiplied and rotated: names are short and there are no adversaries among them.
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        ulong hash = (ulong)name.Length * 0x9E3779B97F4A7C15;
        while (name.Length >= 8)
        {
            hash = BitOperations.RotateLeft(hash ^ MemoryMarshal.Read<ulong>(name), 29) * 0xBF58476D1CE4E5B9;
            name = name[8..];
        }
        ulong rest = 0;
        foreach (byte b in name) rest = rest << 8 | b;
        hash = (hash ^ rest) * 0x94D049BB133111EB;
        return (uint)(hash >> 32);
    }
}
