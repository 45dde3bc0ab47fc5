using CodexAura.TreeSitter.Native;

namespace CodexAura.TreeSitter;

/// <summary>
/// A node of a <see cref="SyntaxTree"/>. Reading it costs no allocation; after the tree is disposed,
/// every member that asks the tree throws <see cref="ObjectDisposedException"/>.
/// </summary>
public readonly struct SyntaxNode : IEquatable<SyntaxNode>
{
    private readonly SyntaxTree? _tree;
    private readonly TSNode _node;

    internal SyntaxNode(SyntaxTree tree, TSNode node)
    {
        _tree = tree;
        _node = node;
    }

    /// <summary>The tree that the node is in.</summary>
    public SyntaxTree Tree => _tree ?? throw new InvalidOperationException("This is default(SyntaxNode), a node of no tree.");

    /// <summary>The symbol, as <see cref="TreeSitterLanguage"/> numbers them.</summary>
    public ushort Symbol { get { using Lease _ = Hold(); return NativeMethods.ts_node_symbol(_node); } }

    /// <summary>The name of the symbol.</summary>
    public string Kind => Tree.Language.SymbolName(Symbol);

    /// <summary>The first byte.</summary>
    public uint StartByte => _node.StartByte;

    /// <summary>The byte after the last.</summary>
    public uint EndByte { get { using Lease _ = Hold(); return NativeMethods.ts_node_end_byte(_node); } }

    /// <summary>The line of the first byte, from 0.</summary>
    public uint StartRow => _node.StartRow;

    /// <summary>The first byte's place in its line, in bytes from 0.</summary>
    public uint StartColumn => _node.StartColumn;

    /// <summary>The line of the end, from 0.</summary>
    public uint EndRow { get { using Lease _ = Hold(); return NativeMethods.ts_node_end_point(_node).Row; } }

    /// <summary>The end's place in its line, in bytes from 0.</summary>
    public uint EndColumn { get { using Lease _ = Hold(); return NativeMethods.ts_node_end_point(_node).Column; } }

    /// <summary>How many children there are, punctuation included.</summary>
    public uint ChildCount { get { using Lease _ = Hold(); return NativeMethods.ts_node_child_count(_node); } }

    /// <summary>How many named children there are.</summary>
    public uint NamedChildCount { get { using Lease _ = Hold(); return NativeMethods.ts_node_named_child_count(_node); } }

    /// <summary>Whether a rule of the grammar made the node, unlike punctuation and keywords.</summary>
    public bool IsNamed { get { using Lease _ = Hold(); return NativeMethods.ts_node_is_named(_node); } }

    /// <summary>Whether the parser put the node in where the text lacks it.</summary>
    public bool IsMissing { get { using Lease _ = Hold(); return NativeMethods.ts_node_is_missing(_node); } }

    /// <summary>Whether the node stands for text that the grammar could not read.</summary>
    public bool IsError => Symbol == TreeSitterLanguage.ErrorSymbol;

    /// <summary>Whether the node is, or has below it, an error or a missing node.</summary>
    public bool HasError { get { using Lease _ = Hold(); return NativeMethods.ts_node_has_error(_node); } }

    /// <summary>Whether the node may stand anywhere, as comments may.</summary>
    public bool IsExtra { get { using Lease _ = Hold(); return NativeMethods.ts_node_is_extra(_node); } }

    /// <summary>The node around this one, or <see langword="null"/> for the root. Searches from the root.</summary>
    public SyntaxNode? Parent { get { using Lease _ = Hold(); return Wrap(NativeMethods.ts_node_parent(_node)); } }

    /// <summary>A child by its place. Searches from the first; to see all of them, use a cursor.</summary>
    public SyntaxNode Child(uint index)
    {
        using Lease _ = Hold();
        return Wrap(NativeMethods.ts_node_child(_node, index)) ?? throw new ArgumentOutOfRangeException(nameof(index));
    }

    /// <summary>A named child by its place among the named children.</summary>
    public SyntaxNode NamedChild(uint index)
    {
        using Lease _ = Hold();
        return Wrap(NativeMethods.ts_node_named_child(_node, index)) ?? throw new ArgumentOutOfRangeException(nameof(index));
    }

    /// <summary>The first child in a field, or <see langword="null"/>.</summary>
    public SyntaxNode? ChildByField(ushort fieldId)
    {
        using Lease _ = Hold();
        return Wrap(NativeMethods.ts_node_child_by_field_id(_node, fieldId));
    }

    /// <inheritdoc/>
    public bool Equals(SyntaxNode other) => _tree == other._tree && _node.Id == other._node.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SyntaxNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _node.Id.GetHashCode();

    /// <summary>Whether both are the same node of the same tree.</summary>
    public static bool operator ==(SyntaxNode left, SyntaxNode right) => left.Equals(right);

    /// <summary>Whether they are different nodes.</summary>
    public static bool operator !=(SyntaxNode left, SyntaxNode right) => !left.Equals(right);

    private Lease Hold() => new(Tree.Handle, Tree);

    private SyntaxNode? Wrap(TSNode node) => node.IsNull ? null : new SyntaxNode(Tree, node);
}
