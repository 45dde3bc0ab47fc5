using System.Composition;
using CodexAura.Sdk.Hosting;
using CodexAura.Sdk.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.AspNetCore;

namespace CodexAura.Plugins.Mcp.Hosting;

/// <summary>Registers the server for HTTP; <see cref="McpRoutes"/> maps it.</summary>
[ExportHostModule("mcp"), Shared]
public sealed class McpHostModule : IHostModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(provider => new HttpServer(new AuraServices(
            provider.GetRequiredService<IAnalysisService>(), provider.GetRequiredService<IGraphService>(), provider.GetRequiredService<IContextService>(),
            provider.GetRequiredService<IImpactService>(), provider.GetService<TimeProvider>() ?? TimeProvider.System, provider.GetRequiredService<ILoggerFactory>())));
        services.AddMcpServer().WithHttpTransport(http =>
        {
            // Clients of revisions with a handshake get a session, with progress and notices; later ones need none.
            http.SessionMode = HttpServerSessionMode.StatefulForInitializeClients;
            http.ConfigureSessionOptions = (context, options, _) =>
            {
                context.RequestServices.GetRequiredService<HttpServer>().Configure(context, options);
                return Task.CompletedTask;
            };
        });
    }
}
