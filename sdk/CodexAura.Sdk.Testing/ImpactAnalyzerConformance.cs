using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Testing.Queries;

namespace CodexAura.Sdk.Testing;

/// <summary>
/// The promises of <see cref="IImpactAnalyzer"/>, as checks that every impact analyzer has to pass. Derive one class and run all
/// <see cref="Checks"/> with whatever test runner, as with <see cref="LanguageAnalyzerConformance"/>.
/// </summary>
public abstract class ImpactAnalyzerConformance
{
    /// <summary>Names of all checks.</summary>
    public static IReadOnlyList<string> Checks => [.. ImpactChecks.All.Select(check => check.Name)];

    /// <summary>The same as rows of arguments, for the data attributes of test frameworks.</summary>
    public static IEnumerable<object[]> Cases => Checks.Select(name => new object[] { name });

    /// <summary>Makes the analyzer, as the host does once for each process.</summary>
    protected abstract IImpactAnalyzer Create();

    /// <summary>Runs one check.</summary>
    /// <param name="name">One of <see cref="Checks"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">The analyzer breaks a promise; the message says which and how.</exception>
    public Task CheckAsync(string name, CancellationToken cancellationToken = default)
    {
        var check = Conformance.Find(ImpactChecks.All, name, nameof(ImpactAnalyzerConformance));
        return Conformance.RunAsync(name, () => check(new ImpactBench(Create, cancellationToken)));
    }

    /// <summary>Runs all checks, and fails when any of them does.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">Some promises are broken; the message lists them all.</exception>
    public Task CheckAllAsync(CancellationToken cancellationToken = default) =>
        Conformance.RunAllAsync(Checks, name => CheckAsync(name, cancellationToken));
}
