using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

public sealed class ResourceAndPromptTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private RawSession Session => server.Session;

    [Fact]
    public async Task The_overview_and_its_packages_are_resources()
    {
        await Session.CallAsync("refresh");
        var listed = (await Session.RequestAsync("resources/list", null))["resources"]!.AsArray().Select(r => (string)r!["uri"]!).ToArray();
        Assert.Contains("codex-aura://overview", listed);
        Assert.Contains("codex-aura://overview/src/shop/pricing", listed);
        foreach (string uri in listed) Assert.Contains("files", await ReadAsync(uri), StringComparison.Ordinal);
        var templates = (await Session.RequestAsync("resources/templates/list", null))["resourceTemplates"]!.AsArray();
        Assert.Equal(["codex-aura://node/{+id}", "codex-aura://overview/{+path}"], templates.Select(t => (string)t!["uriTemplate"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("codex-aura://node/src/shop/cart.py::function::Cart.add")]
    [InlineData("codex-aura://node/src%2Fshop%2Fcart.py%3A%3Afunction%3A%3ACart.add")]
    [InlineData("codex-aura://node/Cart.add")]
    public async Task A_node_is_a_resource_with_its_source_and_its_neighbours(string uri)
    {
        string text = await ReadAsync(uri);
        Assert.Contains("def add(self, sku", text, StringComparison.Ordinal);
        Assert.Contains("Cart.from_wishes", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codex-aura://node/nothing_like_that")]
    [InlineData("codex-aura://elsewhere")]
    [InlineData("file:///etc/passwd")]
    [InlineData("codex-aura://node/../../etc/passwd")]
    public async Task What_is_not_there_is_not_found(string uri) =>
        Assert.Contains((await Assert.ThrowsAsync<RpcException>(() => ReadAsync(uri))).Code, (int[])[-32002, -32602]);

    [Fact]
    public async Task A_new_package_changes_the_list_and_clients_are_told()
    {
        using var shop = new Shop();
        await using var session = await RawSession.OpenAsync(shop);
        await session.CallAsync("refresh");
        int before = Told(session);
        shop.Write("src/shop/brandnew/__init__.py", "\"\"\"New.\"\"\"\n");
        await session.CallAsync("refresh");
        Assert.Contains("codex-aura://overview/src/shop/brandnew", (await session.RequestAsync("resources/list", null))["resources"]!.AsArray().Select(r => (string)r!["uri"]!));
        Assert.True(Told(session) > before);

        static int Told(RawSession session) => session.Notifications.Count(n => (string?)n["method"] == "notifications/resources/list_changed");
    }

    [Fact]
    public async Task Prompts_bring_what_the_graph_knows()
    {
        var listed = (await Session.RequestAsync("prompts/list", null))["prompts"]!.AsArray();
        Assert.Equal(["explain_module", "plan_change", "review_diff"], listed.Select(p => (string)p!["name"]!).Order(StringComparer.Ordinal));
        Assert.Contains("PriceList", await PromptAsync("explain_module", new() { ["module"] = "src/shop/pricing/engine.py" }), StringComparison.Ordinal);
        Assert.Contains("src/shop/cart.py", await PromptAsync("plan_change", new() { ["task"] = "Cart.add must refuse a negative quantity" }), StringComparison.Ordinal);
        Assert.Contains("Nothing is changed", await PromptAsync("review_diff", []), StringComparison.Ordinal);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<RpcException>(() => PromptAsync("plan_change", []))).Code);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<RpcException>(() => PromptAsync("explain_module", new() { ["module"] = "nowhere" }))).Code);
    }

    [Theory]
    [InlineData("ref/prompt", "name", "explain_module", "module", "src/shop/pr", "src/shop/pricing")]
    [InlineData("ref/resource", "uri", "codex-aura://overview/{+path}", "path", "engine", "src/shop/pricing/engine.py")]
    [InlineData("ref/resource", "uri", "codex-aura://node/{+id}", "id", "Cart.a", "src/shop/cart.py::function::Cart.add")]
    public async Task Arguments_are_completed(string type, string key, string name, string argument, string typed, string expected)
    {
        var completion = (await CompleteAsync(type, key, name, argument, typed))["completion"]!;
        Assert.Contains(expected, completion["values"]!.AsArray().Select(v => (string?)v));
        Assert.InRange(completion["values"]!.AsArray().Count, 1, 100);
    }

    [Fact]
    public async Task An_argument_that_can_be_anything_has_no_completions() =>
        Assert.Empty((await CompleteAsync("ref/prompt", "name", "plan_change", "task", "x"))["completion"]!["values"]!.AsArray());

    private Task<JsonObject> CompleteAsync(string type, string key, string name, string argument, string typed) => Session.RequestAsync("completion/complete", new JsonObject
    {
        ["ref"] = new JsonObject { ["type"] = type, [key] = name }, ["argument"] = new JsonObject { ["name"] = argument, ["value"] = typed },
    });

    private async Task<string> ReadAsync(string uri)
    {
        var content = (await Session.RequestAsync("resources/read", new JsonObject { ["uri"] = uri }))["contents"]![0]!;
        Assert.Equal(uri, (string?)content["uri"]);
        return (string)content["text"]!;
    }

    private async Task<string> PromptAsync(string name, JsonObject arguments)
    {
        var result = await Session.RequestAsync("prompts/get", new JsonObject { ["name"] = name, ["arguments"] = arguments });
        return (string)result["messages"]![0]!["content"]!["text"]!;
    }
}
