using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Testing.Analyzers;

namespace CodexAura.Sdk.Testing;

/// <summary>
/// The promises of <see cref="ILanguageAnalyzer"/>, as checks that every analyzer has to pass. Derive one class and run all
/// <see cref="Checks"/> with whatever test runner. What does not hold is thrown as a <see cref="ConformanceException"/>.
/// </summary>
/// <remarks>
/// With xUnit:
/// <code>
/// public sealed class RubyConformance : LanguageAnalyzerConformance
/// {
///     protected override ILanguageAnalyzer Create() => new RubyAnalyzer();
///     protected override IReadOnlyList&lt;SourceFile&gt; Sample => [Source("a.rb", "def load\nend\n"), Source("b.rb", "require_relative 'a'\nload\n")];
///
///     [Theory, MemberData(nameof(Cases))]
///     public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
/// }
/// </code>
/// <para>The checks call the analyzer as the host does: on threads with a stack of 64 MiB. One that still runs out of stack ends
/// the process, which no suite can catch.</para>
/// </remarks>
public abstract class LanguageAnalyzerConformance
{
    /// <summary>Names of all checks.</summary>
    public static IReadOnlyList<string> Checks => AnalyzerCheckList.Names;

    /// <summary>The same as rows of arguments, for the data attributes of test frameworks.</summary>
    public static IEnumerable<object[]> Cases => Checks.Select(name => new object[] { name });

    /// <summary>
    /// A few files of the language without mistakes, such that they define something and lead to at least one edge. The checks make
    /// broken and odd files of them.
    /// </summary>
    protected abstract IReadOnlyList<SourceFile> Sample { get; }

    /// <summary>Makes the analyzer, as the host does once for each process.</summary>
    protected abstract ILanguageAnalyzer Create();

    /// <summary>A file given as text.</summary>
    /// <param name="path">Path relative to the root, with <c>/</c>.</param>
    /// <param name="text">Its text, handed over as UTF-8.</param>
    protected static SourceFile Source(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Runs one check.</summary>
    /// <param name="name">One of <see cref="Checks"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">The analyzer breaks a promise; the message says which and how.</exception>
    public Task CheckAsync(string name, CancellationToken cancellationToken = default)
    {
        var check = Conformance.Find(AnalyzerCheckList.All, name, nameof(LanguageAnalyzerConformance));
        return Conformance.RunAsync(name, () =>
        {
            var sample = Sample;
            Conformance.Require(sample.Count > 0, "Sample has no file: give a few, so that there is something to check.");
            using var bench = new AnalyzerBench(Create, sample, cancellationToken);
            check(bench);
        });
    }

    /// <summary>Runs all checks, and fails when any of them does.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConformanceException">Some promises are broken; the message lists them all.</exception>
    public Task CheckAllAsync(CancellationToken cancellationToken = default) =>
        Conformance.RunAllAsync(Checks, name => CheckAsync(name, cancellationToken));
}
