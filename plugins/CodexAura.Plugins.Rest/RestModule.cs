using CodexAura.Plugins.Rest.Graphs;
using CodexAura.Plugins.Rest.Jobs;
using CodexAura.Sdk.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CodexAura.Plugins.Rest;

/// <summary>The services behind the endpoints.</summary>
[ExportHostModule("rest")]
[Shared]
public sealed class RestModule : IHostModule
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<GraphAccess>();
        services.AddSingleton<GraphVersionPolicy>();
        services.AddSingleton<JobStore>();
        services.AddSingleton(provider => new JobLimits(provider.GetRequiredService<IAnalysisService>().Policy, provider.GetRequiredService<IOptions<HostOptions>>().Value));
        services.AddSingleton<JobQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<JobQueue>());
        services.AddHostedService<WarmUp>();
    }
}
