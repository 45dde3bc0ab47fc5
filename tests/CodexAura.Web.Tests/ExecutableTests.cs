using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary><c>codex-aura serve</c> as a process, over real connections.</summary>
public sealed class ExecutableTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly Executable _executable;

    public ExecutableTests() => _executable = new Executable(_workspace);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _executable.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task It_serves_until_it_is_asked_to_stop()
    {
        var (process, url) = await _executable.ServeAsync("--urls", "http://127.0.0.1:0", "--log", "json");
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        string repository = _workspace.Shop();
        string id = (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository })).Text("graph_id");
        await client.GetJsonAsync($"/api/v1/graph/{id}/dependencies?node_id=Cart&token=secret");
        string metrics = await client.GetStringAsync("/metrics", Token);
        Executable.Stop(process);
        string log = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Contains("http_server_request_duration_seconds", metrics, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
        var line = JsonDocument.Parse(log.Split('\n').Single(text => text.Contains("dependencies", StringComparison.Ordinal))).RootElement.GetProperty("State");
        Assert.Equal("GET", line.Text("Method"));
        Assert.Equal($"/api/v1/graph/{id}/dependencies", line.Text("Path"));
        Assert.Equal(200, line.GetProperty("Status").GetInt32());
        Assert.True(line.GetProperty("Milliseconds").GetDouble() > 0);
        Assert.DoesNotContain("secret", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_to_be_open_to_others_without_a_key()
    {
        var process = _executable.Start("serve", "--urls", "http://0.0.0.0:0");
        string error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("--allow-anonymous", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_warns_where_others_may_have_any_folder_analysed()
    {
        string key = ApiKey.Generate();
        var (open, _) = await _executable.ServeAsync("--urls", "http://0.0.0.0:0", "--api-key", key);
        var (limited, _) = await _executable.ServeAsync("--urls", "http://0.0.0.0:0", "--api-key", key, "--root", _workspace.Folder);
        Executable.Stop(open);
        Executable.Stop(limited);

        Assert.Contains("--root limits it", await open.StandardError.ReadToEndAsync(Token), StringComparison.Ordinal);
        Assert.DoesNotContain("--root limits it", await limited.StandardError.ReadToEndAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_keeps_watched_repositories_up_to_date()
    {
        string repository = _workspace.Shop();
        var (_, url) = await _executable.ServeAsync("--urls", "http://127.0.0.1:0", "--watch", repository);
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        await NodeAppearsAsync(client, repository, "OrderService.place");

        await File.AppendAllTextAsync(Path.Join(repository, "src", "shop", "cli.py"), "\n\ndef brand_new():\n    buy(None)\n", Token);
        await NodeAppearsAsync(client, repository, "brand_new");
    }

    private static async Task NodeAppearsAsync(HttpClient client, string repository, string name)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            // The name of a graph changes with the commit, not with the files.
            var listed = await client.GetFromJsonAsync<JsonElement>($"/api/v1/graphs?repo_path={Uri.EscapeDataString(repository)}", Token);
            foreach (var graph in listed.GetProperty("graphs").EnumerateArray())
            {
                using var answer = await client.GetAsync($"/api/v1/graph/{graph.Text("id")}/node?node_id={name}", Token);
                if (answer.IsSuccessStatusCode) return;
            }
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{name} is not in the graph after a minute; the graphs are {listed}");
            await Task.Delay(50, Token);
        }
    }

    [Fact]
    public async Task A_taken_port_is_a_message_for_people_and_ends_what_has_started()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var process = _executable.Start("serve", "--urls", "http://127.0.0.1:" + ((IPEndPoint)taken.LocalEndpoint).Port, "--plugins", Path.Join(TestServerHost.TestPlugins, "WebModule"));
        string error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("address already in use", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Join(_workspace.Data, "door-open")));
        Assert.True(File.Exists(Path.Join(_workspace.Data, "door-shut")));
    }

    [Fact]
    public async Task Settings_come_from_the_configuration_file_and_a_key_is_not_shown()
    {
        string key = ApiKey.Generate();
        _workspace.Write("data/config.json", JsonSerializer.Serialize(new { server = new { urls = new[] { "http://127.0.0.1:0" }, api_key = ApiKey.Parse(key).Hash, roots = new[] { ".." } } }));
        var (_, url) = await _executable.ServeAsync();
        using var client = new HttpClient { BaseAddress = new Uri(url) };

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/graphs", Token)).StatusCode);
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        await client.PostJsonAsync("/api/v1/analyze", new { repo_path = _workspace.Shop() });
        await client.PostJsonAsync("/api/v1/analyze", new { repo_path = "/etc" }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_kestrel_itself_refuses_is_refused()
    {
        var (_, url) = await _executable.ServeAsync("--urls", "http://127.0.0.1:0", "--max-request-kilobytes", "16");
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var large = await client.PostAsync("/api/v1/context", Workspace.Body(new { task = new string('x', 20_000) }), Token);

        Assert.Equal("request.too_large", (await large.JsonAsync(HttpStatusCode.RequestEntityTooLarge)).Text("code"));
        foreach (string text in (string[])["GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "GET /api/v1/graph/%2e%2e%2f%2e%2e HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/v1/graph/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "NONSENSE\r\n\r\n", "POST /api/v1/context HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"a\":\"\uFFFD"])
            Assert.Matches("^HTTP/1.1 4", await RawAsync(new Uri(url).Port, text));
    }

    private static async Task<string> RawAsync(int port, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }
}
