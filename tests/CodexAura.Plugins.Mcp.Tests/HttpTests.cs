using System.Net;
using System.Text;
using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary><c>/mcp</c> of <c>codex-aura serve</c>, as a process.</summary>
public sealed class HttpTests(HttpFixture server) : IClassFixture<HttpFixture>
{
    [Fact]
    public async Task The_TypeScript_sdk_works_with_it_over_http()
    {
        var (exit, output) = await NodeClients.RunAsync("client.mjs", null, "http", server.Url);
        Assert.True(exit == 0, output);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_a_stranger_is_refused(string header, string value)
    {
        using var http = new HttpClient();
        Assert.InRange((int)await PostAsync(http, header, value), 400, 403);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(http, "Origin", server.Url[..^"/mcp".Length]));
    }

    [Theory]
    [InlineData("2024-11-05", "2024-11-05")]
    [InlineData("2025-03-26", "2025-03-26")]
    [InlineData("2025-06-18", "2025-06-18")]
    [InlineData("1999-01-01", "2025-11-25")]
    public async Task Versions_are_negotiated(string asked, string given)
    {
        using var http = new HttpClient();
        using var request = Request(asked);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"\"protocolVersion\":\"{given}\"", answer, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> PostAsync(HttpClient http, string header, string value)
    {
        using var request = Request("2025-11-25");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private HttpRequestMessage Request(string version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, server.Url)
        {
            Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"VERSION","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"""
                .Replace("VERSION", version, StringComparison.Ordinal), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        return request;
    }
}
