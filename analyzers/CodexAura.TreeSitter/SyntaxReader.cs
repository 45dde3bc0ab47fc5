using CodexAura.TreeSitter.Native;

namespace CodexAura.TreeSitter;

/// <summary>
/// Parses one text after another and flattens each into a table. The tree itself is never seen, so that its memory is taken back all
/// at once and used again for the next text: that costs a fifth less than <see cref="SyntaxParser"/> and <see cref="SyntaxTable.Fill"/>.
/// Make one for each thread and reuse it. Any text gives a table; what the grammar can't read is in error nodes.
/// </summary>
public sealed class SyntaxReader : IDisposable
{
    private readonly ReaderHandle _handle;
    private int _isBusy;

    /// <summary>Creates a reader for a grammar.</summary>
    public SyntaxReader(TreeSitterLanguage language)
    {
        ArgumentNullException.ThrowIfNull(language);
        Language = language;
        _handle = new ReaderHandle(language);
    }

    /// <summary>The grammar that this reader reads.</summary>
    public TreeSitterLanguage Language { get; }

    /// <summary>Parses UTF-8 text, which is read in place and not needed afterwards, and replaces a table's entries by its nodes.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="table">Gets the nodes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the text was parsed.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using this reader, or the grammar's scanner failed.</exception>
    /// <exception cref="ArgumentException">The table is for another grammar.</exception>
    /// <exception cref="ObjectDisposedException">The reader or the table is disposed.</exception>
    public unsafe void Read(ReadOnlySpan<byte> utf8, SyntaxTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.CheckLanguage(Language, nameof(table));
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            throw new InvalidOperationException("The reader is reading on another thread: make one for each thread.");
        }
        try
        {
            using var lease = new Lease(_handle, this);
            uint most;
            fixed (byte* text = utf8)
            {
                most = Parse(lease.Pointer, text, (uint)utf8.Length, cancellationToken);
            }
            if (most == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new InvalidOperationException("tree-sitter gave no tree: the grammar's scanner failed.");
            }
            try
            {
                table.TakeFrom(lease.Pointer, most);
            }
            finally
            {
                NativeMethods.codexaura_reader_clear(lease.Pointer);
            }
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private unsafe uint Parse(nint reader, byte* text, uint length, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled) return NativeMethods.codexaura_reader_parse(reader, text, length, null);
        uint* cancelled = _handle.Cancelled;
        Volatile.Write(ref *cancelled, 0);
        // Disposing the registration waits for a callback that is running, so none writes later.
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static handle => Volatile.Write(ref *((ReaderHandle)handle!).Cancelled, 1), _handle);
        return NativeMethods.codexaura_reader_parse(reader, text, length, cancelled);
    }

    /// <summary>Lets go of the memory. Tables that it filled stay valid.</summary>
    public void Dispose() => _handle.Dispose();
}
