using CodexAura.Sdk.Context;
using CodexAura.Sdk.Testing.Queries;

namespace CodexAura.Sdk.Testing;

/// <summary>
/// The promises of <see cref="IContextProvider"/>, as checks that every provider has to pass. Derive one class and run all
/// <see cref="Checks"/> with whatever test runner, as with <see cref="LanguageAnalyzerConformance"/>.
/// </summary>
public abstract class ContextProviderConformance
{
    /// <summary>Names of all checks.</summary>
    public static IReadOnlyList<string> Checks => [.. ContextChecks.All.Select(check => check.Name)];

    /// <summary>The same as rows of arguments, for the data attributes of test frameworks.</summary>
    public static IEnumerable<object[]> Cases => Checks.Select(name => new object[] { name });

    /// <summary>Makes the provider, as the host does once for each process.</summary>
    protected abstract IContextProvider Create();

    /// <summary>
    /// Counts the tokens of a text as the provider does, so that its own counts can be checked; null, the default, where that can't
    /// be done from outside.
    /// </summary>
    /// <param name="text">The text of an answer.</param>
    protected virtual int? CountTokens(string text) => null;

    /// <summary>Runs one check.</summary>
    /// <param name="name">One of <see cref="Checks"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">The provider breaks a promise; the message says which and how.</exception>
    public Task CheckAsync(string name, CancellationToken cancellationToken = default)
    {
        var check = Conformance.Find(ContextChecks.All, name, nameof(ContextProviderConformance));
        return Conformance.RunAsync(name, () => check(new ContextBench(Create, CountTokens, cancellationToken)));
    }

    /// <summary>Runs all checks, and fails when any of them does.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">Some promises are broken; the message lists them all.</exception>
    public Task CheckAllAsync(CancellationToken cancellationToken = default) =>
        Conformance.RunAllAsync(Checks, name => CheckAsync(name, cancellationToken));
}
