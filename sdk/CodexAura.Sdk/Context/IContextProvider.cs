using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Context;

/// <summary>
/// Chooses what to read for a task, within a budget of tokens. Exported with <see cref="ExportContextProviderAttribute"/>;
/// several may be installed.
/// </summary>
/// <remarks>
/// The same request over the same graph and sources gives the same result. The text never has more tokens than
/// <see cref="ContextRequest.MaxTokens"/>, whatever the input.
/// </remarks>
public interface IContextProvider
{
    /// <summary>Finds, ranks and formats what the request needs.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="graph">The graph to look in.</param>
    /// <param name="sources">Gives the text of files.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default);
}

/// <summary>Gives the text of the repository's files as they are now. Called from several threads at once.</summary>
public interface ISourceReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path relative to the root.</param>
    /// <returns>Its text, or null when it is gone or can't be read.</returns>
    string? Read(string path);
}
