using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Context;

/// <summary>Reads the files of a graph from the working tree, each once, and no other file.</summary>
/// <param name="graph">The graph.</param>
public sealed class RepositorySources(CodeGraph graph) : ISourceReader
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private readonly string _root = RealPath.Of(graph.Repository.Path);

    /// <inheritdoc/>
    public string? Read(string path) => _texts.GetOrAdd(path, static (p, self) => self.ReadFile(p), this);

    private string? ReadFile(string path)
    {
        if (graph.FindFile(path) < 0) return null;
        try
        {
            // A link may since lead out of the repository; a pipe would never end.
            string file = RealPath.Of(Path.Join(_root, path));
            bool inside = file.StartsWith(_root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            return inside && File.Exists(file) && new FileInfo(file).Length <= ScanOptions.DefaultMaxFileSize ? File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
