using System.Composition;
using Carter;
using CodexAura.Sdk.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.TestPlugins;

/// <summary>Throws while it adds its routes.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class ThrowingModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/half-mapped", () => "half");
        throw new InvalidOperationException("no routes today");
    }
}

/// <summary>Takes a route that the REST API has.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class GreedyModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/graph/{anything}", () => "mine");
        app.MapGet("/greedy", () => "greedy");
    }
}

/// <summary>Fails to add its services.</summary>
[ExportHostModule("broken")]
[Shared]
public sealed class ThrowingServices : IHostModule
{
    public void ConfigureServices(IServiceCollection services) => throw new InvalidOperationException("no services today");
}
