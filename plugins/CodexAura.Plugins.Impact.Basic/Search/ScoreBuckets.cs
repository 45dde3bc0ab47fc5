namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>
/// Parts the scores from 1 down to <see cref="Weights.Least"/> so finely that one step always leads to a later part. Nodes that are taken
/// part by part are therefore final when their part comes, in whatever order within it: Dijkstra's algorithm without a heap (Dial,
/// "Algorithm 360: Shortest-path forest with topological ordering", CACM 1969).
/// </summary>
internal static class ScoreBuckets
{
    private const int Units = 4096;
    private static readonly byte[] OfUnit = Part();

    /// <summary>Number of parts.</summary>
    public static int Count { get; } = OfUnit[(int)(Weights.Least * Units)] + 1;

    /// <summary>The part of a score of <see cref="Weights.Least"/> to 1; greater scores come first.</summary>
    public static int Of(double score) => OfUnit[(int)(score * Units)];

    private static byte[] Part()
    {
        byte[] parts = new byte[Units + 1];
        int part = 0, lowest = LowestWith(Units);
        for (int unit = Units; unit >= 0; unit--)
        {
            if (unit < lowest) (part, lowest) = (part + 1, LowestWith(unit));
            parts[unit] = (byte)Math.Min(part, byte.MaxValue);
        }
        return parts;
    }

    /// <summary>The lowest unit of the part whose highest is this: scores of the part are below highest + 1, so after one step below the lowest.</summary>
    private static int LowestWith(int highest) => (int)(Weights.Greatest * (highest + 1)) + 1;
}
