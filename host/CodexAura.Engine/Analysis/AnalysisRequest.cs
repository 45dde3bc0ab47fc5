using CodexAura.Engine.Scanning;

namespace CodexAura.Engine.Analysis;

/// <summary>What to analyse, and how.</summary>
public sealed record AnalysisRequest
{
    /// <summary>The root of the repository, or of the part of it that is of interest. Relative paths count from the current folder.</summary>
    public required string Path { get; init; }

    /// <summary>See <see cref="ScanOptions.Exclude"/>. Default: none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// Folders and files to analyse instead of the whole repository, absolute or relative to its root; empty for all. Default: empty.
    /// </summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>See <see cref="ScanOptions.MaxFileSize"/>. Default: <see cref="ScanOptions.DefaultMaxFileSize"/>.</summary>
    public long MaxFileSize { get; init; } = ScanOptions.DefaultMaxFileSize;

    /// <summary>Edge types to keep, in any case of letters; empty for all. Default: empty.</summary>
    public IReadOnlyList<string> EdgeTypes { get; init; } = [];

    /// <summary>Reads every file anew instead of taking unchanged ones from the facts cache. The graph is the same. Default: false.</summary>
    public bool Full { get; init; }

    /// <summary>How many files are read at once, 1 or more. Default: the number of processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
