namespace CodexAura.Sdk.Impact;

/// <summary>What changed, and what is known of it beside the graph.</summary>
public sealed record ImpactRequest
{
    /// <summary>Changed files, relative to the root. Files that the graph lacks belong here too.</summary>
    public IReadOnlyList<string> ChangedFiles { get; init; } = [];

    /// <summary>
    /// Ids of changed nodes; where given for a file, only they count as changed in it. The id of a file (<c>a.py::file</c>) stands
    /// for its module-level code: imports, constants, what runs when it is loaded. The id of a class stands for its body without
    /// its methods.
    /// </summary>
    public IReadOnlyList<string> ChangedSymbols { get; init; } = [];

    /// <summary>How many edges to follow at most; 0 for no limit.</summary>
    public int Depth { get; init; }

    /// <summary>Places in the text where the names of changed nodes stand; null when nobody looked for them.</summary>
    public IReadOnlyList<NameMention>? Mentions { get; init; }

    /// <summary>Files that changed together with the changed ones before; null when nobody looked for them.</summary>
    public IReadOnlyList<CoChange>? History { get; init; }

    /// <summary>How much changed in the changed files, and how they fared before; null when nobody looked.</summary>
    public IReadOnlyList<FileChange>? FileChanges { get; init; }
}

/// <summary>What is known of a changed file beside the graph.</summary>
/// <param name="Path">The file.</param>
/// <param name="Lines">Lines added and removed; null when it was named as a whole.</param>
/// <param name="RecentCommits">How many of the repository's last 500 commits changed it; mass changes are not counted.</param>
/// <param name="RecentFixes">How many of those say that they fix something.</param>
public sealed record FileChange(string Path, int? Lines, int RecentCommits, int RecentFixes);

/// <summary>
/// A place where the name of a changed node stands in the text. Where no edge leads from there to the changed node, it may be a
/// reference that the analyzer could not resolve.
/// </summary>
/// <param name="Symbol">Number of the changed node.</param>
/// <param name="Node">Number of the node whose code the place is.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Candidates">How many definitions of the graph have that name, 1 or more.</param>
public readonly record struct NameMention(int Symbol, int Node, int Line, int Candidates)
{
    /// <summary>
    /// Greatest number of definitions with one name that is still looked for in the text: a more common name says nothing about any one of
    /// them, so that finding no mention of it says nothing either.
    /// </summary>
    public const int MostCandidates = 20;
}

/// <summary>How often a file changed in the same commits as one of the changed files.</summary>
/// <param name="ChangedFile">The changed file.</param>
/// <param name="Path">The file that changed with it.</param>
/// <param name="Together">Commits that changed both.</param>
/// <param name="Commits">Commits that changed <paramref name="ChangedFile"/>.</param>
public sealed record CoChange(string ChangedFile, string Path, int Together, int Commits);
