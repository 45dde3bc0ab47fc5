using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Services;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Where is it defined?</summary>
internal sealed class FindSymbolTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
    : AuraTool(services, settings, workspaces, form)
{
    private const int DefaultLimit = 20;

    protected override string Name => "find_symbol";

    protected override string Title => "Find a symbol";

    protected override string Description =>
        "Find where a class, function, method or file is defined. Use it instead of grep for definitions: no matches in comments, calls or strings. "
        + "Takes exact names, ends of qualified names (Cart.add), any case, or beginnings of words (ordServ finds OrderService). "
        + "Gives path:lines, signature, first doc line, number of uses. Example: {\"query\": \"Cart.add\"}";

    protected override IEnumerable<Parameter> Parameters =>
    [
        Parameter.RequiredText("query", "Name or part of it."),
        Parameter.Choice("kind", "Only this kind.", "class", "function", "file"),
        Parameter.Text("path", "Only in this file or folder."),
        Parameter.Integer("limit", 1, 200, $"Most matches, default {DefaultLimit}."),
    ];

    protected override OutputSchema Output => new("matches[]", "total#");

    protected override Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var (arguments, graph) = (call.Arguments, call.Snapshot.Graph);
        string query = arguments.Text("query")!;
        var found = Services.Graphs.FindSymbols(graph, new SymbolQuery(SymbolReference.Relative(graph, query))
        {
            Type = arguments.Text("kind") is { } kind ? Enum.Parse<NodeType>(kind, ignoreCase: true) : null,
            Path = arguments.Text("path") is { } path ? SymbolReference.Relative(graph, path) : null,
            Limit = int.MaxValue,
        });
        if (found.Total == 0) throw SymbolReference.Unknown(graph, query, found);

        // Where something has the very name, what only resembles it is not asked for.
        var named = found.Matches.Where(m => m.Fit <= SymbolFit.IgnoringCase).ToArray();
        var wanted = named.Length > 0 ? named : [.. found.Matches];
        var answer = new Answer { Head = wanted.Length == 1 ? $"1 match for '{query}'" : $"{wanted.Length} matches for '{query}', best first" };
        answer.Data["total"] = wanted.Length;
        int limit = arguments.Integer("limit", DefaultLimit);
        var section = answer.Add(new Section("matches", "")
        {
            More = Math.Max(0, wanted.Length - limit),
            Remedy = "raise limit or max_tokens, or narrow with kind, path or a longer name",
        });
        foreach (var match in wanted.Take(limit)) section.Rows.Add(RowOf(graph, match));
        if (found.Total > wanted.Length)
            answer.Notes.Add($"{NodeLines.Count(found.Total - wanted.Length, "other name contains", "other names contain")} it: {string.Join(", ", found.Matches.Where(m => m.Fit > SymbolFit.IgnoringCase).Take(5).Select(m => graph.Node(m.Node).QualifiedName))}{(found.Total - wanted.Length > 5 ? ", …" : "")}");
        return Task.FromResult(answer);
    }

    private static Row RowOf(CodeGraph graph, SymbolMatch match)
    {
        var node = graph.Node(match.Node);
        int uses = Uses(graph, match.Node);
        string summary = NodeLines.Summary(node);
        string signature = NodeLines.Signature(node);
        var json = new JsonObject { ["symbol"] = node.QualifiedName, ["kind"] = NodeLines.Kind(node.Type), ["path"] = node.Path, ["lines"] = NodeLines.Lines(node) };
        if (signature.Length > 0) json["signature"] = signature;
        if (summary.Length > 0) json["doc"] = summary;
        json["uses"] = uses;
        string text = node.Type == NodeType.File
            ? $"{node.Path}  file, {node.LineEnd} lines"
            : $"{NodeLines.Place(node)}  {NodeLines.Kind(node.Type)} {node.QualifiedName}{signature}";
        return new Row($"{text}{(uses > 0 ? $"  ({NodeLines.Count(uses, "use", "uses")})" : "")}{(summary.Length > 0 ? $"\n    {summary}" : "")}", json);
    }

    /// <summary>How many nodes refer to it, guesses left out.</summary>
    private static int Uses(CodeGraph graph, int node)
    {
        int uses = 0;
        foreach (int edge in graph.Incoming(node))
            if (graph.Edge(edge).Confidence != Confidence.Heuristic) uses++;
        return uses;
    }
}
