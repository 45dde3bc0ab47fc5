using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Who uses it, and what does it use?</summary>
internal sealed class GetDependenciesTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
    : AuraTool(services, settings, workspaces, form)
{
    private const int MaxDepth = 5, FewPlaces = 12;
    private const string All = "all";

    protected override string Name => "get_dependencies";

    protected override string Title => "Callers, callees, imports, bases";

    protected override string Description =>
        "Who calls, imports or extends a symbol, or what it calls, imports or extends. Use it instead of grep for usages: aliases, re-exports, inheritance and types are followed, "
        + "other methods of the same name left out. Gives path, line and code of every call site, grouped by file. Marks [inferred] (from types) and [guess]; "
        + "names places it could not resolve. A file counts with all that is in it. Example: {\"symbol\": \"Cart.add\", \"relation\": \"callers\", \"depth\": 2}";

    protected override IEnumerable<Parameter> Parameters =>
    [
        Parameter.RequiredText("symbol", "Name, Class.method, path:name, or a file's path."),
        Parameter.Choice("relation", "What is asked, default all.", [All, .. Relation.All.Select(r => r.Name)]),
        Parameter.Integer("depth", 1, MaxDepth, "Steps to follow, default 1."),
        Parameter.Text("path", "Only neighbours in this file or folder."),
    ];

    protected override OutputSchema Output => new(["symbol", .. Relation.All.Select(r => r.Name + "[]"), "unresolved[]"]);

    protected override Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var (arguments, graph) = (call.Arguments, call.Snapshot.Graph);
        int node = SymbolReference.Find(Services.Graphs, graph, arguments.Text("symbol")!, out string? note);
        var view = graph.Node(node);
        string asked = arguments.Text("relation") ?? All;
        int depth = arguments.Integer("depth", 1);
        string? path = arguments.Text("path") is { } p ? SymbolReference.Relative(graph, p).Trim('/') : null;
        var sources = new SourceLines(call.Snapshot.Sources);

        var answer = new Answer { Head = $"{NodeLines.Kind(view.Type)} {view.QualifiedName}{NodeLines.Signature(view)}{(view.Type == NodeType.File ? "" : "  " + NodeLines.Place(view))}" };
        answer.Data["symbol"] = view.Id;
        if (note is not null) answer.Notes.Add(note);
        var relations = asked == All ? Relation.For(view.Type) : Relation.All.Where(r => r.Name == asked);
        foreach (var relation in relations)
        {
            var seeds = relation.Seeds(graph, node);
            if (seeds.Count == 0) throw new ToolException($"{view.QualifiedName} is a function outside of any class: it has no {relation.Name}. Ask for callers or callees.");
            var found = NeighbourSearch.Follow(graph, relation, seeds, depth).Where(f => path is null || IsBelow(graph.Node(f.Node).Path, path)).ToList();
            answer.Add(NeighbourRows.Section(graph, relation, found, sources, Remedy(depth, path)));
            if (relation.Name == "callers") AddUnresolved(answer, call, node, sources, path, cancellationToken);
        }
        return Task.FromResult(answer);
    }

    private static void AddUnresolved(Answer answer, Call call, int node, SourceLines sources, string? path, CancellationToken cancellationToken)
    {
        var graph = call.Snapshot.Graph;
        var places = UnresolvedMentions.Of(graph, node, sources, cancellationToken).Where(m => path is null || IsBelow(m.Path, path)).ToList();
        if (places.Count == 0) return;
        string name = graph.Node(node).Name;
        if (places.Count > FewPlaces)
        {
            answer.Notes.Add($"{(places.Count > UnresolvedMentions.Most ? $"More than {UnresolvedMentions.Most}" : places.Count)} other lines call something named {name} that is not resolved to any symbol here: another type's {name}, or callers the analysis could not see. grep -rn '{name}(' lists them.");
            return;
        }
        var section = answer.Add(new Section("unresolved", $"unresolved: calls of something named {name}, perhaps this one")
        {
            Weight = 0.3,
            Remedy = "raise max_tokens, or narrow with path",
        });
        foreach (var place in places)
        {
            var json = new JsonObject { ["path"] = place.Path, ["line"] = place.Line, ["code"] = place.Code };
            section.Rows.Add(new Row($"  {place.Line}  {place.Code}", json, place.Path));
        }
    }

    private static string Remedy(int depth, string? path) =>
        "raise max_tokens" + (path is null ? ", or narrow with path" : "") + (depth > 1 ? " or a smaller depth" : "");

    private static bool IsBelow(string path, string folder) =>
        folder is "" or "." || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
