using System.Net;
using System.Net.Http.Headers;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

public sealed class SecurityTests : IDisposable
{
    private const string Key = "a-key-that-only-this-test-knows";
    private readonly Workspace _workspace = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:8000")]
    [InlineData("http://*:8000")]
    [InlineData("http://+:8000")]
    [InlineData("http://[::]:8000")]
    [InlineData("http://example.org:8000")]
    [InlineData("http://127.0.0.1:8000;http://192.168.0.1:8000")]
    public async Task A_server_that_others_can_reach_needs_a_key(string urls)
    {
        var options = new ServerOptions { Urls = urls.Split(';') };

        Assert.Contains("no API key", (await Assert.ThrowsAsync<ServerOptionsException>(() => TestServerHost.StartAsync(_workspace.Data, options))).Message, StringComparison.Ordinal);
        await using var withKey = await TestServerHost.StartAsync(_workspace.Data, options with { ApiKeys = [ApiKey.Parse(Key)] });
        await using var onPurpose = await TestServerHost.StartAsync(_workspace.Data, options with { AllowAnonymous = true });
    }

    [Theory]
    [InlineData("http://localhost:8000")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:8000")]
    public async Task A_server_on_loopback_needs_none(string url)
    {
        await using var host = await TestServerHost.StartAsync(_workspace.Data, new ServerOptions { Urls = [url] });

        Assert.Equal("ok", (await host.PlainClient().GetJsonAsync("/health")).Text("status"));
    }

    [Theory]
    [InlineData("8000")]
    [InlineData("https://127.0.0.1:8000")]
    [InlineData("http://127.0.0.1:8000/api")]
    [InlineData("http://")]
    public async Task An_address_that_is_none_is_refused(string url)
    {
        await Assert.ThrowsAsync<ServerOptionsException>(() => TestServerHost.StartAsync(_workspace.Data, new ServerOptions { Urls = [url] }));
    }

    [Fact]
    public async Task A_key_opens_the_server_and_its_hash_is_enough_to_know_it()
    {
        var keys = new[] { ApiKey.Parse(ApiKey.Parse(Key).Hash), ApiKey.Parse(ApiKey.Generate()) };
        await using var host = await TestServerHost.StartAsync(_workspace.Data, new ServerOptions { ApiKeys = keys }, plugins: "WebModule");
        var client = await host.ClientAsync();
        foreach (string path in (string[])["/api/v1/graphs", "/api/v1/jobs", "/metrics", "/hello/you"])
        {
            var refused = await client.GetAsync(path, Token);
            Assert.Equal("auth.required", (await refused.JsonAsync(HttpStatusCode.Unauthorized)).Text("code"));
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(client, path, "Authorization", "Bearer " + Key + "x")).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(client, path, "Authorization", "Bearer " + ApiKey.Parse(Key).Hash)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, path, "Authorization", "Bearer " + Key)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, path, "X-Api-Key", Key)).StatusCode);
        }
        foreach (string open in (string[])["/health", "/ready", "/openapi/v1.json", "/docs/"])
            Assert.True((await host.PlainClient().GetAsync(open, Token)).IsSuccessStatusCode, open);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with spaces in between the words")]
    [InlineData("sha256:12")]
    [InlineData("schlüssel-mit-umlauten-ist-keiner")]
    public void A_key_that_is_none_is_refused_without_being_repeated(string key)
    {
        Assert.DoesNotContain(key, Assert.Throws<FormatException>(() => ApiKey.Parse(key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_in_the_roots_is_analysed_whatever_way_leads_out()
    {
        string inside = _workspace.Shop("roots/inside"), outside = _workspace.Shop("outside"), root = _workspace.In("roots");
        Directory.CreateSymbolicLink(_workspace.In("roots", "link"), outside);
        Directory.CreateSymbolicLink(_workspace.In("roots", "chain"), _workspace.In("roots", "link"));
        Directory.CreateDirectory(_workspace.In("roots-of-others"));
        await using var host = await TestServerHost.StartAsync(_workspace.Data, new ServerOptions { Roots = [root] });
        var client = await host.ClientAsync();
        foreach (string path in (string[])[outside, root + "/link", root + "/chain", root + "/link/src", root + "-of-others", "/", "/etc", "/proc/self/root" + outside])
        {
            var problem = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = path }, HttpStatusCode.Forbidden);
            Assert.Equal(("path.outside_roots", "repo_path"), (problem.Text("code"), problem.Text("field")));
            Assert.DoesNotContain(outside, problem.GetRawText(), StringComparison.Ordinal);
        }

        await client.PostJsonAsync("/api/v1/analyze", new { repo_path = inside });
        await client.PostJsonAsync("/api/v1/analyze", new { repo_path = "inside/src" });
    }

    [Fact]
    public async Task Graphs_of_other_folders_do_not_exist_where_there_are_roots()
    {
        string outside = _workspace.Shop("outside");
        Directory.CreateDirectory(_workspace.In("roots"));
        string id;
        await using (var open = await TestServerHost.StartAsync(_workspace.Data))
            id = (await (await open.ClientAsync()).PostJsonAsync("/api/v1/analyze", new { repo_path = outside })).Text("graph_id");
        await using var host = await TestServerHost.StartAsync(_workspace.Data, new ServerOptions { Roots = [_workspace.In("roots")] });
        var client = await host.ClientAsync();

        Assert.Empty((await client.GetJsonAsync("/api/v1/graphs")).Ids("graphs"));
        foreach (string url in (string[])["", "/node?node_id=Cart", "/dependencies?node_id=Cart"])
        {
            var problem = await client.GetJsonAsync($"/api/v1/graph/{id}{url}", HttpStatusCode.NotFound);
            Assert.DoesNotContain(outside, problem.GetRawText(), StringComparison.Ordinal);
        }
        await client.GetJsonAsync("/api/v1/graph/ffffffff", HttpStatusCode.NotFound);
        await client.PostJsonAsync($"/api/v1/graph/{id}/impact", new { changed_files = new[] { "a.py" } }, HttpStatusCode.NotFound);
        await client.PostJsonAsync("/api/v1/context", new { graph_id = id, task = "x" }, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync("/api/v1/graph/" + id, Token)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_has_headers_that_tell_browsers_to_do_nothing_with_it()
    {
        await using var host = await TestServerHost.StartAsync(_workspace.Data);
        foreach (string path in (string[])["/health", "/api/v1/nothing", "/docs"])
        {
            var headers = (await host.PlainClient().GetAsync(path, Token)).Headers;
            Assert.Equal(["DENY"], headers.GetValues("X-Frame-Options"));
            Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], headers.GetValues("Referrer-Policy"));
            Assert.Contains("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Pages_of_strangers_get_nothing()
    {
        await using var host = await TestServerHost.StartAsync(_workspace.Data, new ServerOptions { CorsOrigins = ["https://friend.example"] });
        var client = host.PlainClient();

        Assert.False((await SendAsync(client, "/api/v1/graphs", "Origin", "https://stranger.example")).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(["https://friend.example"], (await SendAsync(client, "/api/v1/graphs", "Origin", "https://friend.example")).Headers.GetValues("Access-Control-Allow-Origin"));
        // A page whose name was made to lead to this machine comes with that name.
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, "/api/v1/graphs", "Host", "rebound.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, "/api/v1/graphs", "Host", "localhost:8000")).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var host = await TestServerHost.StartAsync(_workspace.Data, new ServerOptions { AnalyzePerMinute = 2, ContextPerMinute = 1, RequestsPerMinute = 3 });
        var client = host.PlainClient();
        async Task<int[]> StatusesAsync(int count, Func<Task<HttpResponseMessage>> send)
        {
            var statuses = new List<int>();
            for (int i = 0; i < count; i++) statuses.Add((int)(await send()).StatusCode);
            return [.. statuses];
        }

        Assert.Equal<IEnumerable<int>>((int[])[400, 400, 429], await StatusesAsync(3, () => client.PostAsync("/api/v1/analyze", Workspace.Body(new { }), Token)));
        Assert.Equal<IEnumerable<int>>((int[])[400, 429], await StatusesAsync(2, () => client.PostAsync("/api/v1/context", Workspace.Body(new { }), Token)));
        Assert.Equal<IEnumerable<int>>((int[])[200, 200, 200, 429], await StatusesAsync(4, () => client.GetAsync("/api/v1/jobs", Token)));
        Assert.Equal<IEnumerable<int>>((int[])[200, 200, 200, 200], await StatusesAsync(4, () => client.GetAsync("/health", Token)));
        var limited = await client.GetAsync("/api/v1/jobs", Token);
        Assert.Equal("request.too_many", (await limited.JsonAsync(HttpStatusCode.TooManyRequests)).Text("code"));
        Assert.True(limited.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header == "Host") request.Headers.Host = value;
        else if (header == "Authorization") request.Headers.Authorization = AuthenticationHeaderValue.Parse(value);
        else request.Headers.Add(header, value);
        return await client.SendAsync(request, Token);
    }
}
