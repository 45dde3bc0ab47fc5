using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>The best way to a node so far.</summary>
/// <param name="Level">Its score, as a level (<see cref="Levels"/>); 0 for none.</param>
/// <param name="From">Number of the arrival it came from; -1 for a changed node.</param>
/// <param name="Distance">Steps from the change.</param>
/// <param name="Relation">How the node is affected by the one before it.</param>
/// <param name="Guessed">Whether some step on the way is a guess.</param>
internal readonly record struct Label(int Level, int From, int Distance, ImpactRelation Relation, bool Guessed);

/// <summary>What a search notes for each node of a graph; between searches all numbers are -1, all else is 0 or empty.</summary>
internal sealed class SearchColumns
{
    private readonly int _nodes;
    private Label[]? _labels;
    private Dispatch[]? _dispatches;

    public SearchColumns(int nodes)
    {
        _nodes = nodes;
        (Best, Waiting, Level) = (new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(Best, -1);
        Array.Fill(Waiting, -1);
        Walk = new WalkColumns(nodes);
        Buckets = [.. Enumerable.Range(0, ScoreBuckets.Count).Select(_ => new List<int>())];
    }

    /// <summary>Columns for a walk; all 0.</summary>
    public WalkColumns Walk { get; }

    /// <summary>Number of the best arrival at a node.</summary>
    public int[] Best { get; }

    /// <summary>Number of a better arrival that comes into force with the next round.</summary>
    public int[] Waiting { get; }

    /// <summary>The highest level of all arrivals at a node, in a search by rounds; 0 for none.</summary>
    public int[] Level { get; }

    /// <summary>The best ways so far, in a search by score.</summary>
    public Label[] Labels => _labels ??= new Label[_nodes];

    /// <summary>What is waiting to spread to the callers of overridden methods, in a search by score.</summary>
    public Dispatch[] Dispatches => _dispatches ??= new Dispatch[_nodes];

    /// <summary>Overridden methods that were reached, each once.</summary>
    public List<int> Dispatched { get; } = [];

    /// <summary>Nodes by the part that their score is in; overridden methods as complements.</summary>
    public List<int>[] Buckets { get; }

    /// <summary>Arrivals, in the order in which they came.</summary>
    public List<Arrival> Arrivals { get; } = [];

    /// <summary>For an overridden method: the highest level of those that take its place, whose arrival that is, and whether it is still to be passed on.</summary>
    internal record struct Dispatch(int Level, int From, bool Waits);
}
