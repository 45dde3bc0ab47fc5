using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Tests;

public sealed class RiskTests
{
    private static readonly RiskLevel[] Certain = [RiskLevel.Low, RiskLevel.Medium, RiskLevel.High, RiskLevel.Critical];

    [Fact]
    public void What_everything_needs_is_critical()
    {
        string users = string.Join('\n', Enumerable.Range(0, 120).Select(i => $"u{i}.py: use"));
        string calls = string.Join('\n', Enumerable.Range(0, 120).Select(i => $"u{i}.py:use calls a.py:f"));

        Assert.Equal(RiskLevel.Critical, Code.Change($"a.py: f\n{users}\n{calls}", "a.py:f").Risk.Level);
    }

    [Theory]
    [InlineData("imports")]
    [InlineData("calls")]
    public void A_file_that_everything_needs_is_never_low(string how)
    {
        string users = string.Join('\n', Enumerable.Range(0, 10).Select(i => $"u{i}.py: use"));
        string edges = string.Join('\n', Enumerable.Range(0, 10).Select(i => how == "calls" ? $"u{i}.py:use calls a.py:f" : $"u{i}.py imports a.py"));
        var graph = Code.Graph($"a.py: f\n{users}\n{edges}");
        var risk = new BasicImpactAnalyzer().Analyze(new ImpactRequest { ChangedFiles = ["a.py"], Mentions = [] }, graph, TestContext.Current.CancellationToken).Risk;

        Assert.True(risk.Level >= RiskLevel.Medium, $"{risk.Level} {risk.Score}");
    }

    [Fact]
    public void Size_and_recent_fixes_of_code_raise_the_score_those_of_tests_do_not()
    {
        var graph = Code.Graph("a.py: f\ntest_a.py: test_f");
        double With(params FileChange[] changes) => new BasicImpactAnalyzer()
            .Analyze(Code.Request(graph, "a.py:f", "test_a.py:test_f") with { FileChanges = changes }, graph, TestContext.Current.CancellationToken).Risk.Score;

        Assert.True(With(new FileChange("a.py", 10, 0, 0)) > With());
        Assert.True(With(new FileChange("a.py", 10, 9, 5)) > With(new FileChange("a.py", 10, 9, 0)));
        Assert.Equal(With(), With(new FileChange("test_a.py", 400, 9, 9)));
    }

    [Fact]
    public void A_name_too_common_to_look_for_makes_the_risk_of_an_uncalled_definition_unknown()
    {
        string others = string.Join('\n', Enumerable.Range(0, 25).Select(i => $"c{i}.py: C C.default"));
        var risk = Code.Change($"a.py: A A.default A.special\n{others}", "a.py:A.default").Risk;

        Assert.Equal(RiskLevel.Unknown, risk.Level);
        Assert.Contains(risk.Reasons, r => r.Contains("too common", StringComparison.Ordinal));
        Assert.Equal(RiskLevel.Low, Code.Change($"a.py: A A.default A.special\n{others}", "a.py:A.special").Risk.Level);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_name_in_configuration_affects_no_node_and_counts_as_a_possible_user(int depth)
    {
        var graph = Code.Graph("a.py: main\nb.py: g");
        int main = Code.Find(graph, "a.py:main");
        var request = Code.Request(graph, "a.py:main") with { Depth = depth, Mentions = [new NameMention(main, -1, 1, 1), new NameMention(main, Code.Find(graph, "b.py:g"), 2, 1)] };
        var result = new BasicImpactAnalyzer().Analyze(request, graph, TestContext.Current.CancellationToken);

        Assert.Equal(["b.py:g"], result.Names(graph));
        Assert.Contains(result.Risk.Reasons, r => r.StartsWith("One place is outside of the analysed files", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Guessed_callers_alone_make_the_risk_unknown(int callers)
    {
        string text = "a.py: f\n" + string.Join('\n', Enumerable.Range(0, callers).Select(i => $"u{i}.py: use\nu{i}.py:use calls a.py:f guess"));
        var risk = Code.Change(text, "a.py:f").Risk;

        Assert.True(risk.Level is RiskLevel.Unknown or RiskLevel.High or RiskLevel.Critical, $"{risk.Level} rests on guesses.");
        Assert.Contains(risk.Reasons, r => r.Contains("guess", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_stand_where_no_edge_leads_make_the_risk_unknown()
    {
        var graph = Code.Graph("""
            a.py: C C.run
            b.py: g
            """);
        var request = Code.Request(graph, "a.py:C.run");
        var without = new BasicImpactAnalyzer().Analyze(request, graph, TestContext.Current.CancellationToken);
        var with = new BasicImpactAnalyzer().Analyze(
            request with { Mentions = [new NameMention(Code.Find(graph, "a.py:C.run"), Code.Find(graph, "b.py:g"), 3, 1)] }, graph, TestContext.Current.CancellationToken);

        Assert.Equal(RiskLevel.Low, without.Risk.Level);
        Assert.Equal(RiskLevel.Unknown, with.Risk.Level);
        Assert.Equal(["b.py:g"], with.Names(graph).Where(n => n.StartsWith("b.py:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_mention_that_an_edge_explains_is_no_ignorance()
    {
        var graph = Code.Graph("""
            a.py: f
            b.py: g
            b.py:g calls a.py:f
            """);
        var result = new BasicImpactAnalyzer().Analyze(
            Code.Request(graph, "a.py:f") with { Mentions = [new NameMention(Code.Find(graph, "a.py:f"), Code.Find(graph, "b.py:g"), 1, 1)] }, graph, TestContext.Current.CancellationToken);

        Assert.Equal(RiskLevel.Low, result.Risk.Level);
    }

    [Fact]
    public void Methods_that_are_called_by_a_name_made_at_run_time_are_unknown()
    {
        Assert.Equal(RiskLevel.Unknown, Code.Change("a.py: V V.visit_a V.visit_b V.visit_c", "a.py:V.visit_a").Risk.Level);
        Assert.Equal(RiskLevel.Unknown, Code.Change("a.py: V V.__getattr__", "a.py:V.__getattr__").Risk.Level);
        Assert.Equal(RiskLevel.Low, Code.Change("a.py: V V.first_a V.second_b V.third_c", "a.py:V.first_a").Risk.Level);
    }

    [Theory]
    [InlineData("unknown receiver", RiskLevel.Unknown)]
    [InlineData("too many possible values", RiskLevel.Unknown)]
    [InlineData("work limit", RiskLevel.Unknown)]
    [InlineData("external or builtin", RiskLevel.Low)]
    public void Where_nobody_looked_for_names_an_unresolved_graph_says_nothing_about_uncalled_definitions(string reason, RiskLevel expected)
    {
        var builder = new GraphBuilder();
        int file = builder.AddFile("a.py", 10);
        builder.AddDefinition(NodeType.Function, file, "f", 1, 2, 1);
        builder.AddUnresolved(EdgeTypes.Calls, reason, 50);
        var graph = builder.Build(new RepositoryInfo("/r", "r", null));
        var result = new BasicImpactAnalyzer().Analyze(new ImpactRequest { ChangedSymbols = ["a.py::function::f"] }, graph, TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Risk.Level);
        Assert.Equal(expected == RiskLevel.Unknown, result.Risk.Reasons.Any(r => r.Contains("could not be resolved", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("native/fast.c", RiskLevel.Unknown)]
    [InlineData("new.py", RiskLevel.Unknown)]
    [InlineData("README.md", RiskLevel.Low)]
    public void Files_that_the_graph_lacks_are_unknown_unless_they_hold_no_code(string path, RiskLevel expected)
    {
        var result = new BasicImpactAnalyzer().Analyze(new ImpactRequest { ChangedFiles = [path], Mentions = [] }, Code.Graph("a.py: f"), TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Risk.Level);
        Assert.Contains(result.Notes, n => n.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public void No_change_is_no_risk_and_is_explained()
    {
        var result = new BasicImpactAnalyzer().Analyze(new ImpactRequest(), Code.Graph("a.py: f"), TestContext.Current.CancellationToken);

        Assert.Equal((RiskLevel.Low, 0.0), (result.Risk.Level, result.Risk.Score));
        Assert.Equal("Nothing changed, so nothing is affected.", Assert.Single(result.Notes));
    }

    [Fact]
    public void The_score_is_what_its_parts_say()
    {
        var risk = Code.Change("a.py: f\nb.py: g h\nb.py:g calls a.py:f\nb.py:h calls b.py:g", "a.py:f").Risk;

        Assert.Equal(risk.Score, 1 - risk.Parts.Aggregate(1.0, (left, part) => left * (1 - part.Share)), 6);
        Assert.Contains(risk.Level, Certain);
        Assert.Contains(risk.Parts, p => p.Name == "reach" && p.Value > 1);
    }

    [Theory]
    [InlineData("a.py", "f", true)]
    [InlineData("a.py", "_f", false)]
    [InlineData("_a.py", "f", false)]
    [InlineData("__init__.py", "f", true)]
    [InlineData("_vendor/a.py", "f", false)]
    [InlineData("tests/a.py", "f", false)]
    public void Public_is_what_no_underscore_hides(string path, string name, bool expected)
    {
        Assert.Equal(expected, Code.Change($"{path}: {name}", $"{path}:{name}").PublicApi.Count == 1);
    }
}
