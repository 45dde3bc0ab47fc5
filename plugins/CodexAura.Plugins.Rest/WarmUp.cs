using System.Text.Json;
using CodexAura.Plugins.Rest.Graphs;
using CodexAura.Sdk.Graph;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Rest;

/// <summary>
/// Asks the server what its first client will ask, before it says that it runs: the questions that are answered from parts of the newest
/// graph, so that their code is compiled; then the whole graph is loaded, and what impact works out once for each graph is worked
/// out. Requests are answered all the while. The questions go straight to the endpoints, so that no log, limit or figure counts them.
/// </summary>
internal sealed partial class WarmUp(GraphAccess graphs, EndpointDataSource endpoints, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<WarmUp> logger)
    : IHostedLifecycleService
{
    /// <summary>How long the server waits before it says that it runs: a store may be slow, or locked, or a graph very large.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int FilesAsked = 5;

    private Task _asking = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        _asking = AskAllAsync(lifetime.ApplicationStopping);
        await Task.WhenAny(_asking, Task.Delay(Patience, cancellationToken));
    }

    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AskAllAsync(CancellationToken stopping)
    {
        // A store may work on the thread that asks it, and that one is to start the server.
        await Task.Yield();
        try
        {
            await AskAsync("listGraphs", [], [], null, stopping);
            if ((await graphs.ListAsync(null, null, stopping)).FirstOrDefault() is not { } newest) return;
            if (await graphs.Service.FirstNodeAsync(newest.Id, null, stopping) is not { } node) return;
            await AskAboutNodeAsync(newest.Id, node, stopping);
            var graph = (await graphs.LoadAsync(newest.Id, null, stopping)).Graph;
            await AskAboutNodeAsync(newest.Id, node, stopping);
            await AskAsync("getImpact", [("id", newest.Id)], [], new { changed_files = SomeFiles(graph) }, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server ends before anybody asked.
        }
        catch (Exception thrown)
        {
            // Whoever asks first will be told better.
            Failed(logger, thrown);
        }
    }

    /// <summary>Files that are used as much as most are, and more: the more alike the question is to those that come, the less is left to be compiled.</summary>
    private static string[] SomeFiles(CodeGraph graph)
    {
        int[] files = [.. graph.Files.ToArray().OrderBy(UsesOf)];
        return [.. Enumerable.Range(FilesAsked, Math.Min(FilesAsked, files.Length)).Select(i => files[files.Length * i / (2 * FilesAsked)]).Distinct().Select(file => graph.Node(file).Path)];

        int UsesOf(int file)
        {
            int uses = 0;
            for (var (node, end) = graph.NodesOfFile(file); node < end; node++) uses += graph.Incoming(node).Count;
            return uses;
        }
    }

    private async Task AskAboutNodeAsync(string graph, string node, CancellationToken stopping)
    {
        await AskAsync("getNode", [("id", graph)], [("node_id", node)], null, stopping);
        await AskAsync("getDependencies", [("id", graph)], [("node_id", node), ("depth", "2")], null, stopping);
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
