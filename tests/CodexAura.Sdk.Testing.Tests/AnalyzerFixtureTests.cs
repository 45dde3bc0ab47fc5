using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Tests;

public class AnalyzerFixtureTests
{
    private const string Complete = """
        #- lib/util.toy
        class Base
        end
        class Helper Base
        #            ^^^^ extends Base
            fun init
            end
            fun run
                call load
        #            ^^^^ calls load
            end
        end
        fun load
        end
        #- main.toy
        use lib/util.toy
        #   ^^^^^^^^ imports lib/util.toy
        fun start
            call Helper
        #        ^^^^^^ calls Helper, Helper.init
            infer load
        #         ^^^^ calls lib/util.toy::function::load
            guess Helper.run
        end
        call start
        #    ^^^^^ calls main.toy::start
        """;

    [Fact]
    public void A_complete_fixture_passes_and_gives_the_graph()
    {
        var graph = Check(Complete);

        Assert.Equal(8, graph.NodeCount);
        Assert.True(graph.Find("lib/util.toy::function::Helper.run") > 0);
    }

    [Fact]
    public void An_annotation_without_its_edge_fails()
    {
        var failure = Fails("""
            #- a.toy
            fun f
            end
            fun g
            end
            call f
            #    ^ calls f
            #    ^ calls g
            """);

        Assert.Equal(["a.toy:5 calls g  | call f"], failure.Missing);
        Assert.Empty(failure.Unexpected);
        Assert.Contains("missing     a.toy:5 calls g", failure.Message);
    }

    [Fact]
    public void An_edge_without_its_annotation_fails()
    {
        var failure = Fails("""
            #- a.toy
            fun f
            end
            call f
            """);

        Assert.Empty(failure.Missing);
        Assert.Equal(["a.toy:3 calls f from a.toy  | call f"], failure.Unexpected);
        Assert.Equal("""
            #- a.toy
            fun f
            end
            call f
            #    ^ calls f

            """, failure.Actual);
    }

    [Fact]
    public void A_line_of_another_place_does_not_count()
    {
        var failure = Fails("""
            #- a.toy
            fun f
            end
            #^ calls f
            call f
            """);

        Assert.Single(failure.Missing);
        Assert.Single(failure.Unexpected);
    }

    [Fact]
    public void The_actual_fixture_of_a_failure_passes()
    {
        string bare = string.Join('\n', Complete.Split('\n').Where(l => !l.Contains('^')));

        var failure = Fails(bare, new FixtureOptions { MinimumConfidence = Confidence.Heuristic, ExhaustiveNodes = true });

        Assert.Contains("calls Helper, Helper.init", failure.Actual);
        Check(failure.Actual!, new FixtureOptions { MinimumConfidence = Confidence.Heuristic, ExhaustiveNodes = true });
    }

    [Fact]
    public void A_partly_right_annotation_keeps_what_is_right()
    {
        var failure = Fails(Complete.Replace("calls Helper, Helper.init", "calls Helper, load, Helper.run"));

        Assert.Equal(2, failure.Missing.Count);
        Assert.Contains("#        ^^^^^^ calls Helper\n", failure.Actual);
        Check(failure.Actual!);
    }

    [Fact]
    public void The_source_of_an_edge_can_be_stated()
    {
        string right = Complete.Replace("#            ^^^^ calls load", "#            ^^^^ calls load from Helper.run");
        Check(right);

        var failure = Fails(right.Replace("from Helper.run", "from start"));

        Assert.Contains("the graph has it from Helper.run (exact)", Assert.Single(failure.Missing));
    }

    [Theory]
    [InlineData("call", "calls", true)]
    [InlineData("infer", "calls", true)]
    [InlineData("guess", "calls", false)]
    [InlineData("call", "calls(exact)", true)]
    [InlineData("infer", "calls(exact)", false)]
    [InlineData("infer", "calls(inferred)", true)]
    [InlineData("guess", "calls(heuristic)", true)]
    [InlineData("call", "calls(heuristic)", false)]
    public void Confidence_is_met_as_stated(string statement, string verb, bool holds)
    {
        string fixture = $"""
            #- a.toy
            fun f
            end
            {statement} f
            #    ^ {verb} f
            """;

        if (holds) Check(fixture);
        else Assert.Contains("the graph has it from a.toy", Assert.Single(Fails(fixture).Missing));
    }

    [Fact]
    public void Other_edge_types_must_hold_but_need_not_be_complete()
    {
        const string fixture = """
            #- a.toy
            fun f
            end
            fun g
            end
            route f
            route g
            #     ^ routes g
            """;
        Check(fixture);

        Assert.Single(Fails(fixture, FixtureOptions.Only("ROUTES")).Unexpected);
        Assert.Single(Fails(fixture.Replace("routes g", "routes f")).Missing);
    }

    [Fact]
    public void Only_restricts_what_must_be_complete()
    {
        string withoutImports = Complete.Replace("#   ^^^^^^^^ imports lib/util.toy\n", "");

        Check(withoutImports, FixtureOptions.Only(EdgeTypes.Calls));
        Assert.Equal(["main.toy:1 imports lib/util.toy from main.toy  | use lib/util.toy"], Fails(withoutImports).Unexpected);
    }

    [Fact]
    public void The_comment_sign_can_be_changed()
    {
        AnalyzerFixture.Check(new ToyAnalyzer(), """
            //- a.toy
            fun f
            end
            call f
            //   ^ calls f
            """, new FixtureOptions { Comment = "//" });
    }

    [Fact]
    public void Windows_line_ends_in_the_test_source_make_no_difference() => Check(Complete.Replace("\n", "\r\n"));

    [Fact]
    public void Diagnostics_of_the_analyzer_help_to_understand_a_failure()
    {
        var failure = Fails("""
            #- a.toy
            ???
            fun f
            end
            call f
            """);

        Assert.Contains("a.toy:1 TOY1 This is no statement.", failure.Message);
    }

    [Fact]
    public void Files_in_memory_reach_the_analyzer_in_ordinal_order_with_their_bytes()
    {
        var recorded = new List<string>();
        var graph = AnalyzerFixture.Analyze(new RecordingAnalyzer(recorded), ("b.toy", "\r\n"), ("B.toy", ""), ("a/é.toy", "ä"));

        Assert.Equal(["extract B.toy", "extract a/é.toy C3A4", "extract b.toy 0D0A", "resolve B.toy a/é.toy b.toy"], recorded);
        Assert.Equal(0, graph.NodeCount);
    }

    [Fact]
    public void Annotations_are_no_part_of_the_source()
    {
        var recorded = new List<string>();
        var failure = Assert.Throws<FixtureException>(() =>
            AnalyzerFixture.Check(new RecordingAnalyzer(recorded), "#- a.toy\nx\n#^ node function x\ny\n"));

        Assert.Equal("extract a.toy 780A790A", recorded[0]);
        Assert.Equal(["a.toy:1 node function x"], failure.Missing);
    }

    private static CodeGraph Check(string fixture, FixtureOptions? options = null) =>
        AnalyzerFixture.Check(new ToyAnalyzer(), fixture, options);

    private static FixtureException Fails(string fixture, FixtureOptions? options = null) =>
        Assert.Throws<FixtureException>(() => Check(fixture, options));
}
