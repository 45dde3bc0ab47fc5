using System.Text.Json;
using CodexAura.Plugins.Mcp.Tools;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Prompts;

/// <summary>A prompt that brings what the graph knows with it.</summary>
internal abstract class AuraPrompt(Prompt prompt) : McpServerPrompt
{
    public override Prompt ProtocolPrompt => prompt;

    public override IReadOnlyList<object> Metadata => [];

    public static IEnumerable<McpServerPrompt> All(ToolSet tools) => [new ExplainModulePrompt(tools), new PlanChangePrompt(tools), new ReviewDiffPrompt(tools)];

    public override async ValueTask<GetPromptResult> GetAsync(RequestContext<GetPromptRequestParams> request, CancellationToken cancellationToken = default)
    {
        var given = request.Params.Arguments ?? new Dictionary<string, JsonElement>();
        foreach (var argument in prompt.Arguments ?? [])
            if (argument.Required == true && Value(given, argument.Name) is null)
                throw new McpProtocolException($"The prompt '{prompt.Name}' needs the argument '{argument.Name}': {argument.Description}", McpErrorCode.InvalidParams);
        string text = await TextAsync(name => Value(given, name), cancellationToken).ConfigureAwait(false);
        return new GetPromptResult { Description = prompt.Description, Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = text } }] };
    }

    /// <summary>Writes the message.</summary>
    protected abstract Task<string> TextAsync(Func<string, string?> argument, CancellationToken cancellationToken);

    /// <summary>What a tool says, or an error that the client shows.</summary>
    protected static async Task<string> AskAsync(AuraTool tool, object arguments, CancellationToken cancellationToken)
    {
        var (text, isError) = await ToolSet.TextAsync(tool, arguments, cancellationToken).ConfigureAwait(false);
        return isError ? throw new McpProtocolException(text, McpErrorCode.InvalidParams) : text;
    }

    private static string? Value(IDictionary<string, JsonElement> given, string name) =>
        given.TryGetValue(name, out var value) && value.ToString() is { } text && text.Trim().Length > 0 ? text : null;
}

/// <summary>Explain this module.</summary>
internal sealed class ExplainModulePrompt(ToolSet tools) : AuraPrompt(new Prompt
{
    Name = PromptName, Title = "Explain this module", Description = "What a module does, how it is built and what hangs on it.",
    Arguments = [new PromptArgument { Name = "module", Title = "Module", Description = "Path of a file or folder.", Required = true }],
})
{
    public const string PromptName = "explain_module";

    protected override async Task<string> TextAsync(Func<string, string?> argument, CancellationToken cancellationToken)
    {
        string module = argument("module")!;
        string overview = await AskAsync(tools.GraphOverview, new { path = module }, cancellationToken).ConfigureAwait(false);
        var (neighbours, failed) = module.EndsWith('/') ? ("", true) : await ToolSet.TextAsync(tools.GetDependencies, new { symbol = module, max_tokens = 2000 }, cancellationToken).ConfigureAwait(false);
        return $"""
            Explain {module} to an engineer who is new to it: what it is for, its main parts and how they work together, who depends on it and on what it depends, and what to be careful about when changing it.
            Read what you need with read_symbol before you write. Name symbols with their paths. Say what you could not find out.

            What the code graph knows of it:

            {overview}

            {(failed ? "" : neighbours)}
            """.TrimEnd();
    }
}

/// <summary>Plan this change.</summary>
internal sealed class PlanChangePrompt(ToolSet tools) : AuraPrompt(new Prompt
{
    Name = "plan_change", Title = "Plan this change", Description = "A plan for a change: what to edit, what it affects, which tests tell.",
    Arguments = [new PromptArgument { Name = "task", Title = "Task", Description = "What is to be changed, in words; an issue's text will do.", Required = true }],
})
{
    protected override async Task<string> TextAsync(Func<string, string?> argument, CancellationToken cancellationToken)
    {
        string task = argument("task")!;
        string context = await AskAsync(tools.GetContext, new { task, max_tokens = 6000 }, cancellationToken).ConfigureAwait(false);
        return $"""
            Plan this change; do not edit anything yet.

            {task}

            Give: the cause or the place where the behaviour belongs; the symbols to change, with paths, and what changes in each; what else that affects (call analyze_impact for the symbols that you mean to change); the tests to add and to run; what is uncertain.

            Code that is likely to matter:

            {context}
            """;
    }
}

/// <summary>Review the impact of this diff.</summary>
internal sealed class ReviewDiffPrompt(ToolSet tools) : AuraPrompt(new Prompt
{
    Name = "review_diff", Title = "Review this diff's impact", Description = "What the uncommitted changes, or a range of commits, may break.",
    Arguments = [new PromptArgument { Name = "since", Title = "Since", Description = "A revision or range A..B; without it what is not committed.", Required = false }],
})
{
    protected override async Task<string> TextAsync(Func<string, string?> argument, CancellationToken cancellationToken)
    {
        string impact = await AskAsync(tools.AnalyzeImpact, new { since = argument("since"), max_tokens = 5000 }, cancellationToken).ConfigureAwait(false);
        return $"""
            Review the impact of {(argument("since") is { } since ? $"the changes in {since}" : "the uncommitted changes")}. Look at the diff with git, then at the affected code with read_symbol and get_dependencies.
            For each affected place say whether the change breaks it, and why. Name callers that rely on what changed, tests to run or to add, and what can't be told from the code.

            What the code graph says:

            {impact}
            """;
    }
}
