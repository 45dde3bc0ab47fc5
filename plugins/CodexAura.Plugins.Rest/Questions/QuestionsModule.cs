using CodexAura.Plugins.Rest.Graphs;
using CodexAura.Sdk.Context;
using Microsoft.AspNetCore.RateLimiting;

namespace CodexAura.Plugins.Rest.Questions;

/// <summary>The two great questions: what must I read, and what will I break?</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class QuestionsModule : ICarterModule
{
    private const int DefaultDepth = 2;
    private const int MaxDepth = 5;
    private const int MaxSteps = 100;
    private const int DefaultTokens = 8000;

    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var questions = app.MapGroup("/api/v1").WithTags("Questions");
        questions.MapPost("/context", ContextAsync).RequireRateLimiting("context").Describe("getContext", "What to read",
                "Chooses what to read for files, symbols or a task in words, within a budget of tokens. The text never has more tokens than `max_tokens`.")
            .Takes<ContextBody>("context").Answers<ContextDocument>(200, "context").Refuses(400, 404, 413, 415, 422);
        questions.MapPost("/graph/{id}/impact", ImpactAsync).Describe("getImpact", "What a change may break",
                "Affected files, functions and tests, each with its distance, score and why; and how risky the change is, which may be `unknown`.")
            .Graph().Takes<ImpactBody>("impact").Answers<ImpactDocument>(200, "impact").Refuses(400, 404, 413, 415, 422);
    }

    private static async Task<IResult> ContextAsync([FromServices] GraphAccess graphs, [FromServices] IContextService context, [FromBody] ContextBody body, CancellationToken cancellationToken)
    {
        string? storage = Check.Optional(body.Storage, "storage");
        var request = new ContextRequest
        {
            Files = Check.Texts(body.Files, "files"),
            Symbols = Check.Texts(body.Symbols, "symbols"),
            Task = Check.Optional(body.Task, "task", ContextLimits.MaxTask),
            Depth = Check.Number(body.Depth, "depth", DefaultDepth, 0, MaxDepth),
            MaxTokens = Check.Number(body.MaxTokens, "max_tokens", DefaultTokens, 1, ContextLimits.MaxTokens),
            Code = body.IncludeCode == false ? CodeMode.Signatures : CodeMode.Full,
            Format = Check.Word(body.Format, "format", ContextFormat.Markdown, ("markdown", ContextFormat.Markdown), ("xml", ContextFormat.Xml), ("json", ContextFormat.Json)),
            Tokenizer = Check.Optional(body.Tokenizer, "tokenizer"),
        };
        string provider = Check.Optional(body.Provider, "provider") ?? "";
        var found = await Named("graph_id", () => graphs.FindAsync(Check.Text(body.GraphId, "graph_id"), storage, cancellationToken));
        var answer = await context.AskAsync(found.Id, request, new QueryOptions { Storage = storage, Plugin = provider.Length == 0 ? null : provider }, cancellationToken);
        return new JsonAnswer(json => ContextJson.Write(json, answer));
    }

    private static async Task<IResult> ImpactAsync([FromServices] GraphAccess graphs, [FromServices] IImpactService impact, [FromRoute] string id, [FromBody] ImpactBody body, CancellationToken cancellationToken)
    {
        string? storage = Check.Optional(body.Storage, "storage");
        var question = new ImpactQuestion
        {
            Files = Check.Texts(body.ChangedFiles, "changed_files"),
            Symbols = Check.Texts(body.ChangedSymbols, "changed_symbols"),
            Depth = Check.Number(body.Depth, "depth", 0, 0, MaxSteps),
            History = body.History ?? false,
        };
        if (question.Files.Count == 0 && question.Symbols.Count == 0)
            throw new RequestException("request.invalid", "Nothing changed: give 'changed_files', 'changed_symbols' or both.", "changed_files");
        int limit = Check.Number(body.Limit, "limit", ImpactBody.DefaultLimit, 0, int.MaxValue);
        string analyzer = Check.Optional(body.Analyzer, "analyzer") ?? "";
        var found = await graphs.FindAsync(Check.Text(id, "id"), storage, cancellationToken);
        var answer = await impact.AskAsync(found.Id, question, new QueryOptions { Storage = storage, Plugin = analyzer.Length == 0 ? null : analyzer }, cancellationToken);
        return new JsonAnswer(json => ImpactJson.Write(json, found.Id, answer, limit));
    }

    private static async Task<T> Named<T>(string field, Func<Task<T>> find)
    {
        try
        {
            return await find();
        }
        catch (GraphSelectionException unknown)
        {
            throw RequestException.WithField(unknown, field);
        }
    }
}
