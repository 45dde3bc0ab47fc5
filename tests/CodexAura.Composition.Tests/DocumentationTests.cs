using System.Reflection;
using System.Text.RegularExpressions;

namespace CodexAura.Composition.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_code_of_a_plugin_is_documented_once_and_no_other()
    {
        var codes = typeof(PluginCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "diagnostics.md"));
        var documented = Regex.Matches(text, @"^\| (AURA1\d{3}) ", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        Assert.Equal(codes.Order(), documented.Order());
    }
}
