using System.Composition;
using CodexAura.Plugins.Context.Basic.Embeddings;
using CodexAura.Plugins.Context.Basic.Formatting;
using CodexAura.Plugins.Context.Basic.Ranking;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.Configuration;

namespace CodexAura.Plugins.Context.Basic;

/// <summary>Ranks by names, words, the graph and the past, without a language model; without a network too, unless a service of embeddings is configured.</summary>
[Shared]
[ExportContextProvider("basic")]
public sealed class BasicContextProvider : IContextProvider
{
    /// <summary>Where the host lets data be kept: vectors of embeddings, where they are asked for. Null to keep none.</summary>
    [Import(AllowDefault = true)]
    public StoreLocation? Location { get; set; }

    /// <summary>The host's configuration; its section <c>embeddings</c> may name a service. Null for none.</summary>
    [Import(AllowDefault = true)]
    public IConfiguration? Configuration { get; set; }

    /// <summary>Gives environment variables.</summary>
    internal Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <inheritdoc/>
    public async Task<ContextResult> GetContextAsync(ContextRequest request, CodeGraph graph, ISourceReader sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfNegative(request.MaxTokens, nameof(request));
        var similarity = EmbeddingOptions.Read(Variable, Configuration) is { } options && !string.IsNullOrWhiteSpace(request.Task)
            ? new Similarity(options, EmbeddingService.Create(options), Location?.Directory) : null;
        return await Task.Run(async () =>
        {
            var selection = new Selection(graph, request, sources, similarity);
            await selection.RunAsync(cancellationToken).ConfigureAwait(false);
            var result = new BudgetedText(graph, request, sources).Write(selection.Candidates, selection.Files);
            return result with { Notes = [.. selection.Notes, .. Explain(request, selection, result)] };
        }, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> Explain(ContextRequest request, Selection selection, ContextResult result)
    {
        if (result.Items.Count > 0) yield break;
        yield return selection.Candidates.Count == 0
            ? "Nothing in the graph fits: no file, name or word of the request occurs in the repository."
            : $"{selection.Candidates.Count} definitions are relevant, but {request.MaxTokens} tokens are too few for even one of them.";
    }
}
