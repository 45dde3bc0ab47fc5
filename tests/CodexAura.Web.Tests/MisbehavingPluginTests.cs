using System.Net;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>A plugin that hangs or throws in every call that it gets from a running server: each is cut off and named, and the server works on.</summary>
public sealed class MisbehavingPluginTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly Executable _executable;

    public MisbehavingPluginTests() => _executable = new Executable(_workspace);

    public void Dispose()
    {
        _executable.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task What_hangs_is_left_behind_what_throws_is_told_and_the_server_works_on()
    {
        _workspace.Write("repo/hang.talk", "fine");
        _workspace.Write("repo/a.py", "def f(): pass\n");
        _workspace.Write("lost/a.talk", "resolve-hang");
        _workspace.Write("lost/a.py", "def f(): pass\n");
        // Long enough for what is honest, on a busy machine.
        _executable.Variables["CODEX_AURA_CALL_TIMEOUT"] = "6";
        string arriving = Directory.CreateDirectory(_workspace.In("arriving")).FullName;
        var (process, url) = await _executable.ServeAsync("--urls", "http://127.0.0.1:0", "--plugins", Path.Join(TestServerHost.TestPlugins, "Talkative"), "--plugins", arriving);
        using var client = new HttpClient { BaseAddress = new Uri(url) };

        // The services of the one hang: it is never in use. Those of the other hang when they start, and when they end: it is used without them.
        _workspace.Write("data/door-stuck", "");
        foreach (string plugin in (string[])["HangingModule", "WebModule"])
        {
            Directory.CreateDirectory(Path.Join(arriving, plugin));
            foreach (string file in Directory.EnumerateFiles(Path.Join(TestServerHost.TestPlugins, plugin))) File.Copy(file, Path.Join(arriving, plugin, Path.GetFileName(file)));
        }
        string graph = (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = _workspace.In("repo") })).Text("graph_id");
        // All at once: none holds up another.
        var hanging = new[]
        {
            client.PostJsonAsync("/api/v1/context", new { graph_id = graph, files = new[] { "hang.talk" }, provider = "talkative" }, HttpStatusCode.InternalServerError),
            client.PostJsonAsync($"/api/v1/graph/{graph}/impact", new { changed_files = new[] { "hang.talk" }, analyzer = "talkative" }, HttpStatusCode.InternalServerError),
            client.PostJsonAsync("/api/v1/analyze", new { repo_path = _workspace.In("repo"), storage = "talkative" }, HttpStatusCode.InternalServerError),
        };
        var context = await client.PostJsonAsync("/api/v1/context", new { graph_id = graph, files = new[] { "a.py" }, provider = "talkative" }, HttpStatusCode.InternalServerError);
        var impact = await client.PostJsonAsync($"/api/v1/graph/{graph}/impact", new { changed_files = new[] { "a.py" }, analyzer = "talkative" }, HttpStatusCode.InternalServerError);
        await client.PostJsonAsync("/api/v1/context", new { graph_id = graph, files = new[] { "a.py" } });
        Assert.Equal(("plugin.failed", "plugin.failed"), (context.Text("code"), impact.Text("code")));
        foreach (var answer in await Task.WhenAll(hanging)) Assert.Equal("plugin.too_long", answer.Text("code"));

        string lost = (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = _workspace.In("lost") })).Text("graph_id");
        var body = await client.GetJsonAsync($"/api/v1/graph/{lost}");
        var diagnostic = Assert.Single(body.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("CA1011", diagnostic.Text("code"));
        Assert.Equal("The analyzer for talkative (plugin 'test.talkative') took longer than 6 s to resolve references, nothing of its files is in the graph.", diagnostic.Text("message"));
        Assert.Contains("a.py::function::f", body.GetRawText(), StringComparison.Ordinal);

        Assert.Equal("AURA1304", (await client.PluginAsync("test.hanging-module", "failed")).Text("code"));
        await client.GetJsonAsync("/half-mapped", HttpStatusCode.NotFound);

        await client.PluginAsync("test.web-module", "active");
        Assert.Equal("Hello you", (await client.GetJsonAsync("/hello/you")).Text("text"));

        Executable.Stop(process);
        string log = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        foreach (string message in (string[])["context provider 'talkative' (plugin 'test.talkative') took longer than 6 s to choose the context", "impact analyzer 'talkative' (plugin 'test.talkative') took longer than 6 s to tell the impact",
            "store 'talkative' (plugin 'test.talkative') took longer than 6 s to save a graph", "context provider 'talkative' (plugin 'test.talkative') failed to choose the context: InvalidOperationException: I can't choose",
            "impact analyzer 'talkative' (plugin 'test.talkative') failed to tell the impact: InvalidOperationException: I can't foretell",
            "CodexAura.TestPlugins.DoorService of plugin 'test.web-module' failed to start or stop: StartAsync took longer than 6 s and was left behind",
            "Plugin 'test.web-module' took longer than 6 s to end, and was left behind"])
            Assert.Contains(message, log, StringComparison.Ordinal);
        Assert.Equal("", output);
    }
}
