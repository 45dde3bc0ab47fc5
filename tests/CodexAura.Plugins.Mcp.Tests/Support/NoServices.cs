using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;
using CodexAura.Sdk.Storage;

namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>A host without repositories, for tests of the protocol alone.</summary>
internal sealed class NoServices : IAnalysisService, IGraphService, IContextService, IImpactService
{
    public AnalysisPolicy Policy { get; } = new();

    public IReadOnlyList<string> Stores => [];

    public IReadOnlyList<string> Providers => [];

    public IReadOnlyList<string> Analyzers => [];

    public AnalysisRequest Check(AnalysisRequest request) => throw Nothing();

    public Task<AnalysisResult> AnalyzeAsync(AnalysisRequest request, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) => throw Nothing();

    public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, string? storage = null, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<GraphInfo>>([]);

    public Task<GraphInfo> FindAsync(string graph, string? storage = null, CancellationToken cancellationToken = default) => throw Nothing();

    public Task<StoredGraph> LoadAsync(string graph, string? storage = null, CancellationToken cancellationToken = default) => throw Nothing();

    public Task<GraphInfo> DeleteAsync(string graph, string? storage = null, CancellationToken cancellationToken = default) => throw Nothing();

    public Neighbourhood Dependencies(CodeGraph graph, NeighbourQuery query) => throw Nothing();

    public int FindNode(CodeGraph graph, string reference) => throw Nothing();

    public SymbolMatches FindSymbols(CodeGraph graph, SymbolQuery query) => throw Nothing();

    public IReadOnlyList<string> StaleFiles(StoredGraph graph) => [];

    public ISourceReader Sources(CodeGraph graph) => throw Nothing();

    public Task<ContextAnswer> AskAsync(string graph, ContextRequest request, QueryOptions? options = null, CancellationToken cancellationToken = default) => throw Nothing();

    public Task<ImpactAnswer> AskAsync(string graph, ImpactQuestion question, QueryOptions? options = null, CancellationToken cancellationToken = default) => throw Nothing();

    private static GraphSelectionException Nothing() => new("graph.not_found", "There is no graph here.", []);
}
