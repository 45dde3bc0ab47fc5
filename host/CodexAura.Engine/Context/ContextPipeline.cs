using CodexAura.Engine.Graphs;
using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Context;

/// <summary>Answers "what do I need to read?": the one code behind every way of asking.</summary>
/// <param name="provider">Chooses and formats.</param>
public sealed class ContextPipeline(IContextProvider provider)
{
    /// <summary>Deepest walk that may be asked for.</summary>
    public const int MaxDepth = 5;

    /// <summary>Asks the provider.</summary>
    /// <param name="request">What is asked; paths may be absolute or end pieces of paths in the graph.</param>
    /// <param name="info">Describes the graph.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="store">The store that has the graph, to tell files that changed from files that were touched; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ContextException">The request asks for nothing, or for what can't be.</exception>
    /// <exception cref="NodeSelectionException">A file or symbol is not in the graph.</exception>
    public async Task<ContextAnswer> RunAsync(ContextRequest request, GraphInfo info, CodeGraph graph, IGraphStore? store = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(graph);
        Check(request);
        var state = new GraphState(info.Id, info.Repository.Sha, await GraphFreshness.StaleFilesAsync(graph, info, store, cancellationToken).ConfigureAwait(false));
        var resolved = request with
        {
            Graph = state,
            History = request.History ?? new RepositoryHistory(graph),
            Files = [.. request.Files.Select(f => FindFile(graph, f)).Distinct(StringComparer.Ordinal)],
            Symbols = [.. request.Symbols.SelectMany(s => FindSymbols(graph, s)).Distinct(StringComparer.Ordinal)],
        };
        var result = await provider.GetContextAsync(resolved, graph, new RepositorySources(graph), cancellationToken).ConfigureAwait(false);
        return new ContextAnswer(graph, state, resolved, result);
    }

    private static void Check(ContextRequest request)
    {
        if (request.Files.Count == 0 && request.Symbols.Count == 0 && string.IsNullOrWhiteSpace(request.Task))
            throw new ContextException("context.empty_request", "Nothing is asked for: give files, symbols or a task.");
        if (request.MaxTokens < 1)
            throw new ContextException("context.max_tokens", $"The budget must be 1 token or more, not {request.MaxTokens}.");
        if (request.Depth is < 0 or > MaxDepth)
            throw new ContextException("context.depth", $"The depth must be between 0 and {MaxDepth}, not {request.Depth}.");
    }

    private static string FindFile(CodeGraph graph, string reference)
    {
        string path = reference.Replace('\\', '/');
        if (Path.IsPathRooted(reference)) path = Path.GetRelativePath(graph.Repository.Path, RealPath.Of(reference)).Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        return graph.FindFile(path) is >= 0 and var file ? graph.Node(file).QualifiedName : graph.Node(graph.Node(NodeSelector.Find(graph, path)).FileIndex).QualifiedName;
    }

    /// <summary>A name may stand for several definitions; all are meant. What stands for none is an error with what is similar.</summary>
    private static IEnumerable<string> FindSymbols(CodeGraph graph, string reference)
    {
        if (graph.Find(reference) is >= 0 and var exact) return [graph.Node(exact).Id];
        var qualified = Definitions(graph, n => n.QualifiedName == reference);
        if (qualified.Count == 0) qualified = Definitions(graph, n => n.Name == reference);
        return qualified.Count > 0 ? qualified : [graph.Node(NodeSelector.Find(graph, reference)).Id];
    }

    private static List<string> Definitions(CodeGraph graph, Func<GraphNode, bool> fits) =>
        [.. Enumerable.Range(0, graph.NodeCount).Where(i => graph.Node(i).Type != NodeType.File && fits(graph.Node(i))).Select(i => graph.Node(i).Id)];
}
