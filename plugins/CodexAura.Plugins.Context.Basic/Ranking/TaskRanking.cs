using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Ranking;

/// <summary>Fuses the signals into one order of files and one of definitions.</summary>
internal static class TaskRanking
{
    /// <summary>
    /// Weights of the signals, by <see cref="Signal"/>. Found by listwise regression on commits of one half of the projects and tried on the other
    /// half, both ways (benchmarks/localise); the neighbourhood of the optimum is flat, so they are rounded. How often a file is changed, how large it is
    /// and how much depends on it were tried too, and add nothing.
    /// </summary>
    public static double[] Weights { get; } = [0.1, 0.35, 0.3, 0.4, 0.2, 0.05, 0.6, 0.1, 0.5, 0.4, 0.2, 0.25, 0.15, 0.15, 0.05, 0.1, 0.4, 0.6];

    /// <summary>What a similarity of 1 adds, as a share of the greatest relevance without it.</summary>
    private const double SimilarityShare = 0.3;

    /// <summary>Relevance of each file, by its place among the files.</summary>
    public static double[] Files(CodeGraph graph, TaskSignals signals)
    {
        double[] scores = new double[graph.Files.Length];
        for (int f = 0; f < scores.Length; f++)
        {
            for (int s = 0; s < TaskSignals.Count; s++) scores[f] += Weights[s] * signals.Files[s][f];
            scores[f] *= Prior(signals.Roles[graph.Files[f]], signals.Files[(int)Signal.Path][f] > 0.9);
        }
        return scores;
    }

    /// <summary>Relevance of each node: its own, in the light of its file's.</summary>
    public static double[] Nodes(CodeGraph graph, TaskSignals signals, double[] files, bool spread)
    {
        double[] scores = new double[graph.NodeCount];
        double greatest = Math.Max(1e-9, files.Length == 0 ? 0 : files.Max());
        double strongest = Math.Max(1e-9, signals.Mentions.Names.DefaultIfEmpty(0).Max());
        for (int f = 0; f < files.Length; f++)
        {
            var (start, end) = graph.NodesOfFile(graph.Files[f]);
            double file = files[f] / greatest;
            for (int i = start; i < end; i++)
            {
                double own = (1.0 * signals.NodeText[i]) + (0.8 * signals.Mentions.Names[i] / strongest) + (0.9 * signals.Mentions.Frames[i]) + (0.3 * signals.Mentions.Imported[i])
                    + (0.4 * signals.NodePhrase[i]) + (0.4 * signals.NodePrinted[i]) + (spread ? 0.6 * signals.NodeWalk[i] : 0);
                scores[i] = own * (0.15 + file) * (i == start ? 0.5 : 1);
            }
        }
        return scores;
    }

    /// <summary>Adds how much like the task the vectors of definitions are: to a file that of its best, to a definition its own.</summary>
    public static void AddSimilarity(CodeGraph graph, TaskSignals signals, double[] similarity, double[] files, double[] nodes)
    {
        double file = Math.Max(1e-9, files.DefaultIfEmpty(0).Max()), node = Math.Max(1e-9, nodes.DefaultIfEmpty(0).Max());
        for (int f = 0; f < files.Length; f++)
        {
            var (start, end) = graph.NodesOfFile(graph.Files[f]);
            double best = 0;
            for (int i = start; i < end; i++)
            {
                best = Math.Max(best, similarity[i]);
                nodes[i] += SimilarityShare * node * similarity[i] * Prior(signals.Roles[graph.Files[f]], false);
            }
            files[f] += SimilarityShare * file * best * Prior(signals.Roles[graph.Files[f]], false);
        }
    }

    private static double Prior(FileRole role, bool named) => role switch
    {
        FileRole.Source => 1,
        _ when named => 0.9,
        FileRole.Test => 0.15,
        FileRole.Support => 0.25,
        _ => 0.2,
    };
}
