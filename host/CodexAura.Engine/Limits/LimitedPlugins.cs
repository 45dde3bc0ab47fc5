using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Limits;

/// <summary>A context provider that answers in time, or whose plugin is named.</summary>
/// <param name="inner">The provider.</param>
/// <param name="who">How messages name it.</param>
/// <param name="limits">How long it may take; null for what holds in this process.</param>
public sealed class LimitedContextProvider(IContextProvider inner, string who, CallLimits? limits = null) : IContextProvider
{
    /// <inheritdoc/>
    public Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default) =>
        LimitedCall.RunAsync(token => inner.GetContextAsync(request, graph, sources, token), () => who, "choose the context", (limits ?? CallLimits.Current).Answer, cancellationToken);
}

/// <summary>An impact analyzer that answers in time, or whose plugin is named.</summary>
/// <param name="inner">The analyzer.</param>
/// <param name="who">How messages name it.</param>
/// <param name="limits">How long it may take; null for what holds in this process.</param>
public sealed class LimitedImpactAnalyzer(IImpactAnalyzer inner, string who, CallLimits? limits = null) : IImpactAnalyzer
{
    /// <inheritdoc/>
    public ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default) =>
        LimitedCall.Run(token => inner.Analyze(request, graph, token), () => who, "tell the impact", (limits ?? CallLimits.Current).Answer, cancellationToken);
}
