using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CodexAura.Engine.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Context;

/// <summary>Tells how far the working tree has moved on since a graph was made.</summary>
public static class GraphFreshness
{
    /// <summary>What was found out about files, by their time of change and size: a file is read once for each state of it.</summary>
    private static readonly ConditionalWeakTable<CodeGraph, ConcurrentDictionary<string, (long Time, long Size, bool Same)>> Looked = [];

    /// <summary>
    /// Files of the graph that are gone, or were changed after it was made. One that was only touched has the content that was read: where the
    /// store kept a hash of that, it is compared. Where it did not, a touched file is named too: better one too many than lines that
    /// are not where the graph says. In a preview the files that were edited count, as what they refer to is not resolved yet.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="info">When it was made.</param>
    /// <param name="store">The store that has it; null where there is none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Paths relative to the root, in order.</returns>
    public static async Task<IReadOnlyList<string>> StaleFilesAsync(CodeGraph graph, GraphInfo info, IGraphStore? store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(info);
        var stale = new List<string>();
        var later = new HashSet<string>(StringComparer.Ordinal);
        var previewed = Previewed(graph);
        foreach (int node in graph.Files)
        {
            string path = graph.Node(node).QualifiedName;
            var file = new FileInfo(Path.Join(graph.Repository.Path, path));
            bool gone = !file.Exists;
            bool isPreviewed = previewed.Contains(path);
            if (!gone && !isPreviewed && file.LastWriteTimeUtc <= info.CreatedAt.UtcDateTime) continue;
            stale.Add(path);
            if (!gone && !isPreviewed) later.Add(path);
        }
        if (later.Count == 0 || store is null) return stale;
        var contents = await AnalysisRecords.ContentsAsync(store, graph.Repository.Path, cancellationToken).ConfigureAwait(false);
        if (contents?.IsOf(info) != true) return stale;
        var looked = Looked.GetOrCreateValue(graph);
        stale.RemoveAll(path => later.Contains(path) && IsSame(graph, path, contents, looked));
        return stale;
    }

    /// <summary>Files of a preview that were edited, and whose references are still being resolved. None where the graph is no preview.</summary>
    /// <param name="graph">The graph.</param>
    public static IReadOnlySet<string> Previewed(CodeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.Diagnostics.Where(d => d.Code == DiagnosticCodes.BeingResolved).Select(d => d.Path).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsSame(CodeGraph graph, string path, FileContents contents, ConcurrentDictionary<string, (long Time, long Size, bool Same)> looked)
    {
        try
        {
            var file = new FileInfo(Path.Join(graph.Repository.Path, path));
            if (looked.TryGetValue(path, out var known) && known.Time == file.LastWriteTimeUtc.Ticks && known.Size == file.Length) return known.Same;
            var (time, size) = (file.LastWriteTimeUtc.Ticks, file.Length);
            bool same = contents.Has(path, FileContents.Hash(File.ReadAllBytes(file.FullName)));
            looked[path] = (time, size, same);
            return same;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
