namespace CodexAura.Sdk.Services;

/// <summary>What to analyse, and how.</summary>
public sealed record AnalysisRequest
{
    /// <summary>4 MiB: the largest hand-written modules have a few hundred kilobytes; beyond it are data and generated tables.</summary>
    public const long DefaultMaxFileSize = 4 * 1024 * 1024;

    /// <summary>The root of the repository, or of the part of it that is of interest. Relative paths count from the current folder.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Patterns in the syntax of .gitignore, relative to the root, that go before everything else: <c>tests/</c> leaves out,
    /// <c>!.venv/</c> takes in what the defaults or a .gitignore leave out. The last that matches decides. Default: none.
    /// </summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// Folders and files to analyse instead of the whole repository, absolute or relative to its root; empty for all. Default: empty.
    /// </summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Larger files, in bytes, are left out with a diagnostic. Default: <see cref="DefaultMaxFileSize"/>.</summary>
    public long MaxFileSize { get; init; } = DefaultMaxFileSize;

    /// <summary>The store that gets the graph, by name; null for the configured one. Default: null.</summary>
    public string? Storage { get; init; }

    /// <summary>Edge types to keep, in any case of letters; empty for all. Default: empty.</summary>
    public IReadOnlyList<string> EdgeTypes { get; init; } = [];

    /// <summary>Reads every file anew instead of taking unchanged ones from the facts cache. The graph is the same. Default: false.</summary>
    public bool Full { get; init; }

    /// <summary>
    /// Stores a preview before everything is resolved anew, where a few files of a large repository were edited: a graph that has what the
    /// files around these tell of them, with a diagnostic for each edited file. The answer is the graph that is made after it. For who keeps a stored graph
    /// up to date that others read meanwhile. Default: false.
    /// </summary>
    public bool Preview { get; init; }

    /// <summary>How many files are read at once, 1 or more. Default: the number of processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
