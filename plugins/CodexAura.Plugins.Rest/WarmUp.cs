using System.Text.Json;
using CodexAura.Plugins.Rest.Graphs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Rest;

/// <summary>
/// Asks the server what its first client will ask. Before it says that it runs: the questions that are answered from parts of the newest
/// graph, so that their code is compiled. Then, while it serves, the whole graph is loaded, and what impact works out once for each
/// graph is worked out. The questions go straight to the endpoints, so that no log, limit or figure counts them.
/// </summary>
internal sealed partial class WarmUp(GraphAccess graphs, EndpointDataSource endpoints, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<WarmUp> logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>How long the server waits for the first questions before it says that it runs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Who waited for the server asks now, and is not to share the processors with what follows.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource<(string Graph, string Node)?> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var asking = GuardedAsync(async () => _asked.TrySetResult(await AskAboutPartsAsync(lifetime.ApplicationStopping)));
        // A store that is slow, or locked, delays the start no longer than this.
        await Task.WhenAny(asking, Task.Delay(Patience, cancellationToken));
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => GuardedAsync(async () =>
    {
        if (await _asked.Task.WaitAsync(stoppingToken) is not var (graph, node)) return;
        await Task.Delay(Pause, stoppingToken);
        await graphs.LoadAsync(graph, null, stoppingToken);
        await AskAboutNodeAsync(graph, node, stoppingToken);
        await AskAsync("getImpact", [("id", graph)], [], new { changed_symbols = new[] { node } }, stoppingToken);
    });

    private async Task<(string Graph, string Node)?> AskAboutPartsAsync(CancellationToken stopping)
    {
        await AskAsync("listGraphs", [], [], null, stopping);
        if ((await graphs.ListAsync(null, null, stopping)).FirstOrDefault() is not { } newest) return null;
        if (await graphs.Service.FirstNodeAsync(newest.Id, null, stopping) is not { } node) return null;
        await AskAboutNodeAsync(newest.Id, node, stopping);
        return (newest.Id, node);
    }

    private async Task AskAboutNodeAsync(string graph, string node, CancellationToken stopping)
    {
        await AskAsync("getNode", [("id", graph)], [("node_id", node)], null, stopping);
        await AskAsync("getDependencies", [("id", graph)], [("node_id", node), ("depth", "2")], null, stopping);
    }

    private async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The server ends before anybody asked.
        }
        catch (Exception thrown)
        {
            // Whoever asks first will be told better.
            Failed(logger, thrown);
        }
        finally
        {
            _asked.TrySetResult(null);
        }
    }

    private async Task AskAsync(string name, (string Name, string Value)[] route, (string Name, string Value)[] query, object? body, CancellationToken stopping)
    {
        var endpoint = endpoints.Endpoints.FirstOrDefault(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);
        if (endpoint?.RequestDelegate is not { } ask) return;
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = stopping };
        http.SetEndpoint(endpoint);
        http.Request.Method = body is null ? HttpMethods.Get : HttpMethods.Post;
        foreach (var (key, value) in route) http.Request.RouteValues[key] = value;
        http.Request.QueryString = QueryString.Create(query.Select(q => KeyValuePair.Create<string, string?>(q.Name, q.Value)));
        if (body is not null)
        {
            http.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
            http.Request.ContentType = "application/json";
            http.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body));
        }
        http.Response.Body = Stream.Null;
        await ask(http);
    }

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    [LoggerMessage(201, LogLevel.Debug, "The server could not be warmed up")]
    private static partial void Failed(ILogger logger, Exception exception);
}
