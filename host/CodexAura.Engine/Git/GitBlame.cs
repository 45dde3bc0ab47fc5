using System.Globalization;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;

namespace CodexAura.Engine.Git;

/// <summary>Asks git who last changed the lines of nodes.</summary>
public static class GitBlame
{
    /// <summary>Blames all nodes of a graph, in the work tree as it is now. Lines that are not committed say nothing.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A blame for each node by its number; null where git knows of no commit.</returns>
    /// <exception cref="AnalysisException">The repository is no git work tree, or there is no git.</exception>
    public static async Task<IReadOnlyList<NodeBlame?>> OfAsync(CodeGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        await GitCommand.RequireWorkTreeAsync(graph.Repository.Path, cancellationToken).ConfigureAwait(false);
        var blames = new NodeBlame?[graph.NodeCount];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(graph.Files.ToArray(), options, async (file, stop) =>
        {
            var lines = await LinesAsync(graph.Repository.Path, graph.Node(file).Path, stop).ConfigureAwait(false);
            var (start, end) = graph.NodesOfFile(file);
            for (int i = start; i < end; i++) blames[i] = Newest(lines, graph.Node(i).LineStart, graph.Node(i).LineEnd);
        }).ConfigureAwait(false);
        return blames;
    }

    private static NodeBlame? Newest(List<NodeBlame?> lines, int first, int last)
    {
        NodeBlame? newest = null;
        for (int line = Math.Max(first, 1); line <= Math.Min(last, lines.Count); line++)
            if (lines[line - 1] is { } blame && (newest is null || blame.Time > newest.Time)) newest = blame;
        return newest;
    }

    private static async Task<List<NodeBlame?>> LinesAsync(string root, string path, CancellationToken cancellationToken)
    {
        try
        {
            return Parse(await GitCommand.RunAsync(root, ["blame", "--porcelain", "--", path], cancellationToken).ConfigureAwait(false));
        }
        catch (AnalysisException e) when (e.Code == "git.failed")
        {
            return []; // A file that is not committed yet.
        }
    }

    /// <summary>
    /// Takes the porcelain format apart: a header of each line with its commit, what is known of that commit where it comes up
    /// first, and the line itself behind a tab.
    /// </summary>
    internal static List<NodeBlame?> Parse(string porcelain)
    {
        var commits = new Dictionary<string, NodeBlame?>(StringComparer.Ordinal);
        var lines = new List<NodeBlame?>();
        string commit = "", author = "";
        bool atHeader = true;
        foreach (string line in porcelain.Split('\n'))
        {
            if (line.StartsWith('\t'))
            {
                lines.Add(commits.GetValueOrDefault(commit));
                atHeader = true;
            }
            else if (atHeader)
            {
                commit = line.Split(' ')[0];
                atHeader = false;
            }
            else if (line.StartsWith("author ", StringComparison.Ordinal)) author = line["author ".Length..];
            else if (line.StartsWith("author-time ", StringComparison.Ordinal)
                && long.TryParse(line.AsSpan("author-time ".Length), NumberStyles.Integer, CultureInfo.InvariantCulture, out long seconds))
                // Lines that are not committed have a commit of zeros.
                commits[commit] = commit.Trim('0').Length == 0 ? null : new NodeBlame(commit, author, DateTimeOffset.FromUnixTimeSeconds(seconds));
        }
        return lines;
    }
}
