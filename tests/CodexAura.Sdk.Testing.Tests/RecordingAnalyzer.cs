using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Tests;

/// <summary>Finds nothing, and writes down what it was asked.</summary>
internal sealed class RecordingAnalyzer(List<string> calls) : ILanguageAnalyzer
{
    public string FactsVersion => "1";

    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        calls.Add($"extract {source.Path} {Convert.ToHexString(source.Content.Span)}".TrimEnd());
        return new FileFacts(source.Path, 1, default);
    }

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken) =>
        calls.Add("resolve " + string.Join(' ', files.Select(f => f.Path)));
}
