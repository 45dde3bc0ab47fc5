using System.Collections.Concurrent;
using System.Composition;
using CodexAura.Analyzers.Python.Explain;
using CodexAura.Analyzers.Python.Extract;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python;

/// <summary>Reads Python 3, and what of Python 2 the grammar takes.</summary>
[ExportAnalyzer("python", ".py", ".pyi", ".pyw")]
[Shared]
public sealed class PythonAnalyzer : ILanguageAnalyzer, IEdgeExplainer, IMoveDetector, IEditPreview, IDisposable
{
    // Extractors hold a parser and growing buffers: one for each thread that is at work, used again and again.
    private readonly ConcurrentBag<FileExtractor> _extractors = [];

    /// <inheritdoc/>
    public string FactsVersion => "python-36";

    /// <inheritdoc/>
    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        if (!_extractors.TryTake(out var extractor)) extractor = new FileExtractor();
        var facts = extractor.Extract(source, cancellationToken);
        _extractors.Add(extractor);
        return facts;
    }

    /// <summary>Steps of work until the solver cuts; 0 for what suits the size of the program. For tests.</summary>
    internal long WorkAllowance { get; init; }

    /// <summary>Small programs are run. Off in tests of what is known without.</summary>
    internal bool RunsSmallPrograms { get; init; } = true;

    /// <inheritdoc/>
    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken) =>
        new ProgramLinker(files, graph, WorkAllowance, cancellationToken, RunsSmallPrograms).Run(null).Solver.Release();

    /// <inheritdoc/>
    public EdgeExplanation Explain(IReadOnlyList<FileFacts> files, string source, string target, CancellationToken cancellationToken)
    {
        var trail = new Provenance();
        var linked = new ProgramLinker(files, new GraphBuilder(), WorkAllowance, cancellationToken, RunsSmallPrograms).Run(trail);
        return new EdgeExplainer(linked, trail).Explain(source, target);
    }

    /// <inheritdoc/>
    public bool IsMoveOnly(FileFacts before, FileFacts after, FileMove move) => MovedFacts.Find(before, after, move);

    /// <inheritdoc/>
    public bool Preview(IReadOnlyList<FileFacts?> before, IReadOnlyList<FileFacts> after, IReadOnlyList<int> changed, GraphBuilder was, GraphBuilder now,
        CancellationToken cancellationToken)
    {
        var part = Surroundings.Of(before, after, changed);
        // Where the part is most of it, the whole is as near.
        if (part.Count > after.Count / 2) return false;
        Resolve([.. part.Select(place => before[place]).OfType<FileFacts>()], was);
        Resolve([.. part.Select(place => after[place])], now);
        return true;

        void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph) => new ProgramLinker(files, graph, WorkAllowance, cancellationToken, isRun: false).Run(null).Solver.Release();
    }

    /// <summary>Frees the parsers.</summary>
    public void Dispose()
    {
        // Where nothing was read, what reads need not be loaded for this.
        if (!_extractors.IsEmpty) DisposeExtractors();
    }

    private void DisposeExtractors()
    {
        while (_extractors.TryTake(out var extractor)) extractor.Dispose();
    }
}
