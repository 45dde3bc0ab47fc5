namespace CodexAura.Sdk.Services;

/// <summary>Answers "what will I break?" about stored graphs. Offered by the host; called from many threads at once.</summary>
public interface IImpactService
{
    /// <summary>Names of the installed impact analyzers, in ordinal order.</summary>
    IReadOnlyList<string> Analyzers { get; }

    /// <summary>Asks an analyzer, and git where the question needs it.</summary>
    /// <param name="graph">The graph: its id, a unique beginning of it, or the path of its repository.</param>
    /// <param name="question">What changed.</param>
    /// <param name="options">Analyzer and store; null for the configured ones.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="CodexAuraException">The graph, a file, a symbol or the analyzer is unknown, or git can't help.</exception>
    Task<ImpactAnswer> AskAsync(string graph, ImpactQuestion question, QueryOptions? options = null, CancellationToken cancellationToken = default);
}
