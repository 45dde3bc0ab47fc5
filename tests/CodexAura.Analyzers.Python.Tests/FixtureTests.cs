using CodexAura.Sdk.Testing;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>Checks every fixture of Fixtures/*.py: all annotated edges are there, and no others.</summary>
public sealed class FixtureTests : IDisposable
{
    /// <summary>Those whose fixtures are about what running a small program tells; the others are about what is known without.</summary>
    private const string AboutRuns = "Trial";

    private readonly PythonAnalyzer _analyzer = new() { RunsSmallPrograms = false };
    private readonly PythonAnalyzer _runner = new();

    public static IEnumerable<TheoryDataRow<string, string>> All() =>
        from file in FixtureFile.Names()
        from fixture in FixtureFile.Read(file)
        select new TheoryDataRow<string, string>(file, fixture.Title) { TestDisplayName = $"{file}: {fixture.Title}" };

    [Theory]
    [MemberData(nameof(All))]
    public void Holds(string file, string title)
    {
        string fixture = FixtureFile.Read(file).Single(f => f.Title == title).Text;

        AnalyzerFixture.Check(file.StartsWith(AboutRuns, StringComparison.Ordinal) ? _runner : _analyzer, fixture);
    }

    public void Dispose()
    {
        _analyzer.Dispose();
        _runner.Dispose();
    }
}
