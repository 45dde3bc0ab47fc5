using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>An optional ability of a store: bringing a stored graph up to date in one transaction, with less work than a save.</summary>
public interface IGraphUpdate
{
    /// <summary>
    /// Does what a save does, knowing that since the last save under this id only these files have other nodes. Edges may differ
    /// anywhere. Where nothing is stored under the id, the graph is saved whole.
    /// </summary>
    /// <param name="info">The graph's description.</param>
    /// <param name="graph">The graph as it is to be.</param>
    /// <param name="changedFiles">Paths of files that came, went, or whose nodes changed.</param>
    /// <param name="cancellationToken">Stops the work; the old state is then still there.</param>
    Task UpdateAsync(GraphInfo info, CodeGraph graph, IReadOnlyCollection<string> changedFiles, CancellationToken cancellationToken = default);
}
