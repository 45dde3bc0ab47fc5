using CodexAura.Plugins.Impact.Basic.Graphs;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>What a request names, found in the graph.</summary>
/// <param name="Nodes">Changed nodes, in graph order.</param>
/// <param name="Paths">Changed files, those that the graph lacks too.</param>
/// <param name="UnknownCode">Changed files with code that the graph knows nothing of.</param>
/// <param name="Notes">What was not found.</param>
internal sealed record ChangeSet(IReadOnlyList<int> Nodes, IReadOnlySet<string> Paths, IReadOnlyList<string> UnknownCode, IReadOnlyList<string> Notes)
{
    private static readonly string[] NoCode = [".md", ".rst", ".txt", ".adoc", ".png", ".svg", ".jpg", ".gif", ".ico", ".po", ".pot", ".license"];

    public static ChangeSet Find(ImpactRequest request, CodeGraph graph)
    {
        var nodes = new SortedSet<int>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var notes = new List<string>();
        var unknown = new List<string>();
        foreach (string id in request.ChangedSymbols)
        {
            int node = graph.Find(id);
            if (node >= 0)
            {
                nodes.Add(node);
                paths.Add(graph.Node(node).Path);
                continue;
            }
            notes.Add($"The graph has no node '{id}'.");
            unknown.Add(id);
        }
        foreach (string path in request.ChangedFiles.Distinct(StringComparer.Ordinal))
        {
            if (!paths.Add(path)) continue;
            int file = graph.FindFile(path);
            if (file >= 0)
            {
                var (start, end) = graph.NodesOfFile(file);
                for (int node = start; node < end; node++) nodes.Add(node);
            }
            else if (HasNoCode(path)) notes.Add($"'{path}' holds no code; nothing is said of it.");
            else
            {
                notes.Add($"The graph has no file '{path}': it is new, left out, or of a language that no installed analyzer reads.");
                unknown.Add(path);
            }
        }
        return new ChangeSet([.. nodes], paths, unknown, notes);
    }

    /// <summary>Whether anything but tests changed.</summary>
    public bool TouchesProduct(GraphIndex index) => UnknownCode.Count > 0 || Nodes.Any(n => !index.IsTestCode(n));

    private static bool HasNoCode(string path)
    {
        foreach (string ending in NoCode)
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        string name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase) || name is ".gitignore" or ".gitattributes" or ".mailmap" or "AUTHORS";
    }
}
