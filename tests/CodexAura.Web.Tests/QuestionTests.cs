using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

public sealed class QuestionTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Theory]
    [InlineData("markdown")]
    [InlineData("xml")]
    [InlineData("json")]
    public async Task Context_for_a_task_is_within_the_budget(string format)
    {
        var answer = await shop.Client.PostJsonAsync("/api/v1/context", new { graph_id = shop.GraphId, task = "Cart.add ignores the quantity", max_tokens = 1500, format });

        Assert.Contains("src/shop/cart.py::function::Cart.add", answer.Ids("items"));
        Assert.InRange(answer.GetProperty("total_tokens").GetInt32(), 1, 1500);
        Assert.Equal(1500, answer.GetProperty("max_tokens").GetInt32());
        Assert.Equal(shop.GraphId, answer.GetProperty("graph").Text("id"));
    }

    [Fact]
    public async Task Context_without_code_has_signatures_only()
    {
        var answer = await shop.Client.PostJsonAsync("/api/v1/context", new { graph_id = shop.GraphId, symbols = new[] { "Cart.add" }, max_tokens = 4000, include_code = false });

        Assert.NotEmpty(answer.Ids("items"));
        Assert.All(answer.GetProperty("items").EnumerateArray(), item => Assert.NotEqual("full", item.Text("detail")));
    }

    [Fact]
    public async Task Impact_names_files_and_tests_with_their_reasons()
    {
        var answer = await shop.Client.PostJsonAsync($"/api/v1/graph/{shop.GraphId}/impact", new { changed_files = new[] { "src/shop/cart.py" } });

        Assert.Equal(["src/shop/cart.py"], answer.GetProperty("changed_files").EnumerateArray().Select(file => file.GetString()));
        Assert.Contains("src/shop/orders/service.py", answer.Ids("affected_files", "path"));
        Assert.NotEmpty(answer.Ids("affected_tests"));
        Assert.NotEmpty(answer.GetProperty("risk").Text("level"));
    }

    [Fact]
    public async Task Impact_of_every_file_is_told()
    {
        var graph = await shop.Client.GetJsonAsync($"/api/v1/graph/{shop.GraphId}?node_types=file");
        foreach (string file in graph.Ids("nodes", "path"))
            foreach (int depth in (int[])[0, 2])
                Assert.NotEmpty((await shop.Client.PostJsonAsync($"/api/v1/graph/{shop.GraphId}/impact", new { changed_files = new[] { file }, depth })).GetProperty("risk").Text("level"));
    }

    [Fact]
    public async Task A_limit_shortens_the_lists_and_says_so()
    {
        string url = $"/api/v1/graph/{shop.GraphId}/impact";
        var all = await shop.Client.PostJsonAsync(url, new { changed_files = new[] { "src/shop/money.py" } });
        var few = await shop.Client.PostJsonAsync(url, new { changed_files = new[] { "src/shop/money.py" }, limit = 2 });

        Assert.False(all.GetProperty("truncated").GetBoolean());
        Assert.True(few.GetProperty("truncated").GetBoolean());
        Assert.Equal(all.GetProperty("totals").GetRawText(), few.GetProperty("totals").GetRawText());
        foreach (string list in (string[])["affected_files", "affected_functions", "affected_tests"])
        {
            Assert.Equal(all.GetProperty("totals").GetProperty(list).GetInt32(), all.GetProperty(list).GetArrayLength());
            Assert.Equal(all.GetProperty(list).EnumerateArray().Take(2).Select(item => item.GetRawText()), few.GetProperty(list).EnumerateArray().Select(item => item.GetRawText()));
        }
        Assert.Equal(all.GetProperty("risk").GetRawText(), few.GetProperty("risk").GetRawText());
    }

    [Fact]
    public async Task Impact_of_a_symbol_is_that_of_it_alone()
    {
        var whole = await shop.Client.PostJsonAsync($"/api/v1/graph/{shop.GraphId}/impact", new { changed_files = new[] { "src/shop/money.py" } });
        var part = await shop.Client.PostJsonAsync($"/api/v1/graph/{shop.GraphId}/impact", new { changed_symbols = new[] { "src/shop/money.py::function::Money.percent" } });

        Assert.True(part.Ids("affected_functions").Length < whole.Ids("affected_functions").Length);
    }
}
