using System.Text.Json;

namespace CodexAura.EndToEnd.Tests;

/// <summary><c>why</c> and <c>why-not</c> on the sample, as a user runs them.</summary>
public sealed class WhyTests(AnalyzedShop shop)
{
    private readonly Aura _aura = shop.Aura;

    [Fact]
    public async Task An_edge_is_explained_with_source_lines_and_a_missing_one_is_too()
    {
        string why = await SuccessAsync("why", Aura.Shop, "buy", "OrderService.place");
        Assert.Contains("CALLS in line 31, inferred", why, StringComparison.Ordinal);
        Assert.Contains("src/shop/cli.py:30  service = OrderService(open_orders(arguments.data))", why, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await SuccessAsync("why", Aura.Shop, "buy", "OrderService.place", "--json"));
        var evidence = Assert.Single(json.RootElement.GetProperty("evidence").EnumerateArray());
        Assert.Equal(("CALLS", 31, "inferred"), (evidence.GetProperty("type").GetString(), evidence.GetProperty("line").GetInt32(), evidence.GetProperty("confidence").GetString()));
        Assert.Equal("class OrderService:", evidence.GetProperty("steps")[0].GetProperty("code").GetString());

        var missing = await _aura.RunAsync("why", Aura.Shop, "buy", "OrderService.cancel");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("There is no such edge", missing.Output, StringComparison.Ordinal);
        Assert.Contains("There is no such edge", await SuccessAsync("why-not", Aura.Shop, "buy", "OrderService.cancel"), StringComparison.Ordinal);
    }

    private async Task<string> SuccessAsync(params string[] arguments)
    {
        var run = await _aura.RunAsync(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }
}
