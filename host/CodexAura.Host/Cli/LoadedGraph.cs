using CodexAura.Engine.Graphs;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Host.Cli;

/// <summary>A stored graph that a command asked for.</summary>
internal sealed record LoadedGraph(GraphInfo Info, CodeGraph Graph)
{
    public static async Task<LoadedGraph> FindAsync(IGraphStore store, string reference, CancellationToken cancellationToken)
    {
        var info = await GraphSelector.FindAsync(store, reference, cancellationToken);
        // Another process may have deleted it in between.
        var graph = await store.LoadAsync(info.Id, cancellationToken)
            ?? throw new GraphSelectionException("graph.not_found", $"The graph {info.Id} was deleted a moment ago.", []);
        return new LoadedGraph(info, graph);
    }
}
