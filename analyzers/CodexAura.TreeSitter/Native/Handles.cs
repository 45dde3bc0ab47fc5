using System.Runtime.InteropServices;

namespace CodexAura.TreeSitter.Native;

internal sealed class TreeHandle : SafeHandle
{
    public TreeHandle(nint tree) : base(0, ownsHandle: true) => SetHandle(tree);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.ts_tree_delete(handle);
        return true;
    }
}

/// <summary>Owns a parser and the cell that stops it.</summary>
internal sealed unsafe class ParserHandle : SafeHandle
{
    public ParserHandle() : base(0, ownsHandle: true)
    {
        Cancelled = (uint*)NativeMemory.AllocZeroed(sizeof(uint));
        SetHandle(NativeMethods.ts_parser_new());
    }

    public uint* Cancelled { get; }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.ts_parser_delete(handle);
        NativeMemory.Free(Cancelled);
        return true;
    }
}

/// <summary>Owns a reader and the cell that stops it.</summary>
internal sealed unsafe class ReaderHandle : SafeHandle
{
    /// <exception cref="OutOfMemoryException">There is no memory for it.</exception>
    public ReaderHandle(TreeSitterLanguage language) : base(0, ownsHandle: true)
    {
        Cancelled = (uint*)NativeMemory.AllocZeroed(sizeof(uint));
        SetHandle(NativeMethods.codexaura_reader_new(language.Pointer));
        if (IsInvalid)
        {
            NativeMemory.Free(Cancelled);
            throw new OutOfMemoryException("There is not enough memory to parse.");
        }
    }

    public uint* Cancelled { get; }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.codexaura_reader_delete(handle);
        NativeMemory.Free(Cancelled);
        return true;
    }
}

/// <summary>Owns a cursor at a fixed address, and keeps its tree alive.</summary>
internal sealed unsafe class CursorHandle : SafeHandle
{
    private readonly TreeHandle _tree;
    private bool _holdsTree;

    public CursorHandle(TreeHandle tree) : base(0, ownsHandle: true)
    {
        _tree = tree;
        tree.DangerousAddRef(ref _holdsTree);
        var cursor = (TSTreeCursor*)NativeMemory.Alloc((nuint)sizeof(TSTreeCursor));
        *cursor = NativeMethods.ts_tree_cursor_new(NativeMethods.ts_tree_root_node(tree.DangerousGetHandle()));
        SetHandle((nint)cursor);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.ts_tree_cursor_delete((TSTreeCursor*)handle);
        NativeMemory.Free((void*)handle);
        if (_holdsTree)
        {
            _tree.DangerousRelease();
        }
        return true;
    }
}

/// <summary>Keeps a handle open for the length of a scope; throws if it is closed already.</summary>
internal readonly ref struct Lease
{
    private readonly SafeHandle _handle;

    public Lease(SafeHandle handle, object owner)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, owner);
        bool added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
    }

    public nint Pointer => _handle.DangerousGetHandle();

    public void Dispose() => _handle.DangerousRelease();
}
