using CodexAura.Engine.Analysis;
using CodexAura.Engine.Context;
using CodexAura.Engine.Git;
using CodexAura.Engine.Graphs;
using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Engine.Impact;

/// <summary>Answers what a change affects: finds what changed, asks the analyzer, adds what git knows.</summary>
/// <remarks>Safe to use from many threads. What it reads beside the graph is kept for the next question, see <see cref="RepositoryKnowledge"/>.</remarks>
/// <param name="analyzer">The installed impact analyzer.</param>
/// <param name="knowledge">What is known of repositories already; null for what the whole process shares.</param>
public sealed class ImpactQuery(IImpactAnalyzer analyzer, RepositoryKnowledge? knowledge = null)
{
    private const int OwnedFiles = 20;
    private const int NamedFiles = 3;
    private readonly RepositoryKnowledge _knowledge = knowledge ?? RepositoryKnowledge.Shared;

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
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);

        var previewed = GraphFreshness.Previewed(graph);
        if (previewed.Count > 0)
            notes.Add($"{Names(previewed)} {(previewed.Count == 1 ? "was" : "were")} edited a moment ago, and what is referred to there is still being resolved: ask again for the whole answer.");
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
            foreach (var diff in tree.Files)
            {
                files.Add(diff.Path);
                if (diff.Hunks.Count > 0) lines[diff.Path] = diff.ChangedLines;
            }
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
            Mentions = MentionFinder.Find(graph, changed, _knowledge.Names(root), cancellationToken),
            History = question.History && history is not null ? history.Together.With(files) : null,
            FileChanges = [.. files.Select(f => PastOf(question.History ? history : null, f, lines.TryGetValue(f, out int count) ? count : null))],
        }, graph, cancellationToken);
        if (files.Count > 0 && changed.Nodes.Count == 0 && result.Notes.Count == 0) notes.Add("Only comments, blank lines or imports changed.");
        return new ImpactAnswer([.. files], result, graph, question.Owners && history is not null ? OwnersOf(history.Commits, files, result) : null, [.. notes, .. result.Notes]);
    }

    private static string Names(IReadOnlySet<string> paths) =>
        string.Join(", ", paths.Order(StringComparer.Ordinal).Take(NamedFiles)) + (paths.Count > NamedFiles ? $" and {paths.Count - NamedFiles} more files" : "");

    private static FileChange PastOf(ChangeHistory? history, string path, int? lines) => history?.Together.PastOf(path, lines) ?? new FileChange(path, lines, 0, 0);

    private static IReadOnlyList<Owner> OwnersOf(IReadOnlyList<GitCommit> history, IEnumerable<string> files, ImpactResult result) =>
        GitOwners.Of(history, files.Concat(result.Files.Take(OwnedFiles).Select(f => f.Path)).ToHashSet(StringComparer.Ordinal));

    private async Task<ChangeHistory?> ReadHistoryAsync(string root, ImpactQuestion question, List<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            return await _knowledge.HistoryAsync(root, cancellationToken).ConfigureAwait(false);
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
}
