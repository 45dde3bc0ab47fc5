using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>
/// An optional ability of a store: reading parts of a graph without loading all of it. Each answer is what the same question to
/// the whole graph gives (<see cref="GraphReads"/> says how), in graph order, and from one state of the graph.
/// Where there is no graph of the id, single answers are null and lists are empty.
/// </summary>
public interface IGraphQuery
{
    /// <summary>A graph's description without its body.</summary>
    Task<GraphInfo?> FindGraphAsync(string graphId, CancellationToken cancellationToken = default);

    /// <summary>The edge types that occur, in ordinal order.</summary>
    Task<IReadOnlyList<string>> EdgeTypesAsync(string graphId, CancellationToken cancellationToken = default);

    /// <summary>One node by its id.</summary>
    Task<NodeRecord?> FindNodeAsync(string graphId, string nodeId, CancellationToken cancellationToken = default);

    /// <summary>The nodes of one file, its own node first.</summary>
    Task<IReadOnlyList<NodeRecord>> NodesOfFileAsync(string graphId, string path, CancellationToken cancellationToken = default);

    /// <summary>All nodes whose <see cref="NodeRecord.Name"/> is exactly this one.</summary>
    Task<IReadOnlyList<NodeRecord>> NodesNamedAsync(string graphId, string name, CancellationToken cancellationToken = default);

    /// <summary>
    /// Searches names and documentation. A node is found when each word of the text begins a word of its name or of its
    /// documentation (see <see cref="SearchWords"/>); first those where the name alone has them all, then the others.
    /// </summary>
    /// <param name="graphId">The graph.</param>
    /// <param name="text">What to look for; without any word, nothing is found.</param>
    /// <param name="limit">How many nodes to give at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<NodeRecord>> SearchAsync(string graphId, string text, int limit, CancellationToken cancellationToken = default);

    /// <summary>What can be reached from a node.</summary>
    /// <returns>Null when there is no such graph, or no such node in it.</returns>
    Task<Neighbourhood?> NeighboursAsync(string graphId, NeighbourQuery query, CancellationToken cancellationToken = default);
}
