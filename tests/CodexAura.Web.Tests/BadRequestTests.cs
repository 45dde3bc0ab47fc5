using System.Net;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>Whatever is wrong with a request, the answer says so: status, stable code, and the field that is to blame.</summary>
public sealed class BadRequestTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Theory]
    [InlineData("/api/v1/graphs?page=0", 400, "request.invalid", "page")]
    [InlineData("/api/v1/graphs?page=x", 400, "request.invalid", "page")]
    [InlineData("/api/v1/graphs?page=99999999999999999999", 400, "request.invalid", "page")]
    [InlineData("/api/v1/graphs?page_size=1001", 400, "request.invalid", "page_size")]
    [InlineData("/api/v1/graphs?storage=nowhere", 400, "usage", null)]
    [InlineData("/api/v1/graphs?repo_path=../x", 400, "path.invalid", "repo_path")]
    [InlineData("/api/v1/graph/0000000000000000", 404, "graph.not_found", null)]
    [InlineData("/api/v1/graph/not-an-id", 404, "graph.not_found", null)]
    [InlineData("/api/v1/graph/{id}?node_types=clas", 400, "request.invalid", "node_types")]
    [InlineData("/api/v1/graph/{id}?edge_types=KNOWS", 400, "edge_type.unknown", "edge_types")]
    [InlineData("/api/v1/graph/{id}?include_code=maybe", 400, "request.invalid", "include_code")]
    [InlineData("/api/v1/graph/{id}?page_size=10001", 400, "request.invalid", "page_size")]
    [InlineData("/api/v1/graph/{id}/node", 400, "request.invalid", "node_id")]
    [InlineData("/api/v1/graph/{id}/node?node_id=", 400, "request.invalid", "node_id")]
    [InlineData("/api/v1/graph/{id}/node?node_id=no/such.py::file", 404, "node.not_found", "node_id")]
    [InlineData("/api/v1/graph/{id}/node?node_id=a%00b", 400, "request.invalid", "node_id")]
    [InlineData("/api/v1/graph/{id}/node?node_id=Cart&max_edges=-1", 400, "request.invalid", "max_edges")]
    [InlineData("/api/v1/graph/{id}/dependencies?node_id=Cart&depth=0", 400, "request.invalid", "depth")]
    [InlineData("/api/v1/graph/{id}/dependencies?node_id=Cart&depth=6", 400, "request.invalid", "depth")]
    [InlineData("/api/v1/graph/{id}/dependencies?node_id=Cart&direction=up", 400, "request.invalid", "direction")]
    [InlineData("/api/v1/graph/{id}/dependencies?node_id=Cart&edge_types=KNOWS", 400, "edge_type.unknown", "edge_types")]
    [InlineData("/api/v1/graph/{id}/dependencies?node_id=NoSuchThing", 404, "node.not_found", "node_id")]
    [InlineData("/api/v1/graph/0000000000000000/dependencies?node_id=Cart", 404, "graph.not_found", null)]
    [InlineData("/api/v1/jobs/none", 404, "job.not_found", "id")]
    [InlineData("/api/v1/nothing", 404, "route.not_found", null)]
    [InlineData("/", 404, "route.not_found", null)]
    public async Task A_wrong_question_is_refused(string url, int status, string code, string? field)
    {
        var problem = await shop.Client.GetJsonAsync(url.Replace("{id}", shop.GraphId, StringComparison.Ordinal), (HttpStatusCode)status);

        Assert.Equal(code, problem.Text("code"));
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
    }

    [Theory]
    [InlineData("/api/v1/analyze", "", 400, "request.invalid", null)]
    [InlineData("/api/v1/analyze", "{", 400, "request.invalid", null)]
    [InlineData("/api/v1/analyze", "[]", 400, "request.invalid", null)]
    [InlineData("/api/v1/analyze", "null", 400, "request.invalid", null)]
    [InlineData("/api/v1/analyze", "{}", 400, "request.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": 5}""", 400, "request.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/x", "wait": "yes"}""", 400, "request.invalid", "wait")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/x", "exclude": "tests/"}""", 400, "request.invalid", "exclude")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/x", "exclude": ["a", 5]}""", 400, "request.invalid", "exclude[1]")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/x", "exclude": ["a", null]}""", 400, "request.invalid", "exclude[1]")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/no/such/folder"}""", 400, "path.not_found", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/tmp/../etc"}""", 400, "path.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/tmp/%2e%2e/etc"}""", 400, "path.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "//server/share"}""", 400, "path.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "\\\\server\\share"}""", 400, "path.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "file:///etc"}""", 400, "path.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/tmp\u0000/x"}""", 400, "request.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "/tmp\n/x"}""", 400, "path.invalid", "repo_path")]
    [InlineData("/api/v1/analyze", """{"repo_path": "{repo}", "storage": "nowhere"}""", 400, "usage", "storage")]
    [InlineData("/api/v1/analyze", """{"repo_path": "{repo}", "edge_types": ["KNOWS"]}""", 400, "edge_type.unknown", "repo_path")]
    [InlineData("/api/v1/context", """{"task": "x"}""", 400, "request.invalid", "graph_id")]
    [InlineData("/api/v1/context", """{"graph_id": "{id}"}""", 400, "context.empty_request", null)]
    [InlineData("/api/v1/context", """{"graph_id": "0000000000000000", "task": "x"}""", 404, "graph.not_found", "graph_id")]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "task": "x", "max_tokens": 0}""", 400, "request.invalid", "max_tokens")]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "task": "x", "max_tokens": "8000"}""", 400, "request.invalid", "max_tokens")]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "task": "x", "max_tokens": 1e30}""", 400, "request.invalid", "max_tokens")]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "task": "x", "depth": 6}""", 400, "request.invalid", "depth")]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "task": "x", "format": "pdf"}""", 400, "request.invalid", "format")]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "task": "x", "provider": "nobody"}""", 400, "usage", null)]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "files": ["no/such.py"]}""", 404, "node.not_found", null)]
    [InlineData("/api/v1/context", """{"graph_id": "{id}", "files": ["a\u0000b"]}""", 400, "request.invalid", "files[0]")]
    [InlineData("/api/v1/graph/{id}/impact", "{}", 400, "request.invalid", "changed_files")]
    [InlineData("/api/v1/graph/{id}/impact", """{"changed_files": [""]}""", 400, "request.invalid", "changed_files[0]")]
    [InlineData("/api/v1/graph/{id}/impact", """{"changed_files": ["a.py"], "depth": -1}""", 400, "request.invalid", "depth")]
    [InlineData("/api/v1/graph/{id}/impact", """{"changed_symbols": ["NoSuchThing"]}""", 404, "node.not_found", null)]
    [InlineData("/api/v1/graph/0000000000000000/impact", """{"changed_files": ["a.py"]}""", 404, "graph.not_found", null)]
    public async Task A_wrong_body_is_refused(string url, string body, int status, string code, string? field)
    {
        string text = body.Replace("{id}", shop.GraphId, StringComparison.Ordinal).Replace("{repo}", shop.Repository, StringComparison.Ordinal);
        var response = await shop.Client.PostAsync(url.Replace("{id}", shop.GraphId, StringComparison.Ordinal), Workspace.RawBody(text), TestContext.Current.CancellationToken);
        var problem = await response.JsonAsync((HttpStatusCode)status);

        Assert.Equal(code, problem.Text("code"));
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
    }

    [Fact]
    public async Task Unknown_fields_are_ignored()
    {
        var answer = await shop.Client.PostJsonAsync("/api/v1/context", new { graph_id = shop.GraphId, symbols = new[] { "Cart" }, max_tokens = 500, colour = "green" });

        Assert.NotEmpty(answer.Ids("items"));
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused_for_its_type()
    {
        var response = await shop.Client.PostAsync("/api/v1/analyze", Workspace.RawBody("repo_path=/tmp", "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);

        Assert.Equal("request.unsupported_media_type", (await response.JsonAsync(HttpStatusCode.UnsupportedMediaType)).Text("code"));
    }

    [Fact]
    public async Task Another_method_is_refused_and_the_right_ones_are_named()
    {
        var response = await shop.Plain.PutAsync("/api/v1/graphs", null, TestContext.Current.CancellationToken);

        Assert.Equal("route.method_not_allowed", (await response.JsonAsync(HttpStatusCode.MethodNotAllowed)).Text("code"));
        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_problem_has_the_id_that_the_log_and_the_header_have()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.Add("X-Request-Id", "from-the-proxy-1");
        var response = await shop.Plain.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["from-the-proxy-1"], response.Headers.GetValues("X-Request-Id"));
        Assert.Equal("from-the-proxy-1", (await response.JsonAsync(HttpStatusCode.NotFound)).Text("request_id"));
    }

    [Fact]
    public async Task Something_similar_is_suggested()
    {
        var problem = await shop.Client.GetJsonAsync($"/api/v1/graph/{shop.GraphId}/node?node_id=add", HttpStatusCode.NotFound);

        Assert.Equal("node.ambiguous", problem.Text("code"));
        Assert.DoesNotContain('\n', problem.Text("detail"));
    }
}
