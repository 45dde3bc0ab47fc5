using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodexAura.TreeSitter.Native;

// Calls that take a bounded, short time skip the switch to preemptive mode; those that walk a whole text
// or tree must not, or they would hold up every garbage collection.
internal static unsafe partial class NativeMethods
{
    private const string Library = "codexaura-treesitter";
    private const uint ExpectedAbi = 2;

    static NativeMethods() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, static (name, _, _) =>
            name == Library ? NativeLocator.Load(Library) : 0);

    /// <summary>Loads the library, or says why it can't be used.</summary>
    public static NativeInfo CheckedInfo()
    {
        NativeInfo info;
        codexaura_info(&info);
        if (info.Abi != ExpectedAbi || info.EntrySize != (uint)sizeof(SyntaxEntry))
        {
            throw new NotSupportedException(
                $"The native library {Library} has interface version {info.Abi}, this assembly needs {ExpectedAbi}: use the files of one build.");
        }
        return info;
    }

    [LibraryImport(Library)]
    private static partial void codexaura_info(NativeInfo* info);

    [LibraryImport(Library)]
    public static partial ushort codexaura_public_symbol(nint language, ushort symbol);

    [LibraryImport(Library)]
    public static partial nint codexaura_parse(nint parser, byte* text, uint length, uint* cancelled);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial uint codexaura_syntax_table_size(nint tree);

    [LibraryImport(Library)]
    public static partial uint codexaura_syntax_table_fill(nint tree, byte* skip, uint skipCount, SyntaxEntry* entries, uint capacity);

    [LibraryImport(Library)]
    public static partial nint codexaura_reader_new(nint language);

    [LibraryImport(Library)]
    public static partial void codexaura_reader_delete(nint reader);

    [LibraryImport(Library)]
    public static partial uint codexaura_reader_parse(nint reader, byte* text, uint length, uint* cancelled);

    [LibraryImport(Library)]
    public static partial uint codexaura_reader_fill(nint reader, byte* skip, uint skipCount, SyntaxEntry* entries, uint capacity);

    [LibraryImport(Library)]
    public static partial void codexaura_reader_clear(nint reader);

    [LibraryImport(Library)]
    public static partial uint ts_language_abi_version(nint language);

    [LibraryImport(Library)]
    public static partial uint ts_language_symbol_count(nint language);

    [LibraryImport(Library)]
    public static partial byte* ts_language_symbol_name(nint language, ushort symbol);

    [LibraryImport(Library)]
    public static partial int ts_language_symbol_type(nint language, ushort symbol);

    [LibraryImport(Library)]
    public static partial uint ts_language_field_count(nint language);

    [LibraryImport(Library)]
    public static partial byte* ts_language_field_name_for_id(nint language, ushort field);

    [LibraryImport(Library)]
    public static partial nint ts_parser_new();

    [LibraryImport(Library)]
    public static partial void ts_parser_delete(nint parser);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_parser_set_language(nint parser, nint language);

    [LibraryImport(Library)]
    public static partial void ts_tree_delete(nint tree);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial TSNode ts_tree_root_node(nint tree);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial ushort ts_node_symbol(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial uint ts_node_end_byte(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial TSPoint ts_node_end_point(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_node_is_named(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_node_is_missing(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_node_is_extra(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_node_has_error(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial uint ts_node_child_count(TSNode node);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial uint ts_node_named_child_count(TSNode node);

    // These three look through siblings or ancestors, of which there may be a great many.
    [LibraryImport(Library)]
    public static partial TSNode ts_node_child(TSNode node, uint index);

    [LibraryImport(Library)]
    public static partial TSNode ts_node_named_child(TSNode node, uint index);

    [LibraryImport(Library)]
    public static partial TSNode ts_node_child_by_field_id(TSNode node, ushort field);

    [LibraryImport(Library)]
    public static partial TSNode ts_node_parent(TSNode node);

    [LibraryImport(Library)]
    public static partial TSTreeCursor ts_tree_cursor_new(TSNode node);

    [LibraryImport(Library)]
    public static partial void ts_tree_cursor_delete(TSTreeCursor* cursor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial TSNode ts_tree_cursor_current_node(TSTreeCursor* cursor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial ushort ts_tree_cursor_current_field_id(TSTreeCursor* cursor);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_tree_cursor_goto_first_child(TSTreeCursor* cursor);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_tree_cursor_goto_next_sibling(TSTreeCursor* cursor);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ts_tree_cursor_goto_parent(TSTreeCursor* cursor);
}
