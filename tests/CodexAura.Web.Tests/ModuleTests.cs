using System.Net;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>Web modules of strangers: a Carter module in a plugin folder is all it takes, and none takes the server down.</summary>
public sealed class ModuleTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_strangers_module_is_in_the_server_and_in_the_document()
    {
        await using var host = await TestServerHost.StartAsync(_workspace.Data, plugins: "WebModule");
        var client = await host.ClientAsync();
        var contract = await ApiContract.ReadAsync(host.PlainClient());

        var greeting = await client.GetJsonAsync("/hello/you");
        Assert.Equal("Hello you", greeting.Text("text"));
        Assert.True(greeting.GetProperty("store_count").GetInt32() > 1);
        Assert.Equal("hello", (string?)contract.Document["paths"]!["/hello/{name}"]!["get"]!["operationId"]);
        Assert.Contains("Greetings", contract.Document["tags"]!.AsArray().Select(tag => (string?)tag!["name"]));
    }

    [Fact]
    public async Task What_is_wrong_in_a_strangers_module_is_told_like_everywhere()
    {
        await using var host = await TestServerHost.StartAsync(_workspace.Data, plugins: "WebModule");
        var client = host.PlainClient();
        var wrong = await client.GetJsonAsync("/hello-number?number=x", HttpStatusCode.BadRequest);
        var failed = await client.GetJsonAsync("/hello-failure", HttpStatusCode.InternalServerError);

        Assert.Equal(("request.invalid", "number"), (wrong.Text("code"), wrong.Text("field")));
        Assert.Equal("internal", failed.Text("code"));
        Assert.DoesNotContain("secret", failed.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_module_takes_nothing_down_and_takes_nothing_away()
    {
        await using var host = await TestServerHost.StartAsync(_workspace.Data, plugins: ["BrokenWebModule", "WebModule"]);
        var client = await host.ClientAsync();

        await client.GetJsonAsync("/half-mapped", HttpStatusCode.NotFound);
        await client.GetJsonAsync("/hello/you");
        Assert.Equal("graph.not_found", (await client.GetJsonAsync("/api/v1/graph/0000000000000000", HttpStatusCode.NotFound)).Text("code"));
        Assert.Equal(
        [
            "AURA1304 The services of CodexAura.TestPlugins.ThrowingServices are left out: no services today",
            "AURA1304 The routes of CodexAura.TestPlugins.GreedyModule are left out: GET /api/v1/graph/{} is there already",
            "AURA1304 The routes of CodexAura.TestPlugins.ThrowingModule are left out: no routes today",
        ], await WarningsAsync(client, "test.broken-web-module"));
    }

    [Fact]
    public async Task A_module_that_hangs_is_left_behind_and_told_and_the_server_starts()
    {
        var limit = new ServerOptions { ModuleLimit = TimeSpan.FromSeconds(1.5) };
        await using var host = await TestServerHost.StartAsync(_workspace.Data, limit, plugins: ["HangingModule", "WebModule"]);
        var client = await host.ClientAsync();

        await client.GetJsonAsync("/half-mapped", HttpStatusCode.NotFound);
        await client.GetJsonAsync("/hello/you");
        Assert.Equal(
        [
            "AURA1304 The services of CodexAura.TestPlugins.HangingServices are left out: ConfigureServices took longer than 1.5 s and was left behind. Files, locks and the network are for later, when a request comes.",
            "AURA1304 The routes of CodexAura.TestPlugins.HangingRoutes are left out: AddRoutes took longer than 1.5 s and was left behind. Files, locks and the network are for later, when a request comes.",
        ], await WarningsAsync(client, "test.hanging-module"));
    }

    private static async Task<string[]> WarningsAsync(HttpClient client, string plugin) =>
        [.. (await client.GetJsonAsync("/api/v1/plugins")).GetProperty("plugins").EnumerateArray().Single(entry => entry.Text("id") == plugin)
            .GetProperty("warnings").EnumerateArray().Select(warning => $"{warning.Text("code")} {warning.Text("message")}")];
}
