using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Tests;

/// <summary>Who is affected by what.</summary>
public sealed class SpreadTests
{
    [Fact]
    public void Callers_are_affected_transitively_and_less_with_each_step()
    {
        var graph = Code.Graph("""
            a.py: f
            b.py: g
            c.py: h other
            b.py:g calls a.py:f
            c.py:h calls b.py:g
            """);
        var result = Code.Change(graph, "a.py:f");

        Assert.Equal(["b.py:g", "c.py:h"], result.Names(graph));
        Assert.Equal([1, 2], result.Affected.Select(a => a.Distance));
        Assert.True(result.Affected[0].Score > result.Affected[1].Score);
        Assert.Equal(["a.py:f", "b.py:g", "c.py:h"], result.Affected[1].Path.Select(s => Code.Name(graph, s.Node)));
        Assert.Equal([ImpactRelation.Changed, ImpactRelation.Calls, ImpactRelation.Calls], result.Affected[1].Path.Select(s => s.Relation));
    }

    [Fact]
    public void A_helper_that_nobody_calls_does_not_drag_in_the_importers_of_its_file()
    {
        var graph = Code.Graph("""
            a.py: _helper
            b.py: g
            b.py imports a.py
            """);
        var result = Code.Change(graph, "a.py:_helper");

        Assert.Empty(result.Affected);
        Assert.Empty(result.Files);
        Assert.Equal(RiskLevel.Low, result.Risk.Level);
        Assert.Contains(result.Notes, n => n.Contains("No code", StringComparison.Ordinal));
    }

    [Fact]
    public void Module_level_code_affects_importers()
    {
        var graph = Code.Graph("""
            a.py: f
            b.py: g
            c.py: h
            b.py imports a.py
            c.py imports b.py
            """);
        var result = Code.Change(graph, "a.py");

        Assert.Equal(["b.py", "c.py"], result.Files.Select(f => f.Path));
        Assert.True(result.Files[0].Score > result.Files[1].Score);
    }

    [Fact]
    public void A_whole_file_counts_where_only_the_file_is_named()
    {
        var graph = Code.Graph("""
            a.py: f
            b.py: g
            c.py:
            b.py:g calls a.py:f
            c.py imports a.py
            """);
        var result = new BasicImpactAnalyzer().Analyze(new ImpactRequest { ChangedFiles = ["a.py"] }, graph, TestContext.Current.CancellationToken);

        Assert.Equal(["a.py", "a.py:f"], result.Changed.Select(n => Code.Name(graph, n)));
        Assert.Equal(["b.py", "c.py"], result.Files.Select(f => f.Path));
    }

    [Fact]
    public void A_changed_base_method_affects_overriding_methods_and_inheriting_classes()
    {
        var graph = Code.Graph("""
            a.py: Base Base.run Base.stop
            b.py: Over Over.run
            c.py: Heir Heir.stop
            d.py: Under
            e.py: make
            b.py:Over extends a.py:Base
            c.py:Heir extends a.py:Base
            d.py:Under extends b.py:Over
            e.py:make calls c.py:Heir
            """);
        var result = Code.Change(graph, "a.py:Base.run");

        Assert.Contains("b.py:Over.run", result.Names(graph));
        Assert.Contains("c.py:Heir", result.Names(graph));
        Assert.Contains("e.py:make", result.Names(graph));
        Assert.DoesNotContain("c.py:Heir.stop", result.Names(graph));
        // Under has Over.run, so it is reached over that one, not directly.
        Assert.Equal(2, result.Affected.Single(a => Code.Name(graph, a.Node) == "d.py:Under").Distance);
    }

    [Fact]
    public void Of_two_overriding_methods_with_one_score_the_nearer_leads_to_the_callers_of_the_base()
    {
        // Far.m has the score first, over three steps, Near.m later, over two.
        var graph = Code.Graph("""
            a.py: g g.f w Base Base.m Other Other.m Far Far.m Near Near.m caller
            a.py:w calls a.py:g.f guess
            a.py:Near.m calls a.py:w
            a.py:Near extends a.py:Base
            a.py:Other.m calls a.py:g
            a.py:Far extends a.py:Other
            a.py:Far extends a.py:Base
            a.py:caller calls a.py:Base.m
            """);

        var result = Code.Change(graph, "a.py:g.f");

        Assert.Equal(result.ScoreOf(graph, "a.py:Near.m"), result.ScoreOf(graph, "a.py:Far.m"));
        var caller = result.Affected.Single(a => a.Node == Code.Find(graph, "a.py:caller"));
        Assert.Equal(["a.py:g.f", "a.py:w", "a.py:Near.m", "a.py:caller"], caller.Path.Select(p => Code.Name(graph, p.Node)));
    }

    [Fact]
    public void A_changed_override_affects_those_who_call_the_method_of_the_base()
    {
        var graph = Code.Graph("""
            a.py: Base Base.run
            b.py: Sub Sub.run
            c.py: work
            b.py:Sub extends a.py:Base
            c.py:work calls a.py:Base.run
            """);
        var result = Code.Change(graph, "b.py:Sub.run");

        Assert.Contains("c.py:work", result.Names(graph));
        Assert.DoesNotContain("a.py:Base.run", result.Names(graph));
        Assert.Equal(ImpactRelation.Dispatches, result.Affected.Single(a => Code.Name(graph, a.Node) == "c.py:work").Path[^1].Relation);
    }

    [Fact]
    public void Circles_of_inheritance_and_calls_come_to_an_end()
    {
        var graph = Code.Graph("""
            a.py: A A.f
            b.py: B B.f
            a.py:A extends b.py:B
            b.py:B extends a.py:A
            a.py:A.f calls b.py:B.f
            b.py:B.f calls a.py:A.f
            """);
        Assert.Contains("b.py:B.f", Code.Change(graph, "a.py:A.f").Names(graph));
    }

    [Fact]
    public void Within_a_depth_the_best_path_of_that_length_is_found()
    {
        // The short way is a guess, the long one is sure: with a limit only the short one is left.
        var graph = Code.Graph("""
            a.py: f
            b.py: g
            c.py: h
            b.py:g calls a.py:f
            c.py:h calls b.py:g
            c.py:h calls a.py:f guess
            """);
        var far = Code.Change(graph, "a.py:f");
        var near = new BasicImpactAnalyzer().Analyze(Code.Request(graph, "a.py:f") with { Depth = 1 }, graph, TestContext.Current.CancellationToken);

        Assert.Equal(2, far.Affected.Single(a => Code.Name(graph, a.Node) == "c.py:h").Distance);
        Assert.Equal(1, near.Affected.Single(a => Code.Name(graph, a.Node) == "c.py:h").Distance);
        Assert.True(near.ScoreOf(graph, "c.py:h") < far.ScoreOf(graph, "c.py:h"));
    }

    [Fact]
    public void Files_that_used_to_change_together_are_affected_and_say_so()
    {
        var graph = Code.Graph("""
            a.py: f
            b.py: g
            docs.py:
            """);
        var result = new BasicImpactAnalyzer().Analyze(
            Code.Request(graph, "a.py:f") with { History = [new CoChange("a.py", "b.py", 8, 10), new CoChange("a.py", "gone.py", 9, 10)] }, graph, TestContext.Current.CancellationToken);

        var file = Assert.Single(result.Files);
        Assert.Equal(("b.py", 0, 8), (file.Path, file.Distance, file.History!.Together));
        Assert.Empty(file.Why);
    }
}
