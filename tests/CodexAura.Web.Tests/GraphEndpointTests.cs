using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

public sealed class GraphEndpointTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private string Graph => "/api/v1/graph/" + shop.GraphId;

    [Fact]
    public async Task Graphs_are_listed_in_pages()
    {
        var all = await shop.Client.GetJsonAsync("/api/v1/graphs");
        var none = await shop.Client.GetJsonAsync("/api/v1/graphs?page=2&page_size=1");

        Assert.Equal([shop.GraphId], all.Ids("graphs"));
        Assert.Equal(shop.Repository, all.GetProperty("graphs")[0].GetProperty("repository").Text("path"));
        Assert.Empty(none.Ids("graphs"));
        Assert.Equal(1, none.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Graphs_of_a_repository_are_found_by_its_path()
    {
        Assert.Equal([shop.GraphId], (await shop.Client.GetJsonAsync("/api/v1/graphs?repo_path=" + Uri.EscapeDataString(shop.Repository))).Ids("graphs"));
        Assert.Empty((await shop.Client.GetJsonAsync("/api/v1/graphs?repo_path=/nowhere")).Ids("graphs"));
    }

    [Fact]
    public async Task A_graph_is_the_one_in_the_format_of_files()
    {
        var graph = await shop.Client.GetJsonAsync(Graph);

        Assert.Equal("1.0", graph.Text("version"));
        Assert.Equal(graph.GetProperty("stats").GetProperty("total_nodes").GetInt32(), graph.GetProperty("nodes").GetArrayLength());
        Assert.Equal(graph.GetProperty("stats").GetProperty("total_edges").GetInt32(), graph.GetProperty("edges").GetArrayLength());
        Assert.Contains("src/shop/cart.py::function::Cart.add", graph.Ids("nodes"));
        Assert.False(graph.GetProperty("nodes")[0].TryGetProperty("code", out _));
    }

    [Fact]
    public async Task Pages_together_are_the_whole_graph_and_have_each_edge_once()
    {
        var whole = await shop.Client.GetJsonAsync(Graph);
        var nodes = new List<string>();
        var edges = new List<string>();
        int pages = 1;
        for (int page = 1; page <= pages; page++)
        {
            var part = await shop.Client.GetJsonAsync($"{Graph}?page={page}&page_size=50");
            pages = part.GetProperty("page").GetProperty("pages").GetInt32();
            nodes.AddRange(part.Ids("nodes"));
            edges.AddRange(part.GetProperty("edges").EnumerateArray().Select(edge => edge.GetRawText()));
            Assert.True(part.GetProperty("nodes").GetArrayLength() <= 50);
        }

        Assert.True(pages > 2);
        Assert.Equal(whole.Ids("nodes"), nodes);
        Assert.Equal(whole.GetProperty("edges").EnumerateArray().Select(edge => edge.GetRawText()), edges);
    }

    [Fact]
    public async Task Filters_leave_no_edge_without_its_nodes()
    {
        var classes = await shop.Client.GetJsonAsync(Graph + "?node_types=class&edge_types=extends");
        var ids = classes.Ids("nodes").ToHashSet();

        Assert.NotEmpty(ids);
        Assert.All(classes.GetProperty("nodes").EnumerateArray(), node => Assert.Equal("class", node.Text("type")));
        Assert.NotEmpty(classes.GetProperty("edges").EnumerateArray());
        Assert.All(classes.GetProperty("edges").EnumerateArray(), edge =>
        {
            Assert.Equal("EXTENDS", edge.Text("type"));
            Assert.Contains(edge.Text("source"), ids);
            Assert.Contains(edge.Text("target"), ids);
        });
    }

    [Fact]
    public async Task Code_comes_from_the_working_tree()
    {
        var graph = await shop.Client.GetJsonAsync(Graph + "?node_types=function&include_code=true&page_size=10000");
        var add = graph.GetProperty("nodes").EnumerateArray().Single(node => node.Text("id") == "src/shop/cart.py::function::Cart.add");
        string[] lines = await File.ReadAllLinesAsync(Path.Join(shop.Repository, "src/shop/cart.py"), TestContext.Current.CancellationToken);
        var (first, last) = (add.GetProperty("lines")[0].GetInt32(), add.GetProperty("lines")[1].GetInt32());

        Assert.Equal(string.Join('\n', lines[(first - 1)..last]), add.Text("code"));
    }

    [Fact]
    public async Task An_entity_tag_saves_sending_a_graph_again()
    {
        foreach (string url in (string[])[Graph, Graph + "/node?node_id=src/shop/cart.py", Graph + "/dependencies?node_id=src/shop/cart.py"])
        {
            var first = await shop.Client.GetAsync(url, TestContext.Current.CancellationToken);
            using var again = new HttpRequestMessage(HttpMethod.Get, url);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var other = new HttpRequestMessage(HttpMethod.Get, url);
            other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"", isWeak: true));

            Assert.Equal(HttpStatusCode.NotModified, (await shop.Client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await shop.Client.SendAsync(other, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Tags_are_compared_before_anything_is_read_and_a_star_asks_whether_there_is_an_answer()
    {
        var tag = (await shop.Client.GetAsync(Graph + "/node?node_id=src/shop/cart.py", TestContext.Current.CancellationToken)).Headers.ETag!;
        foreach (string url in (string[])[Graph + "/node?node_id=", Graph + "/dependencies?node_id="])
        {
            // Only reading the graph tells that it has no such node; whoever has the tag has the answer, whatever it was.
            Assert.Equal(HttpStatusCode.NotModified, await AskAsync(url + "no-such-node", tag));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(url + "no-such-node", EntityTagHeaderValue.Any));
            Assert.Equal(HttpStatusCode.NotModified, await AskAsync(url + "src/shop/cart.py", EntityTagHeaderValue.Any));
            Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(url, tag));
        }

        async Task<HttpStatusCode> AskAsync(string url, EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.IfNoneMatch.Add(known);
            return (await shop.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    [Fact]
    public async Task A_node_has_its_edges_and_code()
    {
        var node = await shop.Client.GetJsonAsync(Graph + "/node?node_id=src/shop/cart.py::function::Cart.add&include_code=true");

        Assert.Equal("src/shop/cart.py::class::Cart", node.GetProperty("node").Text("parent"));
        Assert.StartsWith("    def add(", node.GetProperty("node").Text("code"), StringComparison.Ordinal);
        Assert.All(node.GetProperty("incoming").EnumerateArray(), edge => Assert.Equal("src/shop/cart.py::function::Cart.add", edge.Text("target")));
        Assert.All(node.GetProperty("outgoing").EnumerateArray(), edge => Assert.Equal("src/shop/cart.py::function::Cart.add", edge.Text("source")));
        Assert.Equal(node.GetProperty("incoming_total").GetInt32(), node.GetProperty("incoming").GetArrayLength());
    }

    [Fact]
    public async Task Edges_of_a_node_can_be_limited()
    {
        var node = await shop.Client.GetJsonAsync(Graph + "/node?node_id=src/shop/money.py::class::Money&max_edges=2");

        Assert.Equal(2, node.GetProperty("incoming").GetArrayLength());
        Assert.True(node.GetProperty("incoming_total").GetInt32() > 2);
    }

    [Theory]
    [InlineData("incoming")]
    [InlineData("outgoing")]
    [InlineData("both")]
    public async Task Dependencies_are_followed_as_far_and_in_the_direction_that_is_asked(string direction)
    {
        const string root = "src/shop/cart.py::function::Cart.add";
        var found = await shop.Client.GetJsonAsync($"{Graph}/dependencies?node_id={root}&depth=2&direction={direction}&edge_types=CALLS");
        var distances = found.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.Text("id"), node => node.GetProperty("distance").GetInt32());

        Assert.Equal(root, found.Text("root"));
        Assert.Equal(0, distances[root]);
        Assert.Contains(1, distances.Values);
        Assert.DoesNotContain(3, distances.Values);
        Assert.All(found.GetProperty("edges").EnumerateArray(), edge =>
        {
            Assert.Equal("CALLS", edge.Text("type"));
            var (source, target) = (distances[edge.Text("source")], distances[edge.Text("target")]);
            if (direction == "outgoing") Assert.True(source <= 1 && target <= source + 1);
            if (direction == "incoming") Assert.True(target <= 1 && source <= target + 1);
        });
    }

    [Fact]
    public async Task An_unambiguous_beginning_of_the_id_is_enough()
    {
        Assert.Equal(shop.GraphId, (await shop.Client.GetJsonAsync("/api/v1/graph/" + shop.GraphId[..6] + "?page_size=1")).Text("id"));
    }

    [Fact]
    public async Task Answers_are_compressed_for_clients_that_want_it_and_the_same_from_the_cache()
    {
        string url = Graph + "/dependencies?node_id=src/shop/money.py::class::Money&depth=3";
        string plain = await shop.Plain.GetStringAsync(url, TestContext.Current.CancellationToken);
        for (int i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            var response = await shop.Plain.SendAsync(request, TestContext.Current.CancellationToken);
            await using var body = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), System.IO.Compression.CompressionMode.Decompress);

            Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
            Assert.Equal(plain, await new StreamReader(body).ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }
}
