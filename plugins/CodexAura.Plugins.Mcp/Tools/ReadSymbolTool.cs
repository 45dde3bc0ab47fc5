using System.Text.Json.Nodes;
using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Plugins.Mcp.Arguments;
using CodexAura.Plugins.Mcp.Repositories;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Tools;

/// <summary>Shows the source of a symbol.</summary>
internal sealed class ReadSymbolTool(AuraServices services, ServerSettings settings, Workspaces workspaces, AnswerForm form)
    : AuraTool(services, settings, workspaces, form)
{
    /// <summary>Tokens of a line of code, about: to tell before counting that something is far too large.</summary>
    private const int TokensPerLine = 10;

    protected override string Name => "read_symbol";

    protected override string Title => "Read the source of a symbol";

    protected override string Description =>
        "Read the source of one class, function or file with line numbers, decorators included. Use it instead of opening the file: no line ranges to guess, no code that you don't need. "
        + "What is larger than the budget comes as an outline of its members; start_line reads on. Ends with who calls it and what it calls. "
        + "Example: {\"symbol\": \"OrderService.place\"}";

    protected override IEnumerable<Parameter> Parameters =>
    [
        Parameter.RequiredText("symbol", "Name, Class.method, path:name, or a file's path."),
        Parameter.Integer("start_line", 1, int.MaxValue, "Read from this line of the file on, rather than an outline."),
    ];

    protected override OutputSchema Output => new("symbol", "path", "start_line#", "source", "outline[]");

    protected override Task<Answer> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var graph = call.Snapshot.Graph;
        int number = SymbolReference.Find(Services.Graphs, graph, call.Arguments.Text("symbol")!, out string? note);
        var node = graph.Node(number);
        string[] lines = new SourceLines(call.Snapshot.Sources).Of(node.Path);
        if (lines.Length == 0 && node.LineEnd > 0) throw new ToolException($"{node.Path} can't be read any more. Call refresh, then ask again.");

        var (first, last) = Range(node, lines);
        int from = Math.Max(first, call.Arguments.Integer("start_line", first));
        if (from > last) throw new ToolException($"{node.QualifiedName} ends at line {last} of {node.Path}; give a start_line from {first} on, or leave it out.");
        var answer = new Answer { Head = $"{NodeLines.Kind(node.Type)} {node.QualifiedName}  {node.Path}:{first}-{last}" };
        (answer.Data["symbol"], answer.Data["path"]) = (node.Id, node.Path);
        if (note is not null) answer.Notes.Add(note);
        bool readsOn = call.Arguments.Integer("start_line", 0) > 0;
        if (!readsOn && node.Type != NodeType.Function && !MayFit(lines, first, last, call)) SymbolOutline.AddTo(answer, graph, number);
        else AddSource(answer, call, lines, from, last);
        answer.Notes.AddRange(Neighbours(graph, number));
        return Task.FromResult(answer);
    }

    /// <summary>From the first decorator to the last line; a file as it is now.</summary>
    private static (int First, int Last) Range(GraphNode node, string[] lines)
    {
        if (node.Type == NodeType.File) return (1, Math.Max(1, lines.Length));
        int first = Math.Clamp(node.LineStart, 1, Math.Max(1, lines.Length));
        while (first > 1 && lines[first - 2].TrimStart().StartsWith('@')) first--;
        return (first, Math.Clamp(node.LineEnd, first, Math.Max(first, lines.Length)));
    }

    private static bool MayFit(string[] lines, int first, int last, Call call)
    {
        int forms = call.Form == AnswerForm.Both ? 2 : 1;
        if ((last - first + 1) * TokensPerLine * forms > 4 * call.Budget) return false;
        return Tokens.Count(string.Join('\n', lines[(first - 1)..last])) * forms * 1.35 + 200 < call.Budget;
    }

    private static void AddSource(Answer answer, Call call, string[] lines, int from, int last)
    {
        answer.Data["start_line"] = from;
        // More lines than could ever fit need not be measured.
        int end = Math.Min(last, from + call.Budget);
        var section = answer.Add(new SourceSection(from, last) { More = last - end });
        for (int line = from; line <= end; line++) section.Rows.Add(new Row($"{line}\t{lines[line - 1]}", JsonValue.Create(lines[line - 1])));
    }

    private static IEnumerable<string> Neighbours(CodeGraph graph, int node)
    {
        if (graph.Node(node).Type == NodeType.File) yield break;
        foreach (var relation in (Relation[])[Relation.All[0], Relation.All[1]])
        {
            string[] names = [.. NeighbourSearch.Follow(graph, relation, relation.Seeds(graph, node), 1)
                .Select(f => graph.Node(f.Node)).Select(n => n.Type == NodeType.File ? n.Path : n.QualifiedName).Distinct()];
            if (names.Length > 0) yield return $"{relation.Name}: {string.Join(", ", names.Take(6))}{(names.Length > 6 ? $", … {names.Length - 6} more (get_dependencies)" : "")}";
        }
    }
}
