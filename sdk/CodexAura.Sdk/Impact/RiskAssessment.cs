namespace CodexAura.Sdk.Impact;

/// <summary>How risky a change is. <see cref="Unknown"/> is an answer: never "low" out of ignorance.</summary>
public enum RiskLevel
{
    /// <summary>Too much of the neighbourhood is unresolved to say.</summary>
    Unknown,

    /// <summary>Little depends on it.</summary>
    Low,

    /// <summary>Some things depend on it.</summary>
    Medium,

    /// <summary>Much depends on it.</summary>
    High,

    /// <summary>A great part of the repository depends on it.</summary>
    Critical,
}

/// <summary>How risky a change is, and why.</summary>
/// <param name="Level">The level.</param>
/// <param name="Score">0 to 1, of what is known; also where the level is <see cref="RiskLevel.Unknown"/>.</param>
/// <param name="Reasons">Why, in sentences for people, the weightiest first.</param>
/// <param name="Parts">What the score is made of.</param>
public sealed record RiskAssessment(RiskLevel Level, double Score, IReadOnlyList<string> Reasons, IReadOnlyList<RiskPart> Parts);

/// <summary>One part of a risk score.</summary>
/// <param name="Name">Stable name, such as <c>reach</c>.</param>
/// <param name="Value">What was measured, in its own unit.</param>
/// <param name="Share">What it adds to the score if it stood alone, 0 to 1.</param>
public sealed record RiskPart(string Name, double Value, double Share);
