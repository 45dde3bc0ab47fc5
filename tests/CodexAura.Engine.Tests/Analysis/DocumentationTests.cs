using System.Reflection;
using System.Text.RegularExpressions;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Graphs;

namespace CodexAura.Engine.Tests.Analysis;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_code_of_the_engine_is_documented_once_and_no_other()
    {
        var codes = typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        var documented = Regex.Matches(Read("diagnostics.md"), @"^\| (CA1\d{3}) ", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        Assert.Equal(codes.Order(), documented.Order());
    }

    [Fact]
    public void The_documented_limits_are_those_of_the_code()
    {
        string text = Read("command-line.md");
        Assert.Contains($"complexity of {GraphStats.HotSpotMinComplexity} or more whose complexity × connections is {GraphStats.HotSpotMinScore} or more", text, StringComparison.Ordinal);
        Assert.Contains($"Files over {CodexAura.Engine.Scanning.ScanOptions.DefaultMaxFileSize >> 20} MiB", text, StringComparison.Ordinal);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
}
