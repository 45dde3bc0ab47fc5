using CodexAura.Plugins.Context.Basic.Formatting;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Embeddings;

/// <summary>How much like the task the definitions are that rank highest without it. Only they are sent, so that the cost has a bound.</summary>
internal static class EmbeddingSignal
{
    private const int Candidates = 192, LongestCode = 2000;

    /// <summary>Compares the best candidates.</summary>
    /// <returns>For each node 0 to 1, or null and why there is nothing.</returns>
    public static async Task<(double[]? Nodes, string? Problem)> ComputeAsync(
        Similarity similarity, string task, double[] nodeScores, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken)
    {
        int[] nodes = [.. Enumerable.Range(0, nodeScores.Length).Where(i => nodeScores[i] > 0 && graph.Node(i).Type != NodeType.File)
            .OrderByDescending(i => nodeScores[i]).ThenBy(i => i).Take(Candidates)];
        var texts = new NodeText(graph, sources);
        var (values, problem) = await similarity.CompareAsync(task, [.. nodes.Select(i => TextOf(graph.Node(i), texts.Whole(i) ?? texts.Signature(i)))], cancellationToken).ConfigureAwait(false);
        if (values is null) return (null, problem);
        double[] all = new double[nodeScores.Length];
        for (int k = 0; k < nodes.Length; k++) all[nodes[k]] = values[k];
        return (all, null);
    }

    private static string TextOf(GraphNode node, string code) =>
        $"{node.Path} {node.QualifiedName}\n{(code.Length > LongestCode ? code[..LongestCode] : code)}";
}
