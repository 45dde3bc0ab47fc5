using System.Composition;
using CodexAura.Plugins.Context.Basic.Formatting;
using CodexAura.Plugins.Context.Basic.Ranking;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic;

/// <summary>Ranks by names, words and the graph, without a language model and without a network.</summary>
[Shared]
[ExportContextProvider("basic")]
public sealed class BasicContextProvider : IContextProvider
{
    /// <inheritdoc/>
    public Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfNegative(request.MaxTokens, nameof(request));
        return Task.Run(() =>
        {
            var selection = new Selection(graph, request, sources);
            selection.Run(cancellationToken);
            var result = new BudgetedText(graph, request, sources).Write(selection.Candidates, selection.Files);
            return result with { Notes = [.. selection.Notes, .. Explain(request, selection, result)] };
        }, cancellationToken);
    }

    private static IEnumerable<string> Explain(ContextRequest request, Selection selection, ContextResult result)
    {
        if (result.Items.Count > 0) yield break;
        yield return selection.Candidates.Count == 0
            ? "Nothing in the graph fits: no file, name or word of the request occurs in the repository."
            : $"{selection.Candidates.Count} definitions are relevant, but {request.MaxTokens} tokens are too few for even one of them.";
    }
}
