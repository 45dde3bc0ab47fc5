using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Graphs;

/// <summary>What was typed to find a symbol, taken apart once.</summary>
internal sealed class SymbolText
{
    private readonly string[] _words;
    private readonly int _segments;

    public SymbolText(string text)
    {
        // 'Cart.add()', 'src/cart.py::Cart.add' and 'src/cart.py:Cart.add' are ways in which people write it.
        Whole = text.Trim().Replace('\\', '/');
        if (Whole.EndsWith("()", StringComparison.Ordinal)) Whole = Whole[..^2];
        if (Whole.StartsWith("./", StringComparison.Ordinal)) Whole = Whole[2..];
        int colon = Whole.LastIndexOf(':');
        (Path, Name) = colon > 0 && colon + 1 < Whole.Length ? (Whole[..Whole.IndexOf(':', StringComparison.Ordinal)], Whole[(colon + 1)..]) : (null, Whole);
        _segments = Name.Count(c => c == '.') + 1;
        _words = IdentifierWords.Split(Name);
    }

    public string Whole { get; }

    /// <summary>The path before the name, where both were given.</summary>
    public string? Path { get; }

    public string Name { get; }

    /// <summary>How well a node fits, or null when it doesn't.</summary>
    public SymbolFit? Fit(GraphNode node)
    {
        if (Path is not null && !EndsWith(node.Path, Path, '/', StringComparison.OrdinalIgnoreCase)) return null;
        string qualified = node.QualifiedName;
        if (qualified == Name || node.Id == Whole) return SymbolFit.Exact;
        if (node.Type == NodeType.File)
        {
            if (EndsWith(qualified, Name, '/', StringComparison.Ordinal) || EndsWith(Module(qualified), Name, '.', StringComparison.Ordinal)) return SymbolFit.Qualified;
        }
        else if (_segments > 1)
        {
            if (EndsWith(qualified, Name, '.', StringComparison.Ordinal) || EndsWithModule(node, StringComparison.Ordinal)) return SymbolFit.Qualified;
        }
        else if (node.Name == Name) return SymbolFit.Name;
        if (EndsWith(qualified, Name, '.', StringComparison.OrdinalIgnoreCase) || EndsWithModule(node, StringComparison.OrdinalIgnoreCase)) return SymbolFit.IgnoringCase;
        string name = Comparable(node);
        if (BeginWords(IdentifierWords.Split(name))) return SymbolFit.Words;
        return name.Contains(Name, StringComparison.OrdinalIgnoreCase) ? SymbolFit.Contains : null;
    }

    /// <summary>As much of a node's name as the text has: its own name, or the end of its qualified name.</summary>
    public string Comparable(GraphNode node)
    {
        if (node.Type == NodeType.File) return Name.Contains('/') ? node.Path : node.Name;
        if (_segments == 1) return node.Name;
        string qualified = node.QualifiedName;
        int at = qualified.Length;
        for (int i = 0; i < _segments && at >= 0; i++) at = at == 0 ? -1 : qualified.LastIndexOf('.', at - 1);
        return qualified[(at + 1)..];
    }

    private bool BeginWords(string[] words)
    {
        if (_words.Length == 0) return false;
        int at = 0;
        foreach (string word in words)
            if (at < _words.Length && word.StartsWith(_words[at], StringComparison.Ordinal)) at++;
        return at == _words.Length;
    }

    private bool EndsWithModule(GraphNode node, StringComparison comparison) =>
        node.Type != NodeType.File && Name.Contains('.') && EndsWith(Module(node.Path) + "." + node.QualifiedName, Name, '.', comparison);

    /// <summary>The dotted name of a module: its path without the ending, and without the file that stands for its folder.</summary>
    private static string Module(string path)
    {
        int dot = path.LastIndexOf('.');
        string module = (dot > path.LastIndexOf('/') ? path[..dot] : path).Replace('/', '.');
        return module.EndsWith(".__init__", StringComparison.Ordinal) ? module[..^".__init__".Length] : module;
    }

    private static bool EndsWith(string text, string end, char separator, StringComparison comparison) =>
        text.EndsWith(end, comparison) && (text.Length == end.Length || text[text.Length - end.Length - 1] == separator);
}
