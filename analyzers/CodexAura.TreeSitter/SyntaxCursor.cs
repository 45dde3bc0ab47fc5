using CodexAura.TreeSitter.Native;

namespace CodexAura.TreeSitter;

/// <summary>Walks a tree step by step, and knows each node's field. For one thread.</summary>
public sealed unsafe class SyntaxCursor : IDisposable
{
    private readonly SyntaxTree _tree;
    private readonly CursorHandle _handle;

    internal SyntaxCursor(SyntaxTree tree)
    {
        ObjectDisposedException.ThrowIf(tree.Handle.IsClosed, tree);
        _tree = tree;
        _handle = new CursorHandle(tree.Handle);
    }

    /// <summary>The node that the cursor is on.</summary>
    public SyntaxNode Current
    {
        get
        {
            using var lease = new Lease(_handle, this);
            return new SyntaxNode(_tree, NativeMethods.ts_tree_cursor_current_node(Cursor(lease)));
        }
    }

    /// <summary>The symbol of the node that the cursor is on.</summary>
    public ushort CurrentSymbol
    {
        get
        {
            using var lease = new Lease(_handle, this);
            return NativeMethods.ts_node_symbol(NativeMethods.ts_tree_cursor_current_node(Cursor(lease)));
        }
    }

    /// <summary>The field that the current node has in its parent, or 0.</summary>
    public ushort FieldId
    {
        get
        {
            using var lease = new Lease(_handle, this);
            return NativeMethods.ts_tree_cursor_current_field_id(Cursor(lease));
        }
    }

    /// <summary>Moves to the first child; stays and returns <see langword="false"/> if there is none.</summary>
    public bool GotoFirstChild()
    {
        using var lease = new Lease(_handle, this);
        return NativeMethods.ts_tree_cursor_goto_first_child(Cursor(lease));
    }

    /// <summary>Moves to the next sibling; stays and returns <see langword="false"/> if there is none.</summary>
    public bool GotoNextSibling()
    {
        using var lease = new Lease(_handle, this);
        return NativeMethods.ts_tree_cursor_goto_next_sibling(Cursor(lease));
    }

    /// <summary>Moves to the parent; stays and returns <see langword="false"/> on the root.</summary>
    public bool GotoParent()
    {
        using var lease = new Lease(_handle, this);
        return NativeMethods.ts_tree_cursor_goto_parent(Cursor(lease));
    }

    /// <summary>Frees the cursor.</summary>
    public void Dispose() => _handle.Dispose();

    private static TSTreeCursor* Cursor(Lease lease) => (TSTreeCursor*)lease.Pointer;
}
