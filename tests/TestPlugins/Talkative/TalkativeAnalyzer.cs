using System.Composition;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.TestPlugins;

/// <summary>
/// Writes to standard output whenever it is asked for something, and does what its files say: <c>hang</c> and <c>throw</c> when they are
/// read; <c>resolve-hang</c>, <c>resolve-throw</c>, <c>dangle</c> and <c>twice</c> when they are resolved.
/// </summary>
[ExportAnalyzer("talkative", ".talk")]
[Shared]
public sealed class TalkativeAnalyzer : ILanguageAnalyzer
{
    public TalkativeAnalyzer() => Console.WriteLine("I was made");

    public string FactsVersion => "talkative-1";

    public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
    {
        Console.Write("I read a file");
        if (source.Content.Span.StartsWith("hang"u8)) Thread.Sleep(Timeout.Infinite);
        if (source.Content.Span.StartsWith("throw"u8)) throw new InvalidOperationException("I can't read this");
        return new FileFacts(source.Path, 1, source.Content.ToArray());
    }

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine("I resolve");
        foreach (var file in files)
        {
            if (file.Body.Span.StartsWith("resolve-hang"u8)) Thread.Sleep(Timeout.Infinite);
            if (file.Body.Span.StartsWith("resolve-throw"u8)) throw new InvalidOperationException("I can't resolve this");
            int node = graph.AddFile(file.Path, file.LineCount);
            int times = file.Body.Span.StartsWith("twice"u8) ? 2 : 1;
            for (int i = 0; i < times; i++) graph.AddDefinition(NodeType.Function, node, "f", 1, 1);
            if (file.Body.Span.StartsWith("dangle"u8)) graph.AddEdge(node, 1_000_000, EdgeTypes.Calls, 1, Confidence.Exact);
        }
    }
}
