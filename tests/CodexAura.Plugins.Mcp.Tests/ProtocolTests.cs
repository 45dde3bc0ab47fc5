using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Hosting;
using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary>The protocol on standard input and output, line by line.</summary>
public sealed class ProtocolTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    /// <summary>An earlier version than the last; the others are asked for over HTTP, where that needs no process for each.</summary>
    [Fact]
    public async Task A_session_begins_with_the_version_that_is_asked_for_and_says_what_there_is()
    {
        await using var session = RawSession.Start(server.Shop);
        var result = await session.InitializeAsync("2025-06-18");
        Assert.Equal("2025-06-18", (string?)result["protocolVersion"]);
        Assert.Equal("codex-aura", (string?)result["serverInfo"]!["name"]);
        Assert.Contains("find_symbol", (string?)result["instructions"], StringComparison.Ordinal);
        Assert.InRange(Tokens.Count((string)result["instructions"]!), 1, 250);
        foreach (string capability in (string[])["tools", "resources", "prompts", "completions"]) Assert.NotNull(result["capabilities"]![capability]);
        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task Ping_is_answered_while_a_call_runs()
    {
        var call = server.Session.CallAsync("refresh", new() { ["full"] = true });
        Assert.Empty(await server.Session.RequestAsync("ping", null));
        (await call).Succeeds();
    }

    [Fact]
    public async Task Twenty_calls_at_once_are_all_answered()
    {
        var calls = Enumerable.Range(0, 20).Select(i => (i % 4) switch
        {
            0 => server.Session.CallAsync("find_symbol", new() { ["query"] = "Cart.add" }),
            1 => server.Session.CallAsync("get_dependencies", new() { ["symbol"] = "Money", ["depth"] = 2 }),
            2 => server.Session.CallAsync("read_symbol", new() { ["symbol"] = "OrderService.place" }),
            _ => server.Session.CallAsync("graph_overview"),
        }).ToArray();
        var results = await Task.WhenAll(calls);
        Assert.All(results, r => r.Succeeds());
        for (int i = 4; i < results.Length; i++) Assert.Equal(results[i - 4].Text(), results[i].Text());
    }

    [Fact]
    public async Task A_cancelled_call_is_not_answered_and_the_next_one_is()
    {
        var (id, answer) = server.Session.AnswerAsync("tools/call", new JsonObject { ["name"] = "refresh", ["arguments"] = new JsonObject { ["full"] = true } });
        server.Session.Notify("notifications/cancelled", new JsonObject { ["requestId"] = id, ["reason"] = "changed my mind" });
        (await server.Session.CallAsync("find_symbol", new() { ["query"] = "Cart" })).Succeeds();
        // It may have been done before the notice came; it must not be an error of the tool.
        if (answer.IsCompletedSuccessfully) Assert.Null((await answer)["error"]);
    }

    [Fact]
    public async Task What_is_no_request_does_no_harm()
    {
        await using var session = await RawSession.OpenAsync(server.Shop);
        session.SendLine("{");
        session.SendLine("[]");
        session.SendLine("\"text\"");
        session.SendLine("");
        Assert.Equal(-32601, (await Assert.ThrowsAsync<RpcException>(() => session.RequestAsync("no/such/method", null))).Code);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<RpcException>(() => session.CallAsync("no_such_tool"))).Code);
        (await session.CallAsync("find_symbol", new() { ["query"] = "Cart" })).Succeeds();
        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_ends_the_server()
    {
        using var shop = new Shop();
        await using var session = await RawSession.OpenAsync(shop);
        _ = session.AnswerAsync("tools/call", new JsonObject { ["name"] = "refresh", ["arguments"] = new JsonObject { ["full"] = true } });
        Assert.Equal(0, await session.EndAsync());
        await using var again = await RawSession.OpenAsync(shop);
        (await again.CallAsync("find_symbol", new() { ["query"] = "Cart" })).Succeeds();
    }

    [Theory]
    [InlineData("text")]
    [InlineData("structured")]
    public async Task The_form_of_answers_can_be_chosen(string form)
    {
        await using var session = await RawSession.OpenAsync(server.Shop, "--answers", form, "--max-tokens", "600");
        var result = (await session.CallAsync("graph_overview")).Succeeds();
        Assert.Equal(form == "structured", result["structuredContent"] is not null);
        Assert.Equal(form == "structured", (await session.RequestAsync("tools/list", null))["tools"]![0]!["outputSchema"] is not null);
        Assert.InRange(Tokens.Count(result.Text()) + Tokens.Count(result["structuredContent"]), 300, 600);
    }

    [Fact]
    public async Task Wrong_usage_is_exit_code_2_and_says_nothing_on_standard_output()
    {
        await using var session = RawSession.Start(server.Shop.Data, server.Shop.Folder, ["mcp", "--nonsense"]);
        await session.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(2, session.Process.ExitCode);
        Assert.Empty(session.Notifications);
    }

    [Theory]
    [InlineData("--max-tokens", "1")]
    [InlineData("--answers", "loud")]
    [InlineData("a", "b")]
    public async Task Values_that_make_no_sense_are_wrong_usage(params string[] arguments)
    {
        var nothing = new NoServices();
        var command = new McpCommand(nothing, nothing, nothing, nothing, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        Assert.Equal(2, await command.RunAsync(arguments, TestContext.Current.CancellationToken));
    }
}
