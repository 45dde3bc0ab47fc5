using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Analyzers;

/// <summary>An analyzer under test, the author's sample, and what is done to both.</summary>
internal sealed class AnalyzerBench(Func<ILanguageAnalyzer> create, IReadOnlyList<SourceFile> sample, CancellationToken stop) : IDisposable
{
    private readonly List<ILanguageAnalyzer> _made = [];
    private ILanguageAnalyzer? _analyzer;

    public CancellationToken Stop => stop;

    public IReadOnlyList<SourceFile> Sample => sample;

    public ILanguageAnalyzer Analyzer => _analyzer ??= New();

    /// <summary>The ending of the sample's first file, with the dot.</summary>
    public string Extension => Path.GetExtension(sample[0].Path);

    /// <summary>The largest file of the sample: the one with most to break.</summary>
    public SourceFile Largest => sample.OrderByDescending(f => f.Content.Length).First();

    public ILanguageAnalyzer New()
    {
        var analyzer = create() ?? throw new ConformanceException("Create gave null instead of an analyzer.");
        lock (_made) _made.Add(analyzer);
        return analyzer;
    }

    /// <summary>Extracts one file and expects what every file gives.</summary>
    public FileFacts Extract(SourceFile file, string what)
    {
        stop.ThrowIfCancellationRequested();
        FileFacts facts;
        try
        {
            facts = Analyzer.Extract(file, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new ConformanceException($"Extract threw {e.GetType().Name} for {what}: {e.Message} Broken source gives what could be read, with a diagnostic.", e);
        }
        Conformance.Require(facts is not null, $"Extract gave null for {what}.");
        Conformance.Require(facts!.Path == file.Path, $"The facts of '{file.Path}' say that they are of '{facts.Path}'.");
        Conformance.Require(facts.LineCount >= 0 && facts.LineCount <= Lines(file), $"{what} has {Lines(file)} lines at most, and the facts say {facts.LineCount}.");
        return facts;
    }

    /// <summary>The graph of some facts, checked.</summary>
    public CodeGraph Resolve(IEnumerable<FileFacts> facts, string what, ILanguageAnalyzer? analyzer = null)
    {
        FileFacts[] files = [.. facts.OrderBy(f => f.Path, StringComparer.Ordinal)];
        var builder = new GraphBuilder();
        try
        {
            (analyzer ?? Analyzer).Resolve(files, builder, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new ConformanceException($"Resolve threw {e.GetType().Name} for {what}: {e.Message}", e);
        }
        CodeGraph graph;
        try
        {
            graph = builder.Build(new RepositoryInfo("/conformance", "conformance", null));
        }
        catch (InvalidOperationException e)
        {
            throw new ConformanceException($"The nodes of {what} make no graph: {e.Message} A second definition of a name gets '#2', a third '#3'.", e);
        }
        GraphShape.Check(graph, files, what);
        return graph;
    }

    public CodeGraph Analyze(IEnumerable<SourceFile> files, string what) => Resolve([.. files.Select(f => Extract(f, $"'{f.Path}' of {what}"))], what);

    /// <summary>More lines than a file can have, however line ends are counted.</summary>
    public static int Lines(SourceFile file)
    {
        int ends = 0;
        foreach (byte b in file.Content.Span)
            if (b is (byte)'\n' or (byte)'\r' or 0x0b or 0x0c or 0x85 or 0xa8 or 0xa9) ends++;
        return file.Content.IsEmpty ? 0 : ends + 1;
    }

    public void Dispose()
    {
        foreach (var analyzer in _made) (analyzer as IDisposable)?.Dispose();
    }
}
