using System.Text.Json;

namespace CodexAura.EndToEnd.Tests;

/// <summary>Impact as a continuous integration asks for it.</summary>
public sealed class ImpactTests(AnalyzedShop shop)
{
    private readonly Aura _aura = shop.Aura;

    [Fact]
    public async Task The_answer_can_be_json_a_comment_and_a_list_of_tests()
    {
        string[] question = ["impact", Aura.Shop, "--symbols", "Cart.add", "--no-history"];
        var json = (await _aura.RunAsync([.. question, "--json"])).Exits(0).Json;
        Assert.Equal(json.ToString(), (await _aura.RunAsync([.. question, "--format", "json"])).Exits(0).Json.ToString());
        Assert.Equal(["src/shop/cart.py"], json.GetProperty("changed_files").EnumerateArray().Select(f => f.GetString()));
        JsonElement[] tests = [.. json.GetProperty("affected_tests").EnumerateArray()];
        string[] now = [.. tests.TakeWhile(t => t.GetProperty("run").GetString() == "now").Select(t => t.GetProperty("selector").GetString()!)];
        Assert.NotEmpty(now);
        Assert.All(tests.Skip(now.Length), t => Assert.Equal("later", t.GetProperty("run").GetString()));
        Assert.Equal("tests/test_catalogue.py::CartTest::test_adding_twice_makes_one_line", now[0]);

        var list = (await _aura.RunAsync([.. question, "--format", "tests"])).Exits(0);
        Assert.Equal(now, list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        string level = json.GetProperty("risk").GetProperty("level").GetString()!;
        string comment = (await _aura.RunAsync([.. question, "--format", "markdown"])).Exits(0).Output;
        foreach (string part in (string[])[$"## Impact: {level} risk\n", "### Tests to run first (", now[0], "| score | what | why |", "`src/shop/cli.py`", "</details>"])
            Assert.Contains(part, comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_risk_can_be_made_an_error()
    {
        string[] question = ["impact", Aura.Shop, "--files", "src/shop/money.py", "--no-history", "--format", "markdown"];
        string level = (await _aura.RunAsync([.. question[..5], "--json"])).Exits(0).Json.GetProperty("risk").GetProperty("level").GetString()!;
        Assert.Contains(level, (string[])["medium", "high", "critical"]);

        var failed = (await _aura.RunAsync([.. question, "--fail-on", level])).Exits(3).Says($"The risk is {level}");
        Assert.StartsWith("## Impact", failed.Output, StringComparison.Ordinal);
        (await _aura.RunAsync([.. question, "--fail-on", "unknown"])).Exits(0);
        (await _aura.RunAsync([.. question, "--fail-on", "terrible"])).Exits(2);
        (await _aura.RunAsync([.. question, "--json"])).Exits(2);
    }
}
