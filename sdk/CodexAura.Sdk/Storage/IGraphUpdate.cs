using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>An optional ability of a store: bringing a stored graph up to date with less work than a save.</summary>
public interface IGraphUpdate
{
    /// <summary>
    /// Does what a save does, but may rely on what the store noted of the rows that it wrote, where a save looks at the rows themselves. The host
    /// updates a graph after edits, and saves it where all is to be made anew. Where nothing is stored under the id, the graph is saved whole.
    /// </summary>
    /// <param name="info">The graph's description.</param>
    /// <param name="graph">The graph as it is to be.</param>
    /// <param name="cancellationToken">Stops the work; the old state is then still there.</param>
    Task UpdateAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default);
}
