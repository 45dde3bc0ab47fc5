using System.Text.RegularExpressions;

namespace CodexAura.Architecture.Tests;

/// <summary>Every store is held to the conformance suite, and no test of it is left out.</summary>
public sealed partial class StoreSuiteTests
{
    public static TheoryData<string> Stores => [.. Repository.Product.Where(project => project.Area == "storage-providers").Select(project => project.Name)];

    [Theory, MemberData(nameof(Stores))]
    public void A_store_runs_the_whole_suite(string name)
    {
        string folder = Path.Combine(Repository.Root, "tests", "CodexAura.Storage.Conformance.Tests");
        var suites = Directory.EnumerateFiles(folder, "*.cs").Select(File.ReadAllText)
            .Where(text => text.Contains($"using {name};", StringComparison.Ordinal) && text.Contains(": GraphStoreConformance", StringComparison.Ordinal)).ToArray();

        string suite = Assert.Single(suites);
        Assert.Matches(RunsAllCases(), suite);
        Assert.DoesNotContain("Skip", suite, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[Theory, MemberData\(nameof\(Cases\)\)\]\s+public Task \w+\(string check\) => CheckAsync\(check, ")]
    private static partial Regex RunsAllCases();
}
