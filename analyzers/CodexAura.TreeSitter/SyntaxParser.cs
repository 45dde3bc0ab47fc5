using CodexAura.TreeSitter.Native;

namespace CodexAura.TreeSitter;

/// <summary>
/// Parses source text. Make one for each thread and reuse it: it keeps its memory. Any input gives a tree;
/// what the grammar can't read is in error nodes.
/// </summary>
public sealed class SyntaxParser : IDisposable
{
    private readonly ParserHandle _handle;
    private int _isBusy;

    /// <summary>Creates a parser for a grammar.</summary>
    public SyntaxParser(TreeSitterLanguage language)
    {
        ArgumentNullException.ThrowIfNull(language);
        Language = language;
        _handle = new ParserHandle();
        if (!NativeMethods.ts_parser_set_language(_handle.DangerousGetHandle(), language.Pointer))
        {
            _handle.Dispose();
            throw new NotSupportedException("tree-sitter refused the grammar: its ABI version does not match.");
        }
    }

    /// <summary>The grammar that this parser reads.</summary>
    public TreeSitterLanguage Language { get; }

    /// <summary>Parses UTF-8 text, which is read in place and not needed afterwards.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before the tree was complete.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using this parser.</exception>
    public unsafe SyntaxTree Parse(ReadOnlySpan<byte> utf8, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            throw new InvalidOperationException("The parser is parsing on another thread: make one for each thread.");
        }
        try
        {
            using var lease = new Lease(_handle, this);
            nint tree;
            fixed (byte* text = utf8)
            {
                tree = cancellationToken.CanBeCanceled
                    ? ParseCancellable(lease.Pointer, text, (uint)utf8.Length, cancellationToken)
                    : NativeMethods.codexaura_parse(lease.Pointer, text, (uint)utf8.Length, null);
            }
            if (tree == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new InvalidOperationException("tree-sitter gave no tree: the grammar's scanner failed.");
            }
            return new SyntaxTree(Language, tree);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private unsafe nint ParseCancellable(nint parser, byte* text, uint length, CancellationToken cancellationToken)
    {
        uint* cancelled = _handle.Cancelled;
        Volatile.Write(ref *cancelled, 0);
        // Disposing the registration waits for a callback that is running, so none writes later.
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static handle => Volatile.Write(ref *((ParserHandle)handle!).Cancelled, 1), _handle);
        return NativeMethods.codexaura_parse(parser, text, length, cancelled);
    }

    /// <summary>Frees the parser. Trees that it made stay valid.</summary>
    public void Dispose() => _handle.Dispose();
}
