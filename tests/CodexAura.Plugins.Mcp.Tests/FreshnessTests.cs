using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary>An answer is never older than its question, and nothing is written into the repository.</summary>
public sealed class FreshnessTests
{
    [Fact]
    public async Task An_edit_is_in_the_very_next_answer()
    {
        using var shop = new Shop();
        await using var session = await RawSession.OpenAsync(shop);
        (await session.CallAsync("find_symbol", new() { ["query"] = "brand_new" })).Fails("no symbol");
        for (int i = 0; i < 5; i++)
        {
            shop.Write("src/shop/added.py", $"from shop.money import Money\n\n\ndef brand_new_{i}():\n    return Money.zero()\n");
            var found = (await session.CallAsync("find_symbol", new() { ["query"] = $"brand_new_{i}" })).Succeeds();
            Assert.Equal("src/shop/added.py", (string?)found.Data()["matches"]![0]!["path"]);
            Assert.Equal(["src/shop/added.py"], found.Data()["graph"]!["changed_files"]!.AsArray().Select(f => (string?)f));
            Assert.Contains("1 file changed since, included: src/shop/added.py", found.Text(), StringComparison.Ordinal);
        }
        var callers = (await session.CallAsync("get_dependencies", new() { ["symbol"] = "Money.zero", ["relation"] = "callers" })).Succeeds();
        Assert.Contains("brand_new_4", callers.Data()["callers"]!.AsArray().Select(c => (string?)c!["symbol"]));
        var impact = (await session.CallAsync("analyze_impact")).Succeeds();
        Assert.Equal(["src/shop/added.py"], impact.Data()["changed"]!.AsArray().Select(c => (string?)c!["path"]));

        File.Delete(shop.Full("src/shop/added.py"));
        (await session.CallAsync("find_symbol", new() { ["query"] = "brand_new_4" })).Fails("no symbol");
        shop.Write("src/shop/money.py", File.ReadAllText(shop.Full("src/shop/money.py")) + "\n\ndef committed():\n    pass\n");
        shop.Commit("more");
        var after = (await session.CallAsync("find_symbol", new() { ["query"] = "committed" })).Succeeds();
        Assert.Equal(shop.Git("rev-parse", "HEAD")[..10], (string?)after.Data()["graph"]!["commit"]);
        Assert.Empty(after.Data()["graph"]!["changed_files"]!.AsArray());
    }

    [Fact]
    public async Task The_first_analysis_reports_progress_and_nothing_is_written_into_the_repository()
    {
        using var shop = new Shop();
        var before = shop.Contents();
        await using (var session = await RawSession.OpenAsync(shop, "--storage", "memory"))
        {
            var result = (await session.RequestAsync("tools/call", new JsonObject
            {
                ["name"] = "refresh", ["arguments"] = new JsonObject { ["full"] = true }, ["_meta"] = new JsonObject { ["progressToken"] = "p1" },
            })).Succeeds();
            Assert.Equal(37, (int)result.Data()["files_read"]!);
            await session.CallAsync("graph_overview");
            await session.CallAsync("analyze_impact");
            var progress = session.Notifications.Where(n => (string?)n["method"] == "notifications/progress").Select(n => n["params"]!).ToArray();
            Assert.NotEmpty(progress);
            Assert.All(progress, p => Assert.Equal("p1", (string?)p["progressToken"]));
            Assert.Contains(progress, p => ((string)p["message"]!).StartsWith("Reading source files", StringComparison.Ordinal));
            double[] values = [.. progress.Select(p => (double)p["progress"]!)];
            Assert.Equal(values.Order().Distinct(), values);
        }
        Assert.Equal(before, shop.Contents());
    }

    [Fact]
    public async Task Without_git_and_without_a_graph_it_works_at_once()
    {
        using var shop = new Shop(git: false);
        await using var session = await RawSession.OpenAsync(shop);
        var result = (await session.CallAsync("find_symbol", new() { ["query"] = "Cart" })).Succeeds();
        Assert.Contains("[not in git; up to date]", result.Text(), StringComparison.Ordinal);
        Assert.Null((string?)result.Data()["graph"]!["commit"]);
        (await session.CallAsync("analyze_impact")).Fails("no git history");
    }

    [Fact]
    public async Task A_graph_that_the_command_line_made_is_used()
    {
        using var shop = new Shop();
        await using (var first = await RawSession.OpenAsync(shop))
            Assert.Equal("updated", (string?)(await first.CallAsync("refresh", new() { ["full"] = true })).Data()["status"]);
        await using var second = await RawSession.OpenAsync(shop);
        Assert.Equal("unchanged", (string?)(await second.CallAsync("refresh")).Data()["status"]);
    }

    [Fact]
    public async Task A_folder_without_sources_or_without_existence_is_an_error_that_says_so()
    {
        using var shop = new Shop();
        Directory.CreateDirectory(shop.Full("empty"));
        await using var empty = RawSession.Start(shop.Data, shop.Folder, ["mcp", shop.Full("empty")]);
        await empty.InitializeAsync("2025-11-25");
        (await empty.CallAsync("graph_overview")).Fails("Nothing to analyse");
        shop.Write("empty/a.py", "def now_there(): pass\n");
        (await empty.CallAsync("find_symbol", new() { ["query"] = "now_there" })).Succeeds();

        await using var none = RawSession.Start(shop.Data, shop.Folder, ["mcp", shop.Full("none")]);
        await none.InitializeAsync("2025-11-25");
        (await none.CallAsync("graph_overview")).Fails("does not exist");
    }
}
