using System.Collections.Concurrent;
using System.Composition;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace Sample.JavaScript;

/// <summary>Reads JavaScript with tree-sitter.</summary>
[ExportAnalyzer("javascript", ".js", ".mjs", ".cjs", ".jsx")]
[Shared]
public sealed class JavaScriptAnalyzer : ILanguageAnalyzer, IDisposable
{
    // A reader holds a parser and growing buffers: one for each thread that is at work, used again and again.
    private readonly ConcurrentBag<FileReader> _readers = [];

    public string FactsVersion => "sample-javascript-1";

    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        if (!_readers.TryTake(out var reader)) reader = new FileReader();
        var facts = reader.Read(source, cancellationToken);
        _readers.Add(reader);
        return facts;
    }

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken) =>
        new Linker(files, graph, cancellationToken).Run();

    public void Dispose()
    {
        while (_readers.TryTake(out var reader)) reader.Dispose();
    }
}
