using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CodexAura.Plugins.Mcp.Tests.Support;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary><c>/mcp</c> of <c>codex-aura serve</c>, as a process.</summary>
public sealed partial class HttpTests : IAsyncLifetime
{
    private readonly Shop _shop = new();
    private Process? _server;
    private string _url = "";

    public async ValueTask InitializeAsync()
    {
        using (var analysis = Start("analyze", _shop.Root, "-q")) await analysis.WaitForExitAsync(TestContext.Current.CancellationToken);
        _server = Start("serve", "--urls", "http://127.0.0.1:0");
        string line = await _server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? await _server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _url = Address().Match(line).Value + "/mcp";
    }

    public ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false }) _server.Kill(entireProcessTree: true);
        _server?.Dispose();
        _shop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_TypeScript_sdk_works_with_it_over_http()
    {
        var (exit, output) = await NodeClients.RunAsync("client.mjs", null, "http", _url);
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
        Assert.Equal(HttpStatusCode.OK, await PostAsync(http, "Origin", _url[..^"/mcp".Length]));
    }

    private async Task<HttpStatusCode> PostAsync(HttpClient http, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url)
        {
            Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _shop.Folder };
        start.Environment["CODEX_AURA_HOME"] = _shop.Data;
        foreach (string name in (string[])["CODEX_AURA_DATA", "CODEX_AURA_PLUGINS", "CODEX_AURA_STORAGE"]) start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
