using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Context;

/// <summary>
/// Chooses what to read for a task, within a budget of tokens. Exported with <see cref="ExportContextProviderAttribute"/>;
/// several may be installed.
/// </summary>
public interface IContextProvider
{
    /// <summary>Finds, ranks and formats what the request needs.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="graph">The graph to look in.</param>
    /// <param name="sources">Gives the text of files.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default);
}

/// <summary>Gives the text of the repository's files as they are now.</summary>
public interface ISourceReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path relative to the root.</param>
    /// <returns>Its text, or null when it is gone or can't be read.</returns>
    string? Read(string path);
}

/// <summary>What context is asked for: files, symbols or a task in words, in any mixture.</summary>
public sealed record ContextRequest
{
    /// <summary>Paths to start from, relative to the root.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Names or node ids to start from.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>A task in plain words, or null.</summary>
    public string? Task { get; init; }

    /// <summary>How many edges to follow from the start, 0 to 5.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>The most tokens that the text may have, 1 or more.</summary>
    public int MaxTokens { get; init; } = 8000;
}

/// <summary>What to read, in order of relevance, and the text made of it.</summary>
/// <param name="Items">Chosen nodes, most relevant first.</param>
/// <param name="Files">Ranked files, most relevant first, whatever the budget.</param>
/// <param name="Text">The formatted text, within the budget.</param>
/// <param name="TotalTokens">Tokens in <paramref name="Text"/>.</param>
public sealed record ContextResult(IReadOnlyList<ContextItem> Items, IReadOnlyList<RankedFile> Files, string Text, int TotalTokens);

/// <summary>One node of the answer.</summary>
/// <param name="Node">Number of the node in the graph.</param>
/// <param name="Relevance">0 to 1, the first item's being 1.</param>
/// <param name="Tokens">What it costs in the text.</param>
/// <param name="Reason">Why it is in: seed, caller of, base of, …</param>
public sealed record ContextItem(int Node, double Relevance, int Tokens, string Reason);

/// <summary>A file and how relevant it is.</summary>
/// <param name="Path">Path relative to the root.</param>
/// <param name="Relevance">0 to 1, the first file's being 1.</param>
public sealed record RankedFile(string Path, double Relevance);
