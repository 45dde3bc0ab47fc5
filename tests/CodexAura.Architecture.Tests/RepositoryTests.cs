using System.Text.RegularExpressions;

namespace CodexAura.Architecture.Tests;

public sealed partial class RepositoryTests
{
    private const int MostLines = 400;

    [Fact]
    public void Every_project_is_in_the_solution_and_every_project_of_the_solution_is_there()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "CodexAura.sln"));
        var listed = SolutionProject().Matches(solution).Select(match => match.Groups[1].Value.Replace('\\', '/'));

        Assert.Equal(Repository.Projects.Select(project => project.Path), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_source_file_is_too_long_to_read()
    {
        var sources = Repository.Files("*.cs").Where(file => !Repository.Relative(file).Contains("Generated", StringComparison.Ordinal)).ToArray();
        var tooLong = sources.Where(file => File.ReadLines(file).Skip(MostLines).Any()).Select(Repository.Relative);

        Assert.NotEmpty(sources);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_test_project_is_run_as_one()
    {
        // Directory.Build.props makes a test project of what ends in .Tests; a misnamed one would be built and never run.
        var uses = Repository.Files("*.cs").Where(file => FactAttribute().IsMatch(File.ReadAllText(file)))
            .Select(file => Repository.Relative(file).Split('/')).Where(parts => parts[0] == "tests" && !parts[1].EndsWith(".Tests", StringComparison.Ordinal));

        Assert.Empty(uses.Select(parts => string.Join('/', parts)));
    }

    [GeneratedRegex("""= "[^"]+", "([^"]+\.csproj)", """)]
    private static partial Regex SolutionProject();

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex FactAttribute();
}
