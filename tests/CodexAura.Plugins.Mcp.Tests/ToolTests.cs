using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary>What the tools say about the sample repository.</summary>
public sealed class ToolTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("Cart.add", "src/shop/cart.py", "Cart.add")]
    [InlineData("shop.cart.Cart.add", "src/shop/cart.py", "Cart.add")]
    [InlineData("PRICELIST", "src/shop/pricing/engine.py", "PriceList")]
    [InlineData("ordServ", "src/shop/orders/service.py", "OrderService")]
    public async Task A_symbol_is_found_by_what_is_remembered(string query, string path, string name)
    {
        var result = await CallAsync("find_symbol", new() { ["query"] = query });
        var first = result.Data()["matches"]![0]!;
        Assert.Equal((path, name), ((string?)first["path"], (string?)first["symbol"]));
        Assert.Contains($"{path}:{first["lines"]![0]}-{first["lines"]![1]}", result.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kind_and_path_narrow_a_search()
    {
        var data = (await CallAsync("find_symbol", new() { ["query"] = "put", ["kind"] = "function", ["path"] = "src/shop/storage" })).Data();
        Assert.NotEmpty(data["matches"]!.AsArray());
        Assert.All(data["matches"]!.AsArray(), m => Assert.StartsWith("src/shop/storage/", (string?)m!["path"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("find_symbol", "query")]
    [InlineData("read_symbol", "symbol")]
    [InlineData("get_dependencies", "symbol")]
    public async Task An_unknown_symbol_is_an_error_with_the_nearest_names(string tool, string argument)
    {
        string text = (await server.Session.CallAsync(tool, new() { [argument] = "OrderSrvice.plcae" })).Fails("There is no symbol 'OrderSrvice.plcae'");
        string[] near = text.Split('\n')[1..];
        Assert.InRange(near.Length, 1, 5);
        Assert.Contains(near, n => n.Contains("OrderService.place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callers_come_with_the_line_of_each_call()
    {
        var result = await CallAsync("get_dependencies", new() { ["symbol"] = "Cart.add", ["relation"] = "callers" });
        var caller = result.Data()["callers"]![0]!;
        int line = (int)caller["lines"]![0]!;
        string source = File.ReadAllLines(server.Shop.Full((string)caller["path"]!))[line - 1].Trim();
        Assert.Contains("add(", source, StringComparison.Ordinal);
        Assert.Equal(source, (string?)caller["code"]);
        Assert.Contains(source, result.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bases_subclasses_imports_and_depth_are_followed()
    {
        var provider = (await CallAsync("get_dependencies", new() { ["symbol"] = "PaymentProvider", ["relation"] = "subclasses" })).Data();
        Assert.Contains("src/shop/payments/card.py", provider["subclasses"]!.AsArray().Select(s => (string?)s!["path"]));
        var imports = (await CallAsync("get_dependencies", new() { ["symbol"] = "src/shop/money.py", ["relation"] = "importers" })).Data();
        Assert.Contains("src/shop/cart.py", imports["importers"]!.AsArray().Select(s => (string?)s!["path"]));
        var deep = (await CallAsync("get_dependencies", new() { ["symbol"] = "Money.zero", ["relation"] = "callers", ["depth"] = 3, ["max_tokens"] = 20000 })).Data();
        Assert.Contains(deep["callers"]!.AsArray(), c => (int?)c!["depth"] == 2 && c["via"] is not null);
    }

    [Fact]
    public async Task A_symbol_is_read_with_its_decorators_and_line_numbers()
    {
        var result = await CallAsync("read_symbol", new() { ["symbol"] = "Cart.from_wishes" });
        string[] file = File.ReadAllLines(server.Shop.Full("src/shop/cart.py"));
        int from = (int)result.Data()["start_line"]!;
        Assert.Equal("@staticmethod", file[from - 1].Trim());
        string[] shown = ((string)result.Data()["source"]!).Split('\n');
        Assert.Equal(file[(from - 1)..(from - 1 + shown.Length)], shown);
        Assert.Contains($"{from + 1}\t{file[from]}", result.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_comes_as_an_outline_or_in_pieces()
    {
        var outline = (await CallAsync("read_symbol", new() { ["symbol"] = "src/shop/money.py", ["max_tokens"] = 900 })).Data();
        Assert.Contains("Money.percent", outline["outline"]!.AsArray().Select(m => (string?)m!["symbol"]));
        Assert.Null(outline["source"]);

        string[] file = File.ReadAllLines(server.Shop.Full("src/shop/money.py"));
        var whole = new List<string>();
        for (int line = 1; line <= file.Length;)
        {
            var piece = (await CallAsync("read_symbol", new() { ["symbol"] = "src/shop/money.py", ["start_line"] = line, ["max_tokens"] = 700 })).Data();
            string[] lines = ((string)piece["source"]!).Split('\n');
            Assert.InRange(lines.Length, 1, file.Length);
            whole.AddRange(lines);
            line += lines.Length;
        }
        Assert.Equal(file, whole);
    }

    [Fact]
    public async Task Context_for_a_task_shows_the_code_that_matters_within_the_budget()
    {
        var result = await CallAsync("get_context", new() { ["task"] = "A discount is larger than the price of the cart: PriceList.quote returns a negative total", ["max_tokens"] = 3000 });
        var items = result.Data()["items"]!.AsArray();
        Assert.Contains(items.Take(5), i => (string?)i!["path"] == "src/shop/pricing/engine.py");
        Assert.Contains(items, i => i!["code"] is not null);
        (await server.Session.CallAsync("get_context")).Fails("say what for");
    }

    [Fact]
    public async Task Impact_names_risk_reasons_and_tests()
    {
        var data = (await CallAsync("analyze_impact", new() { ["symbols"] = new JsonArray("Cart.add") })).Data();
        Assert.Contains((string?)data["risk"], (string[])["unknown", "low", "medium", "high", "critical"]);
        Assert.NotEqual("", (string?)data["reasons"]);
        Assert.Contains("tests/test_catalogue.py::CartTest::test_adding_twice_makes_one_line", data["tests"]!.AsArray().Select(t => (string?)t!["test"]));
        Assert.Equal("none", (string?)(await CallAsync("analyze_impact", [])).Data()["risk"]);
        (await server.Session.CallAsync("analyze_impact", new() { ["since"] = "nonsense" })).Fails("nonsense");
    }

    [Fact]
    public async Task The_overview_names_packages_entry_points_hubs_and_tests()
    {
        var data = (await CallAsync("graph_overview", new() { ["max_tokens"] = 20000 })).Data();
        Assert.Contains("src/shop/pricing", data["packages"]!.AsArray().Select(p => (string?)p!["path"]));
        Assert.Contains("src/shop/__main__.py", data["entry_points"]!.AsArray().Select(p => (string?)p!["path"]));
        Assert.Equal("Money", (string?)data["hubs"]![0]!["symbol"]);
        Assert.Equal("tests", (string?)data["tests"]![0]!["path"]);
        Assert.NotEmpty(data["unresolved"]!.AsArray());
        var zoomed = (await CallAsync("graph_overview", new() { ["path"] = "src/shop/pricing" })).Data();
        Assert.All(zoomed["packages"]!.AsArray(), p => Assert.StartsWith("src/shop/pricing", (string?)p!["path"], StringComparison.Ordinal));
        (await server.Session.CallAsync("graph_overview", new() { ["path"] = "nowhere" })).Fails("no folder 'nowhere'");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(1500)]
    public async Task No_answer_is_larger_than_asked_for_and_what_is_left_out_is_said(int budget)
    {
        foreach (var (tool, arguments) in Calls())
        {
            arguments["max_tokens"] = budget;
            var result = await CallAsync(tool, arguments);
            int tokens = Tokens.Count(result.Text()) + Tokens.Count(result.Data());
            Assert.True(tokens <= budget, $"{tool} has {tokens} tokens of {budget}:\n{result.Text()}");
        }
        var cut = await CallAsync("graph_overview", new() { ["max_tokens"] = budget });
        Assert.Contains("raise max_tokens", cut.Text(), StringComparison.Ordinal);
        Assert.NotEmpty(cut.Data()["left_out"]!.AsArray());
    }

    [Fact]
    public async Task Every_answer_says_of_which_commit_it_is()
    {
        string commit = server.Shop.Git("rev-parse", "HEAD")[..10];
        foreach (var (tool, arguments) in Calls())
        {
            var result = await CallAsync(tool, arguments);
            Assert.Contains($"[commit {commit}; up to date]", result.Text(), StringComparison.Ordinal);
            Assert.Equal(commit, (string?)result.Data()["graph"]!["commit"]);
            Assert.Empty(result.Data()["graph"]!["stale_files"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("find_symbol", """{"query": 5}""", "'query' must be a text")]
    [InlineData("find_symbol", "{}", "'query' is required")]
    [InlineData("find_symbol", """{"query": ""}""", "'query' is empty")]
    [InlineData("find_symbol", """{"query": "x", "kind": "module"}""", "'kind' must be one of class, function, file")]
    [InlineData("find_symbol", """{"query": "x", "name": "y"}""", "there is no argument 'name'")]
    [InlineData("get_dependencies", """{"symbol": "Cart", "depth": 50}""", "'depth' must be between 1 and 5")]
    [InlineData("get_dependencies", """{"symbol": "Cart", "depth": "deep"}""", "'depth' must be a whole number")]
    [InlineData("get_context", """{"files": [1]}""", "'files' must be a list of texts")]
    [InlineData("refresh", """{"full": "perhaps"}""", "'full' must be true or false")]
    [InlineData("graph_overview", """{"max_tokens": 1}""", "'max_tokens' must be between 200")]
    public async Task Bad_arguments_are_errors_that_say_what_is_right(string tool, string arguments, string expected)
    {
        string text = (await server.Session.CallAsync(tool, JsonNode.Parse(arguments)!.AsObject())).Fails(expected);
        Assert.Contains("Arguments: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_plainly_meant_is_taken()
    {
        var data = (await CallAsync("get_dependencies", new() { ["symbol"] = "src/shop/cart.py::function::Cart.add", ["depth"] = "1", ["relation"] = "CALLERS", ["path"] = null })).Data();
        Assert.NotEmpty(data["callers"]!.AsArray());
        await CallAsync("get_context", new() { ["files"] = "src/shop/cart.py" });
        await CallAsync("read_symbol", new() { ["symbol"] = server.Shop.Full("src/shop/cart.py") });
    }

    private static IEnumerable<(string Tool, JsonObject Arguments)> Calls() =>
    [
        ("find_symbol", new() { ["query"] = "add" }), ("get_dependencies", new() { ["symbol"] = "Money" }), ("read_symbol", new() { ["symbol"] = "Cart" }),
        ("read_symbol", new() { ["symbol"] = "OrderService.place" }), ("graph_overview", []), ("refresh", []), ("get_context", new() { ["task"] = "the cart's total is wrong" }),
        ("analyze_impact", new() { ["files"] = new JsonArray("src/shop/money.py") }),
    ];

    private async Task<JsonObject> CallAsync(string tool, JsonObject arguments) => (await server.Session.CallAsync(tool, arguments)).Succeeds();
}
