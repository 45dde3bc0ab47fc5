using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Storage;

/// <summary>An optional ability of a store: handing out a graph in small batches, for graphs that don't fit comfortably in memory.</summary>
public interface IGraphStream
{
    /// <summary>All nodes and then all edges, both in graph order, of one state of the graph whatever is written meanwhile.</summary>
    /// <returns>Batches that hold nodes or edges; none when there is no graph of the id.</returns>
    IAsyncEnumerable<GraphBatch> StreamAsync(string graphId, CancellationToken cancellationToken = default);
}

/// <summary>Some rows of a graph: nodes, or edges.</summary>
/// <param name="Nodes">The next nodes; they are numbered from 0 as they come.</param>
/// <param name="Edges">The next edges.</param>
public sealed record GraphBatch(IReadOnlyList<NodeRecord> Nodes, IReadOnlyList<EdgeRow> Edges)
{
    /// <summary>How many rows a batch has at most.</summary>
    public const int MaxRows = 4096;
}

/// <summary>An edge between numbered nodes.</summary>
/// <param name="Source">Number of the node it starts from.</param>
/// <param name="Target">Number of the node it leads to.</param>
/// <param name="Type">The edge's type.</param>
/// <param name="Confidence">How far it may be relied on.</param>
/// <param name="Lines">All lines where it stands, ascending.</param>
public sealed record EdgeRow(int Source, int Target, string Type, Confidence Confidence, IReadOnlyList<int> Lines);
