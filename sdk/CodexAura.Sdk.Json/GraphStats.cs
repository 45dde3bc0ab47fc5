using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Json;

/// <summary>Figures about a graph. Everything is computed from the graph alone, so equal graphs have equal figures.</summary>
public sealed record GraphStats
{
    /// <summary>A hot spot has at least this McCabe complexity: below it a function is easy to change however many use it.</summary>
    public const int HotSpotMinComplexity = 5;

    /// <summary>A hot spot has at least this score, such as complexity 5 with 4 connections.</summary>
    public const int HotSpotMinScore = 20;

    /// <summary>How many nodes <see cref="HotSpots"/> and <see cref="MostConnected"/> list at most.</summary>
    public const int ListLength = 10;

    /// <summary>Number of nodes.</summary>
    public required int TotalNodes { get; init; }

    /// <summary>Number of edges.</summary>
    public required int TotalEdges { get; init; }

    /// <summary>Number of nodes of each type; all types are there.</summary>
    public required IReadOnlyDictionary<string, int> NodesByType { get; init; }

    /// <summary>Number of edges of each type, in ordinal order; the well-known types are there even when no edge has them.</summary>
    public required IReadOnlyDictionary<string, int> EdgesByType { get; init; }

    /// <summary>Number of edges of each confidence, the strongest first.</summary>
    public required IReadOnlyDictionary<string, int> EdgesByConfidence { get; init; }

    /// <summary>Files.</summary>
    public required int Files { get; init; }

    /// <summary>Lines in all files together.</summary>
    public required long Lines { get; init; }

    /// <summary>Files and lines by file name ending, most lines first.</summary>
    public required IReadOnlyList<ExtensionCount> Extensions { get; init; }

    /// <summary>Mean McCabe complexity of all functions; 0 without functions.</summary>
    public required double AverageComplexity { get; init; }

    /// <summary>Number of hot spots.</summary>
    public required int HotSpotCount { get; init; }

    /// <summary>The hottest hot spots: functions by complexity × connections.</summary>
    public required IReadOnlyList<HotSpot> HotSpots { get; init; }

    /// <summary>Nodes with the most edges, in and out together; heuristic edges, which are guesses, are not counted.</summary>
    public required IReadOnlyList<ConnectedNode> MostConnected { get; init; }

    /// <summary>References that became no edge, by kind and reason.</summary>
    public required IReadOnlyList<UnresolvedCount> Unresolved { get; init; }

    /// <summary>Number of diagnostics of each severity, the worst first.</summary>
    public required IReadOnlyDictionary<string, int> Diagnostics { get; init; }
}

/// <summary>Files with one ending.</summary>
/// <param name="Extension">The ending with its dot, lower-case; empty where there is none.</param>
/// <param name="Files">Number of files.</param>
/// <param name="Lines">Lines in them.</param>
public sealed record ExtensionCount(string Extension, int Files, long Lines);

/// <summary>A function that is both complex and much connected: a change there is likely to go wrong and to be felt.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Complexity">McCabe complexity.</param>
/// <param name="Connections">Edges in and out, heuristic ones not counted.</param>
public sealed record HotSpot(int Node, int Complexity, int Connections)
{
    /// <summary>Complexity × connections.</summary>
    public long Score => (long)Complexity * Connections;
}

/// <summary>A node and its edges.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Incoming">Edges that end there, heuristic ones not counted.</param>
/// <param name="Outgoing">Edges that start there, heuristic ones not counted.</param>
public sealed record ConnectedNode(int Node, int Incoming, int Outgoing);
