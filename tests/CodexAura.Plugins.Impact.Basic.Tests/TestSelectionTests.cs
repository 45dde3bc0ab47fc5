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
