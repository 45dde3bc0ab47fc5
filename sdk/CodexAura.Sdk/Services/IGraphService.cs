using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Sdk.Services;

/// <summary>Stored graphs, and the plain questions about them. Offered by the host; called from many threads at once.</summary>
/// <remarks>
/// A graph is named by its id, by a unique beginning of it, or by the path of its repository (then the newest graph of that
/// repository). Graphs are kept in memory between questions; each question first looks whether the stored one is still the same.
/// </remarks>
public interface IGraphService
{
    /// <summary>Names of the installed stores, in ordinal order.</summary>
    IReadOnlyList<string> Stores { get; }

    /// <summary>All graphs, newest first, without their bodies.</summary>
    /// <param name="repositoryPath">Only those of this repository, however its path is written; null for all.</param>
    /// <param name="storage">The store, by name; null for the configured one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, string? storage = null, CancellationToken cancellationToken = default);

    /// <summary>Finds a graph without loading it.</summary>
    /// <param name="graph">Id, unique beginning of it, or path of the repository.</param>
    /// <param name="storage">The store, by name; null for the configured one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GraphSelectionException">None fits, or more than one.</exception>
    Task<GraphInfo> FindAsync(string graph, string? storage = null, CancellationToken cancellationToken = default);

    /// <summary>Finds a graph and loads it whole.</summary>
    /// <inheritdoc cref="FindAsync" path="/param|/exception"/>
    Task<StoredGraph> LoadAsync(string graph, string? storage = null, CancellationToken cancellationToken = default);

    /// <summary>Gives the id of a graph's first node, for who needs any; without loading the graph where its store can read parts.</summary>
    /// <returns>Null when the graph is empty.</returns>
    /// <inheritdoc cref="FindAsync" path="/param|/exception"/>
    async Task<string?> FirstNodeAsync(string graph, string? storage = null, CancellationToken cancellationToken = default)
    {
        var stored = await LoadAsync(graph, storage, cancellationToken).ConfigureAwait(false);
        return stored.Graph.NodeCount == 0 ? null : stored.Graph.Node(0).Id;
    }

    /// <summary>Removes a graph.</summary>
    /// <returns>What was removed.</returns>
    /// <inheritdoc cref="FindAsync" path="/param|/exception"/>
    Task<GraphInfo> DeleteAsync(string graph, string? storage = null, CancellationToken cancellationToken = default);

    /// <summary>What a node depends on and what depends on it, from a graph that is in memory.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="query">The node, as people name it (see <see cref="FindNode"/>), depth, direction and edge types in any case of letters.</param>
    /// <exception cref="NodeSelectionException">No node fits, or more than one.</exception>
    /// <exception cref="AnalysisException">An edge type is unknown: <c>edge_type.unknown</c>.</exception>
    Neighbourhood Dependencies(CodeGraph graph, NeighbourQuery query);

    /// <summary>
    /// What a node depends on and what depends on it. Does not wait for a graph that is not in memory yet where its store can read the part
    /// that is asked for; the answer is the same.
    /// </summary>
    /// <param name="graph">The graph: its id, a unique beginning of it, or the path of its repository.</param>
    /// <param name="query">As for <see cref="Dependencies"/>.</param>
    /// <param name="storage">The store, by name; null for the configured one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GraphSelectionException">No graph fits, or more than one.</exception>
    /// <exception cref="NodeSelectionException">No node fits, or more than one.</exception>
    /// <exception cref="AnalysisException">An edge type is unknown: <c>edge_type.unknown</c>.</exception>
    async Task<StoredNeighbourhood> NeighboursAsync(string graph, NeighbourQuery query, string? storage = null, CancellationToken cancellationToken = default)
    {
        var stored = await LoadAsync(graph, storage, cancellationToken).ConfigureAwait(false);
        return new StoredNeighbourhood(stored.Info, Dependencies(stored.Graph, query));
    }

    /// <summary>Finds a node by its id, a file's path, or a name (qualified or simple) that only one node has.</summary>
    /// <returns>The node's number.</returns>
    /// <exception cref="NodeSelectionException">None fits, or more than one; suggestions are the nearest.</exception>
    int FindNode(CodeGraph graph, string reference);

    /// <summary>Finds files, classes and functions by what somebody remembers of their names.</summary>
    SymbolMatches FindSymbols(CodeGraph graph, SymbolQuery query);

    /// <summary>Files of a graph that were changed or removed since it was made, in path order. Looks at each file's time of change, and at the content of those that are later.</summary>
    IReadOnlyList<string> StaleFiles(StoredGraph graph);

    /// <summary>Gives the text of the graph's files as they are now, and of no other file.</summary>
    ISourceReader Sources(CodeGraph graph);
}

/// <summary>A stored graph and its description.</summary>
/// <param name="Info">When it was made and of what; the time of making tells one state of a graph from the next.</param>
/// <param name="Graph">The graph.</param>
public sealed record StoredGraph(GraphInfo Info, CodeGraph Graph);

/// <summary>What a node of a stored graph is connected to.</summary>
/// <param name="Info">The graph, in the state that was read.</param>
/// <param name="Found">The node, what was reached, and the edges that were followed.</param>
public sealed record StoredNeighbourhood(GraphInfo Info, Neighbourhood Found);
