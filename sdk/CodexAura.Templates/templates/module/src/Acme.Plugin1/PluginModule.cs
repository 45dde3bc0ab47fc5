using System.Composition;
using Carter;
using CodexAura.Sdk.Hosting;
using CodexAura.Sdk.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Plugin1;

/// <summary><c>GET /acme.plugin1/{graph}/route_name</c>: the files of a graph, those with most definitions first.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class PluginModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) =>
        app.MapGet("/acme.plugin1/{graph}/route_name", async (string graph, FileLister lister, IGraphService graphs, CancellationToken stop) =>
        {
            var stored = await graphs.LoadAsync(graph, cancellationToken: stop);
            return TypedResults.Ok(lister.List(stored.Graph));
        }).WithSummary("The files of a graph, those with most definitions first");
}

/// <summary>Services of your own, which handlers take as parameters.</summary>
[ExportHostModule("route_name")]
[Shared]
public sealed class PluginServices : IHostModule
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<FileLister>();
}
