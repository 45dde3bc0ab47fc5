using System.Text.Json;

namespace CodexAura.EndToEnd.Tests;

/// <summary>The sample repository from analysis to deletion.</summary>
public sealed class ShopTests(AnalyzedShop shop) : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task The_first_command_prints_figures_worth_reading_and_writes_nothing_into_the_repository()
    {
        string before = Snapshot();
        var run = (await _aura.RunAsync("analyze", Aura.Shop)).Exits(0);
        foreach (string part in (string[])["shop ─", "Python: ", " nodes", " edges", "CALLS", "EXTENDS", "IMPORTS", "confidence", "Most connected", "hot spot", "Not in the graph", "Done in", "scan", "is stored in", "codex-aura deps"])
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
        Assert.DoesNotContain('\x1b', run.Output + run.Error);
        // On a slow machine there may be lines of progress, but nothing to worry about.
        Assert.DoesNotContain("warning", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("error", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_graph_has_the_nodes_and_edges_of_the_source()
    {
        (await _aura.RunAsync("analyze", Aura.Shop, "-o", _aura.In("shop.json"), "--quiet")).Exits(0);
        using var graph = JsonDocument.Parse(await File.ReadAllTextAsync(_aura.In("shop.json"), TestContext.Current.CancellationToken));
        var nodes = graph.RootElement.GetProperty("nodes").EnumerateArray().ToDictionary(n => n.GetProperty("id").GetString()!);
        var edges = graph.RootElement.GetProperty("edges").EnumerateArray()
            .Select(e => $"{e.GetProperty("source")} {e.GetProperty("type")} {e.GetProperty("target")}").ToHashSet();
        Assert.Equal("class", nodes["src/shop/cart.py::class::Cart"].GetProperty("type").GetString());
        Assert.Equal("src/shop/cart.py::class::Cart", nodes["src/shop/cart.py::function::Cart.add"].GetProperty("parent").GetString());
        Assert.Contains("src/shop/cart.py::file IMPORTS src/shop/money.py::file", edges);
        Assert.Contains("src/shop/payments/card.py::class::CardProvider EXTENDS src/shop/payments/base.py::class::PaymentProvider", edges);
        Assert.Contains(edges, e => e.StartsWith("src/shop/orders/service.py::function::OrderService.place CALLS ", StringComparison.Ordinal));
        Assert.Equal(Aura.Shop, graph.RootElement.GetProperty("repository").GetProperty("path").GetString());
    }

    [Fact]
    public async Task The_same_tree_gives_the_same_bytes()
    {
        string[] variants = ["--threads 1 --full", "--threads 2 --full", "--threads 2"];
        var texts = new List<string>();
        foreach (string variant in variants)
        {
            (await _aura.RunAsync(["analyze", Aura.Shop, "-o", _aura.In("g.json"), "-q", .. variant.Split(' ')])).Exits(0);
            texts.Add(WithoutTime(await File.ReadAllTextAsync(_aura.In("g.json"), TestContext.Current.CancellationToken)));
        }
        Assert.All(texts, text => Assert.Equal(texts[0], text));
        var exported = (await _aura.RunAsync("export", Aura.Shop)).Exits(0);
        Assert.Equal(texts[0], WithoutTime(exported.Output));
        var piped = (await _aura.RunAsync("analyze", Aura.Shop, "-o", "-")).Exits(0);
        Assert.Equal(texts[0], WithoutTime(piped.Output));
    }

    [Fact]
    public async Task A_graph_lives_until_it_is_deleted()
    {
        var analyzed = (await _aura.RunAsync("analyze", Aura.Shop, "--json")).Exits(0).Json;
        string id = analyzed.GetProperty("graph_id").GetString()!;
        Assert.Equal("completed", analyzed.GetProperty("status").GetString());
        int nodes = analyzed.GetProperty("stats").GetProperty("total_nodes").GetInt32();

        var listed = Assert.Single((await _aura.RunAsync("list", "--json")).Exits(0).Json.EnumerateArray().ToArray());
        Assert.Equal((id, nodes), (listed.GetProperty("id").GetString(), listed.GetProperty("node_count").GetInt32()));

        foreach (string reference in (string[])[id[..6], Path.GetRelativePath(_aura.Folder, Aura.Shop)])
            Assert.Equal(nodes, (await _aura.RunAsync("stats", reference, "--json")).Exits(0).Json.GetProperty("stats").GetProperty("total_nodes").GetInt32());
        Assert.Contains("Most connected", (await _aura.RunAsync("stats", id)).Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("class Cart", (await _aura.RunAsync("show", id)).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal(nodes, (await _aura.RunAsync("show", id, "--json")).Exits(0).Json.GetProperty("nodes").GetArrayLength());

        Assert.Contains(id, (await _aura.RunAsync("list")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains(id, (await _aura.RunAsync("delete", id[..6])).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("[]", (await _aura.RunAsync("list", "--json")).Exits(0).Output.Trim());
        (await _aura.RunAsync("stats", id)).Exits(1).Says("no graph is stored yet");
    }

    [Fact]
    public async Task Dependencies_are_followed_both_ways()
    {
        const string money = "src/shop/money.py::class::Money";
        var incoming = (await shop.Aura.RunAsync("deps", Aura.Shop, money, "--direction", "in", "--depth", "2", "--json")).Exits(0).Json;
        Assert.Equal(money, incoming.GetProperty("root").GetString());
        Assert.Equal(2, incoming.GetProperty("nodes").EnumerateArray().Max(n => n.GetProperty("distance").GetInt32()));
        Assert.Contains(incoming.GetProperty("edges").EnumerateArray(), e => e.GetProperty("target").GetString() == money);
        var text = (await shop.Aura.RunAsync("deps", Aura.Shop, "Money")).Exits(0);
        Assert.Contains("used by", text.Output, StringComparison.Ordinal);
        (await shop.Aura.RunAsync("deps", Aura.Shop, "Monney")).Exits(1).Says("has no node 'Monney'");
    }

    [Fact]
    public async Task Edge_types_and_exclusions_shape_the_graph()
    {
        (await _aura.RunAsync("analyze", Aura.Shop, "-o", _aura.In("g.json"), "-q", "--edge-types", "imports", "--exclude", "/tests/", "--exclude", "cli.py")).Exits(0);
        using var graph = JsonDocument.Parse(await File.ReadAllTextAsync(_aura.In("g.json"), TestContext.Current.CancellationToken));
        Assert.All(graph.RootElement.GetProperty("edges").EnumerateArray(), e => Assert.Equal("IMPORTS", e.GetProperty("type").GetString()));
        string[] paths = [.. graph.RootElement.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("path").GetString()!)];
        Assert.Contains("src/shop/cart.py", paths);
        Assert.DoesNotContain(paths, p => p.StartsWith("tests/", StringComparison.Ordinal) || p.EndsWith("/cli.py", StringComparison.Ordinal));
    }

    private static string Snapshot() => string.Join('\n', Directory.EnumerateFileSystemEntries(Aura.Shop, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));

    private static string WithoutTime(string json)
    {
        Assert.Matches("\"generated_at\":\"[0-9T:-]+Z\"", json);
        return System.Text.RegularExpressions.Regex.Replace(json, "\"generated_at\":\"[^\"]+\"", "");
    }
}
