using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Queries;

/// <summary>A provider under test, and what holds for each of its answers.</summary>
internal sealed class ContextBench(Func<IContextProvider> create, Func<string, int?> countTokens, CancellationToken stop)
{
    private IContextProvider? _provider;

    public CancellationToken Stop => stop;

    public IContextProvider Provider => _provider ??= New();

    public IContextProvider New() => create() ?? throw new ConformanceException("Create gave null instead of a provider.");

    public ContextResult Ask(ContextRequest request, QueryRepository repository, IContextProvider? provider = null)
    {
        var result = (provider ?? Provider).GetContextAsync(request, repository.Graph, repository, stop).GetAwaiter().GetResult();
        Conformance.Require(result is not null, "The provider gave null instead of an answer.");
        Check(request, repository.Graph, result!);
        return result!;
    }

    /// <summary>Asks for what may be refused; a refusal says why.</summary>
    public void AskOrRefuse(ContextRequest request, QueryRepository repository)
    {
        try
        {
            Ask(request, repository);
        }
        catch (ContextException e)
        {
            Conformance.Require(e.Code.Length > 0 && e.Message.Length > 0, "A ContextException has a code and a message.");
        }
    }

    public static string Text(ContextResult result) => string.Join('\n',
        [.. result.Items.Select(i => i.ToString()), .. result.Files.Select(f => f.ToString()), .. result.Omitted.Select(o => o.ToString()), result.Text]);

    private void Check(ContextRequest request, CodeGraph graph, ContextResult result)
    {
        string what = $"for {request.MaxTokens} tokens, {request.Format}, {request.Code}";
        Conformance.Require(result.TotalTokens >= 0 && result.TotalTokens <= request.MaxTokens, $"The text has {result.TotalTokens} tokens, more than allowed ({what}).");
        if (countTokens(result.Text) is { } counted)
            Conformance.Require(counted <= request.MaxTokens && counted == result.TotalTokens, $"The text has {counted} tokens, TotalTokens says {result.TotalTokens} ({what}).");
        Conformance.Require(result.Text.Length > 0 || result.TotalTokens == 0, $"An empty text has no tokens ({what}).");
        CheckOrder([.. result.Items.Select(i => i.Relevance)], "items", what);
        CheckOrder([.. result.Files.Select(f => f.Relevance)], "files", what);
        foreach (var item in result.Items)
            Conformance.Require((uint)item.Node < (uint)graph.NodeCount && item.Tokens >= 0 && item.Tokens <= request.MaxTokens && item.Reason.Length > 0,
                $"The item {item} has a node that is not there, tokens beyond the budget, or no reason ({what}).");
        Conformance.Require(result.Items.Select(i => i.Node).Distinct().Count() == result.Items.Count, $"A node is in the answer twice ({what}).");
        Conformance.Require(!result.Omitted.Any(o => result.Items.Any(i => i.Node == o.Node)), $"A node is both in the answer and left out of it ({what}).");
        foreach (var file in result.Files)
            Conformance.Require(graph.FindFile(file.Path) >= 0, $"'{file.Path}' is ranked and not in the graph ({what}).");
        Conformance.Require(result.Files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count() == result.Files.Count, $"A file is ranked twice ({what}).");
    }

    private static void CheckOrder(double[] relevance, string of, string what)
    {
        for (int i = 0; i < relevance.Length; i++)
            Conformance.Require(relevance[i] is >= 0 and <= 1 && (i == 0 || relevance[i] <= relevance[i - 1]), $"Relevance of {of} goes from 1 down to 0; number {i} has {relevance[i]} ({what}).");
    }
}
