namespace CodexAura.Sdk.Testing;

/// <summary>A fixture does not hold. The message says what differs and shows the fixture with the actual annotations.</summary>
public sealed class FixtureException : Exception
{
    /// <summary>Makes the exception for a mistake in the fixture itself.</summary>
    /// <param name="message">Where the mistake is and what to do about it.</param>
    public FixtureException(string message) : base(message)
    {
    }

    internal FixtureException(string message, string actual, IReadOnlyList<string> missing, IReadOnlyList<string> unexpected)
        : base(message) => (Actual, Missing, Unexpected) = (actual, missing, unexpected);

    /// <summary>The fixture with annotations that hold, ready to paste; null when the fixture itself has a mistake.</summary>
    public string? Actual { get; }

    /// <summary>What is annotated and not in the graph, such as <c>main.py:4 calls load</c>.</summary>
    public IReadOnlyList<string> Missing { get; } = [];

    /// <summary>What is in the graph and not annotated.</summary>
    public IReadOnlyList<string> Unexpected { get; } = [];
}
