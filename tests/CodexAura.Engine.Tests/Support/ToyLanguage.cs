using System.Text;
using CodexAura.Engine.Analysis;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Support;

/// <summary>
/// A language of three words: <c>def NAME</c>, <c>call NAME</c> (any file's), <c>boom</c> (the analyzer throws). Calls belong to
/// the definition above them.
/// </summary>
internal sealed class ToyAnalyzer : ILanguageAnalyzer, IMoveDetector, IEditPreview
{
    private int _extracted;

    public int Extracted => _extracted;

    public Exception? FailResolve { get; init; }

    public Action<string>? OnExtract { get; init; }

    public string FactsVersion { get; init; } = "1";

    /// <summary>Asked whether an edit only moved; null for an answer of no.</summary>
    public Func<FileMove, bool>? OnMove { get; init; }

    public static LanguageAnalyzer Installed(ToyAnalyzer? analyzer = null, string language = "toy", string extension = ".toy")
    {
        analyzer ??= new ToyAnalyzer();
        return new LanguageAnalyzer(language, [extension], () => analyzer);
    }

    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _extracted);
        OnExtract?.Invoke(source.Path);
        string text = Encoding.UTF8.GetString(source.Content.Span);
        if (text.Contains("boom", StringComparison.Ordinal)) throw new InvalidOperationException("this file is too much for me");
        int lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Diagnostic[] diagnostics = text.Contains("odd", StringComparison.Ordinal) ? [new("TOY1", DiagnosticSeverity.Warning, source.Path, 1, "odd")] : [];
        return new FileFacts(source.Path, lines, source.Content.ToArray(), diagnostics);
    }

    /// <summary>Fills what was and what is; null for an analyzer that gives no preview.</summary>
    public Func<GraphBuilder, GraphBuilder, CancellationToken, bool>? OnPreview { get; init; }

    public bool Preview(IReadOnlyList<FileFacts?> before, IReadOnlyList<FileFacts> after, IReadOnlyList<int> changed, GraphBuilder was, GraphBuilder now,
        CancellationToken cancellationToken) => OnPreview?.Invoke(was, now, cancellationToken) ?? false;

    public bool IsMoveOnly(FileFacts before, FileFacts after, FileMove move) => OnMove?.Invoke(move) ?? false;

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
    {
        var definitions = new Dictionary<string, int>();
        var calls = new List<(int From, string Name, int Line)>();
        foreach (var file in files)
        {
            int handle = graph.AddFile(file.Path, file.LineCount);
            int current = handle;
            string[] lines = Encoding.UTF8.GetString(file.Body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            for (int i = 0; i < lines.Length; i++)
            {
                string[] words = lines[i].Split(' ');
                if (words[0] == "def") definitions[words[1]] = current = graph.AddDefinition(NodeType.Function, handle, words[1], i + 1, i + 1, complexity: 1);
                if (words[0] == "call") calls.Add((current, words[1], i + 1));
            }
        }
        if (FailResolve is not null) throw FailResolve;
        foreach (var (from, name, line) in calls)
        {
            if (definitions.TryGetValue(name, out int target)) graph.AddEdge(from, target, EdgeTypes.Calls, line, Confidence.Exact);
            else graph.AddUnresolved(EdgeTypes.Calls, "external");
        }
    }
}
