using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Graphs;

/// <summary>Finds the graph that a person means.</summary>
public static class GraphSelector
{
    private const int MaxCandidates = 10;
    private const int IdLength = 16;

    /// <summary>Finds a graph by its id, by a unique prefix of the id, or by the path of its repository (then the newest).</summary>
    /// <param name="store">Where to look.</param>
    /// <param name="reference">What was given. A folder whose name looks like an id can be given as <c>./name</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GraphSelectionException">None fits, or more than one.</exception>
    public static async Task<GraphInfo> FindAsync(IGraphStore store, string reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(reference);
        // A whole id needs no look at the others.
        if (reference.Length == IdLength && store is IGraphQuery query
            && await query.FindGraphAsync(reference.ToLowerInvariant(), cancellationToken).ConfigureAwait(false) is { } known) return known;
        var graphs = await store.ListAsync(null, cancellationToken).ConfigureAwait(false);
        if (reference.Length > 0 && reference.All(char.IsAsciiHexDigit))
        {
            var byId = graphs.Where(g => g.Id.StartsWith(reference, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (byId.Length == 1) return byId[0];
            if (byId.FirstOrDefault(g => g.Id.Equals(reference, StringComparison.OrdinalIgnoreCase)) is { } exact) return exact;
            if (byId.Length > 1) throw Ambiguous(reference, byId);
        }
        if (reference.Length > 0 && !reference.Contains('\0'))
        {
            string path = RealPath.Of(reference);
            if (graphs.Where(g => g.Repository.Path == path).MaxBy(g => g.CreatedAt) is { } newest) return newest;
        }
        throw NotFound(reference, graphs);
    }

    private static GraphSelectionException Ambiguous(string reference, IReadOnlyList<GraphInfo> candidates) => new(
        "graph.ambiguous", $"'{reference}' fits {candidates.Count} graphs; give more of the id:{Lines(candidates)}", candidates);

    private static GraphSelectionException NotFound(string reference, IReadOnlyList<GraphInfo> graphs)
    {
        if (graphs.Count == 0)
            return new GraphSelectionException("graph.not_found", $"There is no graph '{reference}': no graph is stored yet. Make one with 'codex-aura analyze <path>'.", []);
        var similar = graphs.Where(g => g.Repository.Name.Contains(reference, StringComparison.OrdinalIgnoreCase)
            || g.Id.Contains(reference, StringComparison.OrdinalIgnoreCase)).ToArray();
        var shown = similar.Length > 0 ? similar : graphs;
        string remedy = Directory.Exists(reference) ? $" Make one with 'codex-aura analyze {reference}'."
            : File.Exists(reference) ? " That is a file: a graph is named by its id or by the folder of its repository, and none is read from an export."
            : "";
        return new GraphSelectionException("graph.not_found",
            $"There is no graph with the id or repository path '{reference}'.{remedy} {(similar.Length > 0 ? "Similar" : "Stored")}:{Lines(shown)}", shown);
    }

    private static string Lines(IReadOnlyList<GraphInfo> graphs)
    {
        string more = graphs.Count > MaxCandidates ? $"\n  … and {graphs.Count - MaxCandidates} more ('codex-aura list')" : "";
        return string.Concat(graphs.Take(MaxCandidates).Select(g => $"\n  {g.Id}  {g.Repository.Name}  {g.Repository.Path}")) + more;
    }
}
