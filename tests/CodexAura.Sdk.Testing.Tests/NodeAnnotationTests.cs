namespace CodexAura.Sdk.Testing.Tests;

public class NodeAnnotationTests
{
    private const string Complete = """
        #- a.toy
        class C
        #     ^ node class C lines=7
            fun run
        #       ^^^ node function C.run complexity=2 lines=5 parent=C signature=`(a, b)` doc=``
                if
                fun inner
        #           ^^^^^ node function C.run.inner
                end
            end
        end
        """;

    [Fact]
    public void Nodes_with_right_attributes_pass() => AnalyzerFixture.CheckNodes(new ToyAnalyzer(), Complete);

    [Fact]
    public void Edges_need_no_annotation_where_nodes_are_checked() =>
        AnalyzerFixture.CheckNodes(new ToyAnalyzer(), Complete + "\ncall C");

    [Fact]
    public void Node_annotations_must_hold_where_edges_are_checked_too()
    {
        AnalyzerFixture.Check(new ToyAnalyzer(), Complete);

        var failure = Assert.Throws<FixtureException>(() =>
            AnalyzerFixture.Check(new ToyAnalyzer(), Complete.Replace("class C lines", "class D lines")));

        Assert.Equal(["a.toy:1 node class D"], failure.Missing);
    }

    [Fact]
    public void A_wrong_attribute_fails_and_the_right_one_is_shown()
    {
        var failure = Assert.Throws<FixtureException>(() =>
            AnalyzerFixture.CheckNodes(new ToyAnalyzer(), Complete.Replace("complexity=2 lines=5", "complexity=1 lines=4")));

        Assert.Equal(["a.toy:2 node C.run complexity=`1`, it is `2`", "a.toy:2 node C.run lines=`4`, it is `5`"], failure.Missing);
        Assert.Equal(Complete + "\n", failure.Actual);
    }

    [Fact]
    public void A_node_without_annotation_fails_and_the_actual_fixture_passes()
    {
        string bare = string.Join('\n', Complete.Split('\n').Where(l => !l.Contains('^')));

        var failure = Assert.Throws<FixtureException>(() => AnalyzerFixture.CheckNodes(new ToyAnalyzer(), bare));

        Assert.Equal(["a.toy:1 node class C", "a.toy:2 node function C.run", "a.toy:4 node function C.run.inner"], failure.Unexpected);
        AnalyzerFixture.CheckNodes(new ToyAnalyzer(), failure.Actual!);
    }
}
