using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Context;

/// <summary>Tells how far the working tree has moved on since a graph was made.</summary>
public static class GraphFreshness
{
    /// <summary>
    /// Files of the graph that are gone, or whose time of change is later than the graph. A file that was only touched is named
    /// too: better one too many than lines that are not where the graph says.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="info">When it was made.</param>
    /// <returns>Paths relative to the root, in order.</returns>
    public static IReadOnlyList<string> StaleFiles(CodeGraph graph, GraphInfo info)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(info);
        var stale = new List<string>();
        foreach (int node in graph.Files)
        {
            string path = graph.Node(node).QualifiedName;
            var file = new FileInfo(Path.Join(graph.Repository.Path, path));
            if (!file.Exists || file.LastWriteTimeUtc > info.CreatedAt.UtcDateTime) stale.Add(path);
        }
        return stale;
    }
}
