namespace CodexAura.Sdk.Context;

/// <summary>What context is asked for: files, symbols or a task in words, in any mixture.</summary>
public sealed record ContextRequest
{
    /// <summary>Paths to start from, relative to the root.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Names or node ids to start from.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>A task in plain words, such as the text of an issue with its stack trace; or null.</summary>
    public string? Task { get; init; }

    /// <summary>How many edges to follow from the start, 0 to 5.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>The most tokens that the text may have, 0 or more.</summary>
    public int MaxTokens { get; init; } = 8000;

    /// <summary>How the text is written.</summary>
    public ContextFormat Format { get; init; }

    /// <summary>How much code the text has at most.</summary>
    public CodeMode Code { get; init; }

    /// <summary>The tokenizer that counts, such as <c>o200k_base</c>; null for the provider's own choice.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Which graph is asked, and how far the working tree has moved on since; null when nobody knows.</summary>
    public GraphState? Graph { get; init; }

    /// <summary>How the repository came to be; null when nobody knows.</summary>
    public IChangeHistory? History { get; init; }
}

/// <summary>How the text of a context is written.</summary>
public enum ContextFormat
{
    /// <summary>Markdown with fenced code.</summary>
    Markdown,

    /// <summary>XML elements, as some models are told to expect documents.</summary>
    Xml,

    /// <summary>One JSON object.</summary>
    Json,
}

/// <summary>How much code the text of a context has at most.</summary>
public enum CodeMode
{
    /// <summary>Whole bodies where the budget lets them.</summary>
    Full,

    /// <summary>Signatures and docstrings.</summary>
    Signatures,

    /// <summary>Names and places only.</summary>
    None,
}

/// <summary>Which graph is asked, and how far the working tree has moved on since it was made.</summary>
/// <param name="Id">The graph's id.</param>
/// <param name="Sha">Commit of the analysed tree, or null.</param>
/// <param name="StaleFiles">Files of the graph that were changed or removed since, in path order: their lines may have moved.</param>
public sealed record GraphState(string Id, string? Sha, IReadOnlyList<string> StaleFiles);
