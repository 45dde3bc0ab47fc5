using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Impact;

/// <summary>
/// Says what a change may break, how risky it is and which tests tell. Exported with <see cref="ExportImpactAnalyzerAttribute"/>;
/// several may be installed.
/// </summary>
/// <remarks>Called from many threads at once. The same request and graph give the same answer.</remarks>
public interface IImpactAnalyzer
{
    /// <summary>Follows the graph backwards from what changed.</summary>
    /// <param name="request">What changed.</param>
    /// <param name="graph">The graph to look in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was triggered.</exception>
    ImpactResult Analyze(ImpactRequest request, CodeGraph graph, CancellationToken cancellationToken = default);
}
