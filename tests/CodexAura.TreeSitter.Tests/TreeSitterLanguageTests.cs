using System.Runtime.InteropServices;
using CodexAura.TreeSitter.Native;
using static CodexAura.TreeSitter.Tests.Python;

namespace CodexAura.TreeSitter.Tests;

public sealed class TreeSitterLanguageTests
{
    [Fact]
    public void Symbols_are_found_by_name_and_namedness()
    {
        Assert.Equal("call", Language.SymbolName(Symbol("call")));
        Assert.True(Language.IsNamed(Symbol("identifier")));
        Assert.False(Language.IsNamed(Symbol("lambda", named: false)));
        Assert.NotEqual(Symbol("lambda"), Symbol("lambda", named: false));
        Assert.Equal(0, Language.SymbolId("no such rule", named: true));
        Assert.Empty(Language.SymbolIds("no such rule", named: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => Language.SymbolName(Language.SymbolCount));
    }

    [Fact]
    public void Errors_have_a_symbol()
    {
        Assert.Equal(TreeSitterLanguage.ErrorSymbol, Language.SymbolId("ERROR", named: true));
        Assert.Equal("ERROR", Language.SymbolName(TreeSitterLanguage.ErrorSymbol));
        Assert.True(Language.IsNamed(TreeSitterLanguage.ErrorSymbol));
    }

    [Fact]
    public void Rules_that_make_no_node_have_no_symbol()
    {
        Assert.Equal(0, Language.SymbolId("expression", named: true));
        Assert.Equal(0, Language.SymbolId("_simple_statements", named: true));
        Assert.Equal(0, Language.SymbolId("end", named: false));
    }

    [Fact]
    public void Every_node_has_a_symbol_that_its_name_leads_to()
    {
        foreach (string source in SyntaxTableTests.Sources.Select(row => row.Data))
        {
            using SyntaxTree tree = Parse(source);
            foreach (CursorWalk.Fact fact in CursorWalk.Entries(tree))
            {
                Assert.Contains(fact.Symbol, Language.SymbolIds(fact.Kind, fact.Flags.HasFlag(SyntaxFlags.Named)));
            }
        }
    }

    [Fact]
    public void Fields_have_numbers_and_names()
    {
        byte name = Language.FieldId("name");

        Assert.NotEqual(0, name);
        Assert.Equal("name", Language.FieldName(name));
        Assert.Equal(0, Language.FieldId("no such field"));
        Assert.Null(Language.FieldName(0));
        Assert.Null(Language.FieldName(ushort.MaxValue));
    }

    [Fact]
    public void A_grammar_is_loaded_once() =>
        Assert.Same(Language, TreeSitterLanguage.Load("tree-sitter-python", "tree_sitter_python"));

    [Fact]
    public void A_missing_library_is_told_with_the_places_where_it_was_looked_for()
    {
        var exception = Assert.Throws<DllNotFoundException>(() => TreeSitterLanguage.Load("tree-sitter-klingon", "tree_sitter_klingon"));

        Assert.Contains("'tree-sitter-klingon'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "runtimes"), exception.Message, StringComparison.Ordinal);
        Assert.Contains("Build the project that ships it", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_no_library_is_told_with_its_reason()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "not a library");
        try
        {
            var exception = Assert.Throws<DllNotFoundException>(() => TreeSitterLanguage.Load(path, "tree_sitter_python"));
            Assert.Contains(path, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("not there", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_function_is_told()
    {
        var exception = Assert.Throws<EntryPointNotFoundException>(() => TreeSitterLanguage.Load("tree-sitter-python", "tree_sitter_snake"));

        Assert.Contains("'tree_sitter_snake'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12u)]
    [InlineData(16u)]
    public unsafe void A_grammar_for_another_tree_sitter_is_refused(uint version)
    {
        // The version is the first member of a grammar, and nothing else is read of one that is refused.
        uint* grammar = (uint*)NativeMemory.AllocZeroed(4096);
        try
        {
            *grammar = version;
            var exception = Assert.Throws<NotSupportedException>(() => TreeSitterLanguage.FromPointer((nint)grammar, "odd"));
            Assert.Contains($"ABI version {version}", exception.Message, StringComparison.Ordinal);
            Assert.Contains("13 to 15", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            NativeMemory.Free(grammar);
        }
    }

    [Fact]
    public void Structures_have_the_sizes_that_the_library_expects()
    {
        Assert.Equal(32, Marshal.SizeOf<TSNode>());
        Assert.Equal(32, Marshal.SizeOf<TSTreeCursor>());
        Assert.Equal(16, Marshal.SizeOf<SyntaxEntry>());
    }
}
