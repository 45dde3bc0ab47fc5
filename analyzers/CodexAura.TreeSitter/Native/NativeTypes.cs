using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace CodexAura.TreeSitter.Native;

[StructLayout(LayoutKind.Sequential)]
internal struct TSPoint
{
    public uint Row;
    public uint Column;
}

// The first two words of the context and the id are read directly; the rest belongs to tree-sitter.
[StructLayout(LayoutKind.Sequential)]
internal struct TSNode
{
    public uint StartByte;
    public uint StartRow;
    public uint StartColumn;
    public uint Alias;
    public nint Id;
    public nint Tree;

    public readonly bool IsNull => Id == 0;
}

[StructLayout(LayoutKind.Sequential)]
internal struct TSTreeCursor
{
    public nint Tree;
    public nint Id;
    public uint Context0;
    public uint Context1;
    public uint Context2;
}

[StructLayout(LayoutKind.Sequential)]
internal struct NativeInfo
{
    public uint Abi;
    public uint MinLanguageAbi;
    public uint MaxLanguageAbi;
    public uint EntrySize;
}
