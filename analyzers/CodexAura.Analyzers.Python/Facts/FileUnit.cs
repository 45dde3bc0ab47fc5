using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CodexAura.Analyzers.Python.Facts;

/// <summary>
/// Reads a facts block in place. Layout: the header's ints, then the sections in the order of the header, all ints, then the
/// UTF-8 bytes of strings and texts, and of small files the text itself. Strings are short names that get linked; texts are only carried along.
/// </summary>
internal sealed class FileUnit
{
    internal const int HeaderLength = 13;
    internal const int Magic = 0x4350460A;
    private readonly ReadOnlyMemory<byte> _block;
    private readonly byte[] _array;
    private readonly int _start;
    private readonly int _defs, _params, _imports, _refs, _exports, _all, _strings, _texts, _ops, _bytes;

    public FileUnit(string path, ReadOnlyMemory<byte> block)
    {
        (Path, _block) = (path, block);
        var header = MemoryMarshal.Cast<byte, int>(block.Span)[..HeaderLength];
        if (header[0] != Magic) throw new InvalidDataException($"The facts of {path} have an unknown format.");
        // What reads rows and instructions relies on this, and on the end of the last section below, and looks no further.
        if (header[1] < 0 || header[2..7].ContainsAnyExceptInRange(0, block.Length / 4) || header[8..11].ContainsAnyExceptInRange(0, block.Length / 4) || header[7] > block.Length / 4)
            throw Damaged(path);
        SlotCount = header[1];
        int at = HeaderLength;
        _defs = at; DefCount = header[2]; at += DefCount * (Marshal.SizeOf<DefRecord>() / 4);
        _params = at; ParamCount = header[3]; at += ParamCount * (Marshal.SizeOf<ParamRecord>() / 4);
        _imports = at; ImportCount = header[4]; at += ImportCount * 7;
        _refs = at; RefCount = header[5]; at += RefCount * 2;
        _exports = at; ExportCount = header[6]; at += ExportCount * 3;
        _all = at; AllCount = header[7]; at += Math.Max(AllCount, 0);
        _strings = at; StringCount = header[8]; at += StringCount + 1;
        _texts = at; TextCount = header[9]; at += TextCount + 1;
        _ops = at; OpLength = header[10]; at += OpLength;
        _bytes = at * 4;
        LineCount = header[11];
        if ((uint)header[12] > (uint)block.Length) throw Damaged(path);
        Source = block[^header[12]..];
        if (!MemoryMarshal.TryGetArray(block, out var segment)) segment = new ArraySegment<byte>(block.ToArray());
        (_array, _start) = (segment.Array!, segment.Offset);
        if (at > block.Length / 4) throw Damaged(path);
    }

    private static InvalidDataException Damaged(string path) => new($"The facts of {path} are damaged.");

    public string Path { get; }
    public int LineCount { get; }
    public int SlotCount { get; }

    /// <summary>The text of a small file, as UTF-8; empty for others.</summary>
    public ReadOnlyMemory<byte> Source { get; }
    public int DefCount { get; }
    public int ParamCount { get; }
    public int ImportCount { get; }
    public int RefCount { get; }
    public int ExportCount { get; }

    /// <summary>Number of names in __all__, or -1 when the module has none that can be read.</summary>
    public int AllCount { get; }
    public int StringCount { get; }
    public int TextCount { get; }
    public int OpLength { get; }

    /// <summary>The instructions. Read millions of times while solving, so that the span is made without asking the memory's owner.</summary>
    public ReadOnlySpan<int> Ops => OpLength == 0
        ? default
        : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, int>(ref _array[_start + _ops * 4]), OpLength);
    /// <summary>Where the instructions are, for one who reads single ones of them: Length in ints, from byte Start on.</summary>
    public (byte[] Block, int Start, int Length) OpBlock => (_array, _start + _ops * 4, OpLength);
    public ReadOnlySpan<DefRecord> Defs => Rows<DefRecord>(_defs, DefCount);
    public ReadOnlySpan<ParamRecord> Params => Rows<ParamRecord>(_params, ParamCount);
    public ReadOnlySpan<ImportRecord> Imports => Rows<ImportRecord>(_imports, ImportCount);
    public ReadOnlySpan<RefRecord> Refs => Rows<RefRecord>(_refs, RefCount);
    public ReadOnlySpan<ExportRecord> Exports => Rows<ExportRecord>(_exports, ExportCount);

    /// <summary>The function, or the module's own code (0), whose own instructions one is among.</summary>
    public int FunctionAround(int op)
    {
        var defs = Defs;
        for (int d = 1; d < defs.Length; d++)
            if (defs[d].Kind != (int)DefKind.Class && op >= defs[d].OpStart && op < defs[d].OpEnd) return d;
        return 0;
    }

    /// <summary>Rows as they are written, for comparing.</summary>
    public ReadOnlySpan<byte> ParamBytes => MemoryMarshal.AsBytes(Params);
    public ReadOnlySpan<byte> RefBytes => MemoryMarshal.AsBytes(Refs);
    public ReadOnlySpan<byte> ExportBytes => MemoryMarshal.AsBytes(Exports);

    /// <summary>A row as it is written.</summary>
    public static ReadOnlySpan<byte> BytesOf<T>(ref T row) where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref row));

    public ReadOnlySpan<int> All => Ints.Slice(_all, Math.Max(AllCount, 0));

    private ReadOnlySpan<int> Ints => MemoryMarshal.Cast<byte, int>(_block.Span[..(_block.Length & ~3)]);

    /// <summary>The bytes of a file string.</summary>
    public ReadOnlySpan<byte> String(int index) => Bytes(_strings, index);

    /// <summary>A text, decoded.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(Bytes(_texts, index));

    /// <summary>A text, as it is written.</summary>
    public ReadOnlySpan<byte> TextBytes(int index) => Bytes(_texts, index);

    private ReadOnlySpan<byte> Bytes(int table, int index)
    {
        var ints = Ints;
        int start = ints[table + index], end = ints[table + index + 1];
        return _block.Span.Slice(_bytes + start, end - start);
    }

    private ReadOnlySpan<T> Rows<T>(int at, int count) where T : unmanaged =>
        count == 0 ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref _array[_start + at * 4]), count);
}
