namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>
/// Parts the scores from 1 down to <see cref="Weights.Least"/> so finely that one step always leads to a later part. Nodes that are taken
/// part by part are therefore final when their part comes, in whatever order within it: Dijkstra's algorithm without a heap (Dial,
/// "Algorithm 360: Shortest-path forest with topological ordering", CACM 1969).
/// </summary>
internal static class ScoreBuckets
{
    /// <summary>The least that a step takes off a level.</summary>
    private static readonly int Width = Levels.Cost(Weights.Greatest);

    /// <summary>Number of parts.</summary>
    public static int Count { get; } = Of(1) + 1;

    /// <summary>The part of a level above 0; higher levels come first.</summary>
    public static int Of(int level) => (Levels.Changed - level) / Width;
}
