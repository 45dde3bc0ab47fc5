using System.Composition;
using Carter;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Hosting;
using CodexAura.Sdk.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sample.HotSpots;

/// <summary><c>GET /samples/hotspots/{graph}</c>: what most edges lead to and from.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class HotSpotsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) =>
        app.MapGet("/samples/hotspots/{graph}", async (string graph, HotSpotFinder finder, IGraphService graphs, CancellationToken stop) =>
        {
            var stored = await graphs.LoadAsync(graph, cancellationToken: stop).ConfigureAwait(false);
            return TypedResults.Ok(finder.Find(stored.Graph));
        }).WithName("hotSpots").WithTags("Samples").WithSummary("What most edges lead to and from");
}

/// <summary>A service of its own, which the route takes as a parameter.</summary>
[ExportHostModule("hot-spots")]
[Shared]
public sealed class HotSpotsServices : IHostModule
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<HotSpotFinder>();
}

/// <summary>One of the most connected nodes.</summary>
public sealed record HotSpot(string Id, int Incoming, int Outgoing);

/// <summary>Finds the most connected nodes.</summary>
public sealed class HotSpotFinder
{
    private const int Most = 10;

    public IReadOnlyList<HotSpot> Find(CodeGraph graph) =>
    [
        .. Enumerable.Range(0, graph.NodeCount).Where(node => graph.Node(node).Type != NodeType.File)
            .Select(node => new HotSpot(graph.Node(node).Id, graph.Incoming(node).Count, graph.Outgoing(node).Count))
            .OrderByDescending(spot => spot.Incoming + spot.Outgoing).ThenBy(spot => spot.Id, StringComparer.Ordinal).Take(Most),
    ];
}
