using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Tests;

public sealed class TestSelectionTests
{
    [Fact]
    public void Tests_come_by_evidence_then_distance()
    {
        var graph = Code.Graph("""
            a.py: f
            b.py: g
            tests/test_a.py: test_direct test_far test_guess test_other
            tests/test_a.py:test_direct calls a.py:f
            tests/test_a.py:test_far calls b.py:g
            b.py:g calls a.py:f
            tests/test_a.py:test_guess calls a.py:f guess
            """);
        var result = Code.Change(graph, "a.py:f");

        // One of three users is a guess, so importers would be asked too; there are none.
        Assert.Equal(["tests/test_a.py:test_direct", "tests/test_a.py:test_far", "tests/test_a.py:test_guess"], result.TestNames(graph));
        Assert.Equal([TestEvidence.Calls, TestEvidence.Calls, TestEvidence.MayCall], result.Tests.Select(t => t.Evidence));
    }

    [Fact]
    public void A_changed_test_is_run_first()
    {
        var graph = Code.Graph("""
            a.py: f
            test_a.py: test_one test_two
            test_a.py:test_one calls a.py:f
            """);
        var result = Code.Change(graph, "a.py:f", "test_a.py:test_two");

        Assert.Equal(["test_a.py:test_two", "test_a.py:test_one"], result.TestNames(graph));
    }

    [Fact]
    public void Fixtures_lead_to_the_tests_that_get_them()
    {
        var graph = Code.Graph("""
            a.py: f
            tests/conftest.py: client app(client)
            tests/sub/test_a.py: test_with(self,app:int=g(1,client)) test_without(other) client
            tests/conftest.py:client calls a.py:f
            """);
        var result = Code.Change(graph, "a.py:f");

        Assert.Equal(["tests/sub/test_a.py:test_with"], result.TestNames(graph));
        Assert.Contains(result.Tests[0].Path, s => s.Relation == ImpactRelation.Fixture);
    }

    [Fact]
    public void What_runs_before_each_test_of_a_class_leads_to_them()
    {
        var graph = Code.Graph("""
            a.py: f
            test_a.py: TestIt TestIt.setUp TestIt.test_one
            test_a.py:TestIt.setUp calls a.py:f
            """);
        Assert.Equal(["test_a.py:TestIt.test_one"], Code.Change(graph, "a.py:f").TestNames(graph));
    }

    [Fact]
    public void Where_callers_may_be_hidden_tests_are_selected_by_imports_too()
    {
        var graph = Code.Graph("""
            a.py: V V.visit_a V.visit_b V.visit_c
            pkg.py:
            test_a.py: test_one
            test_b.py: test_two
            pkg.py imports a.py
            test_a.py imports pkg.py
            """);
        var result = Code.Change(graph, "a.py:V.visit_a");

        Assert.Equal(["test_a.py:test_one"], result.TestNames(graph));
        Assert.Equal(TestEvidence.Imports, result.Tests[0].Evidence);
    }

    [Fact]
    public void A_test_that_runs_little_else_comes_before_one_that_drives_everything()
    {
        var graph = Code.Graph("""
            a.py: f g h i
            tests/test_a.py: test_aaa
            tests/test_b.py: test_bbb
            tests/test_a.py:test_aaa calls a.py:f
            tests/test_a.py:test_aaa calls a.py:g
            tests/test_a.py:test_aaa calls a.py:h
            tests/test_a.py:test_aaa calls a.py:i
            tests/test_b.py:test_bbb calls a.py:f
            """);
        Assert.Equal(["tests/test_b.py:test_bbb", "tests/test_a.py:test_aaa"], Code.Change(graph, "a.py:f").TestNames(graph));
    }

    [Theory]
    [InlineData("parse_block", "tests/test_b.py:test_block_is_parsed")]
    [InlineData("parse_loop", "tests/test_c.py:TestLoops.test_one")]
    public void Among_tests_that_come_in_by_one_door_the_one_named_after_the_change_is_first(string changed, string first)
    {
        var graph = Code.Graph("""
            a.py: run parse_block parse_loop
            tests/test_a.py: test_first
            tests/test_b.py: test_block_is_parsed
            tests/test_c.py: TestLoops TestLoops.test_one
            a.py:run calls a.py:parse_block
            a.py:run calls a.py:parse_loop
            tests/test_a.py:test_first calls a.py:run
            tests/test_b.py:test_block_is_parsed calls a.py:run
            tests/test_c.py:TestLoops.test_one calls a.py:run
            """);
        Assert.Equal(first, Code.Change(graph, $"a.py:{changed}").TestNames(graph)[0]);
    }

    [Fact]
    public void Where_one_class_of_tests_leads_others_get_their_turn()
    {
        string near = string.Join(' ', Enumerable.Range(0, 9).Select(i => $"T.test_{i}"));
        string calls = string.Join('\n', Enumerable.Range(0, 9).Select(i => $"tests/test_a.py:T.test_{i} calls a.py:f"));
        var graph = Code.Graph($"""
            a.py: f g
            tests/test_a.py: T {near}
            tests/test_b.py: test_other
            a.py:g calls a.py:f
            tests/test_b.py:test_other calls a.py:g
            {calls}
            """);
        string[] order = Code.Change(graph, "a.py:f").TestNames(graph);

        Assert.InRange(Array.IndexOf(order, "tests/test_b.py:test_other"), 1, 5);
        Assert.Equal(10, order.Length);
    }

    [Fact]
    public void A_few_tests_are_to_be_run_first_and_the_rest_where_there_is_time()
    {
        string tests = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"test_{i}"));
        string calls = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"tests/test_a.py:test_{i} calls a.py:run"));
        var graph = Code.Graph($"""
            a.py: f run
            tests/test_a.py: {tests}
            tests/test_f.py: test_f
            a.py:run calls a.py:f
            tests/test_f.py:test_f calls a.py:f
            {calls}
            """);
        var result = Code.Change(graph, "a.py:f");

        Assert.Equal("tests/test_f.py:test_f", result.TestNames(graph)[0]);
        Assert.InRange(result.RunFirst, 20, 25);
        Assert.Equal(61, result.Tests.Count);
    }

    [Fact]
    public void Where_the_way_to_the_tests_is_lost_those_that_import_are_asked()
    {
        // What uses f is known, but not who uses that: a class made by its metaclass, a callback of a framework.
        var graph = Code.Graph("""
            a.py: f g
            test_a.py: test_one
            a.py:g calls a.py:f
            test_a.py imports a.py
            """);
        var result = Code.Change(graph, "a.py:f");

        Assert.Equal((TestEvidence.Imports, "test_a.py:test_one"), (result.Tests[0].Evidence, result.TestNames(graph)[0]));
    }

    [Fact]
    public void A_file_tests_py_holds_tests_unless_the_product_imports_it()
    {
        var graph = Code.Graph("""
            polls/models.py: f
            polls/tests.py: FTests FTests.test_f
            votes/tests.py: test_vote
            jinja/tests.py: test_odd
            jinja/defaults.py:
            polls/tests.py:FTests.test_f calls polls/models.py:f
            polls/tests.py imports polls/models.py
            votes/tests.py imports polls/tests.py
            jinja/defaults.py imports jinja/tests.py
            jinja/tests.py:test_odd calls polls/models.py:f
            """);
        var result = Code.Change(graph, "polls/models.py:f");

        Assert.Equal(["polls/tests.py:FTests.test_f"], result.TestNames(graph));
    }

    [Fact]
    public void Files_that_changed_together_before_bring_their_tests_forward()
    {
        var graph = Code.Graph("""
            a.py: f
            tests/test_x.py: test_one
            tests/test_y.py: test_two
            tests/test_x.py:test_one calls a.py:f
            tests/test_y.py:test_two calls a.py:f
            """);
        var request = Code.Request(graph, "a.py:f");
        var without = new BasicImpactAnalyzer().Analyze(request, graph, TestContext.Current.CancellationToken);
        var with = new BasicImpactAnalyzer().Analyze(request with { History = [new CoChange("a.py", "tests/test_y.py", 8, 9)] }, graph, TestContext.Current.CancellationToken);

        Assert.Equal(["tests/test_x.py:test_one", "tests/test_y.py:test_two"], without.TestNames(graph));
        Assert.Equal(["tests/test_y.py:test_two", "tests/test_x.py:test_one"], with.TestNames(graph));
    }

    [Theory]
    [InlineData("visit_AsyncFor", "visit async for")]
    [InlineData("HTTPServer2.do_GET", "http serv 2 do")]
    [InlineData("parsing_errors", "pars error")]
    [InlineData("__init__", "")]
    public void Names_are_taken_apart_into_words(string name, string expected)
    {
        var graph = Code.Graph($"x.py: {string.Join(' ', name.Split('.').Select((_, i) => string.Join('.', name.Split('.').Take(i + 1))))}");
        var words = NameWords.Of(graph.Node(graph.NodeCount - 1)).Keys.Where(w => w != "x");

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), words.Order());
    }

    [Theory]
    [InlineData("tests/x.py", true)]
    [InlineData("src/test_x.py", true)]
    [InlineData("x_test.py", true)]
    [InlineData("src/jinja2/tests.py", false)]
    [InlineData("src/testing.py", false)]
    [InlineData("src/latest/x.py", false)]
    [InlineData("web/x.test.ts", true)]
    public void Test_files_are_known_by_their_names(string path, bool expected) => Assert.Equal(expected, TestConventions.IsTestFile(path));

    [Theory]
    [InlineData("(self, a: int = f(1, 2), *rest, b=(c, d), **more) -> str", "self,a,rest,b,more")]
    [InlineData("(a, /, b, *, c: dict[str, int])", "a,b,c")]
    [InlineData("()", "")]
    [InlineData(null, "")]
    public void Parameters_are_read_from_signatures(string? signature, string expected) => Assert.Equal(expected, string.Join(',', Fixtures.Parameters(signature)));
}
