using System.Runtime.InteropServices;
using System.Text;

namespace CodexAura.Analyzers.Python.Facts;

/// <summary>Collects the facts of one file and writes the block that <see cref="FileUnit"/> reads. Reused from file to file.</summary>
internal sealed class FactsWriter
{
    private readonly Dictionary<(int Kind, int Value), int> _refIndex = [];
    private readonly List<RefRecord> _refs = [];
    private readonly List<byte> _textBytes = [];
    private readonly List<int> _textEnds = [];

    public List<DefRecord> Defs { get; } = [];
    public List<ParamRecord> Params { get; } = [];
    public List<ImportRecord> Imports { get; } = [];
    public List<ExportRecord> Exports { get; } = [];
    public List<int>? All { get; set; }

    /// <summary>The text of the file, where it is kept.</summary>
    public byte[] Source { get; set; } = [];
    public Utf8StringTable Strings { get; } = new();

    public void Reset()
    {
        _refIndex.Clear();
        _refs.Clear();
        _textBytes.Clear();
        _textEnds.Clear();
        Defs.Clear();
        Params.Clear();
        Imports.Clear();
        Exports.Clear();
        All = null;
        Source = [];
        Strings.Clear();
    }

    /// <summary>The slot operand of a file-level reference; the same one for the same kind and value.</summary>
    public int Ref(RefKind kind, int value)
    {
        if (!_refIndex.TryGetValue(((int)kind, value), out int index))
        {
            index = _refs.Count;
            _refs.Add(new RefRecord { Kind = (int)kind, Value = value });
            _refIndex.Add(((int)kind, value), index);
        }
        return ~index;
    }

    /// <summary>What a reference operand stands for.</summary>
    public RefRecord RefAt(int slot) => _refs[~slot];

    public int AddText(ReadOnlySpan<byte> utf8)
    {
        _textBytes.AddRange(utf8);
        _textEnds.Add(_textBytes.Count);
        return _textEnds.Count - 1;
    }

    /// <summary>A text of several parts.</summary>
    public int AddText(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        _textBytes.AddRange(first);
        _textBytes.AddRange(second);
        return AddText(third);
    }

    public int AddText(ReadOnlySpan<char> text)
    {
        int start = _textBytes.Count;
        CollectionsMarshal.SetCount(_textBytes, start + Encoding.UTF8.GetMaxByteCount(text.Length));
        CollectionsMarshal.SetCount(_textBytes, start + Encoding.UTF8.GetBytes(text, CollectionsMarshal.AsSpan(_textBytes)[start..]));
        _textEnds.Add(_textBytes.Count);
        return _textEnds.Count - 1;
    }

    public byte[] ToBlock(int slotCount, int lineCount, List<int> ops)
    {
        var strings = Strings;
        int ints = FileUnit.HeaderLength + Defs.Count * (Marshal.SizeOf<DefRecord>() / 4) + Params.Count * (Marshal.SizeOf<ParamRecord>() / 4) + Imports.Count * 7
            + _refs.Count * 2 + Exports.Count * 3 + (All?.Count ?? 0) + strings.Count + 1 + _textEnds.Count + 1 + ops.Count;
        var block = new byte[ints * 4 + strings.ByteCount + _textBytes.Count + Source.Length];
        var to = MemoryMarshal.Cast<byte, int>(block.AsSpan(0, ints * 4));
        ReadOnlySpan<int> header =
        [
            FileUnit.Magic, slotCount, Defs.Count, Params.Count, Imports.Count, _refs.Count, Exports.Count, All?.Count ?? -1,
            strings.Count, _textEnds.Count, ops.Count, lineCount, Source.Length,
        ];
        int at = 0;
        Put(to, ref at, header);
        Put(to, ref at, MemoryMarshal.Cast<DefRecord, int>(CollectionsMarshal.AsSpan(Defs)));
        Put(to, ref at, MemoryMarshal.Cast<ParamRecord, int>(CollectionsMarshal.AsSpan(Params)));
        Put(to, ref at, MemoryMarshal.Cast<ImportRecord, int>(CollectionsMarshal.AsSpan(Imports)));
        Put(to, ref at, MemoryMarshal.Cast<RefRecord, int>(CollectionsMarshal.AsSpan(_refs)));
        Put(to, ref at, MemoryMarshal.Cast<ExportRecord, int>(CollectionsMarshal.AsSpan(Exports)));
        if (All is not null) Put(to, ref at, CollectionsMarshal.AsSpan(All));
        Put(to, ref at, strings.Offsets);
        to[at++] = strings.ByteCount;
        to[at] = strings.ByteCount;
        for (int i = 0; i < _textEnds.Count; i++) to[at + 1 + i] = strings.ByteCount + _textEnds[i];
        at += _textEnds.Count + 1;
        Put(to, ref at, CollectionsMarshal.AsSpan(ops));
        strings.Bytes.CopyTo(block.AsSpan(ints * 4));
        CollectionsMarshal.AsSpan(_textBytes).CopyTo(block.AsSpan(ints * 4 + strings.ByteCount));
        Source.CopyTo(block.AsSpan(block.Length - Source.Length));
        return block;
    }

    private static void Put(Span<int> to, ref int at, ReadOnlySpan<int> from)
    {
        from.CopyTo(to[at..]);
        at += from.Length;
    }
}
