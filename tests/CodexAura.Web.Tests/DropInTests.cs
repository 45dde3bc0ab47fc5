using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>Plugins that are dropped into the folder of a running <c>codex-aura serve</c>. One server for all that is looked at.</summary>
public sealed class DropInTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly Executable _executable;

    public DropInTests() => _executable = new Executable(_workspace);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Plugins => _workspace.In("plugins");

    public void Dispose()
    {
        _executable.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task What_is_dropped_in_is_used_what_is_broken_is_listed_and_what_changes_needs_a_restart()
    {
        Directory.CreateDirectory(Plugins);
        var (process, url) = await _executable.ServeAsync("--urls", "http://127.0.0.1:0", "--plugins", Plugins, "--log", "none");
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        _workspace.Write("repo/a.good", "anything");
        await client.GetJsonAsync("/hello/you", HttpStatusCode.NotFound);
        await client.PostJsonAsync("/api/v1/analyze", new { repo_path = _workspace.In("repo") }, HttpStatusCode.BadRequest);

        // Routes with services of the plugin's own and of the host's, and their documentation. Its assembly comes late and in two pieces.
        string assembly = Path.Join(Plugins, "Web", "WebModule.dll");
        Drop("WebModule", "Web");
        byte[] whole = await File.ReadAllBytesAsync(assembly, Token);
        await File.WriteAllBytesAsync(assembly, whole[..500], Token);
        await Task.Delay(700, Token);
        await File.WriteAllBytesAsync(assembly, whole, Token);
        await client.PluginAsync("test.web-module", "active");
        var greeting = await client.GetJsonAsync("/hello/you");
        Assert.Equal("Hello you", greeting.Text("text"));
        Assert.True(greeting.GetProperty("store_count").GetInt32() > 1);
        Assert.Equal("number", (await client.GetJsonAsync("/hello-number?number=x", HttpStatusCode.BadRequest)).Text("field"));
        var document = await client.GetJsonAsync("/openapi/v1.json");
        Assert.Equal("hello", document.GetProperty("paths").GetProperty("/hello/{name}").GetProperty("get").Text("operationId"));

        // An analyzer and a store, one of them by installing it as people do; and one that is broken.
        Drop("GoodAnalyzer", "Good");
        Drop("ThrowsInConstructor", "Broken");
        await FinishAsync(_executable.Start("plugins", "install", Path.Join(TestServerHost.TestPlugins, "GoodStore")));
        await client.PluginAsync("test.good-analyzer", "active");
        await client.PluginAsync("test.good-store", "active");
        string graph = (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = _workspace.In("repo"), storage = "good" })).Text("graph_id");
        Assert.Equal("a.good", (await client.GetJsonAsync($"/api/v1/graph/{graph}?storage=good")).GetProperty("nodes")[0].Text("path"));
        var broken = await client.PluginAsync("test.throws", "failed");
        Assert.Equal("AURA1302", broken.Text("code"));

        // Switched off, the store works on; that alone is to be told.
        await FinishAsync(_executable.Start("plugins", "disable", "test.good-store"));
        await client.PluginsAsync(plugins => Restarts(plugins).SequenceEqual(["test.good-store"]));
        await client.GetJsonAsync($"/api/v1/graph/{graph}?storage=good");
        await FinishAsync(_executable.Start("plugins", "enable", "test.good-store"));
        await client.PluginsAsync(plugins => !Restarts(plugins).Any());

        // What is in use works on.
        SetVersion(Path.Join(Plugins, "Web"), "2.0.0");
        Directory.Delete(Path.Join(Plugins, "Good"), recursive: true);
        await client.PluginsAsync(plugins => Restarts(plugins).SequenceEqual(["test.good-analyzer", "test.web-module"]));
        await client.GetJsonAsync("/hello/you");
        var list = (await FinishAsync(_executable.Start("plugins", "list", "--json", "--plugins", Plugins))).EnumerateArray();
        Assert.Equal(["test.good-analyzer removed", "test.web-module active"], list.Where(plugin => plugin.TryGetProperty("restart_needed", out var hosts) && hosts.GetArrayLength() == 1
            && hosts[0].GetString() == $"codex-aura serve (process {process.Id})").Select(plugin => $"{plugin.Text("id")} {plugin.Text("state")}").Order(StringComparer.Ordinal));

        Executable.Stop(process);
        string log = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("plugins: test.web-module 1.2.3 arrived", log, StringComparison.Ordinal);
        Assert.Contains("test.throws' is Failed (AURA1302)", log, StringComparison.Ordinal);
        Assert.DoesNotContain("ObjectDisposedException", log, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Join(_workspace.Data, "running")));
    }

    private void Drop(string plugin, string folder)
    {
        Directory.CreateDirectory(Path.Join(Plugins, folder));
        foreach (string file in Directory.EnumerateFiles(Path.Join(TestServerHost.TestPlugins, plugin))) File.Copy(file, Path.Join(Plugins, folder, Path.GetFileName(file)));
    }

    private static void SetVersion(string folder, string version)
    {
        string file = Path.Join(folder, "plugin.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!;
        manifest["version"] = version;
        File.WriteAllText(file, manifest.ToJsonString());
    }

    private static IEnumerable<string> Restarts(JsonElement plugins) => plugins.EnumerateArray()
        .Where(plugin => plugin.TryGetProperty("restart_needed", out var reason) && reason.ValueKind == JsonValueKind.String).Select(plugin => plugin.Text("id")).Order(StringComparer.Ordinal);

    private static async Task<JsonElement> FinishAsync(Process process)
    {
        string output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
        return output.StartsWith('[') ? JsonDocument.Parse(output).RootElement : default;
    }
}
