using System.Composition;
using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.TestPlugins;

/// <summary>Reads a file only when the file that it names exists, so that a test decides how long an analysis takes.</summary>
[ExportAnalyzer("gated", ".gated")]
[Shared]
public sealed class GatedAnalyzer : ILanguageAnalyzer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string FactsVersion => "gated-1";

    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        string gate = Encoding.UTF8.GetString(source.Content.Span).Trim();
        var start = DateTime.UtcNow;
        while (gate.Length > 0 && !File.Exists(gate))
        {
            if (DateTime.UtcNow - start > Patience) throw new TimeoutException($"{gate} did not come.");
            cancellationToken.WaitHandle.WaitOne(10);
            cancellationToken.ThrowIfCancellationRequested();
        }
        return new FileFacts(source.Path, 1, new byte[] { 1 });
    }

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
    {
        foreach (var file in files) graph.AddFile(file.Path, file.LineCount);
    }
}
