using System.Composition;
using Carter;
using CodexAura.Sdk.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.TestPlugins;

/// <summary>Never comes to an end with its routes.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class HangingRoutes : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/half-mapped", () => "half");
        Thread.Sleep(Timeout.Infinite);
    }
}

/// <summary>Never comes to an end with its services.</summary>
[ExportHostModule("hanging")]
[Shared]
public sealed class HangingServices : IHostModule
{
    public void ConfigureServices(IServiceCollection services) => Thread.Sleep(Timeout.Infinite);
}
