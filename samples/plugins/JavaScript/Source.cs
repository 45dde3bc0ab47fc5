using System.Text;
using CodexAura.TreeSitter;

namespace Sample.JavaScript;

/// <summary>One parsed text: its entries in preorder, with the names, fields and lines that are asked for.</summary>
internal readonly ref struct Source(ReadOnlySpan<byte> text, ReadOnlySpan<SyntaxEntry> entries, int[] lineStarts)
{
    public static TreeSitterLanguage Grammar { get; } = TreeSitterLanguage.Load("tree-sitter-javascript", "tree_sitter_javascript");

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly ReadOnlySpan<SyntaxEntry> _entries = entries;
    private readonly int[] _lineStarts = lineStarts;

    public int Next(int entry) => _entries[entry].Next;

    public string Kind(int entry) => Grammar.SymbolName(_entries[entry].Symbol);

    public bool IsNamed(int entry) => _entries[entry].IsNamed;

    public string Text(int entry) => Encoding.UTF8.GetString(_text[_entries[entry].Start.._entries[entry].End]);

    public int Line(int entry) => LineOf(_entries[entry].Start);

    /// <summary>The line of the last byte.</summary>
    public int EndLine(int entry) => LineOf(Math.Max(_entries[entry].Start, _entries[entry].End - 1));

    /// <summary>The child in a field, or -1.</summary>
    public int Field(int entry, string field)
    {
        byte id = Grammar.FieldId(field);
        for (int c = entry + 1; c < _entries[entry].Next; c = _entries[c].Next)
            if (_entries[c].Field == id) return c;
        return -1;
    }

    /// <summary>The first child of a kind, or -1.</summary>
    public int Child(int entry, string kind)
    {
        for (int c = entry + 1; c < _entries[entry].Next; c = _entries[c].Next)
            if (Kind(c) == kind) return c;
        return -1;
    }

    /// <summary>The value of a string literal, as written between its quotes.</summary>
    public string Unquoted(int entry) => Text(entry).Trim('\'', '"', '`');

    private int LineOf(int offset)
    {
        int at = Array.BinarySearch(_lineStarts, offset);
        return at >= 0 ? at + 1 : ~at;
    }
}
