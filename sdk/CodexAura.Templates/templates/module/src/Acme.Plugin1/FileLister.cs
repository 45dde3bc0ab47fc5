using CodexAura.Sdk.Graph;

namespace Acme.Plugin1;

/// <summary>A file and how many classes and functions are in it.</summary>
public sealed record FileSize(string Path, int Definitions);

/// <summary>Lists the files of a graph.</summary>
public sealed class FileLister
{
    /// <summary>Those with most definitions first, then by path.</summary>
    public IReadOnlyList<FileSize> List(CodeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return
        [
            .. Enumerable.Range(0, graph.NodeCount).GroupBy(node => graph.Node(node).Path, StringComparer.Ordinal)
                .Select(file => new FileSize(file.Key, file.Count() - 1))
                .OrderByDescending(file => file.Definitions).ThenBy(file => file.Path, StringComparer.Ordinal),
        ];
    }
}
