namespace CodexAura.Engine.Scanning;

/// <summary>Which files a scan takes.</summary>
public sealed record ScanOptions
{
    /// <inheritdoc cref="AnalysisRequest.DefaultMaxFileSize"/>
    public const long DefaultMaxFileSize = AnalysisRequest.DefaultMaxFileSize;

    /// <summary>File name endings to take, with the dot, compared without regard to case.</summary>
    public required IReadOnlyCollection<string> Extensions { get; init; }

    /// <summary>
    /// Patterns in the syntax of .gitignore, relative to the root, that go before everything else: <c>tests/</c> leaves out,
    /// <c>!.venv/</c> takes in what the defaults or a .gitignore leave out. The last that matches decides. Default: none.
    /// </summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// Folders and files to take, relative to the root, with <c>/</c>; nothing else is looked at. Empty for all. Default: empty.
    /// </summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Larger files are left out, with a diagnostic. Default: <see cref="DefaultMaxFileSize"/>.</summary>
    public long MaxFileSize { get; init; } = DefaultMaxFileSize;
}

/// <summary>A file to analyse.</summary>
/// <param name="Path">Path relative to the root, with <c>/</c>.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="ModifiedTicks">Time of its last change, in ticks of UTC.</param>
public sealed record ScannedFile(string Path, long Size, long ModifiedTicks);

/// <summary>What a scan found.</summary>
/// <param name="Files">Files in ordinal order of their paths.</param>
/// <param name="Diagnostics">What was left out though it looked like source, in order of their paths.</param>
/// <param name="Folders">To be kept, and handed to the next scan; null where what it was handed does as well.</param>
public sealed record ScanResult(IReadOnlyList<ScannedFile> Files, IReadOnlyList<Sdk.Graph.Diagnostic> Diagnostics, byte[]? Folders = null)
{
    /// <summary>How many folders were listed; of the others it was known what is in them.</summary>
    public int FoldersListed { get; init; }
}
