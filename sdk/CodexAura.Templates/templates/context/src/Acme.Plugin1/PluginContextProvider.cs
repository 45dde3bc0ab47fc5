using System.Composition;
using System.Text;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace Acme.Plugin1;

/// <summary>Takes what was named, and what the graph has around it, nearest first, until the budget is used up.</summary>
[ExportContextProvider("near_name")]
[Shared]
public sealed class PluginContextProvider : IContextProvider
{
    private const int MostOmitted = 20;

    public Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        var found = Walk(request, graph, cancellationToken);
        var items = new List<ContextItem>();
        var omitted = new List<OmittedItem>();
        var text = new StringBuilder();
        foreach (var (node, distance) in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string block = Block(graph.Node(node), sources, request.Code);
            double relevance = 1.0 / (1 + distance);
            string reason = distance == 0 ? "named" : $"{distance} edges away";
            // Counted anew for the whole text, since tokens don't simply add up.
            if (CountTokens(text.ToString() + block) <= request.MaxTokens)
            {
                text.Append(block);
                items.Add(new ContextItem(node, relevance, CountTokens(block), reason) { Detail = request.Code == CodeMode.Full ? ContextDetail.Full : ContextDetail.Name });
            }
            else if (omitted.Count < MostOmitted) omitted.Add(new OmittedItem(node, relevance, CountTokens(block), reason));
        }
        var files = found.GroupBy(f => graph.Node(f.Node).Path, StringComparer.Ordinal)
            .Select(group => new RankedFile(group.Key, 1.0 / (1 + group.Min(f => f.Distance)))).OrderByDescending(f => f.Relevance).ThenBy(f => f.Path, StringComparer.Ordinal);
        string whole = text.ToString();
        return Task.FromResult(new ContextResult(items, [.. files], whole, CountTokens(whole))
        {
            Omitted = omitted,
            Notes = found.Count == 0 ? ["Nothing that was asked for is in the graph."] : [],
        });
    }

    /// <summary>How tokens are counted here.</summary>
    public static int CountTokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (text.Length + 3) / 4;
    }

    /// <summary>Definitions in order of their distance from what was named.</summary>
    private static List<(int Node, int Distance)> Walk(ContextRequest request, CodeGraph graph, CancellationToken cancellationToken)
    {
        var distances = new Dictionary<int, int>();
        foreach (int seed in Seeds(request, graph).Order()) distances.TryAdd(seed, 0);
        var frontier = distances.Keys.ToList();
        for (int distance = 1; distance <= request.Depth; distance++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            frontier = [.. frontier.SelectMany(node => Neighbours(graph, node)).Distinct().Where(node => distances.TryAdd(node, distance)).Order()];
        }
        return [.. distances.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    private static IEnumerable<int> Seeds(ContextRequest request, CodeGraph graph)
    {
        foreach (string path in request.Files)
            if (graph.FindFile(path) is >= 0 and var file) yield return file;
        foreach (string symbol in request.Symbols)
            if (graph.Find(symbol) is >= 0 and var node) yield return node;
        var words = (request.Task ?? "").Split([' ', '\n', '\t', '.', ',', ':', '(', ')', '`', '"', '\''], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        for (int i = 0; words.Count > 0 && i < graph.NodeCount; i++)
            if (words.Contains(graph.Node(i).Name)) yield return i;
    }

    private static IEnumerable<int> Neighbours(CodeGraph graph, int node)
    {
        var around = new List<int>();
        foreach (int edge in graph.Outgoing(node)) around.Add(graph.Edge(edge).Target);
        foreach (int edge in graph.Incoming(node)) around.Add(graph.Edge(edge).Source);
        return around;
    }

    private static string Block(GraphNode node, ISourceReader sources, CodeMode mode)
    {
        string head = $"## {node.Id} (lines {node.LineStart}-{node.LineEnd})\n";
        if (mode == CodeMode.None || node.Type == NodeType.File) return head;
        if (mode == CodeMode.Signatures) return $"{head}{node.Name}{node.Signature}\n";
        string[] lines = sources.Read(node.Path)?.Split('\n') ?? [];
        var code = lines.Skip(node.LineStart - 1).Take(node.LineEnd - node.LineStart + 1);
        return $"{head}```\n{string.Join('\n', code)}\n```\n";
    }
}
