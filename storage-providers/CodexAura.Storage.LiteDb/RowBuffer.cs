using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using CodexAura.Sdk.Graph;

namespace CodexAura.Storage.LiteDb;

/// <summary>Writes what is in a document as one block of bytes: a tenth of the size and time of a field for each value.</summary>
internal sealed class RowWriter : BinaryWriter
{
    private readonly MemoryStream _bytes;

    public RowWriter() : this(new MemoryStream())
    {
    }

    private RowWriter(MemoryStream bytes) : base(bytes) => _bytes = bytes;

    /// <summary>What was written so far; the writer is then empty.</summary>
    public byte[] Take()
    {
        Flush();
        byte[] all = _bytes.ToArray();
        _bytes.SetLength(0);
        return all;
    }

    public void Number(int value) => Write7BitEncodedInt(value);

    /// <summary>UTF-8 where the text has such a form, else its UTF-16 code units, so that it comes back as it was.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Number(0);
            return;
        }
        byte[] utf8 = new byte[value.Length * 3];
        bool isUtf8 = Utf8.FromUtf16(value, utf8, out _, out int length, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done;
        var bytes = isUtf8 ? utf8.AsSpan(0, length) : MemoryMarshal.AsBytes(value.AsSpan());
        Number(isUtf8 ? 1 : 2);
        Number(bytes.Length);
        Write(bytes);
    }

    public void Diagnostics(IReadOnlyList<Diagnostic> diagnostics)
    {
        Number(diagnostics.Count);
        foreach (var one in diagnostics)
        {
            Text(one.Code);
            Write((byte)one.Severity);
            Text(one.Path);
            Number(one.Line);
            Text(one.Message);
        }
    }
}

/// <summary>Reads what <see cref="RowWriter"/> wrote. What makes no sense is an <see cref="InvalidDataException"/>.</summary>
internal sealed class RowReader(byte[] bytes) : BinaryReader(new MemoryStream(bytes, writable: false))
{
    public bool AtEnd => BaseStream.Position == BaseStream.Length;

    public int Number() => Guarded(Read7BitEncodedInt);

    public byte Byte() => Guarded(ReadByte);

    public long Long() => Guarded(ReadInt64);

    public byte[] Bytes(int count) => ReadBytes(count) is var read && read.Length == count ? read : throw new InvalidDataException("a block of bytes is too short");

    public string Text() => OptionalText() ?? throw new InvalidDataException("a text is missing");

    public string? OptionalText()
    {
        int kind = Number();
        if (kind == 0) return null;
        byte[] read = Bytes(Number());
        return kind switch
        {
            1 => Encoding.UTF8.GetString(read),
            2 => new string(MemoryMarshal.Cast<byte, char>(read)),
            _ => throw new InvalidDataException($"no text has the form {kind}"),
        };
    }

    public List<Diagnostic> Diagnostics()
    {
        var diagnostics = new List<Diagnostic>();
        for (int i = Number(); i > 0; i--)
        {
            string code = Text();
            var severity = (DiagnosticSeverity)Byte();
            diagnostics.Add(new Diagnostic(code, severity, Text(), Number(), Text()));
        }
        return diagnostics;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("a block of bytes is too short", e);
        }
    }
}
