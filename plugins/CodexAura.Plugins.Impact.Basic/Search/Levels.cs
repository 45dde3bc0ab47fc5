namespace CodexAura.Plugins.Impact.Basic.Search;

/// <summary>
/// Scores as whole numbers on a logarithmic scale, on which the weights of a path are added up. Weights are fractions of small whole
/// numbers, whose logarithms are sums over their prime factors; with each prime's logarithm rounded once, paths whose weights
/// have the same product have the same level, in whatever order and over however many steps. Products rounded at each step did not,
/// and of two ways that are equally good the longer won now and then.
/// </summary>
internal static class Levels
{
    /// <summary>Units of a level for each e-fold of a score: levels stay below 2^28.</summary>
    private const double Scale = 1 << 26;

    /// <summary>Scores are multiples of 1 divided by this.</summary>
    public const double Million = 1_000_000;

    /// <summary>Weights are multiples of 1 divided by this.</summary>
    private const int Parts = 20;

    /// <summary>The level of score 1, which what changed has. Levels of <see cref="Weights.Least"/> and more are above 0.</summary>
    public static int Changed { get; } = Cost(Weights.Least) + 1;

    /// <summary>What a step of a weight takes off a level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is no multiple of 0.05 from 0.05 to 1.</exception>
    public static int Cost(double weight)
    {
        int parts = (int)Math.Round(weight * Parts);
        if (parts is < 1 or > Parts || Math.Abs((weight * Parts) - parts) > 1e-9) throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is a multiple of 0.05.");
        return Logarithm(Parts) - Logarithm(parts);
    }

    /// <summary>What it takes off to be one of so many.</summary>
    public static int CostOfSharing(int among) => Logarithm(among);

    /// <summary>The score of a level above 0, in whole millionths: <see cref="Weights.Least"/> to 1.</summary>
    public static double ScoreOf(int level) => Math.Round(Math.Exp((level - Changed) / Scale) * Million) / Million;

    private static int Logarithm(int number)
    {
        int sum = 0;
        for (int factor = 2; factor * factor <= number; factor++)
            for (; number % factor == 0; number /= factor) sum += OfPrime(factor);
        return number == 1 ? sum : sum + OfPrime(number);

        static int OfPrime(int prime) => (int)Math.Round(Math.Log(prime) * Scale);
    }
}
