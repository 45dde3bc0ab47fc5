using System.Runtime.CompilerServices;
using static CodexAura.TreeSitter.Tests.Python;

namespace CodexAura.TreeSitter.Tests;

public sealed class LifetimeTests
{
    [Fact]
    public void Everything_can_be_disposed_twice()
    {
        var parser = new SyntaxParser(Language);
        SyntaxTree tree = parser.Parse("a\n"u8, TestContext.Current.CancellationToken);
        SyntaxCursor cursor = tree.Walk();
        var table = new SyntaxTable(Language);
        foreach (IDisposable disposable in new IDisposable[] { parser, tree, cursor, table })
        {
            disposable.Dispose();
            disposable.Dispose();
        }
    }

    [Fact]
    public void What_is_disposed_refuses_use()
    {
        var parser = new SyntaxParser(Language);
        SyntaxTree tree = parser.Parse("a\n"u8, TestContext.Current.CancellationToken);
        SyntaxNode root = tree.Root;
        SyntaxCursor cursor = tree.Walk();
        var table = new SyntaxTable(Language);
        var disposedTable = new SyntaxTable(Language);
        foreach (IDisposable disposable in new IDisposable[] { parser, tree, cursor, disposedTable })
        {
            disposable.Dispose();
        }

        Assert.Throws<ObjectDisposedException>(() => parser.Parse("a\n"u8, TestContext.Current.CancellationToken));
        Assert.Throws<ObjectDisposedException>(() => tree.Root);
        Assert.Throws<ObjectDisposedException>(() => tree.Walk());
        Assert.Throws<ObjectDisposedException>(() => root.Symbol);
        Assert.Throws<ObjectDisposedException>(() => root.Child(0));
        Assert.Throws<ObjectDisposedException>(() => cursor.GotoFirstChild());
        Assert.Throws<ObjectDisposedException>(() => cursor.Current);
        Assert.Throws<ObjectDisposedException>(() => table.Fill(tree));
        Assert.Throws<ObjectDisposedException>(() => disposedTable.Entries.Length);
        using SyntaxTree other = Parse("b\n");
        Assert.Throws<ObjectDisposedException>(() => disposedTable.Fill(other));
    }

    [Fact]
    public void A_tree_outlives_its_parser_and_a_cursor_its_tree()
    {
        SyntaxTree tree = Parse("a\nb\n");
        using SyntaxCursor cursor = tree.Walk();
        tree.Dispose();

        Assert.True(cursor.GotoFirstChild());
        Assert.Equal(Symbol("expression_statement"), cursor.CurrentSymbol);
        Assert.True(cursor.GotoNextSibling());
    }

    [Fact]
    public void A_node_keeps_its_tree_from_the_garbage_collector()
    {
        SyntaxNode root = RootOfForgottenTree();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal("module", root.Kind);
        Assert.Equal(3u, root.ChildCount);
    }

    [Fact]
    public void Forgotten_objects_are_freed_by_the_garbage_collector()
    {
        for (int i = 0; i < 200; i++)
        {
            Forget();
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();

        using SyntaxTree tree = Parse("a\n");
        Assert.Equal(1u, tree.Root.ChildCount);
    }

    [Fact]
    public void A_tree_of_another_grammar_is_refused()
    {
        using SyntaxTree tree = Parse("a\n");
        using var table = new SyntaxTable(TreeSitterLanguage.FromPointer(Language.Pointer, "another"));

        Assert.Throws<ArgumentException>(() => table.Fill(tree));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SyntaxNode RootOfForgottenTree() => Parse("a\nb\nc\n").Root;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget() => new SyntaxParser(Language).Parse("a = f(b)\n"u8).Walk().GotoFirstChild();
}
