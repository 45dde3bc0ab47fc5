using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>What do I have to read for this task?</summary>
internal sealed class GetContextTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
    : AuraTool(services, settings, workspaces, form)
{
    private const int Frame = 120, NamedOmitted = 6;

    protected override string Name => "get_context";

    protected override string Title => "Context for a task";

    protected override string Description =>
        "What to read for a task: the code most relevant to it, ranked, within max_tokens. Call it first when you start on an issue, a bug report or a stack trace, instead of a round of grep and file reads; "
        + "or with files or symbols, for what surrounds them (callers, callees, bases, tests). Gives source, with the reason for each piece. "
        + "Example: {\"task\": \"Discount is applied twice when the cart is reloaded\", \"max_tokens\": 6000}";

    protected override IEnumerable<Parameter> Parameters =>
    [
        Parameter.Text("task", "The task in words: best the whole text of the issue with its stack trace."),
        Parameter.List("files", "Paths to start from."),
        Parameter.List("symbols", "Names to start from."),
        Parameter.Choice("detail", "full code (default), signatures with docs, or names only.", "full", "signatures", "names"),
    ];

    protected override OutputSchema Output => new("items[]");

    protected override async Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var (arguments, graph) = (call.Arguments, call.Snapshot.Graph);
        if (arguments.Text("task") is null && arguments.List("files").Count == 0 && arguments.List("symbols").Count == 0)
            throw new ToolException("get_context: say what for: task (the issue in words), files or symbols.");
        var request = new ContextRequest
        {
            Task = arguments.Text("task"),
            Files = [.. arguments.List("files").Select(f => SymbolReference.Relative(graph, f))],
            Symbols = [.. arguments.List("symbols").Select(s => graph.Node(SymbolReference.Find(Services.Graphs, graph, s, out _)).Id)],
            Code = arguments.Text("detail") switch { "signatures" => CodeMode.Signatures, "names" => CodeMode.None, _ => CodeMode.Full },
            MaxTokens = Math.Max(1, (int)((call.Budget - Frame) / CostOfForm(call.Form))),
        };
        var found = await Services.Context.AskAsync(call.Snapshot.Info.Id, request, new QueryOptions { Storage = Settings.Storage }, cancellationToken).ConfigureAwait(false);
        var result = found.Result;
        var answer = new Answer { Head = result.Items.Count == 0 ? "Nothing relevant was found." : "Most relevant first." };
        var section = answer.Add(new Section("items", "") { More = result.Omitted.Count, Remedy = "raise max_tokens, or detail=signatures" });
        foreach (var item in result.Items) section.Rows.Add(RowOf(found.Graph, item));
        answer.Notes.AddRange(result.Notes);
        if (result.Omitted.Count > 0)
            answer.Notes.Add("Next in line: " + string.Join(", ", result.Omitted.Take(NamedOmitted).Select(o => SymbolReference.Written(found.Graph.Node(o.Node)))));
        return answer;
    }

    /// <summary>How many tokens of an answer a token of the provider's text becomes: as data, code has its line ends escaped.</summary>
    private static double CostOfForm(AnswerForm form) => form switch { AnswerForm.Text => 1.02, AnswerForm.Structured => 1.25, _ => 2.25 };

    private static Row RowOf(CodeGraph graph, ContextItem item)
    {
        var node = graph.Node(item.Node);
        string name = node.Type == NodeType.File ? "" : " " + node.QualifiedName;
        var json = new JsonObject { ["path"] = node.Path, ["lines"] = NodeLines.Lines(node), ["symbol"] = node.QualifiedName, ["reason"] = item.Reason };
        if (item.Code is not { } code) return new Row($"- {NodeLines.Place(node)}{name} ({item.Reason})", json);
        json["code"] = code;
        if (item.Detail == ContextDetail.Signature) json["detail"] = "signature";
        string detail = item.Detail == ContextDetail.Signature ? "; signature only" : "";
        string fence = Fence(code);
        return new Row($"\n## {NodeLines.Place(node)}{name} ({item.Reason}{detail})\n{fence}\n{code}\n{fence}", json);
    }

    /// <summary>Longer than any run of backticks in the code.</summary>
    private static string Fence(string code)
    {
        int longest = 2, run = 0;
        foreach (char c in code) longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return new string('`', longest + 1);
    }
}
