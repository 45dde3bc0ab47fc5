namespace CodexAura.TreeSitter;

/// <summary>What a <see cref="SyntaxEntry"/> is, apart from its symbol.</summary>
[Flags]
public enum SyntaxFlags : byte
{
    /// <summary>A token of punctuation or a keyword.</summary>
    None = 0,

    /// <summary>A rule of the grammar made the node.</summary>
    Named = 1,

    /// <summary>The parser put the node in where the text lacks it.</summary>
    Missing = 2,

    /// <summary>The node stands for text that the grammar could not read.</summary>
    Error = 4,

    /// <summary>The node is, or has below it, an error or a missing node.</summary>
    HasError = 8,

    /// <summary>The node may stand anywhere, as comments may.</summary>
    Extra = 16,
}

/// <summary>What a <see cref="SyntaxTable"/> leaves out, by symbol.</summary>
public enum SyntaxSkip : byte
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The node, if it has no children; a missing node stays, because it tells of an error.</summary>
    Leaf = 1,

    /// <summary>Everything below the node, but not the node.</summary>
    Children = 2,
}
