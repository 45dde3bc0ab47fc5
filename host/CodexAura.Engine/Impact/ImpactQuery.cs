using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Impact;

/// <summary>Answers what a change affects: finds what changed, asks the analyzer, adds what git knows.</summary>
/// <param name="analyzer">The installed impact analyzer.</param>
public sealed class ImpactQuery(IImpactAnalyzer analyzer)
{
    private const int HistoryLimit = 3000;
    private const int OwnedFiles = 20;

    /// <summary>Answers a question.</summary>
    /// <exception cref="AnalysisException">git is needed and can't help.</exception>
    /// <exception cref="NodeSelectionException">A file or symbol is unknown.</exception>
    public async Task<ImpactAnswer> AskAsync(CodeGraph graph, ImpactQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(question);
        string root = graph.Repository.Path;
        var notes = new List<string>();
        var changed = new ChangedDefinitions();
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var whole = new List<string>();

        foreach (string file in question.Files)
        {
            string path = RelativePath(graph, file);
            files.Add(path);
            whole.Add(path);
        }
        foreach (string symbol in question.Symbols)
        {
            int node = NodeSelector.Find(graph, symbol);
            changed.Add(node);
            files.Add(graph.Node(node).Path);
        }
        if (question.Since is not null || question.WorkTree)
        {
            var tree = question.WorkTree
                ? await GitChanges.InWorkTreeAsync(root, question.Since ?? "HEAD", cancellationToken).ConfigureAwait(false)
                : await GitChanges.InRangeAsync(root, question.Since!, cancellationToken).ConfigureAwait(false);
            foreach (var diff in tree.Files) whole.AddRange(ChangedTreeMapping.Map(graph, diff, tree, changed));
            files.UnionWith(tree.Files.Select(f => f.Path));
        }
        // Files named as a whole are added, so that the text is searched for their names too.
        foreach (string path in whole)
            if (graph.FindFile(path) is >= 0 and var file)
                for (var (node, end) = graph.NodesOfFile(file); node < end; node++) changed.Add(node);

        var history = question.History || question.Owners ? await ReadHistoryAsync(root, question, notes, cancellationToken).ConfigureAwait(false) : null;
        var result = analyzer.Analyze(new ImpactRequest
        {
            // A file with changed lines that change nothing (comments) has no changed node: it is not named, or all of it would count.
            ChangedFiles = [.. whole.Concat(files.Where(f => graph.FindFile(f) < 0)).Distinct(StringComparer.Ordinal)],
            ChangedSymbols = [.. changed.Nodes.Select(n => graph.Node(n).Id)],
            Depth = question.Depth,
            Mentions = MentionFinder.Find(graph, changed, path => ReadFile(root, path), cancellationToken),
            History = question.History && history is not null ? CoChangesOf(history, files) : null,
        }, graph, cancellationToken);
        if (files.Count > 0 && changed.Nodes.Count == 0 && result.Notes.Count == 0) notes.Add("Only comments, blank lines or imports changed.");
        return new ImpactAnswer([.. files], result, graph, question.Owners && history is not null ? OwnersOf(history, files, result) : null, [.. notes, .. result.Notes]);
    }

    private static IReadOnlyList<CoChange> CoChangesOf(IReadOnlyList<GitCommit> history, IEnumerable<string> files)
    {
        var counts = new CoChanges();
        for (int i = history.Count - 1; i >= 0; i--) counts.Add(history[i]);
        return counts.With(files);
    }

    private static IReadOnlyList<Owner> OwnersOf(IReadOnlyList<GitCommit> history, IEnumerable<string> files, ImpactResult result) =>
        GitOwners.Of(history, files.Concat(result.Files.Take(OwnedFiles).Select(f => f.Path)).ToHashSet(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<GitCommit>?> ReadHistoryAsync(string root, ImpactQuestion question, List<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            string head = await GitCommand.ResolveAsync(root, "HEAD", cancellationToken).ConfigureAwait(false);
            return await GitHistory.ReadAsync(root, head, HistoryLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (AnalysisException e) when (!question.Owners)
        {
            notes.Add($"Without the history of changes: {e.Message}");
            return null;
        }
    }

    /// <summary>A path as people give it: relative to the root or to the current folder, or absolute.</summary>
    private static string RelativePath(CodeGraph graph, string file)
    {
        string path = file.Replace('\\', '/');
        if (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        if (graph.FindFile(path) >= 0 || File.Exists(Path.Join(graph.Repository.Path, path))) return path;
        if (path.Length > 0 && !path.Contains('\0') && Path.GetRelativePath(graph.Repository.Path, RealPath.Of(file)).Replace('\\', '/') is var relative
            && !relative.StartsWith("../", StringComparison.Ordinal) && (graph.FindFile(relative) >= 0 || File.Exists(Path.Join(graph.Repository.Path, relative)))) return relative;
        throw new NodeSelectionException("file.not_found", $"Neither the graph nor the folder '{graph.Repository.Path}' has a file '{file}'. Paths are relative to that folder.");
    }

    private static string? ReadFile(string root, string path)
    {
        try
        {
            string full = Path.Join(root, path);
            return File.Exists(full) ? File.ReadAllText(full) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
