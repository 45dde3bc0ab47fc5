using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Testing.Fixtures;

namespace CodexAura.Sdk.Testing;

/// <summary>
/// Tests analyzers with source text that has the expected graph written under it. Works with any test runner: what does not
/// hold is thrown as a <see cref="FixtureException"/>.
/// </summary>
/// <remarks>
/// <code>
/// #- pkg/util.py
/// def load(): ...
/// #- pkg/main.py
/// from .util import load as fetch
/// #                 ^^^^ imports pkg/util.py
/// def run():
///     fetch()
/// #   ^^^^^ calls load
/// </code>
/// <para><c>#- path</c> starts a file. A comment with carets is an annotation: it speaks of the nearest source line above it
/// and is taken out before the analyzer sees the file. The graph knows lines, not columns, so the carets are for readers.</para>
/// <para>An edge is <c>verb target</c>, where the verb is the edge type in lower case. Several targets are separated by commas:
/// <c>calls Helper, Helper.__init__</c>. <c>calls(inferred) load</c> states the confidence, <c>calls load from Helper.run</c>
/// the source. A target is a node id, a path, a qualified name, or <c>path::qualified name</c>: whatever is unique.</para>
/// <para>A node is <c>node function Helper.run complexity=3 lines=4 parent=Helper signature=`(self, x)` doc=`…`</c>, on its first
/// line; <c>lines</c> is how many it spans, and all that follows the name may be left out.</para>
/// <para>Every annotation must hold. Of the types in <see cref="FixtureOptions.Exhaustive"/> nothing may be left unannotated.</para>
/// </remarks>
public static class AnalyzerFixture
{
    /// <summary>Analyses the files of a fixture and compares the graph with its annotations.</summary>
    /// <param name="analyzer">The analyzer to test.</param>
    /// <param name="fixture">Files and annotations; see the remarks of this class.</param>
    /// <param name="options">What to check, or null for the defaults.</param>
    /// <returns>The graph, for whatever else a test wants to look at.</returns>
    /// <exception cref="FixtureException">The graph differs from the annotations, or the fixture itself has a mistake.</exception>
    public static CodeGraph Check(ILanguageAnalyzer analyzer, string fixture, FixtureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        options ??= FixtureOptions.Default;
        var parsed = FixtureParser.Parse(fixture, options.Comment);
        var graph = Analyze(analyzer, parsed.Files.Select(f => new SourceFile(f.Path, Encoding.UTF8.GetBytes(f.Text))));
        new FixtureComparison(parsed, graph, options).ThrowIfDifferent();
        return graph;
    }

    /// <summary>Like <see cref="Check"/>, but exhaustive in classes and functions instead of edges.</summary>
    /// <param name="analyzer">The analyzer to test.</param>
    /// <param name="fixture">Files and annotations; see the remarks of this class.</param>
    /// <param name="options">What else to check; here it is exhaustive in edges only where <see cref="FixtureOptions.Exhaustive"/> says so.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="FixtureException">The graph differs from the annotations, or the fixture itself has a mistake.</exception>
    public static CodeGraph CheckNodes(ILanguageAnalyzer analyzer, string fixture, FixtureOptions? options = null) =>
        Check(analyzer, fixture, (options ?? FixtureOptions.Only()) with { ExhaustiveNodes = true });

    /// <summary>Makes the graph of files that exist only in memory.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="files">Path and text of each file; the text is handed over as UTF-8.</param>
    public static CodeGraph Analyze(ILanguageAnalyzer analyzer, params IEnumerable<(string Path, string Text)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Analyze(analyzer, files.Select(f => new SourceFile(f.Path, Encoding.UTF8.GetBytes(f.Text))));
    }

    /// <summary>Makes the graph of files that exist only in memory, given as bytes.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="files">The files, in any order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static CodeGraph Analyze(ILanguageAnalyzer analyzer, IEnumerable<SourceFile> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(files);
        FileFacts[] facts =
        [
            .. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => analyzer.Extract(f, cancellationToken)),
        ];
        var builder = new GraphBuilder();
        analyzer.Resolve(facts, builder, cancellationToken);
        return builder.Build(new RepositoryInfo("/fixture", "fixture", null));
    }
}
