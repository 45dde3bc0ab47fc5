namespace CodexAura.Engine.Backtesting;

/// <summary>Adds up how well one predictor did.</summary>
internal sealed class PredictorScore(string name)
{
    private readonly List<double> _recall5 = [];
    private readonly List<double> _recall10 = [];
    private readonly List<double> _recall = [];
    private readonly List<double> _reciprocal = [];
    private readonly List<(double R5, double R10, double R, double Rr)> _commit = [];
    private int _queries;
    private int _answered;
    private int _named5;
    private int _hits5;

    /// <summary>Adds one prediction.</summary>
    /// <param name="predicted">Files in the predicted order.</param>
    /// <param name="actual">The files that did change.</param>
    public void Add(IReadOnlyList<string> predicted, IReadOnlySet<string> actual)
    {
        _queries++;
        if (predicted.Count > 0) _answered++;
        int at5 = predicted.Take(5).Count(actual.Contains);
        _named5 += Math.Min(5, predicted.Count);
        _hits5 += at5;
        int first = predicted.TakeWhile(p => !actual.Contains(p)).Count();
        _commit.Add(((double)at5 / actual.Count, (double)predicted.Take(10).Count(actual.Contains) / actual.Count,
            (double)predicted.Count(actual.Contains) / actual.Count, first < predicted.Count ? 1.0 / (first + 1) : 0));
    }

    /// <summary>Ends a commit: each commit counts once, however many files it has.</summary>
    public void EndCommit()
    {
        if (_commit.Count == 0) return;
        _recall5.Add(_commit.Average(c => c.R5));
        _recall10.Add(_commit.Average(c => c.R10));
        _recall.Add(_commit.Average(c => c.R));
        _reciprocal.Add(_commit.Average(c => c.Rr));
        _commit.Clear();
    }

    public PredictorFigures Figures() => new(name, Ratio(_answered, _queries), Mean(_recall5), Mean(_recall10), Mean(_recall), Ratio(_hits5, _named5), Mean(_reciprocal));

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Mean(List<double> values) => values.Count == 0 ? 0 : values.Average();
}

/// <summary>How well a figure orders two kinds.</summary>
internal static class Auc
{
    /// <summary>The chance that one of the first kind has a higher figure than one of the second, ties half; null where a kind is missing.</summary>
    public static double? Of(IReadOnlyCollection<double> positive, IReadOnlyCollection<double> negative)
    {
        if (positive.Count == 0 || negative.Count == 0) return null;
        double wins = 0;
        foreach (double p in positive)
            foreach (double n in negative) wins += p > n ? 1 : p == n ? 0.5 : 0;
        return wins / ((double)positive.Count * negative.Count);
    }
}
