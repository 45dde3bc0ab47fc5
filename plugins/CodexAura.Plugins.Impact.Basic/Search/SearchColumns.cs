using CodexAura.Plugins.Impact.Basic.Graphs;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>What a search notes for each node of a graph; between searches all numbers are -1, all scores and walks 0.</summary>
internal sealed class SearchColumns
{
    public SearchColumns(int nodes)
    {
        (Best, Waiting, Score) = (new int[nodes], new int[nodes], new double[nodes]);
        Array.Fill(Best, -1);
        Array.Fill(Waiting, -1);
        Walk = new WalkColumns(nodes);
    }

    /// <summary>Columns for a walk; all 0.</summary>
    public WalkColumns Walk { get; }

    /// <summary>Number of the best arrival at a node.</summary>
    public int[] Best { get; }

    /// <summary>Number of a better arrival that comes into force with the next round.</summary>
    public int[] Waiting { get; }

    /// <summary>The greatest score of all arrivals at a node; all 0 between searches.</summary>
    public double[] Score { get; }
}
