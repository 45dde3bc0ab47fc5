using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>
/// Personalised PageRank (Haveliwala, 2002): a walk that starts at the seeds, follows edges with the likelihood of their type and
/// direction, and every so often starts again. What it visits often is near to many seeds.
/// </summary>
internal sealed class PageRank
{
    private const double Damping = 0.6;
    private const int Steps = 12;
    private readonly int[] _offset;
    private readonly int[] _target;
    private readonly float[] _weight;

    public PageRank(CodeGraph graph, Func<int, double> standing)
    {
        var links = new List<(int From, int To, float Weight)>(graph.EdgeCount * 2);
        for (int e = 0; e < graph.EdgeCount; e++)
        {
            var edge = graph.Edge(e);
            var (forth, back) = Weights(edge.Type);
            double sure = edge.Confidence == Confidence.Heuristic ? 0.4 : 1;
            links.Add((edge.Source, edge.Target, (float)(forth * sure * standing(edge.Target))));
            links.Add((edge.Target, edge.Source, (float)(back * sure * standing(edge.Source))));
        }
        for (int i = 0; i < graph.NodeCount; i++)
        {
            int parent = graph.Node(i).Parent;
            if (parent < 0) continue;
            links.Add((i, parent, 0.6f));
            links.Add((parent, i, 0.15f));
        }
        _offset = new int[graph.NodeCount + 1];
        foreach (var link in links) _offset[link.From + 1]++;
        for (int i = 0; i < graph.NodeCount; i++) _offset[i + 1] += _offset[i];
        int[] next = _offset.AsSpan(0, graph.NodeCount).ToArray();
        (_target, _weight) = (new int[links.Count], new float[links.Count]);
        foreach (var (from, to, weight) in links) (_target[next[from]], _weight[next[from]++]) = (to, weight);
        for (int i = 0; i < graph.NodeCount; i++) Normalise(_weight.AsSpan(_offset[i], _offset[i + 1] - _offset[i]));
    }

    /// <summary>How often the walk is at each node; sums to no more than 1.</summary>
    public double[] Walk(double[] seeds)
    {
        double total = seeds.Sum();
        if (total <= 0) return new double[seeds.Length];
        double[] start = [.. seeds.Select(s => s / total)], at = start;
        for (int step = 0; step < Steps; step++)
        {
            double[] next = new double[at.Length];
            for (int i = 0; i < at.Length; i++)
            {
                next[i] += (1 - Damping) * start[i];
                if (at[i] < 1e-9) continue;
                for (int k = _offset[i]; k < _offset[i + 1]; k++) next[_target[k]] += Damping * at[i] * _weight[k];
            }
            at = next;
        }
        return at;
    }

    private static (double Forth, double Back) Weights(string type) => type switch
    {
        EdgeTypes.Calls => (1, 0.35),
        EdgeTypes.Extends => (0.8, 0.3),
        EdgeTypes.Imports => (0.15, 0.05),
        _ => (0.3, 0.15),
    };

    /// <summary>Where much leads away, each way gets less; where little does, it is no more than the edge itself says.</summary>
    private static void Normalise(Span<float> weights)
    {
        float sum = 0;
        foreach (float w in weights) sum += w;
        if (sum <= 1) return;
        foreach (ref float w in weights) w /= sum;
    }
}
