namespace CodexAura.Sdk.Context;

/// <summary>What to read, in order of relevance, and the text made of it.</summary>
/// <param name="Items">Chosen nodes, most relevant first.</param>
/// <param name="Files">Ranked files, most relevant first, whatever the budget.</param>
/// <param name="Text">The formatted text, within the budget.</param>
/// <param name="TotalTokens">Tokens in <paramref name="Text"/>.</param>
public sealed record ContextResult(IReadOnlyList<ContextItem> Items, IReadOnlyList<RankedFile> Files, string Text, int TotalTokens)
{
    /// <summary>The most relevant nodes that did not fit, most relevant first.</summary>
    public IReadOnlyList<OmittedItem> Omitted { get; init; } = [];

    /// <summary>What a person should know about the answer: why it is empty, what was not found.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One node of the answer.</summary>
/// <param name="Node">Number of the node in the graph.</param>
/// <param name="Relevance">0 to 1, the first item's being 1.</param>
/// <param name="Tokens">What it costs in the text.</param>
/// <param name="Reason">Why it is in: seed, caller of, base of, …</param>
public sealed record ContextItem(int Node, double Relevance, int Tokens, string Reason)
{
    /// <summary>How much of it is in the text.</summary>
    public ContextDetail Detail { get; init; }

    /// <summary>Its code as it stands in the text; null where only its name does.</summary>
    public string? Code { get; init; }
}

/// <summary>How much of a node is in the text. Ordered: more is greater.</summary>
public enum ContextDetail
{
    /// <summary>Name and place.</summary>
    Name,

    /// <summary>Signature and docstring.</summary>
    Signature,

    /// <summary>The whole code.</summary>
    Full,
}

/// <summary>A node that was found relevant but did not fit.</summary>
/// <param name="Node">Number of the node in the graph.</param>
/// <param name="Relevance">0 to 1, on the scale of the items.</param>
/// <param name="Tokens">What it would cost in the text, in full.</param>
/// <param name="Reason">Why it would have been in.</param>
public sealed record OmittedItem(int Node, double Relevance, int Tokens, string Reason);

/// <summary>A file and how relevant it is.</summary>
/// <param name="Path">Path relative to the root.</param>
/// <param name="Relevance">0 to 1, the first file's being 1.</param>
public sealed record RankedFile(string Path, double Relevance);
