using System.Composition;
using System.Text;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using Microsoft.Extensions.Logging;

namespace Sample.ChurnContext;

/// <summary>Takes what was named and what is around it; among what is equally near, that of often changed files comes first.</summary>
[ExportContextProvider("churn")]
[Shared]
[method: ImportingConstructor]
public sealed class ChurnContextProvider(ILogger<ChurnContextProvider> logger) : IContextProvider
{
    private readonly GitChurn _churn = new(logger);

    public Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        var churn = _churn.Of(graph.Repository.Path, graph.Repository.Sha, cancellationToken);
        int Changes(int node) => churn.GetValueOrDefault(graph.Node(node).Path);
        int most = Math.Max(1, churn.Values.DefaultIfEmpty(0).Max());

        var distances = Distances(request, graph, cancellationToken);
        var ranked = distances.Keys.Where(node => graph.Node(node).Type != NodeType.File)
            .OrderBy(node => distances[node]).ThenByDescending(Changes).ThenBy(node => node)
            // Nearness counts in whole steps, changes in what is between two of them.
            .Select(node => (Node: node, Relevance: 1 / (1 + distances[node] + 0.9 * (1 - (double)Changes(node) / most)))).ToList();

        var items = new List<ContextItem>();
        var omitted = new List<OmittedItem>();
        var text = new StringBuilder();
        foreach (var (node, relevance) in ranked)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string block = Block(graph.Node(node), sources, request.Code);
            string reason = $"{(distances[node] == 0 ? "named" : $"{distances[node]} edges away")}, its file changed {Changes(node)} times";
            if (CountTokens(text.Length + block.Length) <= request.MaxTokens)
            {
                text.Append(block);
                items.Add(new ContextItem(node, relevance, CountTokens(block.Length), reason) { Detail = request.Code == CodeMode.Full ? ContextDetail.Full : ContextDetail.Signature });
            }
            else if (omitted.Count < 20) omitted.Add(new OmittedItem(node, relevance, CountTokens(block.Length), reason));
        }
        var files = ranked.GroupBy(r => graph.Node(r.Node).Path, StringComparer.Ordinal).Select(g => new RankedFile(g.Key, g.Max(r => r.Relevance)))
            .OrderByDescending(f => f.Relevance).ThenBy(f => f.Path, StringComparer.Ordinal);
        string[] notes = churn.Count == 0 ? ["Nothing is known of changes: the graph is of no git repository, or git can't be run."] : [];
        return Task.FromResult(new ContextResult(items, [.. files], text.ToString(), CountTokens(text.Length)) { Omitted = omitted, Notes = notes });
    }

    private static int CountTokens(int characters) => (characters + 3) / 4;

    private static Dictionary<int, int> Distances(ContextRequest request, CodeGraph graph, CancellationToken cancellationToken)
    {
        var distances = new Dictionary<int, int>();
        foreach (string path in request.Files)
            if (graph.FindFile(path) is >= 0 and var file)
                for (var (node, end) = graph.NodesOfFile(file); node < end; node++) distances.TryAdd(node, 0);
        foreach (string symbol in request.Symbols)
            if (graph.Find(symbol) is >= 0 and var node) distances.TryAdd(node, 0);
        var frontier = distances.Keys.ToList();
        for (int distance = 1; distance <= request.Depth; distance++)
        {
            var next = new List<int>();
            foreach (int node in frontier)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (int edge in graph.Outgoing(node)) if (distances.TryAdd(graph.Edge(edge).Target, distance)) next.Add(graph.Edge(edge).Target);
                foreach (int edge in graph.Incoming(node)) if (distances.TryAdd(graph.Edge(edge).Source, distance)) next.Add(graph.Edge(edge).Source);
            }
            frontier = next;
        }
        return distances;
    }

    private static string Block(GraphNode node, ISourceReader sources, CodeMode mode)
    {
        string head = $"## {node.Id} (lines {node.LineStart}-{node.LineEnd})\n";
        if (mode == CodeMode.None) return head;
        if (mode == CodeMode.Signatures) return $"{head}{node.Name}{node.Signature}\n";
        string[] lines = sources.Read(node.Path)?.Split('\n') ?? [];
        return $"{head}```\n{string.Join('\n', lines.Skip(node.LineStart - 1).Take(node.LineEnd - node.LineStart + 1))}\n```\n";
    }
}
