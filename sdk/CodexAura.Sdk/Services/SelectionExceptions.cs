using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Services;

/// <summary>A reference to a graph fits none, or more than one.</summary>
public sealed class GraphSelectionException : CodexAuraException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code"><c>graph.not_found</c> or <c>graph.ambiguous</c>.</param>
    /// <param name="message">What was looked for, and what there is.</param>
    /// <param name="candidates">What may have been meant.</param>
    public GraphSelectionException(string code, string message, IReadOnlyList<GraphInfo> candidates) : base(code, message, FailureKind.NotFound)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        Candidates = candidates;
        Suggestions = [.. candidates.Select(c => c.Id)];
    }

    /// <summary>What may have been meant.</summary>
    public IReadOnlyList<GraphInfo> Candidates { get; }
}

/// <summary>A reference to a node or file fits none, or more than one.</summary>
/// <param name="code"><c>node.not_found</c>, <c>node.ambiguous</c> or <c>file.not_found</c>.</param>
/// <param name="message">What was looked for, and what there is.</param>
public sealed class NodeSelectionException(string code, string message) : CodexAuraException(code, message, FailureKind.NotFound);
