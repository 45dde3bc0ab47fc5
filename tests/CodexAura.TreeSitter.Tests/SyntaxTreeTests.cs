using static CodexAura.TreeSitter.Tests.Python;

namespace CodexAura.TreeSitter.Tests;

public sealed class SyntaxTreeTests
{
    [Fact]
    public void Nodes_have_kinds_ranges_and_parents()
    {
        using SyntaxTree tree = Parse("import os\n\ndef run(a):\n    return a\n");
        SyntaxNode function = tree.Root.Child(1);

        Assert.Equal("module", tree.Root.Kind);
        Assert.Equal(2u, tree.Root.ChildCount);
        Assert.Equal("function_definition", function.Kind);
        Assert.Equal(Symbol("function_definition"), function.Symbol);
        Assert.Equal((11u, 35u), (function.StartByte, function.EndByte));
        Assert.Equal((2u, 0u, 3u, 12u), (function.StartRow, function.StartColumn, function.EndRow, function.EndColumn));
        Assert.Equal(tree.Root, function.Parent);
        Assert.Null(tree.Root.Parent);
        Assert.True(function.IsNamed);
        Assert.False(function.Child(0).IsNamed);
        Assert.Equal("def", function.Child(0).Kind);
        Assert.Equal("identifier", function.NamedChild(0).Kind);
        Assert.Equal(3u, function.NamedChildCount);
        Assert.False(tree.Root.HasError);
    }

    [Fact]
    public void A_child_that_is_not_there_is_refused()
    {
        using SyntaxTree tree = Parse("x\n");

        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Root.Child(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Root.NamedChild(1));
        Assert.Throws<InvalidOperationException>(() => default(SyntaxNode).Kind);
    }

    [Fact]
    public void Children_are_found_by_field()
    {
        const string source = "class Cart(Base):\n    pass\n";
        using SyntaxTree tree = Parse(source);
        SyntaxNode type = tree.Root.Child(0);

        Assert.Equal("Cart", Text(source, type.ChildByField(Language.FieldId("name"))!.Value));
        Assert.Equal("(Base)", Text(source, type.ChildByField(Language.FieldId("superclasses"))!.Value));
        Assert.Null(type.ChildByField(Language.FieldId("left")));
    }

    [Fact]
    public void Positions_are_utf8_bytes()
    {
        const string source = "größe = '日本語 😀'; b = größe\n";
        using SyntaxTree tree = Parse(source);
        SyntaxNode first = tree.Root.Child(0).Child(0);
        SyntaxNode second = tree.Root.Child(2).Child(0);

        Assert.Equal((0u, 7u), (first.ChildByField(Language.FieldId("left"))!.Value.StartByte, first.ChildByField(Language.FieldId("left"))!.Value.EndByte));
        Assert.Equal("größe", Text(source, second.ChildByField(Language.FieldId("right"))!.Value));
        Assert.Equal(second.StartByte, second.StartColumn);
        Assert.False(tree.Root.HasError);
    }

    [Fact]
    public void Text_that_is_not_python_is_in_error_nodes_and_the_rest_is_read()
    {
        using SyntaxTree tree = Parse("def ok():\n    pass\n\nx = = $ 3\n\ndef also_ok():\n    pass\n");
        List<string> functions = [], errors = [];
        Visit(tree.Root, node =>
        {
            if (node.Kind == "function_definition") functions.Add(node.Kind);
            if (node.IsError) errors.Add(node.Kind);
        });

        Assert.True(tree.Root.HasError);
        Assert.Equal(2, functions.Count);
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("ERROR", error));
    }

    [Fact]
    public void What_the_text_lacks_is_a_missing_node()
    {
        using SyntaxTree tree = Parse("while :\n    pass\n");
        List<string> missing = [];
        Visit(tree.Root, node =>
        {
            if (node.IsMissing) missing.Add(node.Kind);
        });

        Assert.Equal(["identifier"], missing);
    }

    [Fact]
    public void Empty_text_is_an_empty_module()
    {
        using SyntaxTree tree = Parse("");

        Assert.Equal("module", tree.Root.Kind);
        Assert.Equal((0u, 0u, 0u), (tree.Root.StartByte, tree.Root.EndByte, tree.Root.ChildCount));
    }

    [Fact]
    public void A_cursor_walks_the_tree_and_knows_fields()
    {
        using SyntaxTree tree = Parse("def run(a): pass\n");
        using SyntaxCursor cursor = tree.Walk();

        Assert.False(cursor.GotoParent());
        Assert.False(cursor.GotoNextSibling());
        Assert.True(cursor.GotoFirstChild());
        Assert.Equal(Symbol("function_definition"), cursor.CurrentSymbol);
        Assert.True(cursor.GotoFirstChild());
        Assert.Equal(Symbol("def", named: false), cursor.CurrentSymbol);
        Assert.Equal(0, cursor.FieldId);
        Assert.True(cursor.GotoNextSibling());
        Assert.Equal("name", Language.FieldName(cursor.FieldId));
        Assert.Equal("identifier", cursor.Current.Kind);
        Assert.True(cursor.GotoParent());
        Assert.Equal("function_definition", cursor.Current.Kind);
    }

    private static void Visit(SyntaxNode node, Action<SyntaxNode> action)
    {
        action(node);
        for (uint i = 0; i < node.ChildCount; i++)
        {
            Visit(node.Child(i), action);
        }
    }
}
