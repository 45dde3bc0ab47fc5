using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.TestPlugins;

/// <summary>An analyzer that gives a file its number of bytes as facts, and a node. Compiled into the plugins that need one.</summary>
public abstract class StubAnalyzer : ILanguageAnalyzer
{
    public virtual string FactsVersion => "stub-1";

    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken) =>
        new(source.Path, source.Content.Length, BitConverter.GetBytes(source.Content.Length));

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
    {
        foreach (var file in files) graph.AddFile(file.Path, file.LineCount);
    }
}
