using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Analysis;

/// <summary>
/// Reads one language. Analysis has two steps, like a compiler and a linker: <see cref="Extract"/> turns one file into facts,
/// <see cref="Resolve"/> turns the facts of all files into nodes and edges. Exported with <see cref="ExportAnalyzerAttribute"/>.
/// </summary>
/// <remarks>
/// <see cref="Extract"/> is called from many threads at once and must be pure: the same bytes under the same path give the same
/// facts, and nothing else is read. That is what makes it parallel and its results cacheable by content hash.
/// <see cref="Resolve"/> is called once for each analysis, with the files in ordinal path order, and must be deterministic.
/// </remarks>
public interface ILanguageAnalyzer
{
    /// <summary>
    /// Version of the facts format and of everything that decides what <see cref="Extract"/> returns. Cached facts of another
    /// version are never handed to <see cref="Resolve"/>.
    /// </summary>
    string FactsVersion { get; }

    /// <summary>Reads one file. Broken source gives what could be read, with diagnostics; it never throws for it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was triggered.</exception>
    FileFacts Extract(SourceFile source, CancellationToken cancellationToken);

    /// <summary>Adds the nodes and edges of all files to the graph.</summary>
    /// <param name="files">Facts of all files of this language, by path in ordinal order.</param>
    /// <param name="graph">Where nodes, edges, diagnostics and unresolved references go. Files are added by the analyzer too.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was triggered.</exception>
    void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken);
}

/// <summary>One file as an analyzer gets it: bytes as they are on disk, neither decoded nor with line ends changed.</summary>
/// <param name="Path">Path relative to the analysed root, with <c>/</c>.</param>
/// <param name="Content">The file's bytes.</param>
public readonly record struct SourceFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>
/// What one file says, before any other file is looked at. The body is an opaque block of bytes in a format of the analyzer's
/// own: the form in memory is the form in the cache.
/// </summary>
public sealed class FileFacts
{
    /// <summary>Makes facts.</summary>
    /// <param name="path">Path of the file, relative to the root.</param>
    /// <param name="lineCount">Number of lines.</param>
    /// <param name="body">The analyzer's own block.</param>
    /// <param name="diagnostics">What was noticed, or null for nothing.</param>
    public FileFacts(string path, int lineCount, ReadOnlyMemory<byte> body, IReadOnlyList<Diagnostic>? diagnostics = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (Path, LineCount, Body, Diagnostics) = (path, lineCount, body, diagnostics ?? []);
    }

    /// <summary>Path of the file, relative to the root, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Number of lines.</summary>
    public int LineCount { get; }

    /// <summary>The analyzer's own block.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What was noticed while reading the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
