namespace CodexAura.Sdk.Services;

/// <summary>Which of the installed plugins answer a question.</summary>
public sealed record QueryOptions
{
    /// <summary>The store that has the graph, by name; null for the configured one. Default: null.</summary>
    public string? Storage { get; init; }

    /// <summary>The context provider or impact analyzer that is asked, by name; null for the configured one. Default: null.</summary>
    public string? Plugin { get; init; }
}
