using CodexAura.Engine.Impact;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Impact;

public sealed class MentionFinderTests
{
    [Theory]
    [InlineData("    thing.run(1)", true)]
    [InlineData("    getattr(thing, 'run')()", true)]
    [InlineData("    callbacks.append(thing.run)", true)]
    [InlineData("    run = 1", false)]
    [InlineData("    # thing.run()", false)]
    [InlineData("    \"\"\"Does thing.run() well.\"\"\"", false)]
    [InlineData("    say('please run it')", false)]
    [InlineData("    thing.runner()", false)]
    public void Methods_are_mentioned_as_attributes_and_in_strings(string line, bool expected) =>
        Assert.Equal(expected, Find("Thing.run", line).Length == 1);

    [Theory]
    [InlineData("    helper(1)", true)]
    [InlineData("    map(helper, items)", true)]
    [InlineData("    util.helper()", true)]
    [InlineData("    helper = 3", false)]
    public void Functions_are_mentioned_where_they_are_used(string line, bool expected) =>
        Assert.Equal(expected, Find("helper", line).Length == 1);

    [Fact]
    public void Entry_points_in_the_configuration_are_places_outside_of_the_graph()
    {
        var graph = Make();
        var mentions = MentionFinder.Find(graph, Changed(graph, "helper"),
            path => path == "pyproject.toml" ? "[project.scripts]\nhelp = \"a:helper\"\n" : null, TestContext.Current.CancellationToken);

        Assert.Equal(-1, Assert.Single(mentions).Node);
    }

    [Fact]
    public void Constants_are_found_in_the_functions_that_use_them()
    {
        var graph = Make();
        var changed = new ChangedDefinitions();
        changed.AddConstant(graph.FindFile("a.py"), "LIMIT");
        var mentions = MentionFinder.Find(graph, changed, path => path == "b.py" ? "from a import LIMIT\n\ndef use():\n    return LIMIT + 1\n" : null, TestContext.Current.CancellationToken);

        Assert.Equal((graph.Find("b.py::function::use"), 4), (mentions[0].Node, mentions[0].Line));
        Assert.Single(mentions);
    }

    private static int[] Find(string symbol, string line)
    {
        var graph = Make();
        var found = MentionFinder.Find(graph, Changed(graph, symbol), path => path == "b.py" ? $"from a import helper\n\ndef use():\n{line}\n" : null, TestContext.Current.CancellationToken);
        Assert.All(found, m => Assert.Equal((graph.Find("b.py::function::use"), 4), (m.Node, m.Line)));
        return [.. found.Select(m => m.Node)];
    }

    private static ChangedDefinitions Changed(CodeGraph graph, string symbol)
    {
        var changed = new ChangedDefinitions();
        changed.Add(graph.Find($"a.py::function::{symbol}"));
        return changed;
    }

    private static CodeGraph Make()
    {
        var builder = new GraphBuilder();
        int a = builder.AddFile("a.py", 9);
        int thing = builder.AddDefinition(NodeType.Class, a, "Thing", 1, 4);
        builder.AddDefinition(NodeType.Function, thing, "Thing.run", 2, 4, 1);
        builder.AddDefinition(NodeType.Function, a, "helper", 5, 6, 1);
        builder.AddDefinition(NodeType.Function, builder.AddFile("b.py", 9), "use", 3, 5, 1);
        return builder.Build(new RepositoryInfo("/r", "r", null));
    }
}
