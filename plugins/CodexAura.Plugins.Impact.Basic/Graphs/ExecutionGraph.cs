using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic.Graphs;

/// <summary>
/// What may run what, as a walk at random: from each node to what it calls, to its fixtures, from a class to its methods and bases,
/// from a method to those that take its place. Edges are listed by target, with the chance that the walk takes them.
/// </summary>
internal sealed class ExecutionGraph
{
    /// <summary>The chance that a walk goes on at each step.</summary>
    public const double Continue = 0.8;

    /// <summary>Residues below this are not passed on.</summary>
    private const double Least = 1e-6;

    /// <summary>
    /// An answer looks at no more nodes than this. What is then left out is far from the change, or one of thousands of tests that are
    /// as near as each other.
    /// </summary>
    private const int MostPushes = 20_000;
    private const double HeuristicCall = 0.25, InferredCall = 0.9, Method = 0.15, Base = 0.3, Nested = 0.9, Override = 0.3;

    private readonly int[] _offset;
    private readonly int[] _from;
    private readonly float[] _chance;

    public ExecutionGraph(GraphIndex index)
    {
        var edges = Collect(index);
        int nodes = index.Graph.NodeCount;
        var total = new double[nodes];
        _offset = new int[nodes + 1];
        foreach (var (from, to, weight) in edges)
        {
            total[from] += weight;
            _offset[to + 1]++;
        }
        for (int i = 0; i < nodes; i++) _offset[i + 1] += _offset[i];
        (_from, _chance) = (new int[edges.Count], new float[edges.Count]);
        int[] next = [.. _offset];
        foreach (var (from, to, weight) in edges)
        {
            int at = next[to]++;
            // Where the weights don't make up 1 the walk ends: what a guess leads to is not known.
            (_from[at], _chance[at]) = (from, (float)(weight / Math.Max(total[from], 1)));
        }
    }

    /// <summary>
    /// How much of the walks from each node is spent in what changed. A test that calls little else has more of it than one that
    /// drives everything, and one that is near more than one that is far. Computed backwards from the change, so it costs what is
    /// reached: Andersen, Borgs, Chayes, Hopcroft, Mirrokni and Teng, "Local computation of PageRank contributions", WAW 2007.
    /// </summary>
    /// <param name="seeds">What changed, with the weight of each.</param>
    /// <param name="columns">Columns that are all 0; filled with the shares, and cleaned by <see cref="WalkColumns.Clear"/>.</param>
    public void Contributions(IEnumerable<(int Node, double Weight)> seeds, WalkColumns columns)
    {
        var queue = new Queue<int>();
        foreach (var (node, weight) in seeds)
        {
            columns.Touch(node);
            columns.Residue[node] += weight;
            Enqueue(node);
        }
        for (int pushes = 0; pushes < MostPushes && queue.TryDequeue(out int node); pushes++)
        {
            double residue = columns.Residue[node];
            (columns.Residue[node], columns.Waits[node]) = (0, false);
            columns.Share[node] += residue;
            for (int at = _offset[node]; at < _offset[node + 1]; at++)
            {
                int from = _from[at];
                columns.Touch(from);
                columns.Residue[from] += Continue * residue * _chance[at];
                Enqueue(from);
            }
        }

        void Enqueue(int node)
        {
            if (columns.Residue[node] < Least || columns.Waits[node]) return;
            columns.Waits[node] = true;
            queue.Enqueue(node);
        }
    }

    private static List<(int From, int To, float Weight)> Collect(GraphIndex index)
    {
        var graph = index.Graph;
        var edges = new List<(int From, int To, float Weight)>(graph.EdgeCount + graph.NodeCount);
        for (int node = 0; node < graph.NodeCount; node++)
        {
            foreach (int number in graph.Outgoing(node))
            {
                var edge = graph.Edge(number);
                if (edge.TypeIndex == index.Extends) Add(node, edge.Target, Base);
                else if (edge.TypeIndex == index.Calls)
                    Add(node, edge.Target, edge.Confidence switch { Confidence.Exact => 1, Confidence.Inferred => InferredCall, _ => HeuristicCall });
            }
            foreach (int user in index.UsersOfFixture(node)) Add(user, node, 1);
            var type = graph.Node(node).Type;
            if (type == NodeType.File) continue;
            foreach (int child in index.Children(node)) Add(node, child, type == NodeType.Class ? Method : Nested);
            var overriding = index.Overrides.Below(node);
            foreach (int method in overriding) Add(node, method, Override / Math.Sqrt(overriding.Length));
        }
        return edges;

        void Add(int from, int to, double weight)
        {
            if (from != to) edges.Add((from, to, (float)weight));
        }
    }
}

/// <summary>What a walk notes for each node; all 0 between walks.</summary>
internal sealed class WalkColumns(int nodes)
{
    private readonly List<int> _touched = [];
    private readonly bool[] _known = new bool[nodes];

    /// <summary>The part of the walks from a node that is spent in what changed.</summary>
    public double[] Share { get; } = new double[nodes];

    /// <summary>What is still to be passed on.</summary>
    public double[] Residue { get; } = new double[nodes];

    /// <summary>Whether a node is in the queue.</summary>
    public bool[] Waits { get; } = new bool[nodes];

    public void Touch(int node)
    {
        if (_known[node]) return;
        _known[node] = true;
        _touched.Add(node);
    }

    public void Clear()
    {
        foreach (int node in _touched)
        {
            (Share[node], Residue[node]) = (0, 0);
            Waits[node] = _known[node] = false;
        }
        _touched.Clear();
    }
}
