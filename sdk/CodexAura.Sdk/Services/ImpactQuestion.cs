using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Sdk.Services;

/// <summary>What is asked about a change: files, symbols, a git range or the working tree, in any mixture.</summary>
public sealed record ImpactQuestion
{
    /// <summary>Changed files; all that is in them counts as changed.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Changed symbols: ids, or names that only one node has.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>A commit to start from, or a range <c>A..B</c>; null for none.</summary>
    public string? Since { get; init; }

    /// <summary>Whether what is not committed counts. Together with <see cref="Since"/>: all from there up to the working tree.</summary>
    public bool WorkTree { get; init; }

    /// <summary>How many steps to follow; 0 for no limit.</summary>
    public int Depth { get; init; }

    /// <summary>Whether the people who know the code are wanted.</summary>
    public bool Owners { get; init; }

    /// <summary>Whether files that used to change together count as affected. Needs git; without it they are left out, with a note.</summary>
    public bool History { get; init; } = true;
}

/// <summary>The answer to an <see cref="ImpactQuestion"/>.</summary>
/// <param name="ChangedFiles">Changed files, in ordinal order.</param>
/// <param name="Result">What the analyzer says.</param>
/// <param name="Graph">The graph that the numbers in the result belong to.</param>
/// <param name="Owners">Who knows the changed and affected files; null when nobody asked.</param>
/// <param name="Notes">What a person should know about the answer.</param>
public sealed record ImpactAnswer(
    IReadOnlyList<string> ChangedFiles, ImpactResult Result, CodeGraph Graph, IReadOnlyList<Owner>? Owners, IReadOnlyList<string> Notes);

/// <summary>Somebody who knows the files in question.</summary>
/// <param name="Name">Name as the commits have it.</param>
/// <param name="Email">Mail address as the commits have it.</param>
/// <param name="Commits">Commits of theirs that changed one of the files.</param>
/// <param name="Files">How many of the files they changed.</param>
/// <param name="Last">When they last did.</param>
public sealed record Owner(string Name, string Email, int Commits, int Files, DateTimeOffset Last);
