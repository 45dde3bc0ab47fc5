namespace CodexAura.Sdk.Testing.Tests;

public class FixtureMistakeTests
{
    [Theory]
    [InlineData("", "The fixture has no file; start it with '#- path'.")]
    [InlineData("fun f", "line 1 stands before the first file")]
    [InlineData("#- /etc/a.toy\n", "line 1 has the path '/etc/a.toy'; paths are relative")]
    [InlineData("#- ../a.toy\n", "line 1 has the path '../a.toy'")]
    [InlineData("#- a.toy\n#- a.toy\n", "line 2 starts 'a.toy' a second time")]
    [InlineData("#- a.toy\n# ^ calls f\n", "line 2 has carets, but no source line above it")]
    [InlineData("#- a.toy\nfun f\n#- b.toy\n# ^ calls f\n", "line 4 has carets, but no source line above it")]
    [InlineData("#- a.toy\nfun f\n\n# ^ calls f\n", "line 4 has carets that point to an empty line")]
    [InlineData("#- a.toy\nfun f\nend\n# ^\n", "line 4 has carets, but behind them there is no 'verb target'")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ calls\n", "line 4 lacks a target after 'calls'")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ calls f,, f\n", "line 4 lacks a target after 'calls'")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ cals f\n", "line 4 has the unknown verb 'cals'; there are imports, calls, extends, node")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ CALLS f\n", "line 4 has the unknown verb 'CALLS'")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ calls(maybe) f\n", "line 4 has the confidence 'maybe'; there are exact, inferred and heuristic")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ calls g\n", "line 4 says 'g', but the graph has no such node; it has a.toy, f")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ calls f from g\n", "line 4 says 'g', but the graph has no such node")]
    [InlineData("#- a.toy\nfun f\nend\n#- b.toy\nfun f\nend\n# ^ calls f\n", "line 7 says 'f', which is not unique; write one of a.toy::f, b.toy::f")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ node method f\n", "line 4 has no 'node class NAME' or 'node function NAME'")]
    [InlineData("#- a.toy\nfun f\nend\n# ^ node function f size=3\n", "line 4 has 'size=3' where one of complexity=…, lines=…")]
    public void A_mistake_in_the_fixture_is_named_with_its_place(string fixture, string message)
    {
        var mistake = Assert.Throws<FixtureException>(() => AnalyzerFixture.Check(new ToyAnalyzer(), fixture));

        Assert.Contains(message, mistake.Message);
        Assert.Null(mistake.Actual);
    }

    [Fact]
    public void Ordinary_comments_are_source() =>
        Assert.Equal(3, AnalyzerFixture.Check(new ToyAnalyzer(), "#- a.toy\nfun f\n# a comment\nend\n")
            .Node(1).LineEnd);
}
