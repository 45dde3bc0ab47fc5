using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Services;

/// <summary>A search for files, classes and functions by name.</summary>
/// <param name="Text">
/// An id, a path, a name, a qualified name or its end, with the module before it if one likes, or the beginnings of the words of a
/// name.
/// </param>
public sealed record SymbolQuery(string Text)
{
    /// <summary>Only nodes of this type; null for all. Default: null.</summary>
    public NodeType? Type { get; init; }

    /// <summary>Only what is in this file, or below this folder, relative to the root; null for everywhere. Default: null.</summary>
    public string? Path { get; init; }

    /// <summary>The most matches to give, 1 or more. Default: 20.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>How well a node fits a search. Ordered: the best first.</summary>
public enum SymbolFit
{
    /// <summary>Its id, its path or its whole qualified name is the text.</summary>
    Exact,

    /// <summary>Its qualified name, with its module before it, ends with the text.</summary>
    Qualified,

    /// <summary>Its own name is the text.</summary>
    Name,

    /// <summary>One of the above, but for upper and lower case.</summary>
    IgnoringCase,

    /// <summary>The words of the text begin words of its name, in this order.</summary>
    Words,

    /// <summary>Its name contains the text.</summary>
    Contains,

    /// <summary>Its name is spelled nearly so.</summary>
    Similar,
}

/// <summary>A node that was found.</summary>
/// <param name="Node">Number of the node in the graph.</param>
/// <param name="Fit">How well it fits.</param>
public readonly record struct SymbolMatch(int Node, SymbolFit Fit);

/// <summary>What a search found.</summary>
/// <param name="Matches">The best ones, best first; of equal ones those with most incoming edges first, tests last.</param>
/// <param name="Total">How many there are. Where there is none, <paramref name="Matches"/> has up to five nodes with similar names.</param>
public sealed record SymbolMatches(IReadOnlyList<SymbolMatch> Matches, int Total);
