using CodexAura.Engine.Git;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Impact;

/// <summary>Finds the nodes behind the changes that git names, whether the graph was made before or after them.</summary>
internal static class ChangedTreeMapping
{
    /// <summary>Adds what a diff of one file changed.</summary>
    /// <returns>The path, when the file changed as a whole: it is new or removed, or the diff has no lines.</returns>
    public static IEnumerable<string> Map(CodeGraph graph, FileDiff diff, ChangedTree tree, ChangedDefinitions changed)
    {
        int file = graph.FindFile(diff.Path);
        if (file < 0) return [];
        if (diff.Hunks.Count == 0 || diff.OldPath is null || diff.NewPath is null) return [diff.Path];
        ChangedLines.Map(graph, file, diff, IsNew(graph, file, diff, tree), changed);
        return [];
    }

    /// <summary>
    /// A graph of the older commit knows the old lines. Otherwise the number of lines tells: a graph may be made before or after
    /// an edit of the working tree. Where both sides have as many, lines stand where they stood, and either will do.
    /// </summary>
    private static bool IsNew(CodeGraph graph, int file, FileDiff diff, ChangedTree tree)
    {
        if (tree.Target is not null) return graph.Repository.Sha != tree.Base;
        int known = graph.Node(file).LineEnd;
        int now = CountLines(Path.Join(graph.Repository.Path, diff.Path));
        int before = now - diff.Hunks.Sum(h => h.Added.Count - h.Removed.Count);
        return Math.Abs(known - now) <= Math.Abs(known - before);
    }

    private static int CountLines(string path)
    {
        try
        {
            return File.ReadLines(path).Count();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
