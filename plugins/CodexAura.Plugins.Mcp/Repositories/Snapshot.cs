using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Repositories;

/// <summary>A graph as one call sees it, with what the call should say of its state.</summary>
/// <param name="Info">Describes the graph.</param>
/// <param name="Graph">The graph.</param>
/// <param name="Stamp">How fresh it is.</param>
/// <param name="Sources">The text of its files, read as they are now.</param>
internal sealed record Snapshot(GraphInfo Info, CodeGraph Graph, GraphStamp Stamp, ISourceReader Sources)
{
    /// <summary>What the last analysis did, where one ran.</summary>
    public AnalysisResult? Analysis { get; init; }
}
