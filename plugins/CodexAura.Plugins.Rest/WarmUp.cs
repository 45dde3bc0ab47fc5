using CodexAura.Plugins.Rest.Graphs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Rest;

/// <summary>
/// Asks the server, when it has started, what its first client will ask: the newest graph is loaded and the code of the answers
/// compiled while nobody waits. The questions go straight to the endpoints, so that no log, limit or figure counts them.
/// </summary>
internal sealed partial class WarmUp(GraphAccess graphs, EndpointDataSource endpoints, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<WarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Started(stoppingToken);
            if ((await graphs.ListAsync(null, null, stoppingToken)).FirstOrDefault() is not { } newest) return;
            var stored = await graphs.LoadAsync(newest.Id, null, stoppingToken);
            if (stored.Graph.NodeCount == 0) return;
            string node = stored.Graph.Node(0).Id;
            await AskAsync("listGraphs", [], [], stoppingToken);
            await AskAsync("getNode", [("id", newest.Id)], [("node_id", node)], stoppingToken);
            await AskAsync("getDependencies", [("id", newest.Id)], [("node_id", node), ("depth", "2")], stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends before anybody asked.
        }
        catch (Exception thrown)
        {
            // Whoever asks first will be told better.
            Failed(logger, thrown);
        }
    }

    private async Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task AskAsync(string name, (string Name, string Value)[] route, (string Name, string Value)[] query, CancellationToken stopping)
    {
        var endpoint = endpoints.Endpoints.FirstOrDefault(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);
        if (endpoint?.RequestDelegate is not { } ask) return;
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = stopping };
        http.SetEndpoint(endpoint);
        http.Request.Method = HttpMethods.Get;
        foreach (var (key, value) in route) http.Request.RouteValues[key] = value;
        http.Request.QueryString = QueryString.Create(query.Select(q => KeyValuePair.Create<string, string?>(q.Name, q.Value)));
        http.Response.Body = Stream.Null;
        await ask(http);
    }

    [LoggerMessage(201, LogLevel.Debug, "The server could not be warmed up")]
    private static partial void Failed(ILogger logger, Exception exception);
}
