using CodexAura.Engine.Git;
using CodexAura.Engine.Impact;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Impact;

/// <summary>
/// The graph has, in <c>a.py</c>: LIMIT in line 1, the class Cart in 3 to 12 with add in 5 to 8 and take in 10 to 12, and top in 15 to 20
/// with inner in 16 to 17.
/// </summary>
public sealed class ChangedLinesTests
{
    private static readonly CodeGraph Graph = Make();

    [Theory]
    [InlineData(6, "        return 1", "Cart.add")]
    [InlineData(4, "    size = 3", "Cart")]
    [InlineData(16, "    def inner():", "inner")]
    [InlineData(19, "    return inner", "top")]
    [InlineData(1, "LIMIT = 3", "a.py")]
    [InlineData(9, "    @property", "Cart.take")]
    [InlineData(14, "@decorated", "top")]
    public void A_changed_line_belongs_to_the_innermost_definition(int line, string text, string expected) =>
        Assert.Equal([expected], Map(new DiffHunk(line, line, [text], [text + " "]), graphIsNew: false));

    [Theory]
    [InlineData(6, "        # why")]
    [InlineData(6, "   ")]
    [InlineData(2, "import os")]
    public void Comments_blank_lines_and_imports_of_their_own_change_nothing(int line, string text) =>
        Assert.Empty(Map(new DiffHunk(line, line, [text], []), graphIsNew: false));

    [Fact]
    public void A_definition_that_is_new_changes_nothing_that_was_there() =>
        Assert.Empty(Map(new DiffHunk(12, 13, [], ["", "    def clear(self):", "        self.items = []"]), graphIsNew: false));

    [Fact]
    public void Lines_put_into_a_definition_change_it() =>
        Assert.Equal(["Cart.add"], Map(new DiffHunk(6, 7, [], ["        x += 1"]), graphIsNew: false));

    [Fact]
    public void Lines_removed_from_a_definition_change_it_in_the_graph_of_the_new_state() =>
        Assert.Equal(["top"], Map(new DiffHunk(25, 18, ["    print()"], []), graphIsNew: true));

    [Fact]
    public void The_names_of_changed_constants_are_kept()
    {
        var changed = new ChangedDefinitions();
        ChangedLines.Map(Graph, Graph.FindFile("a.py"), new FileDiff("a.py", "a.py", [new DiffHunk(1, 1, ["LIMIT: int = 3"], ["LIMIT: int = 4"])]), false, changed);

        Assert.Equal([(Graph.FindFile("a.py"), "LIMIT")], changed.Constants);
    }

    private static string[] Map(DiffHunk hunk, bool graphIsNew)
    {
        var changed = new ChangedDefinitions();
        ChangedLines.Map(Graph, Graph.FindFile("a.py"), new FileDiff("a.py", "a.py", [hunk]), graphIsNew, changed);
        return [.. changed.Nodes.Select(n => Graph.Node(n).Type == NodeType.File ? "a.py" : Graph.Node(n).QualifiedName).Select(n => n == "top.inner" ? "inner" : n)];
    }

    private static CodeGraph Make()
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("a.py", 30);
        int cart = builder.AddDefinition(NodeType.Class, file, "Cart", 3, 12);
        builder.AddDefinition(NodeType.Function, cart, "Cart.add", 5, 8, 1);
        builder.AddDefinition(NodeType.Function, cart, "Cart.take", 10, 12, 1);
        int top = builder.AddDefinition(NodeType.Function, file, "top", 15, 20, 1);
        builder.AddDefinition(NodeType.Function, top, "top.inner", 16, 17, 1);
        return builder.Build(new RepositoryInfo("/r", "r", null));
    }
}
