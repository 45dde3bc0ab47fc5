namespace CodexAura.Sdk.Graph;

/// <summary>
/// The nodes of a graph as columns. A graph of a million nodes is then a dozen arrays rather than a million objects:
/// loops over one column touch only that column's cache lines, and the collector has next to nothing to trace.
/// </summary>
internal sealed class NodeTable
{
    public required NodeType[] Type { get; init; }
    public required int[] File { get; init; }
    public required int[] Parent { get; init; }
    public required string[] QualifiedName { get; init; }
    public required int[] LineStart { get; init; }
    public required int[] LineEnd { get; init; }
    public required int[] Complexity { get; init; }
    public required string?[] Docstring { get; init; }
    public required string?[] Signature { get; init; }
}

/// <summary>The edges of a graph as columns, sorted by source, then target, then type; so the outgoing rows need no array of their own.</summary>
internal sealed class EdgeTable
{
    public required int[] Source { get; init; }
    public required int[] Target { get; init; }
    public required byte[] Type { get; init; }
    public required Confidence[] Confidence { get; init; }

    /// <summary>Where each edge's lines start in <see cref="Lines"/>; one more entry than edges.</summary>
    public required int[] LineOffset { get; init; }
    public required int[] Lines { get; init; }
}
