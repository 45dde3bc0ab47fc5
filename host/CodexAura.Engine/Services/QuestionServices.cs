using CodexAura.Engine.Context;
using CodexAura.Engine.Impact;
using CodexAura.Sdk.Context;

namespace CodexAura.Engine.Services;

/// <summary>Asks context providers about stored graphs.</summary>
/// <param name="plugins">Has the providers.</param>
/// <param name="graphs">Has the graphs.</param>
public sealed class ContextService(IInstalledPlugins plugins, IGraphService graphs) : IContextService
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Providers => plugins.ContextProviderNames;

    /// <inheritdoc/>
    public async Task<ContextAnswer> AskAsync(string graph, ContextRequest request, QueryOptions? options = null, CancellationToken cancellationToken = default)
    {
        var pipeline = new ContextPipeline(plugins.ContextProvider(options?.Plugin));
        var (info, loaded) = await graphs.LoadAsync(graph, options?.Storage, cancellationToken).ConfigureAwait(false);
        return await pipeline.RunAsync(request, info, loaded, plugins.Store(options?.Storage), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Asks impact analyzers about stored graphs.</summary>
/// <param name="plugins">Has the analyzers.</param>
/// <param name="graphs">Has the graphs.</param>
public sealed class ImpactService(IInstalledPlugins plugins, IGraphService graphs) : IImpactService
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Analyzers => plugins.ImpactAnalyzerNames;

    /// <inheritdoc/>
    public async Task<ImpactAnswer> AskAsync(string graph, ImpactQuestion question, QueryOptions? options = null, CancellationToken cancellationToken = default)
    {
        var query = new ImpactQuery(plugins.ImpactAnalyzer(options?.Plugin));
        var (_, loaded) = await graphs.LoadAsync(graph, options?.Storage, cancellationToken).ConfigureAwait(false);
        return await query.AskAsync(loaded, question, cancellationToken).ConfigureAwait(false);
    }
}
