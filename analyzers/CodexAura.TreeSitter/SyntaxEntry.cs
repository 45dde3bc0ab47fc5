using System.Runtime.InteropServices;

namespace CodexAura.TreeSitter;

/// <summary>
/// A node in a <see cref="SyntaxTable"/>. The children of the entry at <c>i</c> are
/// <c>for (c = i + 1; c &lt; entries[i].Next; c = entries[c].Next)</c>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct SyntaxEntry
{
    /// <summary>The first byte.</summary>
    public readonly int Start;

    /// <summary>The byte after the last.</summary>
    public readonly int End;

    /// <summary>The index of the first entry that is not below this one.</summary>
    public readonly int Next;

    /// <summary>The symbol, as <see cref="TreeSitterLanguage"/> numbers them.</summary>
    public readonly ushort Symbol;

    /// <summary>The field that the node has in its parent, or 0.</summary>
    public readonly byte Field;

    /// <summary>What the node is, apart from its symbol.</summary>
    public readonly SyntaxFlags Flags;

    /// <summary>Whether a rule of the grammar made the node, unlike punctuation and keywords.</summary>
    public bool IsNamed => (Flags & SyntaxFlags.Named) != 0;

    /// <summary>Whether the parser put the node in where the text lacks it.</summary>
    public bool IsMissing => (Flags & SyntaxFlags.Missing) != 0;

    /// <summary>Whether the node stands for text that the grammar could not read.</summary>
    public bool IsError => (Flags & SyntaxFlags.Error) != 0;

    /// <summary>Whether the node is, or has below it, an error or a missing node.</summary>
    public bool HasError => (Flags & SyntaxFlags.HasError) != 0;

    /// <summary>Whether the node may stand anywhere, as comments may.</summary>
    public bool IsExtra => (Flags & SyntaxFlags.Extra) != 0;
}
