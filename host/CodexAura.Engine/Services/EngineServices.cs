using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Engine.Services;

/// <summary>Registers what the engine offers to plugins and commands.</summary>
public static class EngineServices
{
    /// <summary>
    /// Adds <see cref="IAnalysisService"/>, <see cref="IGraphService"/>, <see cref="IContextService"/> and
    /// <see cref="IImpactService"/>. <see cref="IInstalledPlugins"/>, <see cref="AnalysisPolicy"/> and <see cref="TimeProvider"/>
    /// have to be there.
    /// </summary>
    public static IServiceCollection AddEngineServices(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services
            .AddSingleton(new GraphMemory())
            .AddSingleton<IGraphService, GraphService>()
            .AddSingleton<IAnalysisService, AnalysisService>()
            .AddSingleton<IContextService, ContextService>()
            .AddSingleton<IImpactService, ImpactService>();
    }
}
