using System.Text.Json;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Services;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>What all tools have in common: checked arguments, a fresh graph, a budget, and errors that say what to do.</summary>
internal abstract class AuraTool : McpServerTool
{
    private const int LeastTokens = 200, MostTokens = 100_000;
    private readonly AnswerForm _form;
    private Parameter[] _parameters = [];
    private Tool? _tool;

    protected AuraTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form) =>
        (Services, Settings, Workspaces, _form) = (services, settings, workspaces, form);

    protected AuraServices Services { get; }

    protected ServerSettings Settings { get; }

    protected Workspaces Workspaces { get; }

    public override Tool ProtocolTool => _tool ??= Make();

    public override IReadOnlyList<object> Metadata => [];

    protected abstract string Name { get; }

    protected abstract string Title { get; }

    /// <summary>For the agent: when to use it instead of searching, what comes back, an example.</summary>
    protected abstract string Description { get; }

    protected abstract IEnumerable<Parameter> Parameters { get; }

    /// <summary>Schema of the data: names of properties with their types.</summary>
    protected abstract OutputSchema Output { get; }

    /// <summary>Answers a call.</summary>
    protected abstract Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken);

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var relay = request.Params.ProgressToken is { } token
            ? new ProgressRelay(value => request.Server.NotifyProgressAsync(token, value, cancellationToken: CancellationToken.None))
            : null;
        try
        {
            return await RunAsync(request.Params.Arguments, _form, relay, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // No progress may follow the answer.
            if (relay is not null) await relay.FinishAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Answers a call from wherever it comes. What goes wrong is an answer too, marked as an error.</summary>
    public async Task<CallToolResult> RunAsync(IDictionary<string, JsonElement>? given, AnswerForm form, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            _ = ProtocolTool;
            var arguments = new ArgumentValues(Name, _parameters, given);
            var workspace = await Workspaces.FindAsync(arguments.Text("repository"), cancellationToken).ConfigureAwait(false);
            var snapshot = await FreshAsync(workspace, arguments, progress, cancellationToken).ConfigureAwait(false);
            int budget = arguments.Integer("max_tokens", Settings.MaxTokens);
            // A question to a large graph takes a while: the thread that reads messages is not to wait for it.
            return await Task.Run(async () =>
            {
                var answer = await AnswerAsync(new Call(arguments, snapshot, budget, form), cancellationToken).ConfigureAwait(false);
                return new AnswerWriter(answer, snapshot.Stamp, budget, form).Write();
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Failed(e);
        }
    }

    /// <summary>Gets the graph that the call is answered from.</summary>
    protected virtual Task<Snapshot> FreshAsync(Workspace workspace, ArgumentValues arguments, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        workspace.GetAsync(progress, cancellationToken);

    private Tool Make()
    {
        _parameters = [.. Parameters, Parameter.Integer("max_tokens", LeastTokens, MostTokens, $"Cap on the answer, default {Settings.MaxTokens}.")];
        if (Workspaces.AreMany) _parameters = [.. _parameters, Parameter.Text("repository", "Path of the repository; needed where the server has several.")];
        return new Tool
        {
            Name = Name,
            Title = Title,
            Description = Description,
            InputSchema = InputSchema.Of(_parameters),
            OutputSchema = _form == AnswerForm.Text ? null : Output.ToJson(),
            // Nothing of the user's is changed: the graph is kept outside of the repository.
            Annotations = new ToolAnnotations { ReadOnlyHint = true, IdempotentHint = true, OpenWorldHint = false, DestructiveHint = false },
        };
    }

    private CallToolResult Failed(Exception thrown)
    {
        string message = thrown is ToolException or CodexAuraException
            ? thrown.Message
            : $"Something unexpected went wrong in {Name}: {thrown.GetType().Name}: {thrown.Message}";
        if (thrown is not (ToolException or CodexAuraException)) Log.ToolFailed(Services.Loggers.CreateLogger("mcp"), thrown, Name);
        return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = message }] };
    }
}

/// <summary>One call of a tool.</summary>
/// <param name="Arguments">What was given.</param>
/// <param name="Snapshot">The graph to answer from.</param>
/// <param name="Budget">The most tokens of the answer.</param>
/// <param name="Form">In which form it is given.</param>
internal sealed record Call(ArgumentValues Arguments, Snapshot Snapshot, int Budget, AnswerForm Form);
