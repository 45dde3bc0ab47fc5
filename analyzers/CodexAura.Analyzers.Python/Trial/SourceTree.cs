using System.Text;
using CodexAura.Analyzers.Python.Extract;
using CodexAura.TreeSitter;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>The syntax of one small file, kept while it is run.</summary>
internal sealed class SourceTree
{
    private static readonly PythonGrammar G = PythonGrammar.Instance;
    private readonly byte[] _source;
    private readonly SyntaxEntry[] _entries;
    private readonly LineIndex _lines = new();
    private readonly Dictionary<int, Node[]> _named = [];
    private readonly Dictionary<int, string> _texts = [];

    public SourceTree(byte[] source, ReadOnlySpan<SyntaxEntry> entries)
    {
        (_source, _entries) = (source, entries.ToArray());
        _lines.Reset(source);
    }

    /// <summary>Part of the interpreter: it has no place in the program.</summary>
    public bool IsLibrary { get; init; }

    public Node Root => new(this, 0);

    public bool HasError => _entries.Length == 0 || _entries[0].HasError;

    public ref readonly SyntaxEntry this[int index] => ref _entries[index];

    public PyKind Kind(int index) => G.Kind(_entries[index].Symbol);

    public int Line(int index) => _lines.LineOf(_entries[index].Start);

    public string Text(int index)
    {
        if (!_texts.TryGetValue(index, out var text))
            _texts.Add(index, text = Encoding.UTF8.GetString(_source, _entries[index].Start, _entries[index].End - _entries[index].Start));
        return text;
    }

    public ReadOnlySpan<byte> Bytes(int start, int end) => _source.AsSpan(start, end - start);

    public Node[] Named(int index)
    {
        if (_named.TryGetValue(index, out var known)) return known;
        var found = new List<Node>();
        for (int c = index + 1; c < _entries[index].Next; c = _entries[c].Next)
            if (_entries[c].IsNamed && Kind(c) != PyKind.Comment) found.Add(new Node(this, c));
        return _named[index] = [.. found];
    }
}

/// <summary>A node of a file's syntax.</summary>
/// <param name="Tree">The file's syntax; null in the node that stands for none.</param>
/// <param name="Index">Its place there.</param>
internal readonly record struct Node(SourceTree Tree, int Index)
{
    public bool Exists => Tree is not null;

    public PyKind Kind => Tree.Kind(Index);

    public string Text => Tree.Text(Index);

    public int Line => Tree.Line(Index);

    public byte Field => Tree[Index].Field;

    public int Start => Tree[Index].Start;

    public int End => Tree[Index].End;

    /// <summary>The children that are no tokens and no comments.</summary>
    public Node[] Named => Tree.Named(Index);

    /// <summary>The first of them, or none.</summary>
    public Node First => Named is [var first, ..] ? first : default;

    /// <summary>The first child in a field, or none.</summary>
    public Node this[byte field]
    {
        get
        {
            for (int c = Index + 1; c < Tree[Index].Next; c = Tree[c].Next)
                if (Tree[c].Field == field) return new Node(Tree, c);
            return default;
        }
    }

    /// <summary>All children, tokens too.</summary>
    public IEnumerable<Node> Children
    {
        get
        {
            for (int c = Index + 1; c < Tree[Index].Next; c = Tree[c].Next) yield return new Node(Tree, c);
        }
    }

    /// <summary>All nodes below, in order of the text.</summary>
    public IEnumerable<Node> Below
    {
        get
        {
            for (int i = Index + 1; i < Tree[Index].Next; i++) yield return new Node(Tree, i);
        }
    }

    /// <summary>Whether a token stands directly below.</summary>
    public bool Has(PyKind token)
    {
        foreach (var child in Children)
            if (child.Kind == token) return true;
        return false;
    }
}
