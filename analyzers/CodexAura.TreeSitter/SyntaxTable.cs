using System.Runtime.InteropServices;
using CodexAura.TreeSitter.Native;

namespace CodexAura.TreeSitter;

/// <summary>
/// A whole tree as an array in preorder, filled by one native call, so that reading it costs no call for a node.
/// Make one for each thread and reuse it: it keeps its memory. Entries already read stay safe to read after the
/// next <see cref="Fill"/> or <see cref="Dispose"/>, but may then belong to another tree.
/// </summary>
public sealed class SyntaxTable : IDisposable
{
    // Past this many entries (16 MiB), a table that one huge file grew is not kept for the small ones after it.
    private const int LargeTable = 1 << 20;
    private const uint TooSmall = uint.MaxValue;
    private const uint NoMemory = uint.MaxValue - 1;

    private readonly TreeSitterLanguage _language;
    private readonly byte[] _skip;
    private SyntaxEntry[]? _entries = [];
    private int _count;

    /// <summary>Creates an empty table.</summary>
    /// <param name="language">The grammar of the trees to come.</param>
    /// <param name="skipTable">A <see cref="SyntaxSkip"/> for each symbol; symbols past its end are kept. Copied.</param>
    public SyntaxTable(TreeSitterLanguage language, ReadOnlySpan<SyntaxSkip> skipTable = default)
    {
        ArgumentNullException.ThrowIfNull(language);
        _language = language;
        _skip = MemoryMarshal.AsBytes(skipTable).ToArray();
    }

    /// <summary>The nodes of the tree last filled in, the root first.</summary>
    /// <exception cref="ObjectDisposedException">The table is disposed.</exception>
    public ReadOnlySpan<SyntaxEntry> Entries
    {
        get
        {
            SyntaxEntry[]? entries = _entries;
            ObjectDisposedException.ThrowIf(entries is null, this);
            return entries.AsSpan(0, _count);
        }
    }

    /// <summary>Replaces the entries by those of a tree.</summary>
    /// <exception cref="ObjectDisposedException">The table or the tree is disposed.</exception>
    /// <exception cref="ArgumentException">The tree is of another grammar.</exception>
    public unsafe void Fill(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        SyntaxEntry[]? entries = _entries;
        ObjectDisposedException.ThrowIf(entries is null, this);
        CheckLanguage(tree.Language, nameof(tree));

        using var lease = new Lease(tree.Handle, tree);
        _count = 0;
        entries = Sized(entries, NativeMethods.codexaura_syntax_table_size(lease.Pointer));
        fixed (SyntaxEntry* first = entries)
        fixed (byte* skip = _skip)
        {
            Take(entries, NativeMethods.codexaura_syntax_table_fill(lease.Pointer, skip, (uint)_skip.Length, first, (uint)entries.Length));
        }
    }

    internal void CheckLanguage(TreeSitterLanguage language, string parameter)
    {
        if (language != _language)
        {
            throw new ArgumentException("The tree is of another grammar than the table was made for.", parameter);
        }
    }

    /// <summary>Replaces the entries by those of the text that a reader parsed last.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="most">At least as many entries as there are.</param>
    internal unsafe void TakeFrom(nint reader, uint most)
    {
        SyntaxEntry[]? entries = _entries;
        ObjectDisposedException.ThrowIf(entries is null, this);
        _count = 0;
        entries = Sized(entries, most);
        fixed (SyntaxEntry* first = entries)
        fixed (byte* skip = _skip)
        {
            Take(entries, NativeMethods.codexaura_reader_fill(reader, skip, (uint)_skip.Length, first, (uint)entries.Length));
        }
    }

    private void Take(SyntaxEntry[] entries, uint count)
    {
        if (count >= NoMemory)
        {
            throw count == TooSmall
                ? new InvalidOperationException("tree-sitter reported fewer nodes than the tree has.")
                : new OutOfMemoryException("There is not enough memory to walk a tree this deep.");
        }
        _entries = entries;
        _count = (int)count;
    }

    private static SyntaxEntry[] Sized(SyntaxEntry[] entries, uint needed)
    {
        bool isTooLarge = entries.Length > LargeTable && needed < entries.Length / 8;
        return entries.Length >= needed && !isTooLarge
            ? entries
            : GC.AllocateUninitializedArray<SyntaxEntry>(checked((int)Math.Max(needed + needed / 8, 1024)));
    }

    /// <summary>Lets go of the memory.</summary>
    public void Dispose()
    {
        _entries = null;
        _count = 0;
    }
}
