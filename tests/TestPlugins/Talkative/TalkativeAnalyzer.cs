using System.Composition;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.TestPlugins;

/// <summary>
/// Writes to standard output whenever it is asked for something, and does what its files say: <c>hang</c>, <c>dangle</c>, <c>twice</c>.
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
        return new FileFacts(source.Path, 1, source.Content.ToArray());
    }

    public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine("I resolve");
        foreach (var file in files)
        {
            int node = graph.AddFile(file.Path, file.LineCount);
            int times = file.Body.Span.StartsWith("twice"u8) ? 2 : 1;
            for (int i = 0; i < times; i++) graph.AddDefinition(NodeType.Function, node, "f", 1, 1);
            if (file.Body.Span.StartsWith("dangle"u8)) graph.AddEdge(node, 1_000_000, EdgeTypes.Calls, 1, Confidence.Exact);
        }
    }
}
