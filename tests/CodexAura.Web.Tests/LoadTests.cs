using System.Collections.Concurrent;
using System.Net;
using CodexAura.Web.Tests.Support;

namespace CodexAura.Web.Tests;

/// <summary>Many clients at once, while the graph that they ask for is made anew again and again.</summary>
public sealed class LoadTests : IDisposable
{
    private const int Clients = 50;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("CODEX_AURA_LOAD_SECONDS") ?? "3", System.Globalization.CultureInfo.InvariantCulture));
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Nobody_gets_an_error_or_a_graph_that_never_was()
    {
        var token = TestContext.Current.CancellationToken;
        await using var host = await TestServerHost.StartAsync(_workspace.Data, new ServerOptions { AnalyzePerMinute = 0, ContextPerMinute = 0 });
        string repository = _workspace.Shop();
        string id = (await host.PlainClient().PostJsonAsync("/api/v1/analyze", new { repo_path = repository })).Text("graph_id");
        // Two versions of a file take turns: in one a function calls another, in the other both have other names.
        string[] versions = ["def left():\n    right()\n\n\ndef right():\n    pass\n", "def up():\n    down()\n\n\ndef down():\n    pass\n"];
        using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
        over.CancelAfter(Duration);
        var wrong = new ConcurrentBag<string>();
        int answered = 0, analysed = 0;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
        {
            using var client = host.PlainClient();
            for (int turn = 0; !over.IsCancellationRequested; turn++)
            {
                if (number == 0) await File.WriteAllTextAsync(Path.Join(repository, "turns.py"), versions[turn % 2], token);
                using var response = await (((number + turn) % 5) switch
                {
                    _ when number < 2 => client.PostAsync("/api/v1/analyze", Workspace.Body(new { repo_path = repository }), token),
                    0 => client.GetAsync($"/api/v1/graph/{id}?node_types=function", token),
                    1 => client.GetAsync($"/api/v1/graph/{id}/dependencies?node_id=src/shop/money.py::class::Money&depth=3", token),
                    2 => client.PostAsync($"/api/v1/graph/{id}/impact", Workspace.Body(new { changed_files = new[] { "src/shop/money.py" } }), token),
                    3 => client.PostAsync("/api/v1/context", Workspace.Body(new { graph_id = id, symbols = new[] { "Cart" }, max_tokens = 500 }), token),
                    _ => client.GetAsync("/api/v1/graphs", token),
                });
                string body = await response.Content.ReadAsStringAsync(token);
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.TooManyRequests)) wrong.Add($"{(int)response.StatusCode} {response.RequestMessage!.RequestUri}: {body}");
                else if (body.Contains("\"left\"", StringComparison.Ordinal) != body.Contains("\"right\"", StringComparison.Ordinal)
                    || body.Contains("\"left\"", StringComparison.Ordinal) && body.Contains("\"up\"", StringComparison.Ordinal)) wrong.Add("a mixture: " + body);
                Interlocked.Increment(ref answered);
                if (number < 2) Interlocked.Increment(ref analysed);
            }
        }, token)));

        Assert.Empty(wrong.Take(3));
        Assert.True(analysed > 1 && answered > Clients, $"{analysed} analyses, {answered} answers");
    }
}
