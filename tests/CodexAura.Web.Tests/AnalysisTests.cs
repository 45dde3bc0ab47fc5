using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CodexAura.Sdk.Services;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>Analyses over HTTP, with an analyzer that takes as long as a test wants.</summary>
public sealed class AnalysisTests : IDisposable
{
    private readonly Workspace _workspace = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_job_is_followed_until_its_graph_is_there()
    {
        await using var host = await StartAsync();
        var client = await host.ClientAsync();
        string repository = Gated("one", out string gate);
        var accepted = await client.PostAsync("/api/v1/analyze", Workspace.Body(new { repo_path = repository, wait = false }), Token);
        var job = await accepted.JsonAsync(HttpStatusCode.Accepted);
        string url = accepted.Headers.Location!.ToString();

        Assert.Equal("/api/v1/jobs/" + job.Text("job_id"), url);
        Assert.Contains((await client.GetJsonAsync(url)).Text("status"), (string[])["queued", "running"]);
        await File.WriteAllTextAsync(gate, "", Token);
        var done = await OverAsync(client, url);
        Assert.Equal("completed", done.Text("status"));
        Assert.Equal(["a.gated"], (await client.GetJsonAsync("/api/v1/graph/" + done.Text("graph_id"))).Ids("nodes", "path"));
        Assert.Equal([job.Text("job_id")], (await client.GetJsonAsync("/api/v1/jobs")).Ids("jobs", "job_id"));
    }

    [Fact]
    public async Task A_job_is_followed_by_server_sent_events()
    {
        await using var host = await StartAsync();
        var client = host.PlainClient();
        string repository = Gated("one", out string gate);
        var job = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/jobs/" + job.Text("job_id"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        var states = new List<string>();
        while (await reader.ReadLineAsync(Token) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            states.Add(JsonDocument.Parse(line[6..]).RootElement.Text("status"));
            await File.WriteAllTextAsync(gate, "", Token);
        }

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("completed", states[^1]);
        Assert.True(states.Count >= 2, "The end of a job is no news of its own.");
    }

    [Fact]
    public async Task Equal_requests_at_once_are_one_analysis()
    {
        await using var host = await StartAsync();
        var client = await host.ClientAsync();
        string repository = Gated("one", out string gate);
        var first = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted);
        var waiting = client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository });
        var second = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository + "/", wait = false }, HttpStatusCode.Accepted);
        await File.WriteAllTextAsync(gate, "", Token);

        Assert.Equal(first.Text("job_id"), second.Text("job_id"));
        Assert.Equal(first.Text("job_id"), (await waiting).Text("job_id"));
    }

    [Fact]
    public async Task A_request_that_joins_a_running_job_sees_what_was_edited_before_it()
    {
        await using var host = await StartAsync();
        var client = await host.ClientAsync();
        string repository = Gated("one", out string gate);
        var first = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted);
        await UntilAsync(client, "/api/v1/jobs/" + first.Text("job_id"), "running");
        // Its files are listed before the first is read, and that one waits at the gate.
        await Task.Delay(500, Token);
        _workspace.Write("one/b.gated", gate);
        var second = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted);
        await File.WriteAllTextAsync(gate, "", Token);

        Assert.Equal(first.Text("job_id"), second.Text("job_id"));
        var over = await OverAsync(client, "/api/v1/jobs/" + second.Text("job_id"));
        Assert.Equal(2, over.GetProperty("result").GetProperty("stats").GetProperty("total_nodes").GetInt32());
    }

    [Fact]
    public async Task Reads_see_the_old_graph_until_the_new_one_is_there()
    {
        await using var host = await StartAsync();
        var client = await host.ClientAsync();
        string repository = Gated("one", out string gate);
        await File.WriteAllTextAsync(gate, "", Token);
        string id = (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository })).Text("graph_id");
        File.Delete(gate);
        _workspace.Write("one/b.gated", gate);
        var again = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted);

        // The answer is kept from here on: the new analysis must make it void.
        Assert.Equal(["a.gated"], (await client.GetJsonAsync($"/api/v1/graph/{id}")).Ids("nodes", "path"));
        Assert.Equal(0, (await client.GetJsonAsync($"/api/v1/graph/{id}/node?node_id=a.gated")).GetProperty("incoming_total").GetInt32());
        await client.GetJsonAsync($"/api/v1/graph/{id}/node?node_id=b.gated", HttpStatusCode.NotFound);
        await File.WriteAllTextAsync(gate, "", Token);
        await OverAsync(client, "/api/v1/jobs/" + again.Text("job_id"));
        Assert.Equal(["a.gated", "b.gated"], (await client.GetJsonAsync($"/api/v1/graph/{id}")).Ids("nodes", "path"));
        await client.GetJsonAsync($"/api/v1/graph/{id}/node?node_id=b.gated");
    }

    [Fact]
    public async Task A_job_can_be_cancelled_while_it_runs_and_while_it_waits()
    {
        await using var host = await StartAsync();
        var client = await host.ClientAsync();
        var running = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = Gated("one", out _), wait = false }, HttpStatusCode.Accepted);
        var queued = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = Gated("two", out _), wait = false }, HttpStatusCode.Accepted);
        await UntilAsync(client, "/api/v1/jobs/" + running.Text("job_id"), "running");

        Assert.Equal("cancelled", (await (await client.DeleteAsync("/api/v1/jobs/" + queued.Text("job_id"), Token)).JsonAsync()).Text("status"));
        await client.DeleteAsync("/api/v1/jobs/" + running.Text("job_id"), Token);
        Assert.Equal("cancelled", (await OverAsync(client, "/api/v1/jobs/" + running.Text("job_id"))).Text("status"));
        Assert.Empty((await client.GetJsonAsync("/api/v1/graphs")).Ids("graphs"));
    }

    [Fact]
    public async Task A_client_that_goes_away_takes_its_analysis_with_it()
    {
        await using var host = await StartAsync();
        var client = host.PlainClient();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = client.PostAsync("/api/v1/analyze", Workspace.Body(new { repo_path = Gated("one", out _) }), gone.Token);
        string job = "";
        while (job.Length == 0) job = (await client.GetJsonAsync("/api/v1/jobs")).Ids("jobs", "job_id").FirstOrDefault() ?? "";
        await UntilAsync(client, "/api/v1/jobs/" + job, "running");
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal("cancelled", (await OverAsync(client, "/api/v1/jobs/" + job)).Text("status"));
    }

    [Fact]
    public async Task More_than_may_wait_are_told_to_come_back()
    {
        await using var host = await StartAsync(new AnalysisPolicy { MaxRunning = 1, MaxWaiting = 1 });
        var client = await host.ClientAsync();
        var running = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = Gated("one", out _), wait = false }, HttpStatusCode.Accepted);
        await UntilAsync(client, "/api/v1/jobs/" + running.Text("job_id"), "running");
        await client.PostJsonAsync("/api/v1/analyze", new { repo_path = Gated("two", out _), wait = false }, HttpStatusCode.Accepted);

        Assert.Equal("analysis.queue_full", (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = Gated("three", out _), wait = false }, HttpStatusCode.TooManyRequests)).Text("code"));
    }

    [Fact]
    public async Task A_restart_leaves_a_job_interrupted_and_the_graph_as_it_was()
    {
        string repository = Gated("one", out string gate);
        await File.WriteAllTextAsync(gate, "", Token);
        string id, url;
        await using (var host = await StartAsync())
        {
            var client = await host.ClientAsync();
            id = (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository })).Text("graph_id");
            File.Delete(gate);
            _workspace.Write("one/b.gated", gate);
            url = "/api/v1/jobs/" + (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted)).Text("job_id");
            await UntilAsync(client, url, "running");
            await host.StopAsync();
        }
        await using var after = await StartAsync();
        var again = await after.ClientAsync();

        Assert.Equal("interrupted", (await again.GetJsonAsync(url)).Text("status"));
        Assert.Equal(["a.gated"], (await again.GetJsonAsync("/api/v1/graph/" + id)).Ids("nodes", "path"));
    }

    [Fact]
    public async Task A_job_that_a_crash_left_running_is_interrupted_and_a_damaged_one_is_left_out()
    {
        _workspace.Write("data/jobs/0123.json", """{"id":"0123","status":"running","repo_path":"/x","created_at":"2026-01-01T00:00:00Z"}""");
        _workspace.Write("data/jobs/0124.json", """{"id":"0124","status":""");
        await using var host = await StartAsync();

        var job = Assert.Single((await (await host.ClientAsync()).GetJsonAsync("/api/v1/jobs")).GetProperty("jobs").EnumerateArray());
        Assert.Equal(("0123", "interrupted"), (job.Text("job_id"), job.Text("status")));
        Assert.Contains("interrupted", await File.ReadAllTextAsync(_workspace.In("data/jobs/0123.json"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_leaves_the_jobs_of_the_first_alone()
    {
        string repository = Gated("one", out string gate);
        await using var first = await StartAsync();
        var client = await first.ClientAsync();
        string url = "/api/v1/jobs/" + (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted)).Text("job_id");
        await UntilAsync(client, url, "running");
        await using (var second = await StartAsync())
        {
            Assert.Empty((await (await second.ClientAsync()).GetJsonAsync("/api/v1/jobs")).GetProperty("jobs").EnumerateArray());
        }
        string file = _workspace.In("data/jobs/" + url[(url.LastIndexOf('/') + 1)..] + ".json");
        Assert.Contains("running", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);

        await File.WriteAllTextAsync(gate, "", Token);
        Assert.Equal("completed", (await OverAsync(client, url)).Text("status"));
        await using var third = await StartAsync();
        Assert.Equal("completed", (await (await third.ClientAsync()).GetJsonAsync(url)).Text("status"));
        Assert.Equal([Path.GetFileName(file)], Directory.EnumerateFiles(_workspace.In("data/jobs")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_failure_is_told_to_who_waits_and_to_who_follows()
    {
        await using var host = await StartAsync(new AnalysisPolicy { MaxFiles = 1 });
        var client = await host.ClientAsync();
        string repository = Gated("one", out string gate);
        await File.WriteAllTextAsync(gate, "", Token);
        _workspace.Write("one/b.gated", gate);
        var job = await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository, wait = false }, HttpStatusCode.Accepted);

        Assert.Equal("analysis.too_many_files", (await OverAsync(client, "/api/v1/jobs/" + job.Text("job_id"))).GetProperty("error").Text("code"));
        Assert.Equal("analysis.too_many_files", (await client.PostJsonAsync("/api/v1/analyze", new { repo_path = repository }, HttpStatusCode.BadRequest)).Text("code"));
    }

    private Task<TestServerHost> StartAsync(AnalysisPolicy? policy = null) =>
        TestServerHost.StartAsync(_workspace.Data, new ServerOptions { ShutdownTimeout = TimeSpan.FromMilliseconds(200) }, policy, "GatedAnalyzer");

    /// <summary>A repository with a file that is read when the gate is there.</summary>
    private string Gated(string name, out string gate)
    {
        gate = _workspace.In(name + ".gate");
        _workspace.Write(name + "/a.gated", gate);
        return _workspace.In(name);
    }

    private static Task<JsonElement> OverAsync(HttpClient client, string url) => UntilAsync(client, url, "completed", "failed", "cancelled", "interrupted");

    private static async Task<JsonElement> UntilAsync(HttpClient client, string url, params string[] states)
    {
        while (true)
        {
            var job = await client.GetJsonAsync(url);
            if (states.Contains(job.Text("status"))) return job;
            await Task.Delay(10, Token);
        }
    }
}
