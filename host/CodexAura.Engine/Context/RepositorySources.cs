using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Context;

/// <summary>Reads the files of a graph from the working tree, each once, and no other file.</summary>
/// <param name="graph">The graph.</param>
public sealed class RepositorySources(CodeGraph graph) : ISourceReader
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly string _root = RealPath.Of(graph.Repository.Path);
    private readonly string _inside = RealPath.Of(graph.Repository.Path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    /// <inheritdoc/>
    public string? Read(string path) => _texts.GetOrAdd(path, static (p, self) => self.ReadFile(p), this);

    private string? ReadFile(string path)
    {
        if (graph.FindFile(path) < 0) return null;
        try
        {
            var file = new FileInfo(Path.Join(RealFolder(path), Path.GetFileName(path)));
            // A link may since lead out of the repository; a pipe would never end.
            if (file.LinkTarget is not null) file = new FileInfo(RealPath.Of(file.FullName));
            bool inside = file.FullName.StartsWith(_inside, StringComparison.Ordinal);
            return inside && file.Exists && (file.Length > 0 || RegularFile.Is(file.FullName)) && file.Length <= ScanOptions.DefaultMaxFileSize ? SourceTexts.Read(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The folder of a file, through all links; looked up once for each question.</summary>
    private string RealFolder(string path) => _folders.GetOrAdd(Path.GetDirectoryName(path) ?? "", static (folder, root) => RealPath.Of(Path.Join(root, folder)), _root);
}
