using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using SQLitePCL;

namespace CodexAura.Storage.Sqlite.Access;

/// <summary>A prepared statement: parameters count from 1, columns from 0, as in SQLite.</summary>
/// <remarks>
/// Text is UTF-8. .NET strings can hold halves of surrogate pairs, which UTF-8 has no form for; such a string is kept as a blob
/// of its UTF-16 code units (little-endian), so that it comes back as it was. The type of the value tells which of the two it is.
/// </remarks>
internal sealed class Statement : IDisposable
{
    private readonly Connection _connection;
    private readonly sqlite3_stmt _handle;
    private byte[] _utf8 = new byte[256];

    internal Statement(Connection connection, sqlite3_stmt handle) => (_connection, _handle) = (connection, handle);

    public Statement Bind(int parameter, long value)
    {
        _connection.Check(raw.sqlite3_bind_int64(_handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            _connection.Check(raw.sqlite3_bind_null(_handle, parameter));
            return this;
        }
        // Three bytes for a code unit are the most that UTF-8 needs.
        if (_utf8.Length < value.Length * 3L) _utf8 = new byte[Math.Min(value.Length * 4L, Array.MaxLength)];
        var status = Utf8.FromUtf16(value, _utf8, out _, out int written, replaceInvalidSequences: false);
        _connection.Check(status == System.Buffers.OperationStatus.Done
            ? raw.sqlite3_bind_text(_handle, parameter, _utf8.AsSpan(0, written))
            : raw.sqlite3_bind_blob(_handle, parameter, MemoryMarshal.AsBytes(value.AsSpan())));
        return this;
    }

    /// <summary>Binds text that is in UTF-8 already.</summary>
    public Statement BindText(int parameter, ReadOnlySpan<byte> utf8)
    {
        _connection.Check(raw.sqlite3_bind_text(_handle, parameter, utf8));
        return this;
    }

    public Statement BindBlob(int parameter, ReadOnlySpan<byte> value)
    {
        _connection.Check(raw.sqlite3_bind_blob(_handle, parameter, value));
        return this;
    }

    public Statement BindNull(int parameter)
    {
        _connection.Check(raw.sqlite3_bind_null(_handle, parameter));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last one; the statement may then be bound and run anew.</returns>
    public bool Step()
    {
        int result = raw.sqlite3_step(_handle);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) _connection.Check(result);
        raw.sqlite3_reset(_handle);
        return false;
    }

    public long Int64(int column) => raw.sqlite3_column_int64(_handle, column);

    /// <exception cref="InvalidDataException">The number has more than 32 bits.</exception>
    public int Int32(int column)
    {
        long value = Int64(column);
        return (int)value == value ? (int)value : throw new InvalidDataException($"{value} is no 32-bit number.");
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    /// <summary>The column's bytes; gone with the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_handle, column);

    public string Text(int column) => OptionalText(column) ?? throw new InvalidDataException($"Column {column} has no text.");

    public string? OptionalText(int column)
    {
        int type = raw.sqlite3_column_type(_handle, column);
        if (type == raw.SQLITE_NULL) return null;
        var bytes = raw.sqlite3_column_blob(_handle, column);
        if (type != raw.SQLITE_BLOB) return Encoding.UTF8.GetString(bytes);
        var units = new char[bytes.Length / 2];
        bytes[..(units.Length * 2)].CopyTo(MemoryMarshal.AsBytes(units.AsSpan()));
        return new string(units);
    }

    public void Dispose() => _handle.Dispose();
}
