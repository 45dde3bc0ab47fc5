using System.Text.RegularExpressions;

namespace CodexAura.Architecture.Tests;

/// <summary>Every code that a plugin author may meet has a page, and every page a code.</summary>
public sealed partial class DiagnosticPageTests
{
    [Fact]
    public void Every_code_of_plugins_has_a_page_and_every_page_a_code()
    {
        string[] sources =
        [
            "host/CodexAura.Composition/PluginCodes.cs", "sdk/CodexAura.Sdk.Analyzers/PluginRules.cs",
            "sdk/CodexAura.Sdk/build/CodexAura.Sdk.targets", "analyzers/CodexAura.TreeSitter/build/CodexAura.TreeSitter.targets",
        ];
        var codes = sources.SelectMany(file => Code().Matches(File.ReadAllText(Path.Combine(Repository.Root, file)))).Select(match => match.Groups[1].Value);
        string folder = Path.Combine(Repository.Root, "docs", "plugins", "diagnostics");
        var pages = Directory.EnumerateFiles(folder, "AURA*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
        string index = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.All(codes, code => Assert.Contains($"[{code}]({code}.md)", index, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"(AURA\\d{4})\"")]
    private static partial Regex Code();
}
