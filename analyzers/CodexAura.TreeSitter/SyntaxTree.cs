using CodexAura.TreeSitter.Native;

namespace CodexAura.TreeSitter;

/// <summary>
/// The syntax of one text. Immutable; threads may read it together. Positions are bytes of the UTF-8 text,
/// which the tree does not keep.
/// </summary>
public sealed class SyntaxTree : IDisposable
{
    internal SyntaxTree(TreeSitterLanguage language, nint tree)
    {
        Language = language;
        Handle = new TreeHandle(tree);
    }

    /// <summary>The grammar that the tree was parsed with.</summary>
    public TreeSitterLanguage Language { get; }

    internal TreeHandle Handle { get; }

    /// <summary>The node that spans the text.</summary>
    /// <exception cref="ObjectDisposedException">The tree is disposed.</exception>
    public SyntaxNode Root
    {
        get
        {
            using var lease = new Lease(Handle, this);
            return new SyntaxNode(this, NativeMethods.ts_tree_root_node(lease.Pointer));
        }
    }

    /// <summary>A cursor on the root. To read a whole tree, <see cref="SyntaxTable"/> is many times faster.</summary>
    /// <exception cref="ObjectDisposedException">The tree is disposed.</exception>
    public SyntaxCursor Walk() => new(this);

    /// <summary>Frees the tree. Its nodes throw from then on; its cursors stay valid until they are disposed.</summary>
    public void Dispose() => Handle.Dispose();
}
