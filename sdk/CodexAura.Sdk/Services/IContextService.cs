using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Services;

/// <summary>Answers "what do I need to read?" about stored graphs. Offered by the host; called from many threads at once.</summary>
public interface IContextService
{
    /// <summary>Names of the installed context providers, in ordinal order.</summary>
    IReadOnlyList<string> Providers { get; }

    /// <summary>Asks a provider.</summary>
    /// <param name="graph">The graph: its id, a unique beginning of it, or the path of its repository.</param>
    /// <param name="request">What is asked; files and symbols as people name them.</param>
    /// <param name="options">Provider and store; null for the configured ones.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="CodexAuraException">The graph, a file, a symbol or the provider is unknown, or the request asks for nothing.</exception>
    Task<ContextAnswer> AskAsync(string graph, ContextRequest request, QueryOptions? options = null, CancellationToken cancellationToken = default);
}

/// <summary>A provider's answer with what it is about.</summary>
/// <param name="Graph">The graph that was asked.</param>
/// <param name="State">Which one it is, and how fresh.</param>
/// <param name="Request">What was asked, files and symbols found.</param>
/// <param name="Result">The answer.</param>
public sealed record ContextAnswer(CodeGraph Graph, GraphState State, ContextRequest Request, ContextResult Result);
